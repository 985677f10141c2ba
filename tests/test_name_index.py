"""The index of names: made by the build, or in memory, with the same answers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tripartite import KnowledgeGraph, name_index, places, resolve
from tripartite import vocabulary as v
from tripartite.build import snapshot
from tripartite.naming import ALIAS, IDENTIFIER, LABEL, Name, names
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path

SEARCHES = ("日本", "省", "labor", "ilo 駐日", "1 3", "厚生労働省", "japan", "vn")


def labelled(*texts: str) -> EmbeddedStore:
    """Return a graph of bodies called so, numbered in this order."""
    return EmbeddedStore.of(
        Quad(v.entity("body", f"b{number}"), v.RDFS_LABEL, Literal(text, language="ja"))
        for number, text in enumerate(texts)
    )


def held(store: EmbeddedStore, searched: str) -> list[str]:
    """Return the texts of the names that hold this key."""
    return [entry.text for entry in name_index.of(store).holding(searched)]


def test_a_build_holds_an_index_beside_its_store(graph: KnowledgeGraph) -> None:
    found = snapshot.held(graph.places.builds)

    assert found.store.with_name(name_index.FILE).is_file()


@pytest.mark.parametrize("searched", SEARCHES)
def test_an_index_in_memory_gives_the_same(searched: str, graph: KnowledgeGraph) -> None:
    memory = EmbeddedStore.of(graph.store.quads())

    entries = name_index.of(memory).holding(searched)

    assert entries
    assert entries == name_index.of(graph.store).holding(searched)


@pytest.mark.parametrize("text", ["Japan", "ＪＡＰＡＮ", "厚労省", "nobody"])
def test_an_exact_name_is_the_same_with_an_index_and_without(
    text: str, graph: KnowledgeGraph
) -> None:
    memory = EmbeddedStore.of(graph.store.quads())

    without = name_index.exact(memory, text)

    assert memory.names is None
    assert sorted(without) == sorted(name_index.exact(graph.store, text))
    assert bool(without) == (text != "nobody")


def test_a_build_that_lost_its_index_is_still_searched(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    assert graph.store.folder is not None
    shutil.copytree(graph.store.folder, tmp_path / "store")
    store = EmbeddedStore.open(tmp_path / "store")

    assert resolve.entity(store, "日本政府") == v.entity("body", "government-of-japan")
    assert held(store, "日本政府")


def test_the_index_holds_every_name_once(graph: KnowledgeGraph) -> None:
    found = {(e.text, e.iri, e.rank) for e in name_index.of(graph.store).every()}

    assert found == {(n.text, n.iri.value, n.rank) for n in names(graph.store)}
    assert {rank for _, _, rank in found} == {LABEL, ALIAS, IDENTIFIER}
    assert len(found) > 1500


@pytest.mark.parametrize(
    ("searched", "found"),
    [
        ("労働", ["厚生労働省", "労働ILO"]),
        ("働", ["厚生労働省", "労働ILO"]),
        ("省", ["厚生労働省"]),
        ("生働", []),
        ("労働ilo", ["労働ILO"]),
        ("ilo労働", []),
        ("厚生 省", ["厚生労働省"]),
        ("il", ["労働ILO"]),
        ("lo", []),
        ("ノルト", ["ノルトハーフェン"]),
        ("ルトハ", ["ノルトハーフェン"]),
        ("ー", ["ノルトハーフェン"]),
    ],
)
def test_pairs_of_characters_stand_in_a_row(searched: str, found: list[str]) -> None:
    store = labelled("厚生労働省", "労働ILO", "ノルトハーフェン")

    assert sorted(held(store, searched)) == sorted(found)


def test_an_index_that_cannot_be_written_is_an_error_of_the_file(tmp_path: Path) -> None:
    name = Name("Japan", NamedNode("https://w3id.org/tripartite/country/japan"), LABEL)

    with pytest.raises(OSError, match="unable to open"):
        name_index.write(tmp_path / "no-folder" / name_index.FILE, [name])


def test_a_change_of_how_names_are_indexed_rebuilds(project: Path) -> None:
    inputs = {path.name for path in places.locate(str(project)).inputs().values()}

    assert {"name_index.py", "naming.py"} <= inputs


def test_a_folder_with_a_strange_name_is_opened(graph: KnowledgeGraph, tmp_path: Path) -> None:
    assert graph.store.folder is not None
    strange = tmp_path / "a b%20#?ü日"
    shutil.copytree(graph.store.folder.parent, strange)

    store = EmbeddedStore.open(strange / snapshot.STORE)

    assert held(store, "日本")
