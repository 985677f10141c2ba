"""The width of a picture: its columns, and the years that have a place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tripartite.pictures.timeline.paths import STUB
from tripartite.pictures.timeline.scale import Scale
from tripartite.pictures.timeline.shapes import shape

if TYPE_CHECKING:
    from tripartite.pictures.timeline.marks import Timeline


class Page(NamedTuple):
    """Where the columns of a picture are, in pixels.

    Attributes:
        labels: Width of the column of names.
    """

    width: float
    labels: float
    margin: float = 24.0

    @property
    def left(self) -> float:
        """Where the plot begins."""
        return self.margin + self.labels + 16

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.width - self.margin


def scale_of(timeline: Timeline, page: Page) -> Scale | None:
    """Return the scale of what is dated; ``None`` where nothing is."""
    plain = Scale(timeline.years, (2000,), 0, 1)
    used: set[int] = set()
    for mark in timeline.marks:
        looks = shape(mark)
        ends = [plain.of(looks.first), plain.of(looks.last)]
        # Where a mark may be anywhere between, no year is folded.
        used.update(ends if looks.look in ("bar", "bounds") else range(ends[0], ends[1] + 1))
    if timeline.kept:
        first, last = timeline.kept
        used = {year for year in used if first <= year <= last} | {first, last}
    if not used:
        return None
    return Scale(timeline.years, used, page.left + STUB + 2, page.right - STUB - 2)
