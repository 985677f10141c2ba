"""The smallest project: one document with one claim, and more claims when a test asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from tripartite import KnowledgeGraph

if TYPE_CHECKING:
    from pathlib import Path

_FIRST: Final = """\
@prefix tp: <https://w3id.org/tripartite/ontology#> .
@prefix claim: <https://w3id.org/tripartite/claim/> .
@prefix project: <https://w3id.org/tripartite/project/> .
@prefix standing: <https://w3id.org/tripartite/standing/> .
claim:note-a { project:x a tp:Project . }
claim:note-a a tp:Claim ; tp:standing standing:stated .
"""
_COUNT: Final = "SELECT (COUNT(?c) AS ?claims) { ?c a tp:Claim }"


def write(folder: Path) -> Path:
    """Write the project into a new folder; return the folder."""
    (folder / "data" / "documents").mkdir(parents=True)
    note(folder).write_text(_FIRST, encoding="utf-8")
    return folder


def note(project: Path) -> Path:
    """Return the project's one document."""
    return project / "data" / "documents" / "note.trig"


def add_claim(project: Path, name: str) -> None:
    """Claim one thing more."""
    with note(project).open("a", encoding="utf-8") as file:
        file.write(f"claim:note-{name} a tp:Claim ; tp:standing standing:stated .\n")


def claims(graph: KnowledgeGraph) -> int:
    """Return how many claims a graph answers with."""
    (cell,) = graph.reader.select(_COUNT).rows[0]
    assert isinstance(cell, Literal)
    return int(cell.value)


def claims_in(store: Path | str) -> int:
    """Return how many claims the graph in a folder, or on a server, answers with, asked anew."""
    return claims(KnowledgeGraph.open(str(store)))
