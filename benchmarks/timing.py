"""Medians of works that alternate, so that a slow moment of the machine meets them all."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def medians(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each work; a round before the first is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for counted in [False, *[True] * rounds]:
        for name, work in works.items():
            started = time.perf_counter()
            work()
            if counted:
                taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}
