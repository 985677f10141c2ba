"""Rule on beginnings: documents that tell the history of one cooperation differently.

Each document's account is what it dates of a State's cooperation: what began first, and what
began after. Named projects are no part of it: they begin whenever they begin.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.build.periods import first_and_last_day
from tripartite.disagreement import found as verdicts
from tripartite.disagreement.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.disagreement.claims import Claims, Said
    from tripartite.disagreement.rollup import RollUp

_START = v.tp("startPeriod")
_PERIOD = v.tp("period")
_EVENT = v.tp("Event")
_NO_STAGE = frozenset(v.tp(n) for n in ("Project", "ProjectComponent", "Figure", "Restatement"))
_UP = (
    NamedNode(f"{v.STANDARDS['dcterms']}isPartOf"),
    v.tp("facilitates"),
    v.tp("fundedThrough"),
    v.tp("organizedBy"),
    v.tp("party"),
)
_DOWN = v.tp("hasAction")
_ABOUT = v.tp("about")
_OBSERVATION = v.tp("Observation")


class Stage(NamedTuple):
    """One dated beginning: what began, and the last day by which it had."""

    claim: NamedNode
    what: NamedNode
    latest: str
    is_event: bool


def beginnings(claims: Claims, rollup: RollUp) -> Iterator[Found]:
    """Yield what documents tell differently: the first date, the first thing, what came after."""
    for state, accounts in _accounts(claims, rollup).items():
        if len(accounts) > 1:
            yield from _first(claims, state, accounts)
            yield from _after(claims, state, accounts)


def _first(
    claims: Claims, state: NamedNode, accounts: Mapping[str, list[Stage]]
) -> Iterator[Found]:
    opening = {document: _opening(stages) for document, stages in accounts.items()}
    by_date: dict[str, dict[str, list[Stage]]] = defaultdict(dict)
    for document, stages in opening.items():
        by_date[stages[0].latest][document] = stages
    if len(by_date) > 1:
        every = [stage for stages in opening.values() for stage in stages]
        yield _found(claims, state, every)
    for told in by_date.values():
        if _differ(told):
            yield _found(claims, state, [stage for stages in told.values() for stage in stages])


def _after(
    claims: Claims, state: NamedNode, accounts: Mapping[str, list[Stage]]
) -> Iterator[Found]:
    later: dict[str, list[Stage]] = {}
    for document, stages in accounts.items():
        first = _opening(stages)
        rest = [stage for stage in stages if stage not in first and not stage.is_event]
        if rest:
            later[document] = rest
    if _differ(later):
        yield _found(claims, state, [stage for stages in later.values() for stage in stages])


def _opening(stages: list[Stage]) -> list[Stage]:
    """Return the stages of the earliest date, and the events of that date.

    A span is as early as its last day: "by the 1980s" is 1989 at the latest.
    """
    first = min(stage.latest for stage in stages if not stage.is_event)
    return [stage for stage in stages if stage.latest == first]


def _differ(told: Mapping[str, list[Stage]]) -> bool:
    return len({frozenset(stage.what for stage in stages) for stages in told.values()}) > 1


def _found(claims: Claims, state: NamedNode, stages: Iterable[Stage]) -> Found:
    linked = claims.sort({stage.claim for stage in stages})
    return Found("beginning", state, linked, verdicts.DIFFER)


def _accounts(claims: Claims, rollup: RollUp) -> dict[NamedNode, dict[str, list[Stage]]]:
    """Return the stages that each document tells of each State's cooperation."""
    found: dict[NamedNode, dict[str, list[Stage]]] = {}
    above = _links_up(claims)
    for said in (*claims.saying(_START), *claims.saying(_PERIOD)):
        stage = _stage(claims, said)
        if stage is None:
            continue
        for state in rollup.states(_reached(said.subject, above)):
            document = claims.document(said.claim)
            found.setdefault(state, {}).setdefault(document, []).append(stage)
    return {
        state: {doc: stages for doc, stages in told.items() if any(not s.is_event for s in stages)}
        for state, told in found.items()
    }


def _stage(claims: Claims, said: Said) -> Stage | None:
    kinds = claims.nodes(said.subject, v.RDF_TYPE)
    is_event = _EVENT in kinds
    text = said.value.value if isinstance(said.value, Literal) else ""
    start, slash, end = text.partition("/")
    lasts = said.predicate == _START or bool(slash)
    if kinds & _NO_STAGE or not (lasts or is_event):
        return None
    try:
        # "1987/.." begins in 1987; "../198X" by the end of the 1980s.
        _, last = first_and_last_day(text if start == ".." else start)
    except ValueError:
        return None  # a shape names the period that is not EDTF
    if last is None or (start == ".." and said.predicate == _PERIOD and end):
        return None
    return Stage(said.claim, said.subject, last.isoformat(), is_event)


def _links_up(claims: Claims) -> Mapping[NamedNode, set[NamedNode]]:
    """Return what each thing belongs to: wholes, channels, organisers, actors, parties.

    An event belongs also to what an observation tells of together with it.
    """
    above: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for predicate in _UP:
        for said in claims.saying(predicate):
            if isinstance(said.value, NamedNode):
                above[said.subject].add(said.value)
    for said in claims.saying(_DOWN):
        if isinstance(said.value, NamedNode):
            above[said.value].add(said.subject)
    for said in claims.saying(v.RDF_TYPE):
        if said.value == _OBSERVATION:
            together = claims.nodes(said.subject, _ABOUT)
            events = (one for one in together if _EVENT in claims.nodes(one, v.RDF_TYPE))
            above.update({event: above[event] | together for event in events})
    return above


def _reached(node: NamedNode, above: Mapping[NamedNode, set[NamedNode]]) -> frozenset[NamedNode]:
    seen: set[NamedNode] = set()
    todo = [node]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += above.get(one, ())
    return frozenset(seen)
