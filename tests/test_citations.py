"""From a claim to its passages, headings and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tripartite import KnowledgeGraph
from tripartite.documents.texts import spans
from tripartite.model import Table

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.model import Citation


def cited(graph: KnowledgeGraph) -> tuple[Citation, ...]:
    answer = graph.sparql("SELECT ?c { ?c a tp:Claim } ORDER BY ?c")
    assert isinstance(answer, Table)
    return graph.cite(answer).citations


def test_every_claim_of_a_document_is_cited_with_its_heading(graph: KnowledgeGraph) -> None:
    citations = cited(graph)

    passages = [passage for citation in citations for passage in citation.passages]
    assert len(citations) > 500
    assert {citation.standing for citation in citations} == {"stated", "implied", "editorial"}
    assert "disputed" in {citation.verdict for citation in citations}
    assert [passage for passage in passages if not passage.heading] == []
    assert all(passage.words is None for passage in passages)


def test_with_the_documents_every_passage_has_its_words(project: Path, shared: Path) -> None:
    graph = KnowledgeGraph.open(str(project), str(shared / "documents"))

    passages = [passage for citation in cited(graph) for passage in citation.passages]

    assert len(passages) > 500
    assert all(passage.words for passage in passages)
    assert not any("\n" in (passage.words or "") for passage in passages)


def test_a_changed_document_is_not_quoted(project: Path, tmp_path: Path, shared: Path) -> None:
    for path in (shared / "documents").glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes() + b"!")
    graph = KnowledgeGraph.open(str(project), str(tmp_path))

    citations = cited(graph)

    assert all(passage.words is None for c in citations for passage in c.passages)
    assert any("SHA-256 differs" in note for note in graph.notes)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("b c", ((2, 5), (6, 10))),
        ("a", ((0, 1),)),
        ("B", ()),
        ("  ", ()),
        ("c.b", ()),
    ],
)
def test_white_space_is_all_alike_where_a_text_is_located(
    wanted: str, found: tuple[tuple[int, int], ...]
) -> None:
    assert spans("a b c b \nc", wanted) == found


def test_a_text_is_located_in_code_points(project: Path, shared: Path) -> None:
    graph = KnowledgeGraph.open(str(project), str(shared / "documents"))

    table = graph.locate("brochure", "Pakistan")

    text = next((shared / "documents").glob("001_*")).read_bytes().decode()
    places = [tuple(int(getattr(cell, "value", "0")) for cell in row[1:]) for row in table.rows]
    assert len(places) == text.count("Pakistan") > 0
    assert all(text[start:end] == "Pakistan" for start, end in places)
