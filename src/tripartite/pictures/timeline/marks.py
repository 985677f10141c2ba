"""What a timeline shows: dated statements, lengths of time, phases in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite import vocabulary as v
from tripartite.build.periods import first_and_last_day
from tripartite.network.facts import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from pyoxigraph import NamedNode

    from tripartite.network.facts import Source

START: Final = v.tp("startPeriod")
END: Final = v.tp("endPeriod")
PERIODS: Final = (v.tp("period"), START, END)
OBSERVED: Final = v.tp("observedOn")
ABOUT: Final = v.tp("about")
MEASURE: Final = v.tp("measure")
PHASE: Final = v.tp("phaseNumber")
PREDECESSOR: Final = v.tp("predecessor")
# What stands where in the picture, by the kind of the subject; a figure, a membership and what
# is said as of a document have a part of their own.
PARTS: Final = ("background", "events", "works", "figures", "members", "documents")
# Kinds of what is expected to have a date, by the heading it has where it has none.
UNDATED: Final[Mapping[str, tuple[str, ...]]] = {
    "works": ("project", "component"),
    "channels": ("programme", "fund", "scheme", "partnership"),
    "events": ("event", "happening"),
    "texts": ("policy", "agreement", "convention"),
}
DATABLE: Final = frozenset(kind for kinds in UNDATED.values() for kind in kinds)
_KINDS: Final[Mapping[str, str]] = {
    "event": "events",
    **dict.fromkeys(("action", "channel", "component", "fund", "partnership"), "works"),
    **dict.fromkeys(("programme", "project", "scheme"), "works"),
}
_PRECISIONS: Final[Mapping[int, str]] = {4: "year", 7: "month", 10: "day"}


class Mark(NamedTuple):
    """One dated statement.

    Attributes:
        part: One of ``PARTS``.
        subject: What it is said of.
        relation: ``tp:period``, ``tp:startPeriod``, ``tp:endPeriod`` or ``tp:observedOn``.
        fact: What the claims describe: the subject itself, a figure, a post, a status.
        sources: Claims that say it, the surest first; none for a document's own bounds.
        period: As stated (EDTF); empty where it is dated by its document only.
        document: Of a statement that holds as of its document, or the document itself.
        after: The point (EDTF) that it is said to be after; its period begins with the next day.
        bounds: Between which days the document was written.
        detail: A figure, a post, a status in words; of a document the reasons of its bounds.
        concerned: The subject, and who else the statement is about.
    """

    part: str
    subject: NamedNode
    relation: NamedNode
    fact: NamedNode
    sources: tuple[Source, ...]
    period: str = ""
    after: str = ""
    document: NamedNode | None = None
    bounds: tuple[date, date] | None = None
    detail: str = ""
    concerned: frozenset[NamedNode] = frozenset()

    @property
    def window(self) -> tuple[date | None, date | None]:
        """The first and the last day that the period can mean; ``None`` is an open end."""
        return self.bounds or first_and_last_day(self.period)

    @property
    def earliest(self) -> date | None:
        """The first day; ``None`` where only an end is stated."""
        return None if self.relation == END else self.window[0]

    @property
    def latest(self) -> date | None:
        """The last day; ``None`` where only a beginning is stated."""
        return None if self.relation == START else self.window[1]

    @property
    def precision(self) -> str:
        """How exact it is: ``day``, ``month``, ``year``, ``decade``; or an interval's kind."""
        if self.bounds:
            return "as-of"
        first, slash, last = self.period.partition("/")
        if slash:
            return {first: "open-start", last: "open-end"}.get("..", "interval")
        return "decade" if first.endswith("X") else _PRECISIONS[len(first)]

    @property
    def standing(self) -> str:
        """Code of the surest standing; a document's bounds are ours."""
        return surest(self.sources) or "editorial"

    @property
    def is_disputed(self) -> bool:
        """Whether only disputed claims say it."""
        return bool(self.sources) and all(source.disputed for source in self.sources)

    @property
    def is_document(self) -> bool:
        """Whether it says when a document was written."""
        return self.subject == self.document


class Length(NamedTuple):
    """How long something lasts, where no document says from when to when.

    Attributes:
        measure: Whether the work lasts so long, or a post in it.
        low: Years it surely lasts; ``None`` where only an upper bound is stated.
        high: Years it lasts at most; ``None`` where it may be longer.
        words: As a person reads it.
    """

    subject: NamedNode
    measure: NamedNode
    fact: NamedNode
    sources: tuple[Source, ...]
    low: float | None
    high: float | None
    words: str


class Phase(NamedTuple):
    """That something is the phase of this number."""

    subject: NamedNode
    number: str
    sources: tuple[Source, ...]


class Step(NamedTuple):
    """That one thing followed another."""

    earlier: NamedNode
    later: NamedNode
    sources: tuple[Source, ...]


class Timeline(NamedTuple):
    """All that a picture shows, in its order.

    Attributes:
        focus: Entities it is about; none for everything.
        years: ``calendar`` or ``fiscal``.
        undated: Works, events and the like that no document dates.
        kept: First and last year that is shown; ``None`` where nothing was cropped.
        left_out: How many marks lie outside of them.
        clipped: How many reach beyond them.
    """

    focus: tuple[NamedNode, ...]
    years: str
    marks: tuple[Mark, ...]
    lengths: tuple[Length, ...]
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    undated: tuple[NamedNode, ...]
    kept: tuple[int, int] | None = None
    left_out: int = 0
    clipped: int = 0

    def parts(self) -> Iterator[tuple[str, list[Mark]]]:
        """Yield the marks of each part that has some."""
        for part in PARTS:
            if found := [mark for mark in self.marks if mark.part == part]:
                yield part, found

    @property
    def said(self) -> tuple[tuple[Source, ...], ...]:
        """The sources of everything that it shows."""
        return (
            *(mark.sources for mark in self.marks),
            *(length.sources for length in self.lengths),
            *(phase.sources for phase in self.phases),
            *(step.sources for step in self.steps),
        )


def part_of(kind: str) -> str:
    """Return the part that a dated thing of this kind belongs to."""
    return _KINDS.get(kind, "background")


def surest(sources: Iterable[Source]) -> str:
    """Return the surest standing of some sources that are accepted, else of the others."""
    every = tuple(sources)
    codes = {s.standing for s in every if not s.disputed} or {s.standing for s in every}
    return next((code for code in STANDINGS if code in codes), "")
