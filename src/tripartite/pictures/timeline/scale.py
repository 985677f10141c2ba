"""Days to pixels: each year is as wide as the next; a long stretch without dates is folded."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.build.years import SYSTEMS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tripartite.build.years import System

CALENDAR: Final = "calendar"
FISCAL: Final = "fiscal"
YEARS: Final[Mapping[str, System]] = {CALENDAR: SYSTEMS[0], FISCAL: SYSTEMS[1]}
_BEGINS: Final[Mapping[str, int]] = {CALENDAR: 1, FISCAL: 4}  # the month
_FOLDED: Final = 5  # fewer years without a date are not folded
_NARROW: Final = 20.0  # pixels of a year; where it has as much, nothing is folded
FOLD: Final = 22.0  # pixels of a folded stretch
_WIDEST: Final = 96.0  # pixels of a year


class Stretch(NamedTuple):
    """Years side by side, all of one scale.

    Attributes:
        first: The first year.
        years: How many.
        x: Where it begins.
        width: Of all of them.
    """

    first: int
    years: int
    x: float
    width: float
    is_folded: bool


class Scale:
    """A place for each day from the first to the last year; what lies outside is at the ends.

    Attributes:
        years: ``calendar`` or ``fiscal``.
        stretches: From the left; folded ones hold no date.
    """

    def __init__(self, years: str, used: Collection[int], left: float, right: float) -> None:
        """Lay the years out.

        Args:
            years: ``calendar`` or ``fiscal``.
            used: Years in which a mark begins or ends; the first and the last bound the axis.
            left: Where the first begins.
            right: Where the last ends at most.
        """
        self.years = years
        self.year, runs = _runs(used, right - left)
        found: list[Stretch] = []
        for run, is_folded in runs:
            x = found[-1].x + found[-1].width if found else left
            width = FOLD if is_folded else len(run) * self.year
            found.append(Stretch(run[0], len(run), x, width, is_folded))
        self.stretches = tuple(found)
        self._edges, self._places = zip(*self._knots(), strict=True)

    @property
    def left(self) -> float:
        """Where the first year begins."""
        return self.stretches[0].x

    @property
    def right(self) -> float:
        """Where the last year ends."""
        return self.stretches[-1].x + self.stretches[-1].width

    @property
    def first(self) -> date:
        """The first day of the first year."""
        return date.fromordinal(int(self._edges[0]))

    @property
    def last(self) -> date:
        """The last day of the last year."""
        return date.fromordinal(int(self._edges[-1]) - 1)

    def begins(self, year: int) -> date:
        """Return the first day of a year."""
        return date(year, _BEGINS[self.years], 1)

    def of(self, day: date) -> int:
        """Return the year of a day."""
        return YEARS[self.years].number(day)

    def at(self, day: date) -> float:
        """Return where a day begins."""
        return self._between(self._edges, self._places, day.toordinal())

    def after(self, day: date) -> float:
        """Return where a day ends."""
        return self._between(self._edges, self._places, day.toordinal() + 1)

    def day(self, x: float) -> date:
        """Return the day at a place."""
        # A hair to the right, so that the place where a day begins is of that day.
        ordinal = self._between(self._places, self._edges, x) + 1e-6
        return date.fromordinal(int(ordinal))

    def shown(self) -> Iterator[int]:
        """Yield the years that are not folded."""
        for stretch in self.stretches:
            if not stretch.is_folded:
                yield from range(stretch.first, stretch.first + stretch.years)

    def _knots(self) -> Iterator[tuple[float, float]]:
        """Yield where each year begins that is shown, as an ordinal and as a place."""
        for stretch in self.stretches:
            pieces = 1 if stretch.is_folded else stretch.years
            for number in range(pieces):
                begins = self.begins(stretch.first + number)
                yield begins.toordinal(), stretch.x + number * stretch.width / pieces
        last = self.stretches[-1]
        yield self.begins(last.first + last.years).toordinal(), self.right

    @staticmethod
    def _between(known: tuple[float, ...], wanted: tuple[float, ...], value: float) -> float:
        place = bisect_right(known, value) - 1
        if place < 0:
            return wanted[0]
        if place >= len(known) - 1:
            return wanted[-1]
        share = (value - known[place]) / (known[place + 1] - known[place])
        return wanted[place] + share * (wanted[place + 1] - wanted[place])


def _runs(used: Collection[int], room: float) -> tuple[float, list[tuple[range, bool]]]:
    """Return how wide a year is, and each run of years with whether it is folded.

    The longest runs without a date are folded first, and no more than must be.
    """
    every = range(min(used), max(used) + 1)
    gaps = [range(a + 1, b) for a, b in pairwise(sorted(set(used))) if b - a > _FOLDED]
    folded: list[range] = []
    for gap in (None, *sorted(gaps, key=lambda gap: (-len(gap), gap[0]))):
        folded += [gap] if gap else []
        shown = len(every) - sum(map(len, folded))
        width = (room - len(folded) * FOLD) / shown
        if width >= _NARROW:
            break
    runs: list[tuple[range, bool]] = []
    start = every[0]
    for gap in sorted(folded, key=lambda gap: gap[0]):
        runs += [(range(start, gap[0]), False), (gap, True)]
        start = gap[-1] + 1
    return min(_WIDEST, width), [*runs, (range(start, every[-1] + 1), False)]
