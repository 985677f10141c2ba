"""Exports of the real graph: they parse again, the same, and never show contacts unasked."""

from __future__ import annotations

import io
import json
import socket
from typing import TYPE_CHECKING, Any

import openpyxl
import pyoxigraph as ox
import pytest
import rdflib

from tests.tools.running import process
from tripartite import KnowledgeGraph, places
from tripartite import vocabulary as v
from tripartite.cli.formats import EXPORTS
from tripartite.curie import DOCUMENT
from tripartite.errors import UnsupportedFormatError
from tripartite.exports.formats import OF_LINES
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.tools.running import Command

FORMATS = {
    "turtle": ("turtle", ox.RdfFormat.TURTLE),
    "ntriples": ("nt", ox.RdfFormat.N_TRIPLES),
    "nquads": ("nquads", ox.RdfFormat.N_QUADS),
    "trig": ("trig", ox.RdfFormat.TRIG),
    "jsonld": ("json-ld", ox.RdfFormat.JSON_LD),
    "jsonld-expanded": ("json-ld", ox.RdfFormat.JSON_LD),
    "rdfxml": ("xml", ox.RdfFormat.RDF_XML),
}
WITH_GRAPHS = ("nquads", "trig", "jsonld", "jsonld-expanded")
WITHOUT_GRAPHS = ("turtle", "ntriples", "rdfxml")
# JSON-LD takes seconds; "all" holds the other two choices.
CHOICES = [(form, "default") for form in FORMATS if form != "jsonld"] + [
    *((form, "claims") for form in WITH_GRAPHS if form != "jsonld"),
    *((form, "all") for form in WITH_GRAPHS),
]


def spelled(quads: Iterable[ox.Quad]) -> set[str]:
    """Return quads as text: there are no blank nodes, so equal sets are isomorphic."""
    return {str(quad) for quad in quads}


def read_by_rdflib(text: str, form: str) -> set[str]:
    """Read text with rdflib, literals as they are spelled, and hand on what it read."""
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=form)
    lines = dataset.serialize(format="nquads")
    return spelled(ox.parse(lines.encode(), format=ox.RdfFormat.N_QUADS))


@pytest.fixture(autouse=True)
def _spelling_as_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


# rdflib 7.6 warns of what its own parsers and Dataset do.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.slow
@pytest.mark.parametrize(("form", "choice"), CHOICES)
def test_an_export_parses_again_to_the_same_graph(
    form: str, choice: str, graph: KnowledgeGraph
) -> None:
    quads = graph.quads(choice)

    text = graph.serialize(quads, form)

    assert isinstance(text, str)
    theirs, ours = FORMATS[form]
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad)
    assert spelled(ox.parse(text.encode(), format=ours)) == spelled(quads)
    assert read_by_rdflib(text, theirs) == spelled(quads)


