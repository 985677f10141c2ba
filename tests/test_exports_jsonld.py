"""JSON-LD with readable keys, offline, the same bytes each time."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse

from tests.test_exports_graphs import DATASET, datasets, read
from tripartite.errors import UnreadableFileError, UnsupportedFormatError
from tripartite.exports import jsonld, rdf
from tripartite.vocabulary import BASE, RDF_TYPE, RDFS_LABEL, STANDARDS, TP, entity, tp

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT = {
    "@context": {
        "id": "@id",
        "type": "@type",
        "graph": "@graph",
        "tp": TP,
        "body": f"{BASE}body/",
        "project": f"{BASE}project/",
        "claim": f"{BASE}claim/",
        "rdfs": STANDARDS["rdfs"],
        "xsd": STANDARDS["xsd"],
        "Project": "tp:Project",
        "label": {"@id": f"{STANDARDS['rdfs']}label", "@container": "@language"},
        "fundedBy": {"@id": "tp:fundedBy", "@type": "@id"},
        "amount": {"@id": "tp:amount", "@type": "xsd:integer"},
    }
}
FRAME = {
    "@context": "https://w3id.org/tripartite/context.jsonld",
    "type": "Project",
    "fundedBy": {"@explicit": True, "@omitDefault": True, "rdfs:label": {}},
}
PROJECT = entity("project", "a")
ILO = entity("body", "ilo")
NEIGHBOURHOOD = [
    Triple(PROJECT, RDF_TYPE, tp("Project")),
    Triple(PROJECT, tp("fundedBy"), ILO),
    Triple(PROJECT, tp("amount"), Literal(1400000)),
    Triple(ILO, RDFS_LABEL, Literal("ILO", language="en")),
    Triple(ILO, RDFS_LABEL, Literal("国際労働機関", language="ja")),
    Triple(ILO, tp("locatedIn"), entity("locality", "geneva")),
]
texts = st.text(max_size=20)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_compact_has_readable_keys_in_one_order() -> None:
    content = json.loads(jsonld.as_compact(NEIGHBOURHOOD, CONTEXT))

    assert list(content) == ["@context", "graph"]
    assert content["graph"] == [
        {
            "id": "body:ilo",
            "label": {"en": "ILO", "ja": "国際労働機関"},
            "tp:locatedIn": {"id": f"{BASE}locality/geneva"},
        },
        {"id": "project:a", "type": "Project", "amount": "1400000", "fundedBy": "body:ilo"},
    ]
    assert list(content["graph"][1]) == ["id", "type", "amount", "fundedBy"]


def test_named_graphs_are_kept() -> None:
    text = jsonld.as_compact(DATASET, CONTEXT)

    lines = rdf.as_nquads(read(text, RdfFormat.JSON_LD))
    assert lines == rdf.as_nquads(DATASET)


# rdflib 7.6 warns of its own use of what it deprecates.
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_rdflib_reads_the_same_dataset() -> None:
    text = jsonld.as_compact(DATASET, CONTEXT)

    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="json-ld")
    lines = dataset.serialize(format="nquads")
    assert set(parse(lines.encode(), format=RdfFormat.N_QUADS)) == set(DATASET)


@given(texts)
@settings(max_examples=30)
def test_any_text_comes_back(text: str) -> None:
    graph = {
        Quad(ILO, RDFS_LABEL, Literal(text, language="ja")),
        Quad(ILO, tp("note"), Literal(text)),
    }

    written = jsonld.as_compact(graph, CONTEXT)

    assert read(written, RdfFormat.JSON_LD) == graph


def test_framed_embeds_labels_and_not_whole_neighbourhoods() -> None:
    content = json.loads(jsonld.as_framed(NEIGHBOURHOOD, CONTEXT, FRAME))

    content.pop("@context")
    assert content == {
        "id": "project:a",
        "type": "Project",
        "amount": "1400000",
        "fundedBy": {"id": "body:ilo", "label": {"en": "ILO", "ja": "国際労働機関"}},
    }


@pytest.mark.parametrize(
    "write",
    [
        lambda graph: jsonld.as_compact(graph, CONTEXT),
        lambda graph: jsonld.as_framed(graph, CONTEXT, FRAME),
    ],
    ids=["compact", "framed"],
)
def test_the_order_of_the_input_does_not_matter(write: Callable[[list[Triple]], str]) -> None:
    text = write(NEIGHBOURHOOD)

    assert write(NEIGHBOURHOOD[::-1]) == text
    assert text.endswith("}\n")
    assert "国際労働機関" in text


def test_a_context_that_is_not_bundled_is_refused_without_asking_the_network() -> None:
    remote = {"@context": "https://example.org/context.jsonld"}

    with pytest.raises(UnreadableFileError, match=r"example\.org/context\.jsonld"):
        jsonld.as_compact(NEIGHBOURHOOD, remote)
    with pytest.raises(UnreadableFileError, match=r"example\.org/context\.jsonld"):
        jsonld.as_framed(NEIGHBOURHOOD, remote, FRAME)


ONTOLOGY = Path(__file__).parents[1] / "ontology"


def test_the_bundled_context_and_frame_embed_labels_only() -> None:
    context, frame = (
        json.loads((ONTOLOGY / name).read_text(encoding="utf-8"))
        for name in ("context.jsonld", "frame.jsonld")
    )
    donor = Triple(ILO, RDF_TYPE, tp("Donor"))

    compact = json.loads(jsonld.as_compact([*DATASET, *NEIGHBOURHOOD], context))
    framed = json.loads(jsonld.as_framed([*NEIGHBOURHOOD, donor], context, frame))

    assert not [key for node in compact["graph"] for key in node if ":" in key]
    nodes = {node["id"]: node for node in framed["graph"]}
    assert nodes["project:a"]["fundedBy"] == {
        "id": "body:ilo",
        "type": "Donor",
        "label": {"en": "ILO", "ja": "国際労働機関"},
    }


@given(datasets)
@settings(max_examples=30)
def test_any_dataset_comes_back(quads: list[Quad]) -> None:
    text = jsonld.as_compact(quads, CONTEXT)

    assert read(text, RdfFormat.JSON_LD) == set(quads)


def test_a_frame_refuses_named_graphs() -> None:
    with pytest.raises(UnsupportedFormatError, match="trig"):
        jsonld.as_framed(DATASET, CONTEXT, FRAME)
