"""Rules on statuses: what is current, past or planned, as of which document."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.build.periods import first_and_last_day
from tripartite.disagreement import found as verdicts
from tripartite.disagreement.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.disagreement.claims import Claims, Said
    from tripartite.disagreement.rollup import RollUp

_STATUS = v.tp("status")
_ABOUT = v.tp("about")
_OBSERVED_ON = v.tp("observedOn")
_FUNDED_BY = v.tp("fundedBy")
_PERIOD = v.tp("period")
_PROJECT = v.tp("Project")
_TENSES = {
    "previous": "past",
    "planned": "future",
    "current": "present",
    "ongoing": "present",
    "established": "present",
}


def statuses(claims: Claims, rollup: RollUp) -> Iterator[Found]:
    """Yield subjects of two tenses, plans whose date has passed, lists of different days."""
    observed = _observed(claims)
    yield from _of_one_subject(claims, observed)
    yield from _outlived(claims, observed)
    yield from _lists(claims, rollup, observed)


def _observed(claims: Claims) -> dict[NamedNode, list[Said]]:
    """Return what is said of the status of each subject; the value is the status."""
    found: dict[NamedNode, list[Said]] = defaultdict(list)
    for said in claims.saying(_STATUS):
        for subject in claims.nodes(said.subject, _ABOUT):
            found[subject].append(said)
    return found


def _tense(said: Said) -> str:
    code = said.value.value.rpartition("/")[2] if isinstance(said.value, NamedNode) else ""
    return _TENSES.get(code, code)


def _of_one_subject(claims: Claims, observed: dict[NamedNode, list[Said]]) -> Iterator[Found]:
    for subject, every in observed.items():
        if len({_tense(said) for said in every}) > 1:
            days = {claims.nodes(said.subject, _OBSERVED_ON) for said in every}
            judged = (verdicts.NOT_COMPARABLE, ("as-of",)) if len(days) > 1 else None
            linked = claims.sort({said.claim for said in every})
            yield Found("status", subject, linked, *(judged or (verdicts.CONTRADICT, ())))


def _outlived(claims: Claims, observed: dict[NamedNode, list[Said]]) -> Iterator[Found]:
    """Yield what a document calls planned for a time that may be over as of that document."""
    for subject, every in observed.items():
        for said in every:
            dated = claims.of(subject, _PERIOD)
            if _tense(said) == "future" and _is_over(claims, said, dated):
                linked = claims.sort({said.claim, *(date.claim for date in dated)})
                yield Found("status", subject, linked, verdicts.NOT_COMPARABLE, ("as-of",))


def _is_over(claims: Claims, said: Said, dated: list[Said]) -> bool:
    bounds = [
        term.value
        for document in claims.nodes(said.subject, _OBSERVED_ON)
        for term in claims.store.objects(document, v.tp("latest"))
        if isinstance(term, Literal)
    ]
    for date in dated:
        try:
            last = first_and_last_day(date.value.value if isinstance(date.value, Literal) else "")[
                1
            ]
        except ValueError:
            continue
        if last is not None and bounds and last.isoformat() < max(bounds):
            return True
    return False


def _lists(
    claims: Claims, rollup: RollUp, observed: dict[NamedNode, list[Said]]
) -> Iterator[Found]:
    """Yield the projects of one donor that are current in one document and not in another."""
    current: dict[NamedNode, dict[str, dict[NamedNode, NamedNode]]] = defaultdict(dict)
    for subject, every in observed.items():
        if _PROJECT in claims.nodes(subject, v.RDF_TYPE):
            donors = rollup.states(claims.nodes(subject, _FUNDED_BY))
            for donor, said in product(donors, every):
                if _tense(said) == "present":
                    listed = current[donor].setdefault(claims.document(said.claim), {})
                    listed[subject] = said.claim
    for donor, by_document in current.items():
        for first, second in combinations(sorted(by_document), 2):
            one, other = by_document[first], by_document[second]
            if one.keys() != other.keys():
                linked = claims.sort({*one.values(), *other.values()})
                yield Found("status", donor, linked, verdicts.NOT_COMPARABLE, ("as-of",))
