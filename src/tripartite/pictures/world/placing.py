"""Where the labels of a map stand: near their country, on nothing painted, on no other label.

Each label has places around its country, each with a price; the labels then take turns in moving
to the place that is cheapest given the others, until none wants to move.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures.world.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tripartite.pictures.world.geometry import Point
    from tripartite.pictures.world.ground import Ground

_DIRECTIONS: Final = 16
_DISTANCES: Final = (6, 14, 24, 36, 50, 66, 84, 104, 128, 156, 190, 230, 280)
_KEPT: Final = 100  # places of a label that are weighed against the other labels
_ROUNDS: Final = 12
_GAP: Final = 3.0  # pixels between two labels
# Prices, in pixels of distance.
_OTHERS: Final = 1.5  # a cell of another country covered
_OWN: Final = 0.3  # a cell of its own
_HIDDEN: Final = 120.0  # all of a country covered
_CROSSED: Final = 4.0  # a step of the line in another country
_ANCHOR: Final = 150.0  # the middle of another country covered
_LINES: Final = 400.0  # two lines cross
_STRUCK: Final = 4000.0  # a line runs through a label
_OVERLAP: Final = 100000.0


class Wish(NamedTuple):
    """A label to be placed.

    Attributes:
        code: Of its country.
        anchor: In the middle of the country.
        reach: Pixels around the anchor that stay free: a marker's radius.
        size: Width and height.
    """

    code: str
    anchor: Point
    reach: float
    size: tuple[float, float]


class Place(NamedTuple):
    """Where a label stands.

    Attributes:
        line: From the country to the label; ``None`` where it stands on its country.
    """

    box: Box
    line: tuple[Point, Point] | None
    price: float


def place(wishes: Sequence[Wish], ground: Ground, frame: Box) -> tuple[Place, ...]:
    """Return a place for each label.

    Args:
        wishes: The labels.
        ground: What is painted.
        frame: None leaves it.
    """
    choices = [_choices(wish, wishes, ground, frame) for wish in wishes]
    order = sorted(range(len(wishes)), key=lambda n: (-choices[n][0].price, n))
    taken: dict[int, Place] = {}
    for _ in range(_ROUNDS):
        before = dict(taken)
        for n in order:
            others = [each for m, each in sorted(taken.items()) if m != n]
            taken[n] = _cheapest(choices[n], others)
        if taken == before:
            break
    return tuple(taken[n] for n in range(len(wishes)))


def _cheapest(choices: Iterable[Place], others: Sequence[Place]) -> Place:
    return min(choices, key=lambda each: each.price + _dispute(each, others))


def _choices(wish: Wish, wishes: Iterable[Wish], ground: Ground, frame: Box) -> tuple[Place, ...]:
    """Return the cheapest places of a label, the others aside."""
    anchors = [other.anchor for other in wishes if other is not wish]
    found = []
    for box in _boxes(wish):
        if not frame.holds(box):
            continue
        line = _line(wish, box)
        price = _hidden(wish, box, ground)
        price += _ANCHOR * sum(box.grown(wish.reach).has(anchor) for anchor in anchors)
        if line:
            price += math.dist(*line) + _CROSSED * ground.along(*line, wish.code)
        found.append(Place(box, line, price))
    return tuple(sorted(found, key=lambda each: each.price)[:_KEPT]) or (_forced(wish, frame),)


def _hidden(wish: Wish, box: Box, ground: Ground) -> float:
    """Return what it costs to cover what is painted below a box."""
    return sum(
        (_OWN if code == wish.code else _OTHERS) * cells + _HIDDEN * ground.share(code, cells)
        for code, cells in ground.under(box).items()
    )


def _forced(wish: Wish, frame: Box) -> Place:
    """Return the place of a label for which the frame has no room: over its country."""
    box = _box(*wish.anchor, *wish.size)
    left = max(min(box.left, frame.right - box.width), frame.left)
    top = max(min(box.top, frame.bottom - box.height), frame.top)
    return Place(Box(left, top, left + box.width, top + box.height), None, 0)


def _boxes(wish: Wish) -> Iterator[Box]:
    """Yield boxes on the country and around it."""
    (x, y), (width, height) = wish.anchor, wish.size
    if not wish.reach:
        yield _box(x, y, width, height)
    for distance in _DISTANCES:
        for direction in range(_DIRECTIONS):
            angle = 2 * math.pi * direction / _DIRECTIONS
            across, down = math.cos(angle), math.sin(angle)
            # So far from the middle of a box that its border is at this distance.
            stretch = 1 / max(abs(across) / (width / 2), abs(down) / (height / 2))
            away = wish.reach + distance + stretch
            yield _box(x + across * away, y + down * away, width, height)


def _box(x: float, y: float, width: float, height: float) -> Box:
    left, top = round(x - width / 2, 1), round(y - height / 2, 1)
    return Box(left, top, left + width, top + height)


def _line(wish: Wish, box: Box) -> tuple[Point, Point] | None:
    if box.has(wish.anchor):
        return None
    x, y = wish.anchor
    end = (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom))
    length = math.dist(wish.anchor, end)
    share = min(wish.reach / length, 1)
    return (x + (end[0] - x) * share, y + (end[1] - y) * share), end


def _dispute(one: Place, others: Iterable[Place]) -> float:
    """Return what it costs that others stand where they stand."""
    price = 0.0
    grown = one.box.grown(_GAP)
    for other in others:
        if grown.meets(other.box):
            price += _OVERLAP
        if one.line and _strikes(one.line, other.box):
            price += _STRUCK
        if other.line and _strikes(other.line, one.box):
            price += _STRUCK
        if one.line and other.line and _cross(one.line, other.line):
            price += _LINES
    return price


def _strikes(line: tuple[Point, Point], box: Box) -> bool:
    """Tell whether a line runs through a box."""
    (x, y), (u, w) = line
    if max(x, u) < box.left or min(x, u) > box.right:
        return False
    if max(y, w) < box.top or min(y, w) > box.bottom:
        return False
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom))
    sides = [_side(line, corner) for corner in (*corners, (box.left, box.bottom))]
    return min(sides) < 0 < max(sides)


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    return (
        _side(one, other[0]) * _side(one, other[1]) < 0
        and _side(other, one[0]) * _side(other, one[1]) < 0
    )


def _side(line: tuple[Point, Point], point: Point) -> float:
    (x, y), (u, w) = line
    return (u - x) * (point[1] - y) - (w - y) * (point[0] - x)
