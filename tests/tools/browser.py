"""Chromium for tests: found, not downloaded; what a page asks for and says is kept."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import sync_playwright

from tests.tools.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page

_PATIENCE: Final = 15_000  # milliseconds
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS: Final = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE: Final = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
# Of the browser, not of the page: without a graphics card each reading of a picture takes long.
_DRIVER: Final = "GL Driver Message (OpenGL, Performance"


@dataclass(frozen=True, slots=True)
class Opened:
    """A page with what it asked for, and what it said in the console.

    Attributes:
        requests: Every address but that of the page itself.
        messages: Errors, warnings and exceptions.
    """

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """Return what axe finds: rule and places."""
        if not AXE.is_file():  # the build put it there, and somebody took it away
            pytest.fail(f"{AXE.parent} is gone: make clean, then make test")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: Any = self.page.evaluate(
            "() => axe.run({ resultTypes: ['violations'], preload: false })"
        )
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]


def executable() -> str:
    """Return the browser's path; in CI a missing one is a failure, elsewhere a skip."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        why = "there is no Chromium here: apt-get install chromium (make test does, where it may)"
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Run a browser, for as long as it is needed."""
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=_FLAGS, chromium_sandbox=False
        )
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, file: Path, **context: Any) -> Iterator[Opened]:
    """Open a file from disk and wait until its script, if it may run, is ready.

    Args:
        browser: A running one.
        file: The page.
        **context: As ``Browser.new_context`` takes it.
    """
    with browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}) as made:
        made.set_default_timeout(_PATIENCE)
        page = made.new_page()
        seen = Opened(page)
        page.on("request", lambda request: _note(seen.requests, request.url, file.as_uri()))
        page.on("console", lambda message: _hear(seen.messages, message))
        page.on("pageerror", lambda error: seen.messages.append(str(error)))
        page.goto(file.as_uri())
        if context.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]", state="attached")
        yield seen


def _note(found: list[str], address: str, own: str) -> None:
    if address.partition("#")[0] != own:
        found.append(address)


def _hear(found: list[str], message: ConsoleMessage) -> None:
    if message.type in ("error", "warning") and _DRIVER not in message.text:
        found.append(message.text)
