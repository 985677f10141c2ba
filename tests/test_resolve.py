"""A name in either language becomes the entity; a parameter's text becomes a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from tripartite import TripartiteError, library, resolve
from tripartite import vocabulary as v
from tripartite.errors import AmbiguousNameError, BadParameterError, UnknownNameError
from tripartite.model import NamedQuery, Parameter
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from tripartite import KnowledgeGraph

SMALL = EmbeddedStore.of(
    parse(
        """
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix body: <https://w3id.org/tripartite/body/> .
        @prefix group: <https://w3id.org/tripartite/group/> .
        body:asean rdfs:label "ASEAN"@en .
        group:members rdfs:label "ASEAN countries"@en ; skos:altLabel "ASEAN"@en .
        body:one rdfs:label "Twin"@en . body:two rdfs:label "Twin"@en .
        body:iom rdfs:label "IOM"@en .
        """,
        format=RdfFormat.TURTLE,
    )
)
QUERY = NamedQuery(
    name="test/echo",
    summary="",
    questions={},
    tags=(),
    parameters=(Parameter("x", "text"),),
    columns=("x",),
    text='SELECT ?x WHERE {\n  VALUES ?x { UNDEF }\n  VALUES ?language { "en" }\n}',
)


@pytest.mark.parametrize(
    "name",
    [
        "Government of Japan",
        "government  of JAPAN",
        "日本政府",
        "Japanese Government",
        "body:government-of-japan",
        "https://w3id.org/tripartite/body/government-of-japan",
        "<https://w3id.org/tripartite/body/government-of-japan>",
    ],
)
def test_an_entity_is_found_by_any_of_its_names(name: str, graph: KnowledgeGraph) -> None:
    assert resolve.entity(graph.store, name) == v.entity("body", "government-of-japan")


def test_every_label_of_every_entity_leads_to_it_or_is_ambiguous(graph: KnowledgeGraph) -> None:
    wrong = []
    entities = [v.entity("country", n) for n in ("thailand", "viet-nam", "lao-pdr", "japan")]
    for iri in entities:
        for label in graph.store.objects(iri, v.RDFS_LABEL):
            assert isinstance(label, Literal)
            if resolve.entity(graph.store, label.value) != iri:
                wrong.append(label.value)

    assert wrong == []


def test_a_label_wins_over_an_alias() -> None:
    assert resolve.entity(SMALL, "ASEAN") == v.entity("body", "asean")


def test_an_ambiguous_name_lists_its_candidates() -> None:
    with pytest.raises(AmbiguousNameError, match="body:one, body:two"):
        resolve.entity(SMALL, "Twin")


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'ASEAN countries'"):
        resolve.entity(SMALL, "ASEAN county")


@pytest.mark.parametrize(
    ("kind", "text", "datatype"),
    [
        ("number", "2011", v.XSD_INTEGER),
        ("number", "-3", v.XSD_INTEGER),
        ("number", "1.5", v.XSD_DECIMAL),
        ("date", "2017-05-11", v.XSD_DATE),
        ("text", "2011", v.XSD_STRING),
    ],
)
def test_a_value_is_typed(kind: str, text: str, datatype: NamedNode) -> None:
    assert resolve.term(SMALL, Parameter("x", kind), text) == Literal(text, datatype=datatype)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("number", "many"),
        ("number", ""),
        ("number", "NaN"),
        ("number", "Infinity"),
        ("number", "1e5"),
        ("number", "1_000"),
        ("number", "２０１１"),
        ("number", " 5"),
        ("date", "2017"),
        ("date", "11 May 2017"),
        ("date", "2017-02-30"),
    ],
)
def test_what_is_not_of_the_kind_is_refused(kind: str, text: str) -> None:
    with pytest.raises(BadParameterError, match="expected"):
        resolve.term(SMALL, Parameter("x", kind), text)


@given(kind=st.sampled_from(["iri", "number", "date", "text"]), text=st.text())
def test_any_text_is_refused_or_comes_back_as_itself(kind: str, text: str) -> None:
    try:
        term = resolve.term(SMALL, Parameter("x", kind), text)
    except TripartiteError:
        return

    table = SMALL.select(library.bind(QUERY, {"x": term}))

    assert table.rows == ((term,),)
    if kind == "text":
        assert term == Literal(text)


@given(st.text())
def test_a_text_never_becomes_sparql(text: str) -> None:
    bound = library.bind(QUERY, {"x": Literal(text)}, "ja")

    assert SMALL.select(bound).rows == ((Literal(text),),)
    assert 'VALUES ?language { "ja" }' in bound
