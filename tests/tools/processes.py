"""The processes of this machine, as ``/proc`` tells of them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

PROC: Final = Path("/proc")
_PATIENCE: Final = 20.0  # seconds


def children(parent: int) -> dict[int, str]:
    """Return the processes that a process has begun, each with its state: ``Z`` is a zombie."""
    found: dict[int, str] = {}
    for folder in PROC.glob("[0-9]*"):
        try:
            text = (folder / "stat").read_text(encoding="ascii", errors="replace")
        except OSError:
            continue  # it has ended while we looked
        state, parent_of = text.rpartition(")")[2].split()[:2]
        if int(parent_of) == parent:
            found[int(folder.name)] = state
    return found


def is_running(pid: int) -> bool:
    """Tell whether a process is there and no zombie."""
    try:
        text = (PROC / str(pid) / "stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] != "Z"


def wait_until(holds: Callable[[], object]) -> bool:
    """Look again and again for some seconds; tell whether it has come to hold."""
    until = time.monotonic() + _PATIENCE
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True
