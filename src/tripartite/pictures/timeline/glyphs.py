"""A mark as it is drawn: filled where it surely is, hollow where it may be, open at open ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.pictures import legend
from tripartite.pictures.canvas import INK, PAPER, add, number
from tripartite.pictures.lines import stroke
from tripartite.pictures.timeline import paths
from tripartite.pictures.timeline.paths import EDGE, HALF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from tripartite.pictures.timeline.layout import Row
    from tripartite.pictures.timeline.scale import Scale

SURE: Final = "#9db4cc"


def draw(parent: Element, row: Row, scale: Scale) -> None:
    """Draw a mark into its group."""
    look, y = row.shape.look, row.y
    first, last = row.inner
    standing = row.mark.standing
    if look == "day":
        _fill(parent, paths.diamond((first + last) / 2, y), standing)
    elif look == "month":
        _fill(parent, paths.box(first, last, y, HALF + 1), standing)
    elif look == "bounds":
        stroke(parent, paths.between(first, last, y, row.closed), standing)
    else:
        _bar(parent, row, scale)
    for x in _breaks(row, scale):
        gap, strokes = paths.gap(x, y)
        add(parent, "path", class_="paper", d=gap, fill=PAPER)
        stroke(parent, strokes, "stated")
    _ends(parent, row)
    if row.mark.is_disputed:
        middle = (first + last) / 2
        add(parent, "text", legend.DISPUTED, x=middle, y=y + 4, text_anchor="middle")


def _bar(parent: Element, row: Row, scale: Scale) -> None:
    shape, y = row.shape, row.y
    first, last = row.inner
    start, stop = first - EDGE * shape.open_left, last + EDGE * shape.open_right
    add(parent, "path", class_="hollow", d=paths.box(start, stop, y), fill=PAPER)
    if shape.sure:
        left = start if shape.open_left else max(first, scale.at(shape.sure[0]))
        right = stop if shape.open_right else min(last, scale.after(shape.sure[1]))
        if right > left:
            add(parent, "path", class_="sure", d=paths.box(left, right, y), fill=SURE)
    path = paths.bar(start, stop, y, row.closed, sharp=shape.look != "decade")
    stroke(parent, path, row.mark.standing)


def _ends(parent: Element, row: Row) -> None:
    """Draw the heads of open ends, and the tail of what only began or only ended."""
    shape, y = row.shape, row.y
    sides = ((shape.open_left, "left", 0, -1), (shape.open_right, "right", 1, 1))
    for is_open, side, place, way in sides:
        if shape.tail == side:
            end = row.x[place] - way * 2
            path = f"M{number(row.inner[place])} {number(y)}H{number(end)}"
            stroke(parent, path, row.mark.standing)
        if is_open or shape.tail == side:
            stroke(parent, paths.chevron(row.x[place], y, way), "stated")


def _breaks(row: Row, scale: Scale) -> Iterator[float]:
    """Yield where a mark is not as long as its years, and where it reaches beyond the axis."""
    first, last = row.inner
    for stretch in scale.stretches:
        if stretch.is_folded and first < stretch.x < last:
            yield stretch.x + stretch.width / 2
    for is_cut, x in zip(row.cut, row.inner, strict=True):
        if is_cut:
            yield x


def _fill(parent: Element, path: str, standing: str) -> None:
    """Draw a mark too small for a line around it to be read: solid if stated, else hollow."""
    is_stated = standing == "stated"
    colour = INK if is_stated else PAPER
    add(parent, "path", class_="head" if is_stated else "hollow", d=path, fill=colour)
    stroke(parent, path, standing)
