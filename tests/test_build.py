"""Building: what is read, when it is built again, and what survives a failure."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, NamedNode

from tests.tools import one_claim
from tests.tools.one_claim import add_claim, claims, note
from tests.tools.running import process, python
from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.errors import MissingInputError, UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command, Outcome
    from tripartite.store import EmbeddedStore


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of one claim."""
    return one_claim.write(tmp_path / "small")


def test_the_first_question_builds_and_says_so(small: Path) -> None:
    graph = KnowledgeGraph.open(str(small))

    assert claims(graph) == 1
    assert graph.notes == ("built the graph for the first time",)


def test_nothing_is_built_when_nothing_changed(small: Path) -> None:
    first = KnowledgeGraph.open(str(small)).build()

    graph = KnowledgeGraph.open(str(small))
    second = graph.build()

    assert second.rebuilt == ()
    assert second.folder == first.folder
    assert claims(graph) == 1
    assert graph.notes == ()


def test_a_new_time_alone_is_no_change(small: Path) -> None:
    KnowledgeGraph.open(str(small)).build()
    os.utime(note(small), (1, 1))

    graph = KnowledgeGraph.open(str(small))

    assert claims(graph) == 1
    assert graph.notes == ()


def test_a_changed_file_is_built_again_with_a_note(small: Path) -> None:
    KnowledgeGraph.open(str(small)).build()
    add_claim(small, "b")

    graph = KnowledgeGraph.open(str(small))

    assert claims(graph) == 2
    assert graph.notes == ("rebuilt: data/documents/note.trig changed",)


def test_a_file_that_is_gone_is_built_without(small: Path) -> None:
    second = note(small).with_name("second.trig")
    second.write_text("<http://a.example/c> a <https://w3id.org/tripartite/ontology#Claim> .")
    assert claims(KnowledgeGraph.open(str(small))) == 2
    second.unlink()

    graph = KnowledgeGraph.open(str(small))

    assert claims(graph) == 1
    assert "second.trig" in graph.notes[0]


def test_a_file_that_does_not_parse_leaves_the_last_build(small: Path, command: Command) -> None:
    command("build", "--store", str(small))
    current = (small / "build" / "current").read_text()
    note(small).write_text("claim:a {\n  nonsense\n}\n", encoding="utf-8")

    outcome = command("build", "--store", str(small))

    assert outcome.code == 3
    assert outcome.stdout == b""
    assert outcome.stderr.startswith("tripartite: data/documents/note.trig:1:")
    assert outcome.stderr.count("\n") == 1
    assert (small / "build" / "current").read_text() == current
    assert (small / "build" / current.strip() / "manifest.tsv").is_file()


@pytest.mark.parametrize(
    ("name", "content"),
    [("entities/broken.ttl", b"\xff\xfe not UTF-8"), ("broken.ttl", None), ("x.trig", b"@prefix")],
)
def test_a_file_that_cannot_be_read_is_named(small: Path, name: str, content: bytes | None) -> None:
    path = small / "data" / name
    path.parent.mkdir(exist_ok=True)
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)

    with pytest.raises(UnreadableFileError, match=f"data/{name}"):
        KnowledgeGraph.open(str(small)).build()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()

    with pytest.raises(MissingInputError, match="no documents here"):
        KnowledgeGraph.open(str(tmp_path)).build()
    with pytest.raises(MissingInputError, match="no project here"):
        KnowledgeGraph.open(str(tmp_path / "nowhere"))


def test_a_full_disk_is_one_line_and_loses_nothing(small: Path) -> None:
    KnowledgeGraph.open(str(small)).build()
    current = (small / "build" / "current").read_text()
    add_claim(small, "b")
    full = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096));"
        "from tripartite.cli import run; sys.exit(run(sys.argv[1:]))"
    )

    outcome = process_of(full, "build", "--store", str(small))

    assert outcome.code == 3
    assert outcome.stderr.startswith("tripartite: ")
    assert outcome.stderr.count("\n") == 1
    assert (small / "build" / "current").read_text() == current
    assert process("build", "--store", str(small)).code == 0


def test_the_counts_are_those_of_the_graph(graph: KnowledgeGraph) -> None:
    counts = graph.build().counts

    assert counts["documents"] == 5
    assert counts["claims"] == claims(graph) > 500
    assert counts["entities"] >= 300
    assert counts["derivations"] > 0
    assert counts["triples in the default graph"] == len(list(default(graph.store)))


def default(store: EmbeddedStore) -> list[tuple[object, ...]]:
    found = store.quads(None, None, None, DefaultGraph())
    return [tuple(quad.triple) for quad in found]


def test_the_default_graph_is_what_is_accepted(graph: KnowledgeGraph) -> None:
    store = graph.store
    facts = set(default(store))
    kept: dict[str, set[tuple[object, ...]]] = {}
    for quad in store.quads():
        claim = quad.graph_name
        if isinstance(claim, NamedNode) and claim.value.startswith(f"{v.BASE}claim/"):
            standing = store.objects(claim, v.STANDING)[0]
            is_disputed = v.DISPUTED in store.objects(claim, v.VERDICT)
            kind = "disputed" if is_disputed else str(standing).rpartition("/")[2].strip(">")
            kept.setdefault(kind, set()).add(tuple(quad.triple))
    derived = {
        tuple(quad.triple)
        for quad in store.quads()
        if str(quad.graph_name).startswith(f"<{v.BASE}derivation/")
    }
    accepted = kept["stated"] | kept["editorial"]

    assert accepted <= facts
    assert len(kept["implied"] - accepted) > 100
    assert kept["implied"] & facts <= accepted | derived
    assert kept["disputed"]
    assert kept["disputed"] & facts <= accepted | derived


def test_personal_claims_are_kept_apart(graph: KnowledgeGraph) -> None:
    everything = set(graph.quads("all", with_contacts=True))

    personal = everything - set(graph.quads("all"))

    claims_apart = {quad.subject for quad in personal if quad.object == v.PERSONAL}
    assert claims_apart
    for claim in claims_apart:
        assert isinstance(claim, NamedNode)
        assert not list(graph.store.quads(claim))
        assert not list(graph.store.quads(None, None, None, claim))


def test_every_derivation_names_its_rule_and_its_premises(graph: KnowledgeGraph) -> None:
    store = graph.store
    names = [q.subject for q in store.quads(None, v.RDF_TYPE, v.DERIVATION, DefaultGraph())]
    known = {quad.subject for quad in store.quads(None, None, None, DefaultGraph())}

    rules = set()
    for name in names:
        assert isinstance(name, NamedNode)
        assert store.objects(name, v.STANDING) == (v.INFERRED,)
        assert list(store.quads(None, None, None, name))
        premises = store.objects(name, v.PROV_DERIVED_FROM)
        assert premises
        assert set(premises) <= known
        rules |= set(store.objects(name, v.RULE))

    assert {str(rule).rpartition("/")[2].strip(">") for rule in rules} == {
        "passage-selector",
        "figure-bounds",
        "period-bounds",
        "distributive",
        "years",
    }


def process_of(script: str, *arguments: str) -> Outcome:
    return python("-c", script, *arguments)
