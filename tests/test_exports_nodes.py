"""JSON-LD written from examples of each kind is what pyld writes of the whole, byte for byte."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld as pyld  # type: ignore[import-untyped]  # it ships no types
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from benchmarks.generate import triples
from tests.test_exports_graphs import DATASET, datasets
from tests.test_exports_jsonld import CONTEXT, NEIGHBOURHOOD
from tests.tools.places import ROOT
from tripartite.exports import compaction, jsonld, nodes
from tripartite.exports.compaction import UnlearnedError
from tripartite.exports.facts import by_graph
from tripartite.vocabulary import RDF_TYPE, RDFS_LABEL, STANDARDS, entity, tp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite import KnowledgeGraph

OURS: Mapping[str, Any] = json.loads((ROOT / "ontology" / "context.jsonld").read_bytes())
XSD = STANDARDS["xsd"]
ONE, TWO = entity("project", "one"), entity("project", "two")
# A context with what ours has not: lists of one, two terms for one property, no aliases.
OTHER = {
    "@context": {
        "rdfs": STANDARDS["rdfs"],
        "x": "http://example.org/",
        "y": "http://example.org/a/",
        "label": {"@id": f"{STANDARDS['rdfs']}label", "@container": "@set"},
        "number": {"@id": "http://example.org/p", "@type": f"{XSD}integer"},
        "link": {"@id": "http://example.org/p", "@type": "@id"},
        "said": {"@id": "http://example.org/p", "@container": ["@language", "@set"]},
    }
}
CONTEXTS = {"ours": OURS, "small": CONTEXT, "other": OTHER}


def by_pyld(quads: Iterable[Quad | Triple], context: Mapping[str, Any]) -> str:
    """Write as the module did before it learned from examples."""
    return jsonld.by_pyld(quads, lambda expanded: pyld.compact(expanded, context["@context"], {}))


def learned(quads: Iterable[Quad], context: Mapping[str, Any]) -> str | None:
    try:
        return nodes.written(by_graph(dict.fromkeys(quads)), context["@context"])
    except UnlearnedError:
        return None


@pytest.mark.slow
@pytest.mark.parametrize("choice", ["default", "all"])
def test_our_graph_is_what_pyld_writes(choice: str, graph: KnowledgeGraph) -> None:
    quads = graph.quads(choice)

    text = learned(quads, OURS)

    assert text == by_pyld(quads, OURS)


@pytest.mark.slow
def test_generated_data_are_what_pyld_writes() -> None:
    quads = [Quad(*triple) for triple in triples(5_000)]

    text = learned(quads, OURS)

    assert text == by_pyld(quads, OURS)


@given(datasets)
@settings(max_examples=100, deadline=None)
@pytest.mark.parametrize("name", CONTEXTS)
def test_any_dataset_is_what_pyld_writes_or_left_to_it(name: str, quads: list[Quad]) -> None:
    text = learned(quads, CONTEXTS[name])

    assert text in (None, by_pyld(quads, CONTEXTS[name]))


@pytest.mark.parametrize("name", ["ours", "small"])
def test_what_we_have_is_learned(name: str) -> None:
    assert learned([*DATASET, *(Quad(*t) for t in NEIGHBOURHOOD)], CONTEXTS[name])


@given(st.lists(st.sampled_from(["en", "ja", "id", "type", "en-GB", "ja-Latn"]), max_size=4))
@settings(max_examples=30, deadline=None)
def test_languages_stand_in_the_order_of_keys(languages: list[str]) -> None:
    said = [
        Quad(one, RDFS_LABEL, Literal(f"{one.value[-3:]}\t{number}\x7f", language=language))
        for one in (ONE, TWO)
        for number, language in enumerate(languages)
    ]
    quads = [*said, Quad(ONE, RDF_TYPE, tp("Project")), Quad(TWO, RDF_TYPE, tp("Project"))]

    assert learned(quads, OURS) == by_pyld(quads, OURS)


LEFT = {
    "one node": [Triple(ONE, RDFS_LABEL, Literal("One"))],
    "a blank node": [*NEIGHBOURHOOD, Triple(BlankNode("b"), tp("fundedBy"), ONE)],
    "a list": [*NEIGHBOURHOOD, Triple(ONE, tp("x"), NamedNode(f"{STANDARDS['rdf']}nil"))],
    "JSON": [
        *NEIGHBOURHOOD,
        Triple(ONE, tp("x"), Literal("[1]", datatype=NamedNode(f"{STANDARDS['rdf']}JSON"))),
    ],
    "nothing": [],
}


@pytest.mark.parametrize("name", LEFT)
def test_what_no_example_shows_is_left_to_pyld(name: str) -> None:
    quads = [Quad(*triple) for triple in LEFT[name]]

    assert learned(quads, OURS) is None
    assert jsonld.as_compact(quads, OURS) == by_pyld(quads, OURS)


@pytest.mark.parametrize(
    "entry",
    [
        {"@vocab": "http://example.org/"},
        {"@language": "en"},
        {"@base": "http://example.org/"},
        {"kind": {"@id": "tp:kind", "@type": "@vocab"}},
        {"of": {"@reverse": "tp:part"}},
        {"parts": {"@id": "tp:part", "@container": "@list"}},
        {"sub": "tp:sub/"},
        {"tp:part": {"@type": "@id"}},
    ],
    ids=str,
)
def test_a_context_with_more_than_plain_terms_is_left_to_pyld(entry: dict[str, Any]) -> None:
    context = {**CONTEXT["@context"], **entry}

    with pytest.raises(UnlearnedError):
        compaction.learn(context, [], [])
    assert jsonld.as_compact(NEIGHBOURHOOD, {"@context": context}) == by_pyld(
        NEIGHBOURHOOD, {"@context": context}
    )


def test_a_kind_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def compact(examples: list[object], *rest: object) -> object:
        asked.append(len(examples))
        return original(examples, *rest)

    original = pyld.compact
    monkeypatch.setattr(pyld, "compact", compact)

    assert learned([Quad(*t) for t in islice(triples(8_000), 6_000)], OURS)
    assert len(asked) == 1
    assert asked[0] < 300
