"""Rules on figures: two of one subject, one sum with two meanings, a sum and its parts."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from tripartite import vocabulary as v
from tripartite.disagreement import found as verdicts
from tripartite.disagreement.comparison import (
    EQUAL,
    NOT_COMPARABLE,
    OVERLAPPING,
    compare,
    compare_sums,
)
from tripartite.disagreement.figures import Figure, Interval, read
from tripartite.disagreement.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from tripartite.disagreement.claims import Claims
    from tripartite.disagreement.rollup import RollUp

_MEASURE = v.tp("measure")
_ADDEND_OF = v.tp("addendOf")
_FUNDED_BY = v.tp("fundedBy")


class Figures:
    """The figures of the claims, each with the claim that gives it."""

    def __init__(self, claims: Claims, rollup: RollUp) -> None:
        """Read every figure; what is none is left to the shapes."""
        self.claims = claims
        self.rollup = rollup
        self.claim_of = {said.subject: said.claim for said in claims.saying(_MEASURE)}
        whole = ((iri, [(s.predicate, s.value) for s in claims.of(iri)]) for iri in self.claim_of)
        figures = (read(iri, values) for iri, values in whole)
        every = {figure.iri: figure for figure in figures if figure is not None}
        self.own = {iri: figure for iri, figure in every.items() if figure.restates is None}
        self.restated = [figure for figure in every.values() if figure.restates is not None]

    def expressions(self, figure: Figure) -> list[Figure]:
        """Return a figure, then what restates its sum."""
        return [figure, *(other for other in self.restated if other.restates == figure.iri)]

    def whole_of(self, figure: Figure) -> frozenset[NamedNode]:
        """Return the sums of which a figure is said to be a part."""
        return self.claims.nodes(figure.iri, _ADDEND_OF)

    def donors(self, figure: Figure) -> frozenset[NamedNode]:
        """Return the States that give the money, or fund what the figure is about."""
        givers = [figure.provider] if figure.provider else []
        for subject in figure.about:
            givers += self.claims.nodes(subject, _FUNDED_BY)
        return self.rollup.states(givers)

    def found(
        self,
        kind: str,
        subject: NamedNode,
        figures: list[Figure],
        judged: tuple[str, tuple[str, ...]],
    ) -> Found:
        """Word a disagreement between figures."""
        claims = self.claims.sort({self.claim_of[figure.iri] for figure in figures})
        return Found(kind, subject, claims, *judged)


def differing(figures: Figures) -> Iterator[Found]:
    """Yield pairs of one subject and one family of measures that do not say the same.

    Left out is what no reader would set against each other: a part and its whole, two parts of
    one whole, two kinds of one measure, two places or classes, two periods that do not meet.
    """
    groups: dict[tuple[NamedNode | None, ...], list[Figure]] = defaultdict(list)
    for figure in figures.own.values():
        for key in _keys(figures, figure):
            groups[key].append(figure)
    seen: set[frozenset[NamedNode]] = set()
    for key, group in groups.items():
        subject = key[0]
        assert subject is not None  # noqa: S101 (the first of a key is what it is about)
        for first, second in combinations(group, 2):
            pair = frozenset({first.iri, second.iri})
            if pair not in seen and _face_each_other(figures, first, second):
                seen.add(pair)
                judged = _judge(first, second)
                if judged:
                    yield figures.found("figures", subject, [first, second], judged)


def look_alikes(figures: Figures) -> Iterator[Found]:
    """Yield pairs of one donor that print the same sum of money and mean another thing by it."""
    money = [f for f in figures.own.values() if _sums(figures, f) and figures.donors(f)]
    for first, second in combinations(money, 2):
        donors = figures.donors(first) & figures.donors(second)
        apart = not set(_keys(figures, first)) & set(_keys(figures, second))
        if donors and apart and _sums(figures, first) & _sums(figures, second):
            compared = compare_sums(figures.expressions(first), figures.expressions(second))
            judged = (verdicts.NOT_COMPARABLE, compared.reasons)
            yield figures.found("same-amount", min(donors, key=str), [first, second], judged)


def sums(figures: Figures) -> Iterator[Found]:
    """Yield sums that their parts contradict, and figures that give a sum under a part's name."""
    parts: dict[NamedNode, list[Figure]] = defaultdict(list)
    for figure in figures.own.values():
        for whole in figures.whole_of(figure):
            parts[whole].append(figure)
    totals = ((figures.own[iri], addends) for iri, addends in parts.items() if iri in figures.own)
    for total, addends in totals:
        subject = min(total.about, key=str)
        if _is_contradicted(total.interval, [addend.interval for addend in addends]):
            yield figures.found("sum", subject, [total, *addends], (verdicts.CONTRADICT, ()))
        for other in figures.own.values():
            if _is_caption_of_a_part(other, total, addends):
                involved = [other, total, *addends]
                yield figures.found("sum", subject, involved, (verdicts.CONTRADICT, ()))


