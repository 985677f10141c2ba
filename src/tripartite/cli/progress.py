"""Say that something takes long: on a terminal that can redraw, and only after about a second."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 1.0  # seconds


@contextlib.contextmanager
def progress(text: str, *, quiet: bool) -> Iterator[None]:
    """Show ``text`` with a spinner on standard error while the work lasts."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    done = threading.Event()
    shown = threading.Thread(target=_show, args=(text, done), daemon=True)
    shown.start()
    try:
        yield
    finally:
        done.set()
        shown.join()


def _show(text: str, done: threading.Event) -> None:
    if done.wait(_PATIENCE):
        return
    from rich.console import Console

    with Console(stderr=True).status(text):
        done.wait()
