"""Queries that end the engine, its time or its memory, by what they are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TRIPLE: Final = "?a rdf:type ?b"


def _in_filter(condition: str) -> str:
    return f"SELECT * {{ {_TRIPLE} FILTER({condition}) }}"


# How a query nests or goes on, ``n`` times; and how often the engine does not survive it.
DEEP: Final[Mapping[str, tuple[Callable[[int], str], int]]] = {
    "groups": (lambda n: f"SELECT * {'{' * n} {_TRIPLE} {'}' * n}", 2_500),
    "optional": (lambda n: f"SELECT * {{ {(_TRIPLE + ' OPTIONAL { ') * n}{'}' * n} }}", 2_800),
    "exists": (lambda n: f"SELECT * {{ {(_TRIPLE + ' FILTER EXISTS { ') * n}{'}' * n} }}", 2_500),
    "subselects": (lambda n: f"SELECT * {{ {'{ SELECT * { ' * n}{'} }' * n} }}", 2_500),
    "graphs": (lambda n: f"SELECT * {{ {'GRAPH ?g { ' * n}{'}' * n} }}", 5_000),
    "parentheses": (lambda n: _in_filter("(" * n + "1" + ")" * n), 10_000),
    "functions": (lambda n: _in_filter("STR(" * n + "1" + ")" * n), 2_500),
    "not": (lambda n: _in_filter("!" * n + "1"), 20_000),
    "sum": (lambda n: _in_filter("1" + "+1" * n), 20_000),
    "and": (lambda n: _in_filter("1" + "&&1" * n), 20_000),
    "union": (lambda n: f"SELECT * {{ {{}} {'UNION {} ' * n} }}", 10_000),
    "minus": (lambda n: f"SELECT * {{ {_TRIPLE} {'MINUS {} ' * n} }}", 10_000),
    "path": (lambda n: f"SELECT * {{ ?a {'(' * n}rdf:type{')' * n} ?b }}", 20_000),
    "describe": (lambda n: f"DESCRIBE {'body:ilo ' * n}", 5_000),
}
_BINDS: Final = " ".join(f"BIND(CONCAT({f'?x{i},' * 9}?x{i}) AS ?x{i + 1})" for i in range(12))
_PRODUCT: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
# Small texts, without end in time or memory.
ENDLESS: Final[Mapping[str, str]] = {
    "product": f"SELECT (COUNT(*) AS ?n) {{ {_PRODUCT} }}",
    "product of rows": f"SELECT * {{ {_PRODUCT} }}",
    "filtered product": f"SELECT * {{ {_PRODUCT} FILTER(STRLEN(STR(?c)) + STRLEN(STR(?i)) < 0) }}",
    "ordered product": f"SELECT * {{ {_PRODUCT} }} ORDER BY ?c ?f ?i",
    "distinct product": f"SELECT DISTINCT ?c ?f ?i {{ {_PRODUCT} }}",
    "grouped product": f"SELECT ?c ?f (COUNT(*) AS ?n) {{ {_PRODUCT} }} GROUP BY ?c ?f ?i",
    "thousand patterns": "SELECT * { "
    + "".join(f"?x{i} rdf:type ?x{i + 1} . " for i in range(1000))
    + "}",
    "stars": f"SELECT * {{ ?a {'(' * 60}rdf:type{')*' * 60} ?b }}",
    "stars of any": "SELECT * { ?a ((!rdf:nil*)*)* ?b . ?c ((!rdf:nil*)*)* ?d }",
    "huge text": f"SELECT ?x12 {{ BIND('xxxxxxxxxx' AS ?x0) {_BINDS} }}",
    "constructed product": f"CONSTRUCT {{ ?a ?h ?f }} WHERE {{ {_PRODUCT} }}",
}

_RDF: Final = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
_HEAD: Final = re.compile(r"SELECT (DISTINCT )?(?:\* )?")


def constraint(text: str) -> str:
    """Return a query as the body of a ``sh:sparql`` constraint: it selects and matches ``$this``.

    ``DESCRIBE`` and ``CONSTRUCT`` cannot be one; they stay as they are, for a shape may hold any
    text.
    """
    if not text.startswith("SELECT"):
        return f"{_RDF}{text}"
    head, brace, rest = text.partition("{")
    columns = _HEAD.sub(lambda found: f"SELECT {found[1] or ''}$this ", head, count=1)
    if "GROUP BY" in rest:
        rest = rest.replace("GROUP BY", "GROUP BY $this")
    elif "COUNT(" in head:
        rest += " GROUP BY $this"
    return f"{_RDF}{columns}{brace} $this rdf:type ?kind . {rest}"
