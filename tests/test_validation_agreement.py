"""Both engines say the same where one of them was once wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.tools.shapes import report

if TYPE_CHECKING:
    from tripartite.validation import Result

DATA: Final = """ex:a a ex:C ; ex:n 1 , 2 , 3 ; ex:m 5 . ex:b a ex:C ; ex:n 9 .
ex:d a ex:D ; ex:o "2"^^xsd:int ; ex:m 3.50 . ex:a ex:k [ ex:n 7 ] , ex:z . ex:z ex:n 8 ."""
SHAPE: Final = 'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:message "m {$this}"@en ; '


def asked(query: str, more: str = "") -> str:
    """Return a constraint with this query."""
    return f'sh:sparql [ sh:prefixes ex: ; {more} sh:select "{query}" ]'


CASES: Final = {
    "severity of a constraint that is kept": SHAPE
    + asked("SELECT $this WHERE { $this ex:m ?v } LIMIT 5", "sh:severity sh:Warning ;"),
    "severity of a constraint that is hoisted": SHAPE
    + asked("SELECT $this WHERE { $this ex:m ?v }", "sh:severity sh:Warning ;"),
    "message of the shape, constraint kept": SHAPE
    + asked(
        "SELECT $this WHERE { $this ex:n ?v FILTER NOT EXISTS { ?o ex:m 5 FILTER(?o = $this) } }"
    ),
    "message of a property shape below another": SHAPE
    + 'sh:property [ sh:path ex:k ; sh:property [ sh:path ex:n ; sh:message "q {?value}" ; '
    + asked("SELECT $this ?value WHERE { $this $PATH ?value }")
    + " ] ]",
    "target of SPARQL": "ex:S a sh:NodeShape ; sh:target [ a sh:SPARQLTarget ; sh:prefixes ex: ;"
    ' sh:select "SELECT ?this WHERE { ?this ex:m 5 }" ] ;'
    ' sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:message "x" ]',
    "value computed of a number that the store rewrites": SHAPE.replace("ex:C", "ex:D")
    + asked("SELECT $this ?value WHERE { $this ex:o ?v ; ex:m ?w BIND(?v + ?w AS ?value) }"),
}


@pytest.mark.parametrize("shapes", CASES.values(), ids=CASES.keys())
def test_the_engines_agree(shapes: str) -> None:
    fast, reference = (report(f"{shapes} .", DATA, engine) for engine in ("fast", "pyshacl"))

    assert reference.results
    assert told(fast.results) == told(reference.results)


def told(results: tuple[Result, ...]) -> set[tuple[str, ...]]:
    """Return what a reader is told, without the labels of blank nodes."""
    return {
        tuple(
            str(part) if not str(part).startswith("_:") else "blank"
            for part in (one.focus, one.value, one.component, one.severity, dict(one.messages))
        )
        for one in results
    }
