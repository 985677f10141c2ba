"""The two edges of a ribbon, so far apart everywhere as it is thick, across its direction."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tripartite.pictures.canvas import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Point = tuple[float, float]

_STEPS: Final = (8, 9, 48)  # points of a bend: at least, more the steeper it is, at most
_NEAR: Final = 0.02  # of the thickness: what is nearer to the middle is a loop of the edge


def edges(track: Sequence[Point], thickness: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Return the upper and the lower edge of a ribbon as points from its start to its end.

    Args:
        track: The points that its middle passes, at which it is level.
        thickness: Measured across its direction. Where it turns more sharply than half of
            that, the inner edge has a corner instead of a loop.
    """
    middle = tuple(_along(track))
    half = thickness / 2
    upper, lower = (
        tuple(_off(middle, shift, half * (1 - _NEAR) if len(middle) > len(track) else 0))
        for shift in (-half, half)
    )
    return upper, lower


def path(points: Sequence[Point]) -> str:
    """Return a path through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def _along(track: Sequence[Point]) -> Iterator[tuple[float, float, float, float]]:
    """Yield points of the middle with the direction that it has there."""
    for (x, y), (u, w) in pairwise(track):
        yield x, y, 1, 0
        least, more, most = _STEPS
        steps = min(most, least + round(more * abs((w - y) / (u - x)))) if y != w else 1
        for step in range(1, steps):
            yield _bend((x, y), (u, w), step / steps)
    yield (*track[-1], 1, 0)


def _bend(start: Point, end: Point, share: float) -> tuple[float, float, float, float]:
    """Return a point of the cubic curve that is level at both ends, and its direction."""
    (x, y), (u, w) = start, end
    rest = 1 - share
    across = x + (u - x) * (1.5 * share * rest + share**3)
    down = y + (w - y) * (3 * share**2 * rest + share**3)
    dx = (u - x) * (1.5 - 3 * share * rest)
    dy = (w - y) * 6 * share * rest
    length = math.hypot(dx, dy) or 1
    return across, down, dx / length, dy / length


def _off(
    middle: Sequence[tuple[float, float, float, float]], shift: float, least: float
) -> Iterator[Point]:
    last = len(middle) - 1
    for place, (x, y, dx, dy) in enumerate(middle):
        point = (x - dy * shift, y + dx * shift)
        is_end = place in (0, last)
        if is_end or all(math.dist(point, other[:2]) >= least for other in middle):
            yield point
