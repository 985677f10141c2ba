"""Sums of money as the claims give them, and from where to where each is said to go."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.disagreement.figures import Figure, read
from tripartite.network.kinds import kind
from tripartite.pictures.flow import spots
from tripartite.pictures.flow.values import Kind, Spot, Stage, Statement, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.model import Term
    from tripartite.network.facts import Source
    from tripartite.store import EmbeddedStore

_MEASURE: Final = v.tp("measure")
_ADDEND_OF: Final = v.tp("addendOf")
_PROVIDER: Final = v.tp("provider")
_RECEIVER: Final = v.tp("receiver")
_ABOUT: Final = v.tp("about")
_PURPOSE: Final = v.tp("purpose")
_CHANNELS: Final = (v.tp("drawnFrom"), v.tp("fundedThrough"), _RECEIVER)  # in their order


class _Told(NamedTuple):
    """One triple of a figure and who says it."""

    predicate: NamedNode
    value: Term
    sources: tuple[Source, ...]


class Sums:
    """The sums of money that the chosen facts hold."""

    def __init__(self, store: EmbeddedStore, known: Mapping[Triple, list[Source]]) -> None:
        """Read them; what only counts something is left out."""
        self._store = store
        self._told: dict[NamedNode, list[_Told]] = {}
        for triple, sources in known.items():
            subject = triple.subject
            if isinstance(subject, NamedNode) and kind(subject) == "figure":
                told = _Told(triple.predicate, triple.object, tuple(sources))
                self._told.setdefault(subject, []).append(told)
        figures = {iri: read(iri, [t[:2] for t in told]) for iri, told in self._told.items()}
        ordered = sorted(figures.items(), key=_by_iri)
        self._figures = {iri: figure for iri, figure in ordered if figure}

    def __iter__(self) -> Iterator[Sum]:
        """Yield each sum once; a restatement is no sum of its own."""
        for iri, figure in self._figures.items():
            if figure.restates is None:
                again = tuple(f for f in self._figures.values() if f.restates == iri)
                if any(each.currency for each in (figure, *again)):
                    yield self._sum(figure, again)

    def statements(self, sum_: Sum) -> tuple[Statement, ...]:
        """Return what a sum says to flow, a statement for each step of its way."""
        way = self._way(sum_.figure.iri)
        amount = self._sources(sum_.figure.iri, _MEASURE)
        return tuple(
            Statement(
                start.spot,
                end.spot,
                Kind.MONEY,
                end.predicate,
                tuple(facts for facts in (amount, start.sources, end.sources) if facts),
                sum_,
            )
            for start, end in pairwise(way)
        )

    def place(self, sum_: Sum) -> Spot | None:
        """Return the one spot that a sum which flows nowhere is about."""
        told = (*self._of(sum_.figure.iri, _ABOUT), *self._of(sum_.figure.iri, _PROVIDER))
        found = (spots.end(one.value) or spots.start(one.value) for one in told)
        return next((spot for spot in found if spot), None)

    def _sum(self, figure: Figure, again: tuple[Figure, ...]) -> Sum:
        by = tuple(self._sources(each.iri, _MEASURE) for each in (figure, *again))
        # Whoever says so: a part that only an implied claim makes one is not added either.
        wholes = (quad.object for quad in self._store.quads(figure.iri, _ADDEND_OF))
        nodes = frozenset(whole for whole in wholes if isinstance(whole, NamedNode))
        return Sum(figure, again, nodes, by[0], by)

    def _way(self, figure: NamedNode) -> tuple[_Step, ...]:
        """Return where a sum passes; empty where nothing says that it flows."""
        target = self._target(figure)
        given = self._steps(figure, _PROVIDER, spots.start)
        # Two channels of one kind: how much passes each is not said, so it passes neither.
        named = [self._steps(figure, predicate, spots.channel) for predicate in _CHANNELS]
        middle = [steps[0] for steps in named if len(steps) == 1]
        end = [target] if target and target.spot not in {step.spot for step in middle} else []
        if not (given or middle) and not (end and end[0].predicate != _ABOUT):
            return ()
        first = given[:1] or [_Step(Spot(Stage.FUNDER, ""), _PROVIDER, ())]
        way = (*first, *middle, *end)
        return way if len(way) > 1 else ()

    def _target(self, figure: NamedNode) -> _Step | None:
        """Return the one piece of work that a sum is for, else who receives it."""
        works = {
            step.spot: step
            for predicate in (_ABOUT, _PURPOSE)
            for step in self._steps(figure, predicate, spots.work)
        }
        received = self._steps(figure, _RECEIVER, spots.end)
        if len(works) == 1:
            return next(iter(works.values()))
        return next(iter(received), None) or self._about_channel(figure)

    def _about_channel(self, figure: NamedNode) -> _Step | None:
        return next(iter(self._steps(figure, _ABOUT, spots.channel)), None)

    def _steps(self, figure: NamedNode, predicate: NamedNode, spot_of: spots.SpotOf) -> list[_Step]:
        told = ((spot_of(one.value), one) for one in self._of(figure, predicate))
        return [_Step(spot, predicate, one.sources) for spot, one in told if spot]

    def _of(self, figure: NamedNode, predicate: NamedNode) -> list[_Told]:
        found = (told for told in self._told[figure] if told.predicate == predicate)
        return sorted(found, key=lambda told: str(told.value))

    def _sources(self, figure: NamedNode, predicate: NamedNode) -> tuple[Source, ...]:
        return tuple(source for told in self._of(figure, predicate) for source in told.sources)


class _Step(NamedTuple):
    """A spot on the way of a sum, and the property of the figure that names it."""

    spot: Spot
    predicate: NamedNode
    sources: tuple[Source, ...]


def _by_iri(item: tuple[NamedNode, Figure | None]) -> str:
    return item[0].value
