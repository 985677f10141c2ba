"""What has no place on the axis: lengths of time, and what no document dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.network.kinds import kind
from tripartite.pictures import measure
from tripartite.pictures.canvas import LINE, PAPER, QUIET, add, group, number
from tripartite.pictures.lines import stroke
from tripartite.pictures.timeline import glyphs, paths
from tripartite.pictures.timeline.layout import LEADING, ROW, SIZE
from tripartite.pictures.timeline.marks import UNDATED
from tripartite.pictures.timeline.paths import EDGE, STUB

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from pyoxigraph import NamedNode

    from tripartite.pictures.timeline.marks import Length
    from tripartite.pictures.timeline.page import Page
    from tripartite.pictures.timeline.words import Words

_TICKS: Final = (1, 2, 5, 10, 20, 50)  # years between two names of the scale of lengths
_SMALL: Final = 10.0
_COLUMN: Final = 230.0  # the least width of a column of names


def lengths(parent: Element, found: Sequence[Length], words: Words, page: Page, y: float) -> float:
    """Draw lengths on a scale of years of their own; return where they end."""
    known = [n for one in found for n in (one.low, one.high) if n is not None]
    said = max(measure.width(_said(one, words), SIZE) for one in found)
    each = (page.right - page.left - STUB - said - 16) / max(known, default=1)
    y = _years(parent, page, (each, max(known, default=1)), words, y)
    for one in found:
        lines = measure.lines(words.label(one.subject), SIZE, page.labels, 2)
        drawn = group(parent, words.of_length(one), class_="mark length")
        for place, text in enumerate(lines):
            add(drawn, "text", text, x=page.margin, y=y + 12 + place * LEADING, font_size=SIZE)
        right = _length(drawn, one, (page.left, y + ROW / 2), each)
        text = _said(one, words)
        add(drawn, "text", text, class_="quiet", x=right + 6, y=y + 12, fill=QUIET, font_size=SIZE)
        y += max(ROW, len(lines) * LEADING + 2) + 5
    return y


def undated(
    parent: Element, found: Sequence[NamedNode], words: Words, page: Page, y: float
) -> float:
    """List names in columns, kind by kind; return where they end."""
    room = page.right - page.margin
    columns = max(1, int(room // _COLUMN))
    wide = room / columns
    for name, kinds in UNDATED.items():
        of_kind = [iri for iri in found if kind(iri) in kinds]
        if not of_kind:
            continue
        heading = words.say(f"timeline-undated-{name}", count=len(of_kind))
        add(
            parent,
            "text",
            heading,
            class_="quiet",
            x=page.margin,
            y=y + 12,
            fill=QUIET,
            font_size=SIZE,
        )
        y += LEADING + 4
        for start in range(0, len(of_kind), columns):
            row = [
                measure.lines(words.label(iri), SIZE, wide - 22, 3)
                for iri in of_kind[start : start + columns]
            ]
            for place, (iri, lines) in enumerate(zip(of_kind[start:], row, strict=False)):
                drawn = group(parent, words.label(iri), class_="undated")
                x = page.margin + place * wide
                for number_, text in enumerate(lines):
                    base = y + 12 + number_ * LEADING
                    add(drawn, "text", text, x=x, y=base, font_size=SIZE)
            y += max(map(len, row)) * LEADING + 4
        y += 6
    return y


def _said(one: Length, words: Words) -> str:
    return " · ".join([one.words, *words.doubts(one.sources)])


def _years(
    parent: Element, page: Page, scale: tuple[float, float], words: Words, y: float
) -> float:
    """Draw the scale of lengths; return where the lengths may begin."""
    each, most = scale
    step = next((s for s in _TICKS if s * each >= 46), _TICKS[-1])  # noqa: PLR2004 (pixels)
    root = add(parent, "g", class_="quiet", fill=QUIET, font_size=_SMALL)
    for years in range(0, int(most) + 1, step):
        x = page.left + years * each
        text = words.say("timeline-years", count=years) if years + step > most else str(years)
        add(root, "text", text, x=x, y=y + 10, text_anchor="middle")
        path = f"M{number(x)} {number(y + 14)}V{number(y + 19)}"
        add(root, "path", class_="grid", d=path, stroke=LINE)
    return y + 22


def _length(parent: Element, one: Length, place: tuple[float, float], each: float) -> float:
    """Draw a length: filled as far as it is sure, hollow as far as it may be; return its end."""
    x, y = place
    sure = x + (one.low or 0) * each
    end = sure if one.high is None else x + one.high * each
    if (one.low, one.high) == (None, None):
        return x
    open_right = one.high is None
    stop = end + STUB if open_right else end
    edge = end + EDGE if open_right else end
    add(parent, "path", class_="hollow", d=paths.box(x, edge, y), fill=PAPER)
    add(parent, "path", class_="sure", d=paths.box(x, sure, y), fill=glyphs.SURE)
    standing = one.sources[0].standing
    stroke(parent, paths.bar(x, edge, y, (True, not open_right)), standing)
    if open_right:
        stroke(parent, paths.chevron(stop, y, 1), "stated")
    return stop
