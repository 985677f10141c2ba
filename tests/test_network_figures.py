"""Figures in the words of relations: spelled as a person reads them, and alike in all pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.tools.svg import svg
from tripartite import KnowledgeGraph
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.timeline.choosing import Asked

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.pictures.drawing import Drawing

SAME: Final = {
    "en": ("the equivalent of US$1.4 million", "about ¥50 million", "54,957 people"),
    "ja": ("140万米ドル相当", "約5,000万円", "5万4,957人"),
}
# A currency's code, a unit without its plural, a period as it is stored.
RAW: Final = re.compile(
    r"\b(USD|JPY)\b|[02-9] (person|dollar|year|month|seat|country)\b|\d-\d\d-\d\d|\d/[\d.]"
)


@pytest.fixture(scope="module", params=["en", "ja"])
def opened(request: pytest.FixtureRequest, project: Path) -> tuple[str, KnowledgeGraph]:
    return request.param, KnowledgeGraph.open(str(project), language=request.param)


def details(drawing: Drawing) -> list[str]:
    """Return the column ``detail`` of a picture's rows."""
    place = drawing.table.columns.index("detail")
    return [str(row[place].value) for row in drawing.table.rows if row[place] is not None]  # type: ignore[union-attr]  # a literal


def test_graph_timeline_and_flow_spell_an_amount_alike(
    opened: tuple[str, KnowledgeGraph],
) -> None:
    language, graph = opened
    contribution, yen, people = SAME[language]

    around = details(graph.draw_graph(Wanted(("fund:ssn",))))
    dated = details(graph.draw_timeline(Asked()))
    flowing = "".join(svg(graph.draw_flow("fund:ssn")).itertext())

    assert any(contribution in said for said in around)
    assert any(contribution in said for said in dated)
    assert contribution in flowing
    assert any(yen in said for said in dated)
    assert yen in flowing
    assert any(people in said for said in dated)


def test_no_figure_is_spelled_as_a_machine_has_it(opened: tuple[str, KnowledgeGraph]) -> None:
    language, graph = opened

    said = [*details(graph.draw_graph(Wanted())), *details(graph.draw_timeline(Asked()))]
    raw = [text for text in said if RAW.search(text)]

    assert said
    assert raw == [], language
