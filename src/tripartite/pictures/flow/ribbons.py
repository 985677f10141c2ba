"""A ribbon as it is drawn: its fill says what is known of its amount, its edges its standing."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tripartite.pictures import legend, measure
from tripartite.pictures.canvas import ACCENT, INK, PAPER, QUIET, add, group, number
from tripartite.pictures.flow import curves
from tripartite.pictures.flow.ports import Mark
from tripartite.pictures.flow.scale import is_to_scale, width
from tripartite.pictures.flow.values import Kind
from tripartite.pictures.lines import stroke

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from tripartite.pictures.flow.scale import Scale
    from tripartite.pictures.flow.values import Ribbon
    from tripartite.pictures.flow.words import Words

GAP: Final = Mark(2)
_SIZE: Final = 9.5
_LEADING: Final = 11.5
_ROOM: Final = 165.0
_AROUND: Final = 4.0
_FULL, _TINT, _HATCH = "#bcd3ea", "#e3edf7", "#8fa3b5"


class Fill(Enum):
    """What a ribbon's fill says of its amount; the value names its message."""

    SCALE = "flow-fill-scale"
    WORDS = "flow-fill-words"
    NONE = "flow-fill-none"
    OTHER = "flow-fill-other"


class Band:
    """A ribbon with its fill, its thickness and the words upon it."""

    def __init__(self, ribbon: Ribbon, scale: Scale | None, words: Words) -> None:
        """Choose the fill and break the words into lines."""
        self.ribbon = ribbon
        self.fill = fill(ribbon, scale)
        self.thickness = width(ribbon, scale)
        said = words.short(ribbon, scale)
        if ribbon.is_disputed:
            said = (f"{legend.DISPUTED} {words.say('disputed')}", *said)
        self.lines = tuple(line for text in said for line in measure.lines(text, _SIZE, _ROOM))
        self.title = "\n".join(words.proven(one) for one in ribbon.statements)
        wide = max(measure.width(line, _SIZE) for line in self.lines)
        self.mark = Mark(
            self.thickness, (wide + 2 * _AROUND, len(self.lines) * _LEADING + _AROUND / 2)
        )


def fill(ribbon: Ribbon, scale: Scale | None) -> Fill:
    """Return what is known of a ribbon's amount."""
    if ribbon.sum:
        return Fill.SCALE if is_to_scale(ribbon, scale) else Fill.WORDS
    return Fill.OTHER if ribbon.kind == Kind.OTHER else Fill.NONE


def paint(kind: Fill, name: str) -> str:
    """Return the pattern of a fill."""
    return f"url(#{name}-{kind.name.lower()})"


def patterns(root: Element, name: str) -> None:
    """Define the fills, which can be told apart without colour."""
    defs = add(root, "defs")
    side: dict[str, str | float] = {"width": 6, "height": 6}
    found = {
        kind: add(
            defs,
            "pattern",
            id=f"{name}-{kind.name.lower()}",
            patternUnits="userSpaceOnUse",
            **side,
        )
        for kind in Fill
    }
    add(found[Fill.SCALE], "rect", class_="flow-full", fill=_FULL, **side)
    add(found[Fill.WORDS], "rect", class_="flow-tint", fill=_TINT, **side)
    add(found[Fill.WORDS], "circle", class_="flow-dot", cx=3, cy=3, r=1.1, fill=ACCENT)
    for kind in (Fill.NONE, Fill.OTHER):
        add(found[kind], "rect", class_="paper", fill=PAPER, **side)
    lines = "M-1 1L1 -1M0 6L6 0M5 7L7 5"
    add(found[Fill.NONE], "path", class_="flow-hatch", d=lines, stroke=_HATCH)


def draw(parent: Element, band: Band, track: Sequence[tuple[float, float]], name: str) -> None:
    """Draw a ribbon along its track: its body, then its two edges in the line of its standing."""
    upper, lower = curves.edges(track, band.thickness)
    there, back = curves.path(upper), curves.path(lower[::-1]).replace("M", "L", 1)
    is_faint = band.ribbon.is_disputed or band.ribbon.kind != Kind.MONEY
    drawn = group(parent, band.title, class_="ribbon faint" if is_faint else "ribbon")
    add(drawn, "path", d=f"{there}{back}Z", fill=paint(band.fill, name))
    colour = QUIET if is_faint else INK
    stroke(drawn, f"{there}{curves.path(lower)}", band.ribbon.standing, colour)


def label(parent: Element, band: Band, track: Sequence[tuple[float, float]]) -> None:
    """Write the words of a ribbon before the box that it reaches."""
    (end, y), (wide, _) = track[-1], band.mark.label
    x = end - wide - 8
    high = len(band.lines) * _LEADING
    add(
        parent,
        "rect",
        class_="paper",
        x=x,
        y=y - high / 2,
        width=wide,
        height=high,
        rx=2,
        fill=PAPER,
    )
    for place, text in enumerate(band.lines):
        base = y - high / 2 + (place + 1) * _LEADING - 2.7
        add(parent, "text", text, x=x + _AROUND, y=base, font_size=_SIZE)


def gap(parent: Element, title: str, track: Sequence[tuple[float, float]]) -> None:
    """Draw where the documents say no more: a loose line."""
    stroke(group(parent, title, class_="faint"), path(track), "", QUIET)


def path(points: Sequence[tuple[float, float]]) -> str:
    """Return a path through points at which it is level; it is straight between equal heights."""
    x, y = points[0]
    found = f"M{number(x)} {number(y)}"
    for (x, y), (u, w) in pairwise(points):
        middle = number((x + u) / 2)
        bend = f"C{middle} {number(y)} {middle} {number(w)} {number(u)} {number(w)}"
        found += f"H{number(u)}" if y == w else bend
    return found
