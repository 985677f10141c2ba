"""What a mark looks like, in days: where it surely is, where it may be, which ends are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tripartite.build.periods import first_and_last_day
from tripartite.pictures.timeline.marks import END, START

if TYPE_CHECKING:
    from datetime import date

    from tripartite.pictures.timeline.marks import Mark


class Shape(NamedTuple):
    """A mark on the axis.

    Attributes:
        look: ``day``, ``month``, ``box`` (somewhere within), ``decade`` (the same, without sharp
            ends), ``bar`` (from one to the other) or ``bounds`` (a document's).
        first: The first day drawn.
        last: The last day drawn.
        sure: Of a bar: the last day on which it may begin, the first on which it may end.
        open_left: Whether it may begin earlier; it then has no line at its left end.
        open_right: Whether it may end later.
        tail: ``right`` where only a beginning is stated, ``left`` where only an end is.
    """

    look: str
    first: date
    last: date
    sure: tuple[date, date] | None = None
    open_left: bool = False
    open_right: bool = False
    tail: str = ""


def shape(mark: Mark) -> Shape:
    """Return the look of a mark."""
    if mark.bounds:
        return Shape("bounds", *mark.bounds)
    first, slash, last = mark.period.partition("/")
    tail = {START: "right", END: "left"}.get(mark.relation, "")
    if not slash:
        look = mark.precision if mark.precision in ("day", "month", "decade") else "box"
        return Shape(look, *_days(first), tail=tail)
    # Of an open end only the other is drawn, and a stub without an end.
    begins, ends = _days(last if first == ".." else first), _days(first if last == ".." else last)
    open_left, open_right = first == "..", last == ".."
    if tail:
        open_side = "left" if open_left else "right" if open_right else ""
        look = "decade" if "X" in mark.period else "box"
        tail = "" if tail == open_side else tail
        return Shape(look, begins[0], ends[1], None, open_left, open_right, tail)
    # An interval that only follows from the text is a guess at its ends: nothing of it is sure. Nor
    # is it known when after a year it began.
    sure = None if mark.standing == "implied" or mark.after else (begins[1], ends[0])
    return Shape("bar", begins[0], ends[1], sure, open_left, open_right)


def _days(point: str) -> tuple[date, date]:
    first, last = first_and_last_day(point)
    if first is None or last is None:
        raise ValueError(f"{point!r} is no point of time")
    return first, last
