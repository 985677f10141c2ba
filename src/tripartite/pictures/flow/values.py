"""What a flow is made of: spots in four stages, statements between them, ribbons."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite import vocabulary as v
from tripartite.network.facts import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import NamedNode

    from tripartite.disagreement.figures import Figure
    from tripartite.network.facts import Source


# Properties of what money goes to; they name where it comes from.
_BACKWARD: Final = (v.tp("fundedBy"), v.tp("fundedThrough"), v.PART_OF)


class Stage(IntEnum):
    """Where something stands on the way of money; the picture's columns, from left to right."""

    FUNDER = 0
    CHANNEL = 1
    WORK = 2
    PLACE = 3


class Kind(IntEnum):
    """What a statement says of money."""

    MONEY = 0  # that it is given
    OTHER = 1  # that something supports, has or is part of something
    PLACE = 2  # where the work is


class Spot(NamedTuple):
    """An entity in its stage, or what no document states.

    Attributes:
        iri: Of the entity; empty for the box ``not stated`` of the stage.
    """

    stage: Stage
    iri: str


class Sum(NamedTuple):
    """A sum of money that documents state, in each currency that they give it in.

    Attributes:
        figure: As it is stated first.
        restated: The same sum again, in other words or another currency.
        wholes: Figures of which some claim says that it is a part.
        sources: The claims that give its amount.
        by: For each figure of the sum, the claims that give it.
    """

    figure: Figure
    restated: tuple[Figure, ...]
    wholes: frozenset[NamedNode]
    sources: tuple[Source, ...]
    by: tuple[tuple[Source, ...], ...]

    @property
    def money(self) -> Figure:
        """The sum in a currency: as stated, or as we read a bare ``dollars``."""
        every = (self.figure, *self.restated)
        return next((figure for figure in every if figure.currency), self.figure)

    @property
    def is_disputed(self) -> bool:
        """Whether only disputed claims give it."""
        return all(source.disputed for source in self.sources)


class Statement(NamedTuple):
    """One thing that is said of two spots.

    Attributes:
        predicate: The property; of a figure, the one that leads to ``end``.
        facts: For each triple that it rests on, the claims and derivations that say it.
        sum: The sum that it says to flow; ``None`` where no amount is stated.
        part: A component that the statement is about, instead of the project at ``start``.
    """

    start: Spot
    end: Spot
    kind: Kind
    predicate: NamedNode
    facts: tuple[tuple[Source, ...], ...]
    sum: Sum | None = None
    part: str = ""

    @property
    def is_backward(self) -> bool:
        """Whether the property leads from ``end`` to ``start``: against the money."""
        return self.predicate in _BACKWARD and self.sum is None

    @property
    def rank(self) -> tuple[bool, int]:
        """How sure it is: as sure as the least sure triple it rests on; the least is best."""
        return max(map(_surest, self.facts))

    @property
    def standing(self) -> str:
        """Code of its standing."""
        return STANDINGS[self.rank[1]]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The claims and derivations that say it, each once."""
        return tuple(dict.fromkeys(source for sources in self.facts for source in sources))


class Ribbon(NamedTuple):
    """What is drawn between two spots.

    Attributes:
        statements: All that it stands for, what it is drawn by first.
        sum: The sum that is said to flow here.
    """

    start: Spot
    end: Spot
    statements: tuple[Statement, ...]
    sum: Sum | None = None

    @property
    def kind(self) -> Kind:
        """What the statement that it is drawn by says of money."""
        return self.statements[0].kind

    @property
    def standing(self) -> str:
        """Code of its standing: that of the statement it is drawn by."""
        return self.statements[0].standing

    @property
    def is_disputed(self) -> bool:
        """Whether only disputed claims say it."""
        return self.statements[0].rank[0]


class Flow(NamedTuple):
    """The content of a picture, before any place on paper.

    Attributes:
        ribbons: Ordered by their ends.
        gaps: Pairs of a spot and a ``not stated`` box: what is known of the spot ends here.
        notes: Sums that are about one spot and flow nowhere, such as the size of a fund.
        wholes: Statements of sums that are not drawn, for their parts are.
        focus: IRIs of the entities asked for.
    """

    ribbons: tuple[Ribbon, ...]
    gaps: tuple[tuple[Spot, Spot], ...] = ()
    notes: tuple[tuple[Spot, Sum], ...] = ()
    wholes: tuple[Statement, ...] = ()
    focus: tuple[str, ...] = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every spot that something is drawn to or from, ``not stated`` among them."""
        ends = {end for ribbon in self.ribbons for end in (ribbon.start, ribbon.end)}
        ends |= {end for gap in self.gaps for end in gap}
        ends |= {spot for spot, _ in self.notes}
        ends |= {spot for ribbon in self.ribbons for spot in passed(ribbon)}
        return tuple(sorted(ends))


def passed(ribbon: Ribbon) -> tuple[Spot, ...]:
    """Return the ``not stated`` boxes of the stages between the ends of a ribbon."""
    between = range(ribbon.start.stage + 1, ribbon.end.stage)
    return tuple(Spot(Stage(stage), "") for stage in between)


def _surest(sources: Iterable[Source]) -> tuple[bool, int]:
    return min((source.disputed, STANDINGS.index(source.standing)) for source in sources)
