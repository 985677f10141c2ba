"""The label of a place: its name, and a small mark with its number for each kind of relation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures import measure
from tripartite.pictures.canvas import LINE, PAPER, add
from tripartite.pictures.lines import stroke
from tripartite.pictures.world.patterns import url

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from tripartite.pictures.world.geometry import Box
    from tripartite.pictures.world.spots import Mark, Spot

_NAME: Final = 11.5
_COUNT: Final = 10.5
_SWATCH: Final = (14.0, 10.0)
_GAPS: Final = (3.0, 7.0)  # between a swatch and its number, between two marks
_PAD: Final = 5.0
HEIGHT: Final = 34.0
_BASES: Final = (13.5, 28.0)  # of the name and of the numbers


def size(spot: Spot) -> tuple[float, float]:
    """Return width and height of a label."""
    wide = max(measure.width(spot.label, _NAME), marks_width(spot.marks))
    return wide + 2 * _PAD, HEIGHT


def draw(parent: Element, spot: Spot, box: Box, name: str) -> None:
    """Draw a label.

    Args:
        parent: Where it is added.
        spot: What it names.
        box: Where it stands.
        name: Begins the ids of the patterns.
    """
    add(
        parent,
        "rect",
        class_="plate",
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        rx=3.0,
        fill=PAPER,
        stroke=LINE,
        stroke_width=0.8,
    )
    x, y = box.left + _PAD, box.top
    add(parent, "text", spot.label, x=x, y=y + _BASES[0], font_size=_NAME)
    draw_marks(parent, spot.marks, (x, y + _BASES[1]), name)


def marks_width(marks: Iterable[Mark]) -> float:
    """Return how wide a row of marks is."""
    rooms = (_SWATCH[0] + _GAPS[0] + measure.width(_number(m), _COUNT) + _GAPS[1] for m in marks)
    return sum(rooms) - _GAPS[1]


def draw_marks(
    parent: Element, marks: Iterable[Mark], base: tuple[float, float], name: str
) -> None:
    """Draw a row of marks; ``base`` is where its numbers stand, at the left."""
    x, y = base
    wide, high = _SWATCH
    for mark in marks:
        path = f"M{x:.1f} {y - high + 0.5:.1f}h{wide:g}v{high:g}h-{wide:g}z"
        add(parent, "path", class_="swatch", d=path, fill=url(name, mark.kind))
        stroke(parent, path, mark.standing)
        x += wide + _GAPS[0]
        text = _number(mark)
        add(parent, "text", text, x=x, y=y, font_size=_COUNT)
        x += measure.width(text, _COUNT) + _GAPS[1]


def _number(mark: Mark) -> str:
    return f"{mark.number}×" if mark.disputed else str(mark.number)  # noqa: RUF001 (marks a dispute)
