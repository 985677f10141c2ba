"""Pages without a script in a real browser: pictures with their rows, and dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.tools import browser as browsers
from tests.tools.browser import Opened
from tripartite import KnowledgeGraph
from tripartite.dossier.writing import write
from tripartite.pictures.timeline.choosing import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = ("flow", "timeline", "map", "dossier")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsers.launched() as running:
        yield running


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