def _keys(figures: Figures, figure: Figure) -> list[tuple[NamedNode | None, ...]]:
    """Return the groups a figure stands in: subject, family, and of money from whom to whom."""
    family = figures.rollup.family(figure.measure)[-1]
    ends = (figure.provider, figure.receiver) if figure.currency else ()
    rolled = [min(figures.rollup.wholes(end), key=str) if end else None for end in ends]
    tops = {top for subject in figure.about for top in figures.rollup.wholes(subject)}
    return [(top, family, *rolled) for top in sorted(tops, key=str)]


def _face_each_other(figures: Figures, first: Figure, second: Figure) -> bool:
    wholes = (figures.whole_of(first), figures.whole_of(second))
    is_part = second.iri in wholes[0] or first.iri in wholes[1] or bool(wholes[0] & wholes[1])
    lines = (figures.rollup.family(first.measure), figures.rollup.family(second.measure))
    is_kin = first.measure in lines[1] or second.measure in lines[0]
    return is_kin and not is_part and not _are_apart(first, second)


def _are_apart(first: Figure, second: Figure) -> bool:
    """Tell whether two figures are of two classes or places, or of two periods."""
    ours, theirs = first.days, second.days
    if ours and theirs and (ours[1] < theirs[0] or theirs[1] < ours[0]):
        return True
    kinds = [{iri.value.rpartition("/")[0] for iri in f.scopes} for f in (first, second)]
    return bool(kinds[0] & kinds[1]) and not first.scopes & second.scopes


def _judge(first: Figure, second: Figure) -> tuple[str, tuple[str, ...]] | None:
    compared = compare(first, second)
    other_subject = () if first.about & second.about else ("subject",)
    if compared.relation == NOT_COMPARABLE:
        return verdicts.NOT_COMPARABLE, (*other_subject, *compared.reasons)
    if compared.relation == EQUAL:
        return None
    if other_subject:
        return verdicts.NOT_COMPARABLE, other_subject
    return None if compared.relation == OVERLAPPING else (verdicts.CONTRADICT, ())


def _sums(figures: Figures, figure: Figure) -> frozenset[tuple[str, Decimal | None]]:
    """Return the amounts of money that a figure prints, one a currency."""
    every = figures.expressions(figure)
    return frozenset((one.currency, one.amount) for one in every if one.currency and one.amount)


def _is_contradicted(whole: Interval, parts: list[Interval]) -> bool:
    """Tell whether parts cannot add up to a whole.

    One part alone may leave the rest unnamed ("one of the ten"); two or more are taken as all.
    """
    least = sum((part.lower or Decimal(0) for part in parts), Decimal(0))
    if whole.upper is not None and least > whole.upper:
        return True
    upper = [part.upper for part in parts if part.upper is not None]
    are_all_bounded = len(upper) == len(parts) > 1
    return are_all_bounded and whole.lower is not None and sum(upper) < whole.lower


def _is_caption_of_a_part(figure: Figure, whole: Figure, parts: list[Figure]) -> bool:
    """Tell whether a figure gives the sum of unlike parts under the name of one of them."""
    alike = (figure.interval, figure.currency, figure.unit, figure.basis, figure.period)
    if figure.iri == whole.iri or figure.measure == whole.measure:
        return False
    if alike != (whole.interval, whole.currency, whole.unit, whole.basis, whole.period):
        return False
    measures = {part.measure for part in parts}
    return figure.measure in measures and len(measures) > 1
