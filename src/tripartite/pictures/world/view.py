"""Which parts of the world a map shows: one view, and insets for what lies far away."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures.world.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tripartite.pictures.world.geometry import Point, Ring, World

_NEAR: Final = 30.0  # degrees: what lies no further apart is shown in one view
_MARGIN: Final = 5.0  # degrees around what is painted
_GRAIN: Final = 0.5  # pixels: neighbours are rounded alike, so that no gap opens between them


class Room(NamedTuple):
    """What a view may take.

    Attributes:
        width: In pixels.
        heights: The least and the most, in pixels.
        degrees: So much is shown at least: a lone country with what surrounds it.
    """

    width: float
    heights: tuple[float, float]
    degrees: tuple[float, float]


class View(NamedTuple):
    """A part of the world, in pixels.

    Attributes:
        shown: The part, in units of the projection.
        scale: Pixels a unit.
        frame: Where it stands in the picture.
    """

    shown: Box
    scale: float
    frame: Box

    def at(self, point: Point) -> Point:
        """Return where a point stands."""
        x = self.frame.left + (point[0] - self.shown.left) * self.scale
        y = self.frame.top + (point[1] - self.shown.top) * self.scale
        return round(x / _GRAIN) * _GRAIN, round(y / _GRAIN) * _GRAIN

    def rings(self, rings: Iterable[Ring]) -> tuple[Ring, ...]:
        """Return the rings that the view shows, in pixels, without what is too small to see."""
        found = []
        for ring in rings:
            xs, ys = [x for x, _ in ring], [y for _, y in ring]
            if Box(min(xs), min(ys), max(xs), max(ys)).meets(self.shown):
                points = tuple(point for point, _ in groupby(map(self.at, ring)))
                if len(points) > 2:  # noqa: PLR2004 (fewer enclose nothing)
                    found.append(points)
        return tuple(found)


def groups(world: World, codes: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the countries that are shown together, the largest group first."""
    reach = _NEAR * world.scale / 2
    found: list[list[str]] = []
    for code in codes:
        box = world.outline(code).box.grown(reach)
        near = [g for g in found if any(world.outline(c).box.grown(reach).meets(box) for c in g)]
        found = [g for g in found if g not in near]
        found.append([c for g in near for c in g] + [code])
    order = {code: number for number, code in enumerate(codes)}
    ranked = sorted(found, key=lambda g: (-len(g), min(order[c] for c in g)))
    return tuple(tuple(sorted(g, key=order.__getitem__)) for g in ranked)


def view(world: World, codes: Iterable[str], room: Room, corner: Point, most: float) -> View:
    """Return the view of some countries.

    Args:
        world: The geometry.
        codes: Of the countries; none for the whole world.
        room: What it may take.
        corner: Where its upper left corner stands.
        most: Pixels a unit at most.
    """
    boxes = [world.outline(code).box for code in codes]
    shown = _widened(_around(boxes), room, world.scale) if boxes else world.sphere
    lowest, highest = room.heights
    # The whole world is cut at the poles; what is painted never is.
    scale = min(room.width / shown.width, most)
    scale = min(scale, highest / shown.height) if boxes else scale
    width, height = room.width / scale, max(shown.height if boxes else 0, lowest / scale)
    shown = _within(_centred(shown, width, height), world.sphere)
    frame = Box(
        corner[0], corner[1], corner[0] + shown.width * scale, corner[1] + shown.height * scale
    )
    return View(shown, scale, frame)


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return Box(min(left), min(top), max(right), max(bottom))


def _widened(box: Box, room: Room, scale: int) -> Box:
    grown = box.grown(_MARGIN * scale)
    width, height = (degrees * scale for degrees in room.degrees)
    return _centred(grown, max(grown.width, width), max(grown.height, height))


def _centred(box: Box, width: float, height: float) -> Box:
    x, y = box.centre
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _within(box: Box, limit: Box) -> Box:
    """Return the box moved, and only then cut, so that it stays within the limit."""
    left, right = _shifted(box.left, box.right, limit.left, limit.right)
    top, bottom = _shifted(box.top, box.bottom, limit.top, limit.bottom)
    return Box(left, top, right, bottom)


def _shifted(low: float, high: float, least: float, most: float) -> tuple[float, float]:
    move = max(least - low, 0) or min(most - high, 0)
    return max(low + move, least), min(high + move, most)
