"""Values in, text or bytes out.

Rows: ``rows`` by name, or ``terminal``, ``tables``, ``sparql_results``, ``xlsx``. Graphs: ``rdf``,
``trig``, ``jsonld``. Tables by class: ``classes``. Nothing is imported here, so that a command
pays for its own format only.
"""
