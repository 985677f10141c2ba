"""The words at the lines of ``draw graph``: none hides what a line says, none is left out."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import pytest

from tests.tools.svg import SVG, Box, box_of, groups, papers, svg, visible, words
from tripartite import KnowledgeGraph
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.lines import STROKES

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

PICTURES: Final = (
    *((name, 1, None) for name in ("Viet Nam", "project:osh-construction-cambodia", "fund:ssn")),
    *(("MHLW", 1, None), ("ILO", 1, 25), ("Japan", 2, 60)),
)
NAMES: Final = [f"{name}-{most or 'all'}" for name, _, most in PICTURES]
# Three periods of a dashed or dotted line; of a solid one as much as tells it from a dash.
LEAST: Final = {
    style: 3 * sum(map(float, stroke.dashes.split())) if stroke.dashes else 20.0
    for style, stroke in STROKES.items()
}


@pytest.fixture(scope="module", params=["en", "ja"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=PICTURES, ids=NAMES)
def picture(request: pytest.FixtureRequest, language: str, project: Path) -> Element:
    name, hops, most = request.param
    graph = KnowledgeGraph.open(str(project), language=language)
    return svg(graph.draw_graph(Wanted((name,), hops, max_nodes=most)))


def lines(picture: Element) -> list[tuple[str, Element]]:
    """Return each line with its style."""
    drawn = [edge.find(f"{SVG}path") for edge in groups(picture, "edge")]
    return [((line.get("class") or "").split()[1], line) for line in drawn if line is not None]


def test_no_word_hides_the_style_of_its_line(picture: Element) -> None:
    covers = [*papers(picture), *(box for _, box in words(picture))]

    short = [
        (style, pieces)
        for style, line in lines(picture)
        if len(pieces := visible(line, covers)) > 1 and min(pieces[0], pieces[-1]) < LEAST[style]
    ]

    assert short == []


def test_no_word_touches_another_or_a_box(picture: Element) -> None:
    found = words(picture)
    boxes = [(x, y, x + w, y + h) for x, y, w, h in map(box_of, groups(picture, "node"))]

    assert [(a, b) for (a, one), (b, two) in combinations(found, 2) if meet(one, two)] == []
    assert [a for a, one in found for box in boxes if meet(one, box)] == []


def test_every_line_has_its_words_or_numbers_of_the_key(picture: Element) -> None:
    key = {
        entry[0].text or "": entry[1].text or ""
        for place in picture.findall(f"{SVG}g[@class='legend']/{SVG}g")
        if len(entry := place.findall(f"{SVG}text")) == 2
    }
    numbered = [text for text, _ in words(picture) if text.replace(", ", "").isdigit()]
    used = {number for text in numbered for number in text.split(", ")}

    assert used == set(key)
    assert len(set(key.values())) == len(key)


def test_a_dense_picture_says_every_relation_by_number(graph: KnowledgeGraph) -> None:
    drawing = graph.draw_graph(Wanted(("ILO",), max_nodes=60))
    picture = svg(drawing)

    bare = [t.text for t in picture.findall(f"{SVG}text") if "without room" in (t.text or "")]
    said = [text for text, _ in words(picture)]

    assert bare == []
    assert len(said) == len(lines(picture))
    assert all(number.isdigit() for text in said for number in text.split(", "))


def meet(one: Box, two: Box) -> bool:
    """Tell whether two boxes overlap."""
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
