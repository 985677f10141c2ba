"""The store in this process: what a query may use undeclared, however much there is of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Quad, Triple

from tests.test_exports_graphs import blank_graphs
from tripartite.errors import QuerySyntaxError
from tripartite.model import Table
from tripartite.store import EmbeddedStore
from tripartite.vocabulary import BASE, RDF_TYPE, RDFS_LABEL, STANDARDS, entity, tp

LONG = "a-report-with-a-slug-of-more-than-sixty-letters-as-some-publishers-like-them"
RDFS = STANDARDS["rdfs"]
PROJECT = entity("project", "one")
STORE = EmbeddedStore.of(
    [
        Quad(PROJECT, RDFS_LABEL, Literal("One", language="en")),
        Quad(entity("document", LONG), RDF_TYPE, tp("SourceDocument")),
        Quad(PROJECT, tp("passage"), NamedNode(f"{BASE}document/{LONG}#char=1,2")),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?l { project:one rdfs:label ?l }",
        f"SELECT ?l {{project:one<{RDFS}label>?l}}",
        "SELECT ?l { ?p rdfs:label ?l . ?p !a|^tp:passage ?l }",
        "SELECT ?l { { ?p rdfs:label ?l }UNION{ ?l tp:x ?p } }",
        'SELECT ?l { ?p rdfs:label ?l FILTER(DATATYPE(?l)=rdf:langString||"xsd:date"=?l) }',
        f"PREFIX rdfs: <u:x> PREFIX mine: <{RDFS}> SELECT ?l {{ ?p mine:label ?l }}",
        f"SELECT ?l {{ ?p tp:passage {LONG}:1\\,2 ; rdfs:label ?l }}",
        f"PREFIX x:<{BASE}>SELECT ?l {{ ?p tp:passage ?x ; rdfs:label ?l FILTER(?x!={LONG}:) }}",
    ],
)
def test_our_prefixes_need_no_declaration(text: str) -> None:
    answer = STORE.query(text)

    assert answer == Table(("l",), ((Literal("One", language="en"),),))


@given(blank_graphs)
@settings(max_examples=50)
def test_triples_are_distinct_and_in_the_order_of_their_spelling(triples: list[Triple]) -> None:
    store = EmbeddedStore.of(Quad(*triple) for triple in triples)

    answer = store.query("CONSTRUCT { ?s ?p ?o . ?s <u:p> ?p } { ?s ?p ?o }")

    assert isinstance(answer, tuple)
    assert list(answer) == sorted(set(answer), key=str)
    assert len(answer) >= len({triple.predicate for triple in triples})


@pytest.mark.parametrize("text", ["ASK { ?s nobody:x ?o }", "ASK { ?s :x ?o }"])
def test_a_prefix_of_nobody_is_an_error(text: str) -> None:
    with pytest.raises(QuerySyntaxError):
        STORE.query(text)


def test_a_very_long_name_is_no_burden() -> None:
    with pytest.raises(QuerySyntaxError):
        STORE.query(f"ASK {{ ?s {'a' * 60_000}:x ?o }}")