@pytest.mark.parametrize("form", WITHOUT_GRAPHS)
@pytest.mark.parametrize("choice", ["claims", "all"])
def test_a_format_without_named_graphs_refuses_them(
    form: str, choice: str, command: Command
) -> None:
    outcome = command("export", "-f", form, "--graph", choice)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert "trig" in outcome.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "choice"),
    [
        ("turtle", "default"),
        ("trig", "all"),
        ("jsonld", "claims"),
        ("jsonld-expanded", "default"),
    ],
)
def test_an_export_has_the_same_bytes_under_any_hash_seed(
    form: str, choice: str, project: Path
) -> None:
    outcomes = [
        process(
            "export",
            "-f",
            form,
            "--graph",
            choice,
            "--store",
            str(project),
            environment={"PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    ]

    assert outcomes[0].code == 0
    assert outcomes[0].stdout
    assert outcomes[0].stdout == outcomes[1].stdout


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.slow
def test_what_the_engine_writes_is_the_same_graph(graph: KnowledgeGraph) -> None:
    text = graph.export("jsonld-expanded")

    assert isinstance(text, bytes)
    assert spelled(ox.parse(text, format=ox.RdfFormat.JSON_LD)) == spelled(graph.quads())
    assert read_by_rdflib(text.decode(), "json-ld") == spelled(graph.quads())


# What the engine's lines do not tell alone, or what is spelled in an unusual way.
AWKWARD = {
    "nothing": "",
    "one node": "<u:a> <u:p> <u:b> .",
    "a blank node": '<u:a> <u:p> _:b . _:b <u:p> "1" . <u:c> <u:p> <u:d> .',
    "an empty list": f"<u:a> <u:p> <{v.STANDARDS['rdf']}nil> . <u:c> <u:p> <u:d> .",
    "escapes": r'<u:a> <u:p> "a\tb\nc \"d\" \\ . 国" . <u:c> <u:p> "b .\r\n"@en , "1"^^<u:int> .',
    "a text like a blank node": r'<u:a> <u:p> "\n_:c" , " _:b" . <u:c> <u:p> <u:d> .',
    "a triple in a triple": "<u:a> <u:p> <<( <u:a> <u:p> <u:b> )>> . <u:c> <u:p> <u:d> .",
    "passages": f"<{DOCUMENT}tp#char=1,2> <u:p> <{DOCUMENT}page#char=007,9> , <{DOCUMENT}page> .",
}


@pytest.mark.slow
@pytest.mark.parametrize("form", OF_LINES)
def test_the_engines_lines_become_the_same_text(form: str, graph: KnowledgeGraph) -> None:
    assert graph.export(form) == graph.serialize(graph.quads(), form)


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
@pytest.mark.parametrize("form", OF_LINES)
def test_an_awkward_graph_is_the_same_text(form: str, text: str) -> None:
    graph = KnowledgeGraph(places.locate())
    graph._store = EmbeddedStore.of(ox.parse(text, format=ox.RdfFormat.TURTLE))  # noqa: SLF001

    def outcome(work: Callable[[], object]) -> object:
        try:
            return work()
        except UnsupportedFormatError as error:
            return str(error)

    assert outcome(lambda: graph.export(form)) == outcome(
        lambda: graph.serialize(graph.quads(), form)
    )


def test_json_ld_needs_no_network(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)

    compact = json.loads(graph.export("jsonld", "claims"))

    assert compact["@context"]
    assert len(compact["graph"]) > 500


@pytest.mark.slow
def test_framed_json_ld_embeds_labels_but_no_neighbourhoods(graph: KnowledgeGraph) -> None:
    framed = json.loads(graph.export("jsonld-framed"))

    nodes = framed["graph"]
    embedded = [value for node in nodes for value in nodes_in(node)]
    assert len(nodes) > 300
    assert len(embedded) > 300
    assert max(depth(node) for node in nodes) <= 2
    assert {key for node in embedded for key in node} <= {"id", "type", "label", "prefLabel"}
    assert any("label" in node for node in embedded)


def nodes_in(node: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the nodes that stand as values of a node's properties."""
    values = [v for value in node.values() for v in (value if isinstance(value, list) else [value])]
    return [value for value in values if isinstance(value, dict) and {"id", "@id"} & value.keys()]


def depth(node: dict[str, Any]) -> int:
    return 1 + max((depth(inner) for inner in nodes_in(node)), default=0)


@pytest.mark.parametrize("form", ["turtle", "csv"])
def test_contacts_are_exported_only_when_asked_for(form: str, command: Command) -> None:
    without = command("export", "-f", form)
    with_contacts = command("export", "-f", form, "--with-contacts")

    assert without.code == with_contacts.code == 0
    assert "includes personal contacts" in with_contacts.stderr
    assert "includes personal contacts" not in without.stderr
    if form != "csv":
        assert len(with_contacts.stdout) > len(without.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_no_export_holds_a_personal_value(form: str, graph: KnowledgeGraph) -> None:
    public = {quad.object for quad in graph.quads("all")}
    apart = set(graph.quads("all", with_contacts=True)) - set(graph.quads("all"))
    secrets = {
        q.object.value
        for q in apart
        if q.predicate != v.RDF_TYPE
        and q.object not in public
        and isinstance(q.object, ox.NamedNode | ox.Literal)
        and is_contact(q.object)
    }
    choice = {"trig": "all", "nquads": "all", "turtle12": "all", "jsonld": "claims"}.get(
        form, "default"
    )

    exported = graph.export(form, choice)

    if isinstance(exported, bytes):
        exported = cells(exported) if form == "xlsx" else exported.decode()
    assert secrets
    assert [secret for secret in secrets if secret in exported] == []


def is_contact(term: ox.NamedNode | ox.Literal) -> bool:
    return isinstance(term, ox.Literal) or term.value.startswith(("tel:", "mailto:"))


def cells(workbook: bytes) -> str:
    sheets = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets
    return "\n".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)


@pytest.mark.parametrize(("ending", "start"), [("csv", b"class,entity,label"), ("xlsx", b"PK")])
def test_tables_by_class_are_written(
    ending: str, start: bytes, tmp_path: Path, command: Command
) -> None:
    path = tmp_path / f"tables.{ending}"

    outcome = command("export", "-o", str(path))

    assert outcome.code == 0
    assert path.read_bytes().removeprefix(b"\xef\xbb\xbf").startswith(start)
    assert outcome.stderr.splitlines()[-1] == f"wrote {path}"
