"""Pages without a script in a real browser: pictures with their rows, and dossiers."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.tools.browser import Opened
from tripartite import KnowledgeGraph
from tripartite.dossier.writing import write
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.timeline.choosing import Asked

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = ("flow", "timeline", "map", "dossier")


@pytest.fixture(scope="module")
def pages(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of each kind about the labour ministry, in both languages."""
    folder = tmp_path_factory.mktemp("pages")
    for language in ("en", "ja"):
        graph = KnowledgeGraph.open(str(project), language=language)
        made = {
            "flow": graph.draw_flow("MHLW").write("html"),
            "timeline": graph.draw_timeline(Asked(("MHLW",))).write("html"),
            "map": graph.draw_map("MHLW").write("html"),
            "dossier": write(graph.dossier("MHLW"), "html"),
        }
        for name, page in made.items():
            assert isinstance(page, str)
            (folder / f"{name}-{language}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_everybody_can_read_it(
    name: str, language: str, theme: Literal["light", "dark"], pages: Path, browser: Browser
) -> None:
    file = pages / f"{name}-{language}.html"
    with browser.new_context(color_scheme=theme) as context:
        page = context.new_page()
        seen = Opened(page)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.messages.append(message.text))

        page.goto(file.as_uri())

        assert seen.violations() == []
        assert seen.requests == [file.as_uri()]
        assert seen.messages == []


@pytest.mark.parametrize("name", ["flow", "timeline", "map"])
def test_a_row_leads_to_its_proof_by_key(name: str, pages: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((pages / f"{name}-en.html").as_uri())
        link = page.locator("td a").first

        link.focus()
        page.keyboard.press("Enter")

        target = page.locator(".notes li:target")
        assert target.count() == 1
        assert " · " in target.inner_text()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("entity", "hops", "most"), [("fund:ssn", 2, 60), ("Japan", 2, 60), ("MHLW", 1, 60)]
)
def test_the_words_of_a_picture_cover_each_other_nowhere(  # noqa: PLR0913, PLR0917 (a table)
    entity: str,
    hops: int,
    most: int,
    language: str,
    project: Path,
    tmp_path: Path,
    browser: Browser,
) -> None:
    graph = KnowledgeGraph.open(str(project), language=language)
    written = graph.draw_graph(Wanted((entity,), hops=hops, max_nodes=most)).write("svg")
    assert isinstance(written, str)
    file = tmp_path / "picture.svg"
    file.write_text(written, encoding="utf-8")
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(file.as_uri())

        boxes = page.evaluate(_BOXES)

    texts, shapes = boxes["texts"], boxes["shapes"]
    assert len(shapes) > 15
    assert [(a["text"], b["text"]) for a, b in combinations(texts, 2) if _overlap(a, b)] == []
    assert [t["text"] for t in texts if t["node"] is not None and not _within(t, shapes)] == []


# What the browser draws: each text with its box, and the box of the node that it belongs to.
_BOXES = """() => {
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const nodes = [...document.querySelectorAll("g.node")];
  return {
    shapes: nodes.map((node) => box(node.querySelector("path"))),
    texts: [...document.querySelectorAll("text")].map((text) => {
      const place = nodes.indexOf(text.closest("g.node"));
      return { ...box(text), text: text.textContent, node: place < 0 ? null : place };
    }),
  };
}"""
_LEADING = 1.0  # pixels that the boxes of two lines of one text may share


def _overlap(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Tell whether two texts share a place; of one node two lines stand close."""
    room = 4.0 if a["node"] is not None and a["node"] == b["node"] else _LEADING
    across = min(a["right"], b["right"]) - max(a["left"], b["left"])
    return bool(across > 0 and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > room)


def _within(text: dict[str, Any], shapes: list[dict[str, Any]]) -> bool:
    shape = shapes[text["node"]]
    return bool(shape["left"] <= text["left"] and text["right"] <= shape["right"])
