"""Labels of a view: placed, joined to their country by a line, with a marker where it is small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures.canvas import INK, PAPER, add, group, number
from tripartite.pictures.lines import stroke
from tripartite.pictures.world import plates
from tripartite.pictures.world.ground import Ground
from tripartite.pictures.world.patterns import url
from tripartite.pictures.world.placing import Wish, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from tripartite.pictures.world.geometry import Box, Point, Ring
    from tripartite.pictures.world.spots import Mark, Spot

_SMALL: Final = 130.0  # square pixels: a smaller country gets a marker
_RADIUS: Final = 7.0
_EDGE: Final = 2.0  # half the widest outline of a marker
_DOT: Final = 2.2
_INSET: Final = -4.0  # labels keep away from the frame


class Labeller:
    """Draws the labels of a map's views."""

    def __init__(self, root: Element, name: str, titles: Mapping[str, str]) -> None:
        """Take the picture, the beginning of its ids, and what each country says."""
        self._root = root
        self._name = name
        self._titles = titles

    def draw(
        self,
        spots: Sequence[Spot],
        anchors: Mapping[str, Point],
        shapes: Mapping[str, tuple[Ring, ...]],
        frame: Box,
    ) -> None:
        """Draw the labels of some countries.

        Args:
            spots: The countries.
            anchors: A point inside each, by code.
            shapes: Of all that is painted.
            frame: No label leaves it.
        """
        small = {code for code, rings in shapes.items() if _largest(rings) < _SMALL}
        ground = Ground({code: rings for code, rings in shapes.items() if code not in small})
        wishes = [
            Wish(
                spot.code,
                anchors[spot.code],
                _RADIUS + _EDGE if spot.code in small else 0.0,
                plates.size(spot),
            )
            for spot in spots
        ]
        places = place(wishes, ground, frame.grown(_INSET))
        for spot, found in zip(spots, places, strict=True):
            label = group(self._root, self._titles[spot.code], class_="label")
            if found.line:
                _lead(label, *found.line, has_dot=spot.code not in small)
            if spot.code in small:
                self._mark(label, spot.marks[0], *anchors[spot.code])
            plates.draw(label, spot, found.box, self._name)

    def _mark(self, parent: Element, mark: Mark, x: float, y: float) -> None:
        """Draw the marker of a country that is too small to be seen."""
        turn = f"a{_RADIUS:g} {_RADIUS:g} 0 1 0 "
        across = 2 * _RADIUS
        path = f"M{number(x - _RADIUS)} {number(y)}{turn}{across:g} 0{turn}-{across:g} 0z"
        add(parent, "path", class_="marker", d=path, fill=url(self._name, mark.kind))
        stroke(parent, path, mark.standing)


def _lead(parent: Element, start: Point, end: Point, *, has_dot: bool) -> None:
    """Draw the line from a country to its label."""
    (x, y), (u, w) = start, end
    path = f"M{number(x)} {number(y)}L{number(u)} {number(w)}"
    add(parent, "path", class_="halo", d=path, stroke=PAPER, stroke_width=3.0)
    add(parent, "path", class_="leader", d=path, stroke=INK, stroke_width=1.0)
    if has_dot:
        line: dict[str, str | float] = {"stroke": PAPER, "stroke_width": 1.0}
        add(parent, "circle", class_="end", cx=x, cy=y, r=_DOT, fill=INK, **line)


def _largest(rings: Iterable[Ring]) -> float:
    """Return the area of the largest ring."""
    areas = (
        sum(x * w - u * y for (x, y), (u, w) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2
        for ring in rings
    )
    return max(map(abs, areas), default=0)
