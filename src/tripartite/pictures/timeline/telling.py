"""A timeline in words: its title, how much it shows, what it leaves open, and its twin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tripartite.messages import say
from tripartite.network.facts import STANDINGS
from tripartite.pictures.timeline.page import scale_of
from tripartite.pictures.timeline.scale import FISCAL, YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.pictures.timeline.marks import Timeline
    from tripartite.pictures.timeline.page import Page
    from tripartite.pictures.timeline.words import Words


class Telling(NamedTuple):
    """What a picture says beside its marks.

    Attributes:
        summary: How much is dated, and by which standing.
        before: What must be known before the marks are read: what is cropped, what is folded.
        remarks: What else must be known, of dates that are ours and the like.
        twin: Every mark in words, a line each.
    """

    title: str
    summary: str
    before: tuple[str, ...]
    remarks: tuple[str, ...]
    twin: str


def tell(timeline: Timeline, words: Words, page: Page) -> Telling:
    """Return the words of a picture that is drawn on a page."""
    said = _summary(timeline, words)
    before = tuple(filter(None, (_cut(timeline, words), _folds(timeline, words, page))))
    remarks = tuple(_remarks(timeline, words))
    twin = (said, *before, *remarks, *_twin(timeline, words))
    return Telling(_title(timeline, words), said, before, remarks, "\n".join(twin))


def _cut(timeline: Timeline, words: Words) -> str:
    if timeline.kept is None or not (timeline.left_out or timeline.clipped):
        return ""
    name = YEARS[timeline.years].name
    first, last = (name(year, words.language) for year in timeline.kept)
    return words.say(
        "timeline-cropped",
        first=first,
        last=last,
        left_out=timeline.left_out,
        clipped=timeline.clipped,
    )


def _title(timeline: Timeline, words: Words) -> str:
    names = say("list-comma", words.language).join(map(words.label, timeline.focus))
    title = words.say("timeline-title-of", names=names) if names else words.say("timeline-title")
    return f"{title}{words.say('timeline-by-fiscal')}" if timeline.years == FISCAL else title


def _summary(timeline: Timeline, words: Words) -> str:
    counts = Counter(mark.standing for mark in timeline.marks)
    parts = [
        say(f"edges-{code}", words.language, count=counts[code])
        for code in STANDINGS
        if counts[code]
    ]
    details = ""
    if parts:
        listed = say("list-comma", words.language).join(parts)
        details = say("scene-standings", words.language, parts=listed)
    return words.say(
        "timeline-counts",
        marks=len(timeline.marks),
        details=details,
        lengths=len(timeline.lengths),
        undated=len(timeline.undated),
    )


def _folds(timeline: Timeline, words: Words, page: Page) -> str:
    scale, name = scale_of(timeline, page), YEARS[timeline.years].name
    spans = [
        say(
            "span",
            words.language,
            first=name(stretch.first, words.language),
            last=name(stretch.first + stretch.years - 1, words.language),
        )
        for stretch in (scale.stretches if scale else ())
        if stretch.is_folded
    ]
    listed = say("list-separator", words.language).join(spans)
    return words.say("timeline-folded", spans=listed) if spans else ""


def _remarks(timeline: Timeline, words: Words) -> Iterator[str]:
    if timeline.years == FISCAL:
        yield words.say("timeline-fiscal-remark")
    if any(mark.bounds for mark in timeline.marks):
        yield words.say("timeline-bounds-remark")
    if timeline.lengths:
        yield words.say("timeline-lengths-remark")


def _twin(timeline: Timeline, words: Words) -> Iterator[str]:
    for part, marks in timeline.parts():
        yield words.say(f"timeline-part-{part}")
        yield from map(words.of, marks)
    if timeline.lengths:
        yield words.say("timeline-part-lengths")
        yield from map(words.of_length, timeline.lengths)
    if timeline.steps:
        yield words.say("timeline-part-order")
        yield from map(words.of_phase, timeline.phases)
        yield from map(words.of_step, timeline.steps)
    if timeline.undated:
        yield words.say("timeline-part-undated", count=len(timeline.undated))
        yield from map(words.label, timeline.undated)
