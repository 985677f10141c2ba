"""Rules on names: lists that differ, a body named at two levels, a place only one can hold."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.disagreement import found as verdicts
from tripartite.disagreement.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.disagreement.claims import Claims, Said
    from tripartite.disagreement.rollup import RollUp
    from tripartite.model import Term

# What documents list by name, and readers hold against each other.
_LISTS = ("assistedIn", "covers", "fundedThrough", "implementedIn", "respondsTo", "worksWith")
# Kinds of entities that one list may mix.
_MIXED = ({"channel", "fund", "programme", "scheme"}, {"country", "group", "locality", "region"})
# Of these a thing has one.
_ONE_VALUED = ("conventionNumber", "endPeriod", "guidedBy", "phaseNumber", "predecessor")
# One fact, told of a ministry, of the Government or of the State.
_ACTOR_IS_VALUE = ("establishedBy", "fundedBy", "party")
_ACTOR_IS_SUBJECT = ("foundingMemberOf", "memberStateOf")


def lists(claims: Claims, rollup: RollUp) -> Iterator[Found]:
    """Yield lists of one whole and one kind that two documents fill differently.

    Only lists that share a name are of the same thing.
    """
    for name in _LISTS:
        told: dict[tuple[NamedNode, str], dict[str, list[Said]]] = defaultdict(dict)
        for said in claims.saying(v.tp(name)):
            for whole in rollup.wholes(said.subject):
                kind = _kind(said.value)
                told[whole, kind].setdefault(claims.document(said.claim), []).append(said)
        for (whole, _), by_document in told.items():
            yield from _differing_lists(claims, whole, by_document)


def one_valued(claims: Claims) -> Iterator[Found]:
    """Yield what has one value and is given another by another document, or by the same."""
    for name in _ONE_VALUED:
        by_subject: dict[NamedNode, list[Said]] = defaultdict(list)
        for said in claims.saying(v.tp(name)):
            by_subject[said.subject].append(said)
        for subject, every in by_subject.items():
            if len({said.value for said in every}) > 1:
                yield _found(claims, "value", subject, every)


def actors(claims: Claims, rollup: RollUp) -> Iterator[Found]:
    """Yield facts that are told of two bodies which readers take for one State."""
    for name in (*_ACTOR_IS_VALUE, *_ACTOR_IS_SUBJECT):
        told: dict[tuple[Term, NamedNode], list[tuple[NamedNode, Said]]] = defaultdict(list)
        for said in claims.saying(v.tp(name)):
            ends: tuple[Term, Term] = (said.value, said.subject)
            actor, other = ends if name in _ACTOR_IS_VALUE else ends[::-1]
            if isinstance(actor, NamedNode):
                for state in rollup.states((actor,)):
                    told[other, state].append((actor, said))
        for (other, state), every in told.items():
            if len({actor for actor, _ in every}) > 1:
                subject = other if isinstance(other, NamedNode) else state
                yield _found(claims, "actor", subject, (said for _, said in every))


def _differing_lists(
    claims: Claims, whole: NamedNode, by_document: dict[str, list[Said]]
) -> Iterator[Found]:
    for first, second in combinations(sorted(by_document), 2):
        ours, theirs = by_document[first], by_document[second]
        names = [{said.value for said in one} for one in (ours, theirs)]
        if names[0] & names[1] and names[0] != names[1]:
            hedged = all(_is_hedged(claims, one) for one in (ours, theirs))
            judged = (verdicts.NOT_COMPARABLE, ("examples",)) if hedged else (verdicts.DIFFER, ())
            yield _found(claims, "list", whole, (*ours, *theirs), *judged)


def _is_hedged(claims: Claims, listed: Iterable[Said]) -> bool:
    examples = v.entity("extent", "examples")
    return any(examples in claims.store.objects(s.claim, v.tp("extent")) for s in listed)


def _found(  # noqa: PLR0913, PLR0917 (the parts of what is found)
    claims: Claims,
    kind: str,
    subject: NamedNode,
    every: Iterable[Said],
    judgement: str = verdicts.DIFFER,
    reasons: tuple[str, ...] = (),
) -> Found:
    return Found(kind, subject, claims.sort({said.claim for said in every}), judgement, reasons)


def _kind(term: Term) -> str:
    kind = term.value.removeprefix(v.BASE).partition("/")[0] if isinstance(term, NamedNode) else ""
    return next((min(mixed) for mixed in _MIXED if kind in mixed), kind)
