"""Where boxes and ribbons stand: ordered by graphlay, so that few ribbons cross.

graphlay puts each box into its column and lets no two overlap; what passes a column by is a
box there too, so that no ribbon runs through the words of another box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures.flow.columns import alone, knots
from tripartite.pictures.flow.ordering import middles, ordered, steps
from tripartite.pictures.flow.ports import heights, ports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tripartite.pictures.flow.columns import Knot, Way
    from tripartite.pictures.flow.ports import Mark
    from tripartite.pictures.flow.values import Flow, Spot

_BEND: Final = (84.0, 170.0)  # pixels between two columns in which ribbons bend and cross
_SLOPE: Final = 12.0  # a picture so many times higher has them wider
_AROUND = 10.0  # pixels around the words of a ribbon


class Size(NamedTuple):
    """Of a box: its width, and the height that its words need."""

    width: float
    height: float


class Rect(NamedTuple):
    """Where a box stands: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float


class Layout(NamedTuple):
    """Boxes and tracks in their places, from 0,0 to the right and down.

    Attributes:
        boxes: By spot.
        tracks: Of each ribbon, then of each gap: the points that its middle passes. It bends
            from the first to the second, is straight to the third, bends to the fourth …
        columns: The left edge of each column and its width.
    """

    boxes: Mapping[Spot, Rect]
    tracks: tuple[tuple[tuple[float, float], ...], ...]
    columns: tuple[tuple[float, float], ...]
    height: float

    @property
    def width(self) -> float:
        """The right edge of the last column."""
        return sum(self.columns[-1])


def lay_out(flow: Flow, sizes: Mapping[Spot, Size], marks: Sequence[Mark]) -> Layout:
    """Return everything in its place; the same for the same input.

    Args:
        flow: What is drawn; not nothing.
        sizes: Of each spot's words.
        marks: Of each ribbon, then of each gap.
    """
    ways = knots(flow)
    every = sorted({knot for way in ways for knot in way} | set(alone(flow, ways)), key=_order)
    high = heights(every, ways, marks, {spot: size.height for spot, size in sizes.items()})
    joined = steps(ways, [mark.thickness for mark in marks])
    middle = middles(ordered(every, joined, high), joined, high)
    at = ports(ways, marks, high, middle)
    low = max(middle[knot] + high[knot] / 2 for knot in every)
    bend = min(max(_BEND[0], low / _SLOPE), _BEND[1])
    places = _columns(every, ways, sizes, [mark.label[0] for mark in marks], bend)
    boxes = {
        knot.spot: Rect(
            places[knot.column].left,
            middle[knot] - high[knot] / 2,
            places[knot.column].width,
            high[knot],
        )
        for knot in every
        if not knot.toward
    }
    tracks = tuple(
        _track(way, places, [at[number, knot] for knot in way]) for number, way in enumerate(ways)
    )
    return Layout(boxes, tracks, tuple((p.left, p.width) for p in places), low)


class _Column(NamedTuple):
    """A column: where its boxes begin, their width, and the room for words before them."""

    left: float
    width: float
    room: float


def _columns(
    every: Sequence[Knot],
    ways: Sequence[Way],
    sizes: Mapping[Spot, Size],
    labels: Sequence[float],
    bend: float,
) -> list[_Column]:
    found: list[_Column] = []
    right = 0.0
    for column in range(max(knot.column for knot in every) + 1):
        here = [knot.spot for knot in every if knot.column == column and not knot.toward]
        ending = zip(labels, ways, strict=True)
        words = max((label for label, way in ending if way[-1].column == column), default=0)
        room = words + 2 * _AROUND if words else 0
        left = right + bend + room if column else 0
        found.append(_Column(left, max(sizes[spot].width for spot in here), room))
        right = left + found[-1].width
    return found


def _track(
    way: Way, places: Sequence[_Column], at: Sequence[tuple[float, float]]
) -> tuple[tuple[float, float], ...]:
    """Return the points of a track; ``at`` are its heights left and right of each knot."""
    first = places[way[0].column]
    points = [(first.left + first.width, at[0][1])]
    for knot, (y, _) in zip(way[1:], at[1:], strict=True):
        place = places[knot.column]
        is_last = knot is way[-1]
        points += [(place.left - place.room, y), (place.left + (0 if is_last else place.width), y)]
    return tuple(points)


def _order(knot: Knot) -> tuple[object, ...]:
    return knot.column, knot.spot, knot.toward or ()
