"""What the shapes, lines and fills of a picture mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.messages import say
from tripartite.pictures import measure
from tripartite.pictures.canvas import INK, QUIET, add
from tripartite.pictures.lines import STROKES, stroke

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from xml.etree.ElementTree import Element

DISPUTED: Final = "\N{MULTIPLICATION SIGN}"  # a line that only disputed claims say bears it
_SIZE: Final = 11.0
_ROW: Final = 24.0
_SAMPLE: Final = (34.0, 18.0)  # width and height of what an entry shows
_GAP: Final = (8.0, 22.0)  # between sample and words, between entries


class Entry(NamedTuple):
    """One line of a legend.

    Attributes:
        words: What it means.
        shape: A path within 34 by 18; empty where there is none.
        fill: Of the shape: a colour, or ``url(#pattern)``.
        standing: The code whose line is shown; ``None`` for no line.
        mark: A sign that is shown.
        look: Class of the shape, by which a page colours it.
    """

    words: str
    shape: str = ""
    fill: str = ""
    standing: str | None = None
    mark: str = ""
    look: str = "shape"


def standings(
    codes: Collection[str], labels: Mapping[str, str], language: str
) -> tuple[Entry, ...]:
    """Return an entry for each standing that a picture shows, the surest first.

    Args:
        codes: Of the standings; empty for what no claim says.
        labels: Of the standings, by code.
        language: Of the words for what no claim says.
    """
    return tuple(
        Entry(labels.get(code) or say("no-claim", language), standing=code)
        for code in STROKES
        if code in codes
    )


def draw(parent: Element, x: float, y: float, width: float, entries: Iterable[Entry]) -> float:
    """Draw a legend in rows from a place downwards; return where it ends.

    Args:
        parent: Where it is added.
        x: Left edge.
        y: Upper edge.
        width: Of a row; an entry that is wider stands alone.
        entries: In their order.
    """
    root = add(parent, "g", class_="legend", fill=QUIET, font_size=_SIZE)
    left, top = x, y
    for entry in entries:
        room = _SAMPLE[0] + _GAP[0] + measure.width(entry.words, _SIZE) + _GAP[1]
        if left > x and left + room - _GAP[1] > x + width:
            left, top = x, top + _ROW
        _draw(add(root, "g", transform=f"translate({left:.1f} {top:.1f})"), entry)
        left += room
    return top + _ROW


def _draw(place: Element, entry: Entry) -> None:
    wide, high = _SAMPLE
    if entry.shape:
        add(
            place,
            "path",
            class_=entry.look,
            d=entry.shape,
            fill=entry.fill,
            stroke=INK,
            stroke_width=1.2,
        )
    if entry.standing is not None:
        stroke(place, f"M0 {high / 2:g}H{wide:g}", entry.standing)
    if entry.mark:
        add(place, "text", entry.mark, x=wide / 2, y=high / 2 + 4, text_anchor="middle")
    add(place, "text", entry.words, x=wide + _GAP[0], y=high / 2 + 4)
