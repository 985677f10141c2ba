"""The rows on the page of a picture: few columns for people; other formats keep them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tripartite import KnowledgeGraph
from tripartite.pictures.timeline.choosing import Asked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("kind", ["flow", "timeline"])
def test_a_page_has_few_columns_without_iris_pixels_or_codes(
    kind: str, language: str, project: Path
) -> None:
    graph = KnowledgeGraph.open(str(project), language=language)
    asked = Asked(("MHLW",))
    drawing = graph.draw_flow("MHLW") if kind == "flow" else graph.draw_timeline(asked)

    page = drawing.write("html")
    assert isinstance(page, str)
    headings = re.findall(r'<th scope="col">(.*?)</th>', page)
    cells = re.findall(r"<td>(.*?)</td>", page)

    assert 5 < len(headings) <= 11 < len(drawing.table.columns)
    assert cells
    assert [cell for cell in cells if re.match(r"(figure|project|claim|body):", cell)] == []
    assert [cell for cell in cells if re.search(r"\d/\.\.|\d{4}-\d\d-\d\d", cell)] == []
    # Numbers stand in the first column only, and years.
    numbers = {int(cell) for cell in cells if cell.isdigit()}
    assert all(number < 200 or 1900 < number < 2100 for number in numbers)


def test_a_page_fits_its_picture_to_the_width(project: Path) -> None:
    page = KnowledgeGraph.open(str(project)).draw_flow("fund:ssn").write("html")
    assert isinstance(page, str)

    assert "max-width: none" not in page.split("@media print")[0]
    assert "max-width: 100%" in page
    assert 'class="hint"' in page
