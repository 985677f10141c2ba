"""How a standing looks: a line that can be told without colour."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures.canvas import INK, PAPER, add, number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element


class Stroke(NamedTuple):
    """A line style: width in pixels, dashes, and the width of the gap within a double line."""

    width: float
    dashes: str = ""
    gap: float = 0
    cap: str = "butt"


STROKES: Final[Mapping[str, Stroke]] = {
    "stated": Stroke(1.6),
    "implied": Stroke(1.6, "7 4"),
    "editorial": Stroke(1.9, "0.1 4", cap="round"),
    "inferred": Stroke(4, gap=1.6),
    "": Stroke(1.2, "2 6"),  # nothing is known of who says so
}
_HEAD: Final = (8.0, 3.5)  # length of an arrow's head, and half its width
_BEND: Final = 10.0  # radius of a corner


def stroke(parent: Element, path: str, standing: str, colour: str = INK) -> None:
    """Draw a path in the line of a standing.

    Args:
        parent: Where it is added.
        path: As in the attribute ``d``.
        standing: A key of ``STROKES``.
        colour: Of the line.
    """
    style = STROKES[standing]
    dashes = {"stroke_dasharray": style.dashes} if style.dashes else {}
    cap = {"stroke_linecap": style.cap} if style.cap != "butt" else {}
    add(
        parent,
        "path",
        class_=f"line {standing or 'unknown'}",
        d=path,
        fill="none",
        stroke=colour,
        stroke_width=style.width,
        **dashes,
        **cap,
    )
    if style.gap:
        add(
            parent,
            "path",
            class_="gap",
            d=path,
            fill="none",
            stroke=PAPER,
            stroke_width=style.gap,
        )


def polyline(points: Sequence[tuple[float, float]]) -> str:
    """Return the path through some points, its corners rounded."""
    (x, y), *rest = points
    path = f"M{number(x)} {number(y)}"
    for (u, w), (p, q) in pairwise(rest):
        before, after = _toward((u, w), (x, y)), _toward((u, w), (p, q))
        path += f"L{_at(before)}Q{number(u)} {number(w)} {_at(after)}"
        x, y = u, w
    return f"{path}L{_at(rest[-1])}"


def arrow(
    parent: Element, start: tuple[float, float], end: tuple[float, float], colour: str = INK
) -> None:
    """Draw the head of a line that comes from ``start`` and ends at ``end``."""
    along = math.dist(start, end) or 1
    x, y = (end[0] - start[0]) / along, (end[1] - start[1]) / along
    back = (end[0] - x * _HEAD[0], end[1] - y * _HEAD[0])
    sides = [(back[0] - y * w, back[1] + x * w) for w in (_HEAD[1], -_HEAD[1])]
    path = f"M{_at(end)}L{_at(sides[0])}L{_at(sides[1])}Z"
    add(parent, "path", class_="head", d=path, fill=colour)


def _toward(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Return the point where the bend of a corner begins or ends."""
    along = math.dist(corner, other) or 1
    share = min(_BEND, along / 2) / along
    return (
        corner[0] + (other[0] - corner[0]) * share,
        corner[1] + (other[1] - corner[1]) * share,
    )


def _at(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"
