"""What a flow says in words: names, sums as stated, statements with their proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite import amounts, periods
from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.exports.footnotes import line
from tripartite.messages import say
from tripartite.pictures.flow.scale import is_to_scale
from tripartite.pictures.flow.values import Kind, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite.disagreement.figures import Figure
    from tripartite.documents.citations import Citations
    from tripartite.network.facts import Source
    from tripartite.pictures.flow.scale import Scale
    from tripartite.pictures.flow.values import Ribbon, Spot, Statement, Sum
    from tripartite.store import EmbeddedStore

STAGES: Final[Mapping[Stage, str]] = {
    Stage.FUNDER: "flow-funder",
    Stage.CHANNEL: "flow-channel",
    Stage.WORK: "flow-work",
    Stage.PLACE: "flow-place",
}
SHORT: Final[Mapping[Stage, str]] = {
    Stage.FUNDER: "flow-stage-funder",
    Stage.CHANNEL: "flow-stage-channel",
    Stage.WORK: "flow-stage-work",
    Stage.PLACE: "flow-stage-place",
}
_UNKNOWN: Final[Mapping[Stage, str]] = {
    Stage.FUNDER: "flow-no-funder",
    Stage.CHANNEL: "flow-no-channel",
    Stage.WORK: "flow-no-work",
    Stage.PLACE: "flow-no-place",
}


class Words:
    """Words in one language; names come from the graph."""

    def __init__(self, store: EmbeddedStore, citations: Citations, language: str) -> None:
        """Take the names from the graph."""
        self.store = store
        self.language = language
        self._citations = citations
        self._comma = say("list-comma", language)

    def say(self, key: str, **values: object) -> str:
        """Return a message."""
        return say(key, self.language, **values)

    def label(self, iri: NamedNode) -> str:
        """Return the name of an entity or a code; its CURIE if it has none."""
        return self.store.text(iri, v.RDFS_LABEL, self.language) or shorten(iri)

    def name(self, spot: Spot) -> str:
        """Return the name of a spot, or that it is not stated."""
        return self.label(NamedNode(spot.iri)) if spot.iri else self.say(_UNKNOWN[spot.stage])

    def kind(self, spot: Spot) -> str:
        """Return what a spot is: its classes; empty for what is not stated."""
        found = self.store.objects(NamedNode(spot.iri), v.RDF_TYPE) if spot.iri else ()
        labels = sorted({self.label(each) for each in found if isinstance(each, NamedNode)})
        return self._comma.join(labels)

    def amount(self, figure: Figure) -> str:
        """Return a number with its qualifier and unit, as it is stated."""
        bounds = (figure.interval.lower, figure.interval.upper)
        numbers = [n for n in ((figure.amount,) if figure.amount is not None else bounds) if n]
        unit = ("", "")
        if figure.unit:
            unit = (figure.unit.value.rpartition("/")[2], self.label(figure.unit))
        qualifier = figure.qualifier or "exact"
        return amounts.amount(numbers, figure.currency, unit, qualifier, self.language)

    def basis(self, figure: Figure) -> str:
        """Return what a number is reckoned on and the period, as far as they are stated."""
        known = figure.basis not in ("", "unspecified")
        basis = self.label(v.entity("basis", figure.basis)) if known else self.say("flow-no-basis")
        period = periods.period(figure.period, self.language) if figure.period else ""
        return self._comma.join(part for part in (basis, period) if part)

    def figure(self, figure: Figure) -> str:
        """Return a number with its unit, and of money what it is reckoned on and when."""
        basis = self.basis(figure) if figure.currency else ""
        return self._comma.join(part for part in (self.amount(figure), basis) if part)

    def sum(self, sum_: Sum) -> str:
        """Return a sum in one line: measure, amount, basis, period, what restates it."""
        figure = sum_.figure
        said = f"{self.label(figure.measure)}{self.say('flow-colon')}{self.amount(figure)}"
        again = [self.amount(each) for each in sum_.restated]
        restated = [self.say("flow-restated", amounts=self._comma.join(again))] if again else []
        return self._comma.join((said, self.basis(figure), *restated))

    def short(self, ribbon: Ribbon, scale: Scale | None) -> tuple[str, ...]:
        """Return what stands on a ribbon: its sum, or what is said instead of one."""
        if ribbon.sum:
            amount = self.amount(ribbon.sum.figure)
            if ribbon.start.stage != Stage.FUNDER:
                amount = self.say("flow-same", amount=amount)
            basis = () if is_to_scale(ribbon, scale) else (self.basis(ribbon.sum.figure),)
            return (amount, *self._restated(ribbon.sum), *basis)
        if ribbon.kind == Kind.MONEY:
            return (self.say("flow-no-amount"),)
        said = dict.fromkeys(
            self.label(s.predicate) for s in ribbon.statements if _is_own(ribbon, s)
        )
        return (self._comma.join(said),)

    def note(self, sum_: Sum) -> str:
        """Return a sum that is about one spot, as it stands in the spot's box."""
        said = f"{self.label(sum_.figure.measure)}{self.say('flow-colon')}"
        return self._comma.join((said + self.amount(sum_.figure), *self._restated(sum_)))

    def _restated(self, sum_: Sum) -> list[str]:
        """Return in what other currencies a document itself states a sum."""
        return [
            self.say("flow-also", amount=self.amount(figure))
            for figure, by in zip(sum_.restated, sum_.by[1:], strict=True)
            if any(source.standing == "stated" for source in by)
        ]

    def statement(self, one: Statement) -> str:
        """Return a statement in one line, without its proof."""
        ends = f"{self.name(one.start)} → {self.name(one.end)}"
        parts = [] if one.sum else [self.label(one.predicate)]
        if one.part:
            parts.append(self.label(NamedNode(one.part)))
        if one.sum:
            parts += [self.sum(one.sum), *self._receiver(one)]
        elif one.kind == Kind.MONEY:
            parts.append(self.say("flow-no-amount"))
        return f"{ends}{self.say('flow-colon')}{self._comma.join(parts)}"

    def _receiver(self, one: Statement) -> list[str]:
        """Return who receives a sum that is drawn to what it is for."""
        receiver = one.sum.figure.receiver if one.sum else None
        if receiver is None or receiver.value in (one.start.iri, one.end.iri):
            return []
        return [self.say("flow-received", name=self.label(receiver))]

    def standing(self, code: str) -> str:
        """Return the name of a standing."""
        return self.label(v.entity("standing", code))

    def proven(self, one: Statement) -> str:
        """Return a statement with standing and passages."""
        return f"{self.statement(one)} {self.proof(one.sources)}"

    def proof(self, sources: Iterable[Source]) -> str:
        """Return the standing and the passages of claims in brackets."""
        cited = self._citations.cite(tuple(source.iri for source in sources))
        said = "; ".join(line(citation, self.language) for citation in cited)
        return f"[{said}]"

    def list(self, names: Iterable[str]) -> str:
        """Return names in a row."""
        return self._comma.join(names)


def _is_own(ribbon: Ribbon, one: Statement) -> bool:
    return one.start == ribbon.start and one.kind == ribbon.kind
