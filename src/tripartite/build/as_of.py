"""What stood on a day: which documents existed, which statuses and memberships held.

The rules are in ``docs/time.md``; each has a test.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from tripartite import vocabulary as v
from tripartite.build.periods import first_and_last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_STATUS = v.tp("StatusObservation")
_ABOUT = v.tp("about")
_OBSERVED_ON = v.tp("observedOn")
_START = (v.tp("period"), v.tp("startPeriod"))
_END = (v.tp("period"), v.tp("endPeriod"))


class Bounds(NamedTuple):
    """The days between which a document was written; ``None`` is not known."""

    earliest: date | None
    latest: date | None


class Documents(NamedTuple):
    """The documents that may not have existed on a day, each with its bounds.

    Attributes:
        later: Certainly written after the day: left out.
        perhaps_later: Written before or after it, for all we know: kept.
    """

    later: Mapping[NamedNode, Bounds]
    perhaps_later: Mapping[NamedNode, Bounds]


def documents(description: Iterable[Quad], day: date) -> Documents:
    """Tell documents by their as-of bounds; one that existed for certain is in neither."""
    known = bounds(description)
    later = {d: b for d, b in known.items() if b.earliest and b.earliest > day}
    perhaps = {
        d: b for d, b in known.items() if d not in later and not (b.latest and b.latest <= day)
    }
    return Documents(later, perhaps)


def bounds(description: Iterable[Quad]) -> dict[NamedNode, Bounds]:
    """Return the as-of bounds of each document."""
    found: dict[object, dict[str, date]] = defaultdict(dict)
    sources: list[NamedNode] = []
    for quad in description:
        if quad.object == v.SOURCE_DOCUMENT and isinstance(quad.subject, NamedNode):
            sources.append(quad.subject)
        elif isinstance(quad.object, Literal) and quad.object.datatype == v.XSD_DATE:
            name = quad.predicate.value.removeprefix(v.TP)
            found[quad.subject][name] = date.fromisoformat(quad.object.value)
    return {
        source: Bounds(found[source].get("earliest"), found[source].get("latest"))
        for source in sources
    }


def known_on(
    description: Sequence[Quad], graphs: Sequence[Quad], day: date
) -> tuple[list[Quad], list[Quad]]:
    """Return descriptions and claim graphs without what later documents brought.

    A later document goes with its sections and claims. An editorial claim goes with them
    if only they mention what it is about.
    """
    later = documents(description, day).later
    if not later:
        return list(description), list(graphs)
    cited = dict(_cited_documents(description))
    gone = {claim for claim, document in cited.items() if document in later}
    lost = _terms(q for q in graphs if q.graph_name in gone)
    lost -= _terms(q for q in graphs if q.graph_name in cited and q.graph_name not in gone)
    gone |= {q.graph_name for q in graphs if q.graph_name not in cited and q.subject in lost}
    gone |= later.keys()
    gone |= {q.subject for q in description if q.predicate == v.PART_OF and q.object in later}
    return (
        [quad for quad in description if quad.subject not in gone],
        [quad for quad in graphs if quad.graph_name not in gone],
    )


def superseded(chosen: Iterable[Quad], description: Iterable[Quad], day: date) -> set[object]:
    """Return the claims of statuses that a later document has replaced by the day.

    Only a document that is certainly later, and that certainly existed by then, replaces one.
    """
    written = bounds(description)
    statuses: dict[object, set[tuple[object, Bounds | None]]] = defaultdict(set)
    for claim, values in _nodes(chosen, _STATUS):
        document = values.get(_OBSERVED_ON)
        own = written.get(document) if isinstance(document, NamedNode) else None
        statuses[values.get(_ABOUT)].add((claim, own))
    return {
        claim
        for found in statuses.values()
        for claim, own in found
        if any(_replaces(other, own, day) for _, other in found)
    }


def out_of_period(chosen: Iterable[Quad], day: date) -> set[object]:
    """Return the claims of memberships that ended before the day or began after it."""
    return {
        claim
        for claim, values in _nodes(chosen, v.ORG_MEMBERSHIP)
        if any(first > day for first in _days(values, _START, 0))
        or any(last < day for last in _days(values, _END, 1))
    }


def of_known_claims(entities: Sequence[Quad], known: set[object]) -> list[Quad]:
    """Return what is said of entities without what rests on a claim that was left out.

    A tension stands only with all the claims that it explains.
    """
    gone = {
        quad.object
        for quad in entities
        if quad.predicate == v.IN_TENSION and quad.subject not in known
    }
    return [
        quad
        for quad in entities
        if quad.subject not in gone
        and quad.object not in gone
        and (quad.object in known or not _is_claim(quad.object))
    ]


def _cited_documents(description: Iterable[Quad]) -> Iterator[tuple[object, NamedNode]]:
    for quad in description:
        if quad.predicate in (v.PASSAGE, v.CONTEXT) and isinstance(quad.object, NamedNode):
            yield quad.subject, NamedNode(quad.object.value.partition("#")[0])


def _terms(quads: Iterable[Quad]) -> set[object]:
    return {term for quad in quads for term in (quad.subject, quad.object)}


def _nodes(quads: Iterable[Quad], kind: NamedNode) -> Iterator[tuple[object, dict[object, object]]]:
    """Yield the claim and the values of each node of a class that a claim describes."""
    described: dict[tuple[object, object], dict[object, object]] = defaultdict(dict)
    for quad in quads:
        described[quad.graph_name, quad.subject][quad.predicate] = quad.object
    return (
        (claim, values)
        for (claim, _), values in described.items()
        if values.get(v.RDF_TYPE) == kind
    )


def _days(
    values: Mapping[object, object], properties: Iterable[NamedNode], end: int
) -> Iterator[date]:
    """Yield the first (``end`` 0) or last (1) day of each period that has one."""
    for period in (values.get(name) for name in properties):
        if not isinstance(period, Literal):
            continue
        try:
            day = first_and_last_day(period.value)[end]
        except ValueError:
            continue  # a shape names the period that is not EDTF
        if day:
            yield day


def _replaces(later: Bounds | None, earlier: Bounds | None, day: date) -> bool:
    return bool(
        later
        and earlier
        and later.earliest
        and later.latest
        and earlier.latest
        and earlier.latest < later.earliest
        and later.latest <= day
    )


def _is_claim(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(f"{v.BASE}claim/")
