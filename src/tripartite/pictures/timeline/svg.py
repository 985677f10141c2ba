"""A timeline as SVG: parts of lanes on one axis, then what has no place on it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from tripartite.pictures import legend, measure
from tripartite.pictures.canvas import LINE, PAPER, QUIET, Canvas, add, group, number
from tripartite.pictures.timeline import axis, extras, glyphs, order
from tripartite.pictures.timeline.keys import keys
from tripartite.pictures.timeline.layout import LEADING, SIZE, Layout
from tripartite.pictures.timeline.page import Page, scale_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from tripartite.pictures.timeline.layout import Lane
    from tripartite.pictures.timeline.marks import Timeline
    from tripartite.pictures.timeline.scale import Scale
    from tripartite.pictures.timeline.telling import Telling
    from tripartite.pictures.timeline.words import Words

WHOLE: Final = Page(1120, 320)
SMALL: Final = Page(640, 170, 2)
BAND: Final = "#eef2f6"
_HEADING: Final = 26.0


def whole(timeline: Timeline, words: Words, told: Telling, name: str = "timeline") -> str:
    """Return the whole picture.

    Args:
        timeline: What it shows.
        words: Says it.
        told: Its title, its summary and its twin.
        name: Begins every id, so that two pictures can stand on one page.
    """
    canvas = Canvas(told.title, told.twin, words.language, name)
    root, page = canvas.root, WHOLE
    low = _head(root, told, page)
    # Above the axis: a reader of a long picture needs it first.
    width = page.right - page.margin
    low = legend.draw(root, page.margin, low, width, keys(timeline, words))
    low = _dated(root, timeline, words, page, low + 4)
    if timeline.lengths:
        low = _heading(root, words.say("timeline-part-lengths"), page, low + 10)
        low = extras.lengths(root, timeline.lengths, words, page, low)
    if timeline.steps:
        low = _heading(root, words.say("timeline-part-order"), page, low + 10)
        low = order.draw(root, timeline, words, page, low + 4)
    if timeline.undated:
        low = _heading(
            root, words.say("timeline-part-undated", count=len(timeline.undated)), page, low + 10
        )
        low = extras.undated(root, timeline.undated, words, page, low)
    low = _remarks(root, told, page, low + 22)
    canvas.resize(page.width, low + page.margin)
    if low > page.width:
        root.set("class", "picture tall")  # printed over several sheets
    return canvas.write()


def compact(timeline: Timeline, words: Words, told: Telling, name: str) -> str:
    """Return a narrow picture of what is dated, without title and remarks, for a text about it."""
    canvas = Canvas(told.title, told.twin, words.language, name)
    low = _dated(canvas.root, timeline, words, SMALL, 0)
    width = SMALL.right - SMALL.margin
    drawn = timeline._replace(lengths=(), phases=(), steps=())
    low = legend.draw(canvas.root, SMALL.margin, low + 8, width, keys(drawn, words))
    canvas.resize(SMALL.width, low)
    return canvas.write()


def _head(root: Element, told: Telling, page: Page) -> float:
    (title,) = measure.lines(told.title, 18, page.right - page.margin, 1)
    add(root, "text", title, x=page.margin, y=34, font_size=18, class_="title")
    low = 56.0
    for said in (told.summary, *told.before):
        for line in measure.lines(said, 12, page.right - page.margin, 4):
            add(root, "text", line, x=page.margin, y=low, fill=QUIET, class_="quiet")
            low += 16
    return low - 2


def _dated(root: Element, timeline: Timeline, words: Words, page: Page, top: float) -> float:
    """Draw all parts that have a place on the axis; return where they end."""
    scale = scale_of(timeline, page)
    if scale is None:
        return top
    behind = add(root, "g")
    layout = Layout(page, scale, words)
    axis.names(root, scale, top, words.language)
    top += axis.height(scale, words.language)
    low = top
    for part, marks in timeline.parts():
        low = _heading(root, words.say(f"timeline-part-{part}"), page, low)
        lanes = tuple(layout.lanes(marks, low))
        _bands(behind, lanes, scale)
        for lane in lanes:
            _lane(root, lane, words, page, scale)
        low = lanes[-1].y + lanes[-1].height
    axis.grid(behind, scale, top, low, words.language)
    axis.folds(behind, scale, top, low)
    axis.names(root, scale, low, words.language)
    return low + axis.height(scale, words.language)


def _heading(root: Element, text: str, page: Page, y: float) -> float:
    line = f"M{number(page.margin)} {number(y + 22)}H{number(page.right)}"
    add(root, "path", class_="grid", d=line, stroke=LINE)
    drawn = add(root, "g", font_size=13, font_weight="bold")
    _rimmed(drawn, text, page.margin, y + 17)
    return y + _HEADING


def _bands(root: Element, lanes: Sequence[Lane], scale: Scale) -> None:
    """Draw, behind all that is said as of a document, the days on which it may be written."""
    for document, group_ in groupby(lanes, key=lambda lane: lane.document):
        found = tuple(group_)
        bounds = found[0].rows[0].mark.bounds
        if document is None or bounds is None:
            continue
        left, right = scale.at(bounds[0]), scale.after(bounds[1])
        high = found[-1].y + found[-1].height - found[0].y - 2
        add(
            root,
            "rect",
            class_="band",
            x=left,
            y=found[0].y,
            width=right - left,
            height=high,
            fill=BAND,
        )


def _lane(root: Element, lane: Lane, words: Words, page: Page, scale: Scale) -> None:
    for place, text in enumerate(lane.label):
        base = lane.y + 12 + place * LEADING
        x = page.margin + lane.indent
        add(root, "text", text, class_="label", x=x, y=base, font_size=SIZE)
    for row in lane.rows:
        mark = row.mark
        drawn = group(root, words.of(mark), class_=f"mark {mark.precision}")
        glyphs.draw(drawn, row, scale)
        x, y, anchor = row.text
        beside = add(drawn, "g", class_="quiet", fill=QUIET, font_size=SIZE, text_anchor=anchor)
        for place, text in enumerate(row.lines):
            _rimmed(beside, text, x, y + place * LEADING)


def _rimmed(parent: Element, text: str, x: float, y: float) -> None:
    """Draw words with a rim that keeps lines behind them off."""
    add(
        parent,
        "text",
        text,
        class_="rim",
        x=x,
        y=y,
        stroke=PAPER,
        stroke_width=3,
        stroke_linejoin="round",
        paint_order="stroke",
    )


def _remarks(root: Element, told: Telling, page: Page, y: float) -> float:
    for remark in told.remarks:
        for line in measure.lines(remark, SIZE, page.right - page.margin, 4):
            add(root, "text", line, class_="quiet", x=page.margin, y=y, fill=QUIET, font_size=SIZE)
            y += LEADING + 1
        y += 2
    return y + 2
