"""How a standing looks: a line that can be told without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.pictures.canvas import INK, PAPER, add

if TYPE_CHECKING:
    from collections.abc import Mapping
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
