"""The distributive rule: what a document says of each member of a group, member by member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

from tripartite import vocabulary as v
from tripartite.build.derivation import Derivation, slug
from tripartite.build.periods import first_and_last_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tripartite.build.derivation import Facts, Premises


def distributions(
    facts: Facts, premises: Premises, description: Sequence[Quad]
) -> Iterator[Derivation]:
    """Give a distributive claim about a group to each member at the time of its document."""
    distributive = {
        quad.subject
        for quad in description
        if quad.predicate == v.DISTRIBUTIVE and isinstance(quad.subject, NamedNode)
    }
    dates = {
        (quad.subject, quad.predicate): quad.object.value
        for quad in description
        if isinstance(quad.object, Literal)
    }
    for triple, claims in premises.items():
        if not isinstance(triple.object, NamedNode):
            continue
        for claim in distributive.intersection(claims):
            document = _document_of(claim, description)
            if document is None or not isinstance(triple.subject, NamedNode):
                continue
            as_of = tuple(dates.get((document, v.tp(n)), "") for n in ("earliest", "latest"))
            for country, why in _members(triple.object, facts, premises, as_of):
                yield Derivation(
                    f"distributive-{slug(triple.subject)}-{slug(country)}",
                    "distributive",
                    tuple(sorted({claim, *why}, key=str)),
                    (Triple(triple.subject, triple.predicate, country),),
                )


def _members(
    group: NamedNode,
    facts: Facts,
    premises: Premises,
    as_of: tuple[str, ...],
) -> Iterator[tuple[NamedNode, set[NamedNode]]]:
    """Yield the members of a group whose membership covers ``as_of``, with the claims."""
    of_group = [t for t in facts.get(group, ()) if t.predicate == v.tp("membersOf")]
    for link in of_group:
        for triples in facts.values():
            values = {t.predicate: t.object for t in triples}
            member = values.get(v.ORG_MEMBER)
            if values.get(v.ORG_ORGANIZATION) != link.object or not isinstance(member, NamedNode):
                continue
            period = values.get(v.tp("period"))
            if isinstance(period, Literal) and _covers(period.value, as_of):
                yield member, {c for t in (link, *triples) for c in premises[t]}


def _covers(period: str, as_of: tuple[str, ...]) -> bool:
    try:
        first, last = first_and_last_day(period)
    except ValueError:
        return False  # a shape names the period that is not EDTF
    earliest, latest = as_of
    started = first is None or (bool(earliest) and first.isoformat() <= earliest)
    return started and (last is None or (bool(latest) and last.isoformat() >= latest))


def _document_of(claim: NamedNode, description: Sequence[Quad]) -> NamedNode | None:
    spans = (q.object for q in description if q.subject == claim and q.predicate == v.PASSAGE)
    found = sorted(span.value.partition("#")[0] for span in spans if isinstance(span, NamedNode))
    return NamedNode(found[0]) if found else None
