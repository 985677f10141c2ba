"""Each rule for asking a constraint once of all focus nodes has its case, and so has each form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.tools.places import ROOT
from tests.tools.shapes import DECLARED, report, turtle
from tripartite.errors import UnreadableFileError
from tripartite.validation.constraints import constraints
from tripartite.validation.rules import RULES, why_not
from tripartite.validation.shape_graph import ShapeGraph

if TYPE_CHECKING:
    from tripartite.validation import Report

DATA: Final = """
ex:a a ex:C ; ex:p 1 , 2 ; ex:q ex:b ; ex:r "x"@en .
ex:b a ex:D ; ex:p 3 ; ex:q ex:a , ex:c .
ex:c a ex:C ; ex:q ex:c ; ex:r "y" .
ex:D rdfs:subClassOf ex:C .
"""


def shape(select: str, about: str = "sh:targetClass ex:C", more: str = "") -> str:
    """Return a node shape with one constraint."""
    constraint = f"[ sh:prefixes ex: ; sh:select '''{select}''' ]"
    return f"ex:S a sh:NodeShape ; {about} ; sh:sparql {constraint} . {more}"


def below(select: str, path: str = "ex:q") -> str:
    """Return a node shape with a property shape that has one constraint."""
    constraint = f"[ sh:prefixes ex: ; sh:select '''{select}''' ]"
    return f"""ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:P .
    ex:P sh:path {path} ; sh:sparql {constraint} .
    _:path rdf:first ex:q ; rdf:rest ( ex:q ) ."""


SIMPLE: Final = "SELECT $this ?value WHERE { $this ex:p ?value }"

HOISTED: Final = {
    "basic pattern": shape(SIMPLE),
    "target node": shape(SIMPLE, "sh:targetNode ex:a , ex:b , ex:nowhere"),
    "target subjects": shape(SIMPLE, "sh:targetSubjectsOf ex:q"),
    "target objects": shape(SIMPLE, "sh:targetObjectsOf ex:q"),
    "several targets": shape(SIMPLE, "sh:targetObjectsOf ex:q ; sh:targetNode ex:a"),
    "implicit class": "ex:C a rdfs:Class . "
    + shape(SIMPLE, "a rdfs:Class").replace("ex:S", "ex:C"),
    "filter": shape(
        "SELECT $this ?value { $this ex:p ?value FILTER(?value > 1 && $this != ex:b) }"
    ),
    "bind": shape("SELECT $this ?n { $this ex:p ?v BIND(?v + 1 AS ?n) FILTER(?n > 2) }"),
    "exists": shape("SELECT $this { FILTER NOT EXISTS { $this ex:p ?v } }"),
    "union": shape("SELECT $this ?value { { $this ex:p ?value } UNION { ?value ex:q $this } }"),
    "optional": shape("SELECT $this ?v { OPTIONAL { $this ex:p ?v } FILTER(!bound(?v)) }"),
    "group": shape(
        "SELECT $this (COUNT(?v) AS ?n) { $this ex:p ?v } GROUP BY $this HAVING (COUNT(?v) > 1)"
    ),
    "distinct": shape("SELECT DISTINCT $this { $this ex:p ?v }"),
    "any predicate": shape("SELECT $this ?value { $this ?p ?value FILTER(?p = ex:p) }"),
    "negated path": shape("SELECT $this ?value { $this !(ex:p|ex:q) ?value }"),
    "long path": shape("SELECT $this ?value { $this ex:q+/ex:p ?value }"),
    "property shape": below("SELECT $this ?value { $this $PATH ?value }"),
    "property shape with a long path": below(
        "SELECT $this ?value { $this $PATH ?value }", "_:path"
    ),
    "path of the result": shape(
        "SELECT $this ?path ?value { $this ?path ?value . FILTER(?path = ex:p) }"
    ),
}

KEPT: Final = {
    "target": shape(SIMPLE, 'sh:targetNode "x"@en , ex:a'),
    "star": shape("SELECT * { $this ex:p ?value }"),
    "limit": shape("SELECT $this ?value { $this ex:p ?value } ORDER BY ?value LIMIT 1"),
    "subselect": shape("SELECT $this ?value { { SELECT $this ?value { $this ex:p ?value } } }"),
    "changing": shape("SELECT $this { $this ex:p ?v FILTER(RAND() < 2) }"),
    "nested": shape("SELECT $this ?v { $this ex:p ?v { ?x ex:q ?y FILTER($this = ?x) } }"),
    "optional": shape(
        "SELECT $this ?v { { ?v ex:q ?x OPTIONAL { ?x ex:p $this } } UNION { ?v ex:r $this } }"
    ),
    "empty-path": shape("SELECT $this ?value { $this ex:q* ?value }", "sh:targetNode ex:a , ex:d"),
    "way": f"""ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:node ex:N .
    ex:N sh:sparql [ sh:prefixes ex: ; sh:select '''{SIMPLE}''' ] .""",
}

# What the standard or the engines refuse, or what hangs on the engine: only who is asked is tested.
REFUSED: Final = {
    "grammar": shape("SELECT $this { $this ex:p"),
    "form": shape("ASK { $this ex:p ?v }"),
    "this": shape("SELECT ?value { $this ex:p ?value }"),
    "rebound": shape("SELECT $this { { BIND(ex:a AS ?this) } $this ex:p ?v }"),
    "forbidden": shape("SELECT $this { $this ex:p ?v MINUS { $this ex:q ?x } }"),
    "prebound": shape("SELECT $this { $this ex:p ?v FILTER(?currentShape != ex:x) }"),
    "graph": shape(
        "SELECT $this ?g { $this ex:p ?value . FILTER NOT EXISTS { GRAPH ?g { $this ex:q ?v } } }"
    ),
    "function": shape("SELECT $this { $this ex:p ?v FILTER(ex:mine(?v)) }"),
    "group": shape(
        "SELECT $this (COUNT(?v) AS ?n) { $this ex:p ?v } GROUP BY $this ?x".replace(
            " $this ?x", " ?x"
        )
    ),
    "path": shape("SELECT $this { $this $PATH ?v }"),
}


# What is not hoisted, and what the package would answer otherwise than the standard.
BEYOND: Final = {
    "a value is calculated": shape(
        "SELECT $this ?value { $this ex:p ?v BIND(?v + 1 AS ?value) } LIMIT 9"
    ),
    "a cast": shape(
        "SELECT $this ?value { $this ex:n ?value FILTER(xsd:decimal(?value) > 2) } LIMIT 9"
    ),
    "dates are compared": shape(
        'SELECT $this ?value { $this ex:d ?value FILTER(?value < "2021-01-01"^^xsd:date) } LIMIT 9'
    ),
    "the year of a date": shape(
        "SELECT $this ?value { $this ex:d ?value FILTER(YEAR(?value) = 2020) } LIMIT 9"
    ),
    "a blank focus node": shape(
        "SELECT $this ?value { $this ex:q ?value } LIMIT 9", "sh:targetSubjectsOf ex:b"
    ),
    "a spelling": shape(
        'SELECT $this ?value { $this ex:n ?value FILTER(STR(?value) = "1.50") } LIMIT 9'
    ),
    "a datatype": shape(
        "SELECT $this ?value { $this ex:n ?value FILTER(DATATYPE(?value) = xsd:int) } LIMIT 9"
    ),
    "two literals in one": shape("SELECT $this ?value { $this ex:m ?value } LIMIT 9"),
    "below another shape": """ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:node ex:N .
    ex:N sh:sparql [ sh:prefixes ex: ; sh:select '''SELECT $this ?value {
    $this ex:d ?value FILTER(?value < "2021-01-01"^^xsd:date) }''' ] .""",
    "a component that compares dates": """ex:S a sh:NodeShape ; sh:targetClass ex:C ;
    sh:property _:P . _:P sh:path ex:d ; ex:after "2021-01-01"^^xsd:date .
    ex:K a sh:ConstraintComponent ;
    sh:parameter [ sh:path ex:after ] ; sh:validator [ a sh:SPARQLAskValidator ;
    sh:ask "ASK { FILTER($value > $after) }" ] .""",
}
SPELLED: Final = {
    "a spelling": shape('SELECT $this ?value { $this ex:n ?value FILTER(STR(?value) = "1.50") }'),
    "two literals in one": shape("SELECT $this ?value { $this ex:m ?value }"),
}
MISLEADING: Final = f"""{DATA}
ex:a ex:d "2020-05-05"^^xsd:date ; ex:n "1.50"^^xsd:decimal , "7"^^xsd:int ; ex:m 1.0 , 1.00 .
_:b ex:b 1 ; ex:q ex:a .
"""


def rule(shapes: str) -> str:
    graph = ShapeGraph(turtle(DECLARED + shapes))
    return next(why_not(graph, one) for one in constraints(graph))


def told(found: Report) -> set[tuple[str, ...]]:
    """Return the results without their number: pySHACL tells equal rows of a query once."""
    parts = ((r.focus, r.path, r.value, r.shape, r.severity) for r in found.results)
    return {tuple(map(str, one)) for one in parts}


@pytest.mark.parametrize("shapes", HOISTED.values(), ids=HOISTED)
def test_what_may_be_hoisted_is_and_means_the_same(shapes: str) -> None:
    fast = report(shapes, DATA)

    assert rule(shapes) == ""
    assert "hoisted" in fast.engines.values()
    assert told(fast) == told(report(shapes, DATA, "pyshacl"))
    assert fast.results


@pytest.mark.parametrize(("name", "shapes"), KEPT.items(), ids=KEPT)
def test_what_a_rule_names_is_not_hoisted_and_means_the_same(name: str, shapes: str) -> None:
    fast = report(shapes, DATA)

    assert rule(shapes) == name
    assert "hoisted" not in fast.engines.values()
    assert told(fast) == told(report(shapes, DATA, "pyshacl"))


@pytest.mark.parametrize("shapes", BEYOND.values(), ids=BEYOND)
def test_what_the_package_would_get_wrong_is_left_to_pyshacl(shapes: str) -> None:
    fast = report(shapes, MISLEADING)

    assert "pyshacl" in fast.engines.values()
    assert told(fast) == told(report(shapes, MISLEADING, "pyshacl"))
    assert fast.results


@pytest.mark.parametrize("shapes", SPELLED.values(), ids=SPELLED)
def test_what_the_store_spells_anew_is_asked_of_pyshacl_alone(shapes: str) -> None:
    fast = report(shapes, MISLEADING)

    assert [*fast.engines.values()] == ["shacl", "pyshacl"]
    assert told(fast) == told(report(shapes, MISLEADING, "pyshacl"))
    assert fast.results


def test_a_hoisted_value_is_as_it_was_parsed() -> None:
    fast = report(shape("SELECT $this ?value { $this ex:n ?value }"), MISLEADING)

    assert "hoisted" in fast.engines.values()
    assert {one[2] for one in told(fast)} == {
        '"1.50"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        '"7"^^<http://www.w3.org/2001/XMLSchema#int>',
    }


def test_a_query_of_named_graphs_is_an_error_for_the_reference() -> None:
    with pytest.raises(UnreadableFileError):
        report(REFUSED["graph"], DATA, "pyshacl")


@pytest.mark.parametrize(("name", "shapes"), REFUSED.items(), ids=REFUSED)
def test_what_no_engine_is_bound_to_answer_is_not_hoisted(name: str, shapes: str) -> None:
    assert rule(shapes) == name


def test_every_rule_has_a_case() -> None:
    assert {*KEPT, *REFUSED} == {*RULES, "way", "grammar"}


def test_every_rule_is_told_in_the_documents() -> None:
    text = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1] for line in text.splitlines() if line.startswith("| `")}

    assert {*RULES, "way", "grammar"} <= rows
