"""Boxes of the texts of an SVG, with what they inherit of the groups they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures import measure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_TEXT: Final = "{http://www.w3.org/2000/svg}text"
_MOVE: Final = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")


class Text(NamedTuple):
    """A text and the box it covers."""

    words: str
    left: float
    top: float
    right: float
    low: float

    def covers(self, other: Text) -> bool:
        """Tell whether two texts share a place."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.low and other.top < self.low


def texts(
    element: Element, size: float = 12, anchor: str = "start", place: tuple[float, float] = (0, 0)
) -> Iterator[Text]:
    """Yield every text of an element with its box."""
    size = float(element.get("font-size", size))
    anchor = element.get("text-anchor", anchor)
    move = _MOVE.match(element.get("transform") or "")
    if move:
        place = (place[0] + float(move[1]), place[1] + float(move[2]))
    if element.tag == _TEXT and element.text:
        x, y = place[0] + float(element.get("x", 0)), place[1] + float(element.get("y", 0))
        wide = measure.width(element.text, size)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        # From the top of a capital to the base line: what lies below it is thin.
        yield Text(element.text, left, y - 0.75 * size, left + wide, y)
    for child in element:
        yield from texts(child, size, anchor, place)
