"""Where a line's words stand: beside it, so that its style is seen; else a number for a key."""

from __future__ import annotations

import math
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures import measure
from tripartite.pictures.graph.ground import Ground, around
from tripartite.pictures.graph.nodes import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tripartite.pictures.graph.arranging import Line
    from tripartite.pictures.graph.ground import Area, Point
    from tripartite.pictures.graph.layout import Layout, Link

LEADING: Final = SMALL + 2
_DIGIT: Final = 9.0  # height of a number: it has nothing below its line
_SHARES: Final = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
_ASIDE: Final = 5.0  # of numbers from each other: as lines of a text, lest two read as one
_OFF: Final = 3.0  # from its own line
_OFFS: Final = (12.0, 5.0)  # from other lines: better, and still told apart
_NEAR: Final = 2.0  # of a number from other lines
_CLOSE: Final = 0.5  # the same where no place is better
# So much of a line on either side of a number tells its style: three periods of the longest.
SEEN: Final = 33.0


class Sign(NamedTuple):
    """What stands beside a line.

    Attributes:
        words: Of the relation, or the numbers that stand for them in the key.
        area: Where; kept free of all else.
        is_on: Whether it stands on the line, which goes on either side of it.
    """

    words: tuple[str, ...]
    area: Area
    is_on: bool = False


class Wording(NamedTuple):
    """All signs of a picture.

    Attributes:
        signs: For each line; ``None`` where it has no room, or bears a cross.
        key: What each number stands for, from 1.
        bare: How many lines have room for neither words nor a number.
    """

    signs: tuple[Sign | None, ...]
    key: tuple[str, ...]
    bare: int = 0


def word(lines: Sequence[Line], layout: Layout, *, is_worded: bool) -> Wording:
    """Find a place for the words of each line, then numbers for those that have none.

    Args:
        lines: As the links of the layout.
        layout: Boxes and lines in their places.
        is_worded: Whether words are tried: among very many lines only numbers have room.
    """
    ground = Ground()
    for box in layout.boxes:
        ground.cover(around((box.x, box.y), box.width, box.height).grown(1))
    for number, link in enumerate(layout.links):
        ground.draw(number, link.points)
        if lines[number].first.disputed:
            ground.cover(around(middle(link), SMALL, SMALL))
    signs: list[Sign | None] = [None] * len(lines)
    open_ = [n for n, line in enumerate(lines) if not line.first.disputed]
    for number in open_ if is_worded else ():
        signs[number] = _beside(ground, number, lines[number].words, layout.links[number])
    key: dict[str, int] = {}
    for number in [n for n in open_ if signs[n] is None]:
        labels = lines[number].labels
        known = dict(key)
        for label in labels:
            known.setdefault(label, len(known) + 1)
        numbers = ", ".join(str(known[label]) for label in labels)
        signs[number] = _number(ground, number, numbers, layout.links[number])
        if signs[number]:
            key = known
    return Wording(tuple(signs), tuple(key), sum(signs[n] is None for n in open_))


def middle(link: Link) -> Point:
    """Return the middle of a line's middle leg."""
    (x, y), (u, w) = link.points[len(link.points) // 2 - 1 : len(link.points) // 2 + 1]
    return (x + u) / 2, (y + w) / 2


def _beside(ground: Ground, owner: int, words: tuple[str, ...], link: Link) -> Sign | None:
    size = max(measure.width(text, SMALL) for text in words) + 2, len(words) * LEADING
    for off in _OFFS:
        for area in _areas(link, size):
            if ground.is_free(area, owner, _OFF - 1, off):
                ground.cover(area)
                return Sign(words, area)
    return None


def _number(ground: Ground, owner: int, numbers: str, link: Link) -> Sign | None:
    """Place a number on its line, where the line is long enough, or beside it."""
    size = measure.width(numbers, SMALL) + 2, _DIGIT
    for off in (_NEAR, _CLOSE):
        on = ((area, True) for area in _on(link, size))
        beside = ((area, False) for area in _areas(link, size))
        for area, is_on in chain(on, beside):
            if ground.is_free(area, owner, -1 if is_on else _OFF - 1, off):
                ground.cover(area.grown(_ASIDE))
                return Sign((numbers,), area, is_on)
    return None


def _areas(link: Link, size: tuple[float, float]) -> Iterator[Area]:
    """Yield places beside a line: where the layout has kept room first, then leg by leg."""
    legs = sorted(pairwise(link.points), key=lambda leg: -math.dist(*leg))
    if link.anchor:
        anchor = link.anchor
        near = min(legs, key=lambda leg: math.dist(_nearest(anchor, *leg), anchor))
        yield from _sides(_nearest(anchor, *near), near, size)
    for leg in legs:
        for share in _SHARES:
            yield from _sides(_at(share, *leg), leg, size)


def _sides(point: Point, leg: tuple[Point, Point], size: tuple[float, float]) -> Iterable[Area]:
    """Return the areas that touch a leg from above and from below, but for a small distance."""
    (a, b), (c, d) = leg
    along = math.dist(*leg) or 1
    across, up = (d - b) / along, -(c - a) / along  # upright on the leg
    if up > 0:
        across, up = -across, -up
    far = abs(across) * size[0] / 2 + abs(up) * size[1] / 2 + _OFF
    x, y = point
    return (
        around((x + across * far, y + up * far), *size),
        around((x - across * far, y - up * far), *size),
    )


def _on(link: Link, size: tuple[float, float]) -> Iterator[Area]:
    """Yield places on legs that can be seen on either side of them."""
    for leg in sorted(pairwise(link.points), key=lambda leg: -math.dist(*leg)):
        length = math.dist(*leg)
        needed = SEEN + max(size) / 2
        for share in _SHARES:
            if min(share, 1 - share) * length >= needed:
                yield around(_at(share, *leg), *size)


def _at(share: float, start: Point, end: Point) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _nearest(point: Point, start: Point, end: Point) -> Point:
    """Return the point of a leg that is nearest to another."""
    (a, b), (c, d) = start, end
    square = (c - a) ** 2 + (d - b) ** 2 or 1
    share = ((point[0] - a) * (c - a) + (point[1] - b) * (d - b)) / square
    return _at(max(0, min(1, share)), start, end)
