"""What a picture's ground already bears: boxes that nothing may cover, lines and whose they are."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Point = tuple[float, float]

_CELL: Final = 64.0  # pixels; what lies far away is not looked at


class Area(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    low: float

    def grown(self, by: float) -> Area:
        """Return the area with a margin."""
        return Area(self.left - by, self.top - by, self.right + by, self.low + by)

    def meets(self, other: Area) -> bool:
        """Tell whether two areas share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.low
            and other.top < self.low
        )

    def is_crossed(self, start: Point, end: Point) -> bool:
        """Tell whether a straight line passes through (Liang and Barsky's clipping)."""
        first, last = 0.0, 1.0
        for a, b, low, high in (
            (start[0], end[0], self.left, self.right),
            (start[1], end[1], self.top, self.low),
        ):
            if a == b:
                if not low < a < high:
                    return False
                continue
            enter, leave = sorted(((low - a) / (b - a), (high - a) / (b - a)))
            first, last = max(first, enter), min(last, leave)
        return first < last


def around(middle: Point, width: float, height: float) -> Area:
    """Return the area of a size around a point."""
    x, y = middle
    return Area(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


class Ground:
    """Boxes and lines, found by where they are."""

    def __init__(self) -> None:
        self._areas: defaultdict[tuple[int, int], list[Area]] = defaultdict(list)
        self._legs: defaultdict[tuple[int, int], list[tuple[int, Point, Point]]] = defaultdict(list)

    def cover(self, area: Area) -> None:
        """Add what nothing else may cover."""
        for cell in _cells(area):
            self._areas[cell].append(area)

    def draw(self, owner: int, points: Sequence[Point]) -> None:
        """Add a line."""
        for leg in pairwise(points):
            for cell in _along(*leg):
                self._legs[cell].append((owner, *leg))

    def is_free(self, area: Area, owner: int, own: float, other: float) -> bool:
        """Tell whether words may stand here.

        Args:
            area: Of the words.
            owner: The line that they belong to.
            own: How far that line keeps off; negative where it may pass through.
            other: How far any other line keeps off.
        """
        mine, wide = area.grown(max(own, 0)), area.grown(other)
        for cell in _cells(wide):
            if any(area.meets(one) for one in self._areas.get(cell, ())):
                return False
            for number, start, end in self._legs.get(cell, ()):
                is_own = number == owner
                if is_own and own < 0:
                    continue
                if (mine if is_own else wide).is_crossed(start, end):
                    return False
        return True


def _cells(area: Area) -> Iterator[tuple[int, int]]:
    for across in range(int(area.left // _CELL), int(area.right // _CELL) + 1):
        for down in range(int(area.top // _CELL), int(area.low // _CELL) + 1):
            yield across, down


def _along(start: Point, end: Point) -> Iterator[tuple[int, int]]:
    """Yield the cells that a line may touch, each once."""
    (a, b), (c, d) = start, end
    if a == c or b == d:
        yield from _cells(Area(min(a, c), min(b, d), max(a, c), max(b, d)))
        return
    steps = int(math.dist(start, end) // (_CELL / 2)) + 1
    found: dict[tuple[int, int], None] = {}
    for step in range(steps + 1):
        share = step / steps
        middle = (a + (c - a) * share, b + (d - b) * share)
        found.update(dict.fromkeys(_cells(around(middle, _CELL / 2, _CELL / 2))))
    yield from found
