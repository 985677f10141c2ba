"""A timeline between two years: what it leaves out, and what reaches beyond."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.errors import BadParameterError
from tripartite.pictures.timeline.scale import YEARS

if TYPE_CHECKING:
    from tripartite.pictures.timeline.choosing import Asked
    from tripartite.pictures.timeline.marks import Mark, Timeline


def crop(timeline: Timeline, asked: Asked) -> Timeline:
    """Return the timeline between two years, and how much lies outside.

    Raises:
        BadParameterError: The last year is before the first, or all dates lie before or after
            both; an open end alone says nothing of them.
    """
    given = [year for year in (asked.first, asked.last) if year is not None]
    if not given:
        return timeline
    number = YEARS[asked.years].number
    known = [number(day) for mark in timeline.marks for day in mark.window if day]
    years = known + given
    first = min(years) if asked.first is None else asked.first
    last = max(years) if asked.last is None else asked.last
    if first > last:
        raise BadParameterError("years-reversed", first=first, last=last)
    if known and (first > max(known) or last < min(known)):
        raise BadParameterError("years-without-dates", first=min(known), last=max(known))

    def outside(mark: Mark) -> tuple[bool, bool]:
        begins, ends = mark.window
        return bool(begins and number(begins) > last), bool(ends and number(ends) < first)

    def beyond(mark: Mark) -> bool:
        begins, ends = mark.window
        return bool(begins and number(begins) < first) or bool(ends and number(ends) > last)

    kept = tuple(mark for mark in timeline.marks if not any(outside(mark)))
    return timeline._replace(
        marks=kept,
        kept=(first, last),
        left_out=len(timeline.marks) - len(kept),
        clipped=sum(map(beyond, kept)),
    )
