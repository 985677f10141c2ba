"""Places that a map cannot paint, in columns: regions, groups, localities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures import measure
from tripartite.pictures.canvas import QUIET, add, group
from tripartite.pictures.world import plates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from pyoxigraph import NamedNode

    from tripartite.pictures.world.spots import Spot
    from tripartite.pictures.world.telling import Teller

_COLUMN: Final = 232.0
_ROW: Final = 38.0
_SIZE: Final = 11.5
_HEADING: Final = 12.0
_BASES: Final = (12.0, 27.0)  # of a name and of its marks
_GAP: Final = 12.0


class Lists:
    """Draws lists one below the other."""

    def __init__(
        self, root: Element, name: str, teller: Teller, told: Mapping[NamedNode, str]
    ) -> None:
        """Take the picture, the beginning of its ids, and what each place says."""
        self._root = root
        self._name = name
        self._teller = teller
        self._told = told

    def draw(
        self, heading: str, spots: Sequence[Spot], corner: tuple[float, float], width: float
    ) -> float:
        """Draw a list downwards; return where it ends."""
        x, y = corner
        if not spots:
            return y
        add(
            self._root,
            "text",
            heading,
            x=x,
            y=y + _HEADING,
            font_size=_HEADING,
            fill=QUIET,
            class_="quiet",
        )
        y += _HEADING + _GAP
        columns = max(int((width + _GAP) // (_COLUMN + _GAP)), 1)
        rows = -(-len(spots) // columns)
        for number, spot in enumerate(spots):
            column, row = divmod(number, rows)
            self._item(spot, x + column * (_COLUMN + _GAP), y + row * _ROW)
        return y + rows * _ROW + _GAP

    def _item(self, spot: Spot, x: float, y: float) -> None:
        place = group(self._root, self._told[spot.iri], class_="item")
        is_named = not spot.country or spot.country in spot.label
        label = (
            spot.label
            if is_named
            else self._teller.say("map-part", place=spot.label, country=spot.country)
        )
        (words,) = measure.lines(label, _SIZE, _COLUMN, 1)
        add(place, "text", words, x=x, y=y + _BASES[0], font_size=_SIZE)
        plates.draw_marks(place, spot.marks, (x, y + _BASES[1]), self._name)
