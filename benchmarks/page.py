"""Time the page of a picture in headless Chromium: all of ours, and 5,000 invented entities.

There is no bar: a page is judged by whether one can work with it. Everything is drawn without a
graphics card, the worst that a user may have.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import measuring
from tests.tools.browser import launched, opened
from tests.tools.scenes import many
from tripartite import KnowledgeGraph
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.graph.explorer import as_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

ROUNDS: Final = 3
MANY: Final = 5000
_PATIENCE: Final = 120_000  # milliseconds
_FRAMES: Final = """() => { window.frames_ = []; let last = performance.now();
  const next = now => { frames_.push(now - last); last = now; requestAnimationFrame(next); };
  requestAnimationFrame(next); }"""


def main() -> int:
    """Print medians in seconds and write them to ``results/page.json``."""
    pages = {
        "ours": lambda: str(KnowledgeGraph.open().draw_graph(Wanted()).write("html")),
        "many": lambda: as_page(many(MANY)),
    }
    found = {}
    with launched() as browser, tempfile.TemporaryDirectory() as folder:
        for name, write in pages.items():
            file = Path(folder, f"{name}.html")
            written = measuring.timed(partial(_write, write, file)).wall
            rounds = [_round(browser, file) for _ in range(ROUNDS)]
            medians = {key: statistics.median(r[key] for r in rounds) for key in rounds[0]}
            found[name] = {"written": written, "megabytes": file.stat().st_size / 1e6, **medians}
    for name, values in found.items():
        for key, value in values.items():
            measuring.say(f"{name}: {key:24} {value:8.3f}")
    return measuring.finish("page", {"rounds": ROUNDS, "seconds": found}, ("playwright",))


def _write(write: Callable[[], str], file: Path) -> None:
    file.write_text(write(), encoding="utf-8")


def _round(browser: Browser, file: Path) -> dict[str, float]:
    start = time.perf_counter()
    with opened(browser, file) as seen:
        page = seen.page
        found = {"ready": time.perf_counter() - start}
        found |= {f"first, {key}": value for key, value in _drag(page).items()}
        label = page.evaluate("() => tripartite.view.model.order.at(-2).label")
        found["search and open"] = measuring.timed(lambda: _search(page, label)).wall
        found["show all"] = measuring.timed(lambda: _show_all(page)).wall
        page.keyboard.press("Escape")
        found |= {f"all, {key}": value for key, value in _drag(page).items()}
        found["filter"] = measuring.timed(lambda: _filter(page)).wall
        return found


def _search(page: Page, label: str) -> None:
    page.fill("#search", label)
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel.open")


def _show_all(page: Page) -> None:
    page.click("#all", timeout=_PATIENCE)
    page.wait_for_selector("#stage:not([aria-busy])", timeout=_PATIENCE)


def _filter(page: Page) -> None:
    page.uncheck("[data-family='2']")
    page.evaluate("() => new Promise(requestAnimationFrame)")


def _drag(page: Page) -> dict[str, float]:
    """Return how long a frame takes while the picture is dragged, in seconds."""
    page.evaluate(_FRAMES)
    page.mouse.move(600, 500)
    page.mouse.down()
    for step in range(60):
        page.mouse.move(600 + 3 * step, 500 + step)
        page.wait_for_timeout(8)
    page.mouse.up()
    frames = sorted(page.evaluate("() => frames_"))
    return {
        "median frame": frames[len(frames) // 2] / 1000,
        "slow frame (9 of 10)": frames[len(frames) * 9 // 10] / 1000,
    }


if __name__ == "__main__":
    raise SystemExit(main())
