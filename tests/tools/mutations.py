"""Wrong data made from right data: one amount, date, country, offset or name is changed."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from tripartite import vocabulary as v
from tripartite.verification.coverage import segments_of
from tripartite.verification.names import CODES, PRINTED, kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from random import Random

    from pyoxigraph import BlankNode, Triple

    from tripartite.model import Term
    from tripartite.verification.values import Claim, Reading

NUMBERS: Final = {
    v.tp(name)
    for name in ("amount", "minimum", "maximum", "ordinal", "phaseNumber", "conventionNumber")
}
QUALIFIER: Final = v.tp("qualifier")
CURRENCY: Final = v.tp("currency")


Node: TypeAlias = "NamedNode | BlankNode | Triple"


class Mutation(NamedTuple):
    """One mistake.

    Attributes:
        kind: One of ``MAKERS``.
        claims: The claims as the mistake leaves them: two where they exchange a name.
        told: What was changed, for the message of a failing test.
    """

    kind: str
    claims: tuple[Claim, ...]
    told: str


def candidates(reading: Reading, texts: Mapping[str, str]) -> dict[str, list[tuple[Claim, ...]]]:
    """Return the claims in which a mistake of each kind can be made; pairs for a swap."""
    claims = [claim for _, claim in sorted(reading.claims.items())]
    return {
        "amount": [(c,) for c in claims if any(q.predicate in NUMBERS for q in c.quads)],
        "date": [(c,) for c in claims if any(is_period(q.object) for q in c.quads)],
        "country": [(c,) for c in claims if any(kind(t) == "country" for t in c.terms())],
        "offset": [(c,) for c in claims if c.cited()],
        "swap": list(_pairs(reading, texts)),
        "qualifier": [(c,) for c in claims if any(q.predicate == QUALIFIER for q in c.quads)],
        "currency": [(c,) for c in claims if any(q.predicate == CURRENCY for q in c.quads)],
    }


def is_period(term: object) -> bool:
    """Tell whether a term is an EDTF period."""
    return isinstance(term, Literal) and term.datatype == v.EDTF


def amount(claim: Claim, rng: Random, _: Reading) -> Claim:
    """Change one number: a digit more, or the next number, or another digit."""
    quad = rng.choice([quad for quad in claim.quads if quad.predicate in NUMBERS])
    old = _text(quad.object)
    value = Decimal(old)
    new = rng.choice([value * 10, value + 1, value * 2, max(value - 1, value / 2)])
    datatype = v.XSD_INTEGER if new == int(new) else v.XSD_DECIMAL
    text = str(int(new)) if new == int(new) else str(new)
    return _with(claim, quad, Literal(text, datatype=datatype))


def date(claim: Claim, rng: Random, _: Reading) -> Claim:
    """Change one year, month or day of one period."""
    quad = rng.choice([quad for quad in claim.quads if is_period(quad.object)])
    period = _text(quad.object)
    part = rng.choice(list(re.finditer(r"\d{3}[\dX]|(?<=-)\d\d", period)))
    new = _other_part(part[0], rng)
    changed = period[: part.start()] + new + period[part.end() :]
    return _with(claim, quad, Literal(changed, datatype=v.EDTF))


def country(claim: Claim, rng: Random, reading: Reading) -> Claim:
    """Put another country in the place of one."""
    old = rng.choice(sorted(term for term in claim.terms() if kind(term) == "country"))
    others = sorted(iri for iri in reading.names if kind(iri) == "country" and iri != old)
    return renamed(claim, {old: rng.choice(others)})


def offset(claim: Claim, rng: Random, _: Reading) -> Claim:
    """Move one end of one passage or context, or both ends, by a few characters."""
    spans = rng.choice([spans for spans in (claim.passages, claim.contexts) if spans])
    old = rng.choice(spans)
    by = rng.choice([-20, -7, -2, -1, 1, 2, 7, 20])
    start, end = rng.choice([(by, 0), (0, by), (by, by)])
    if old.start + start < 0:
        start, end = 1, 0
    moved = old._replace(start=old.start + start, end=old.end + end)
    changed = [moved if span == old else span for span in spans]
    if spans is claim.passages:
        return replace(claim, passages=changed)
    return replace(claim, contexts=changed)


def qualifier(claim: Claim, rng: Random, _: Reading) -> Claim:
    """Put another qualifier in the place of one."""
    quad = next(quad for quad in claim.quads if quad.predicate == QUALIFIER)
    names = ["exact", "about", "more-than", "nearly", "equivalent", "at-least", "less-than"]
    others = [v.entity("qualifier", name) for name in (*names, "up-to")]
    return _with(claim, quad, rng.choice([code for code in others if code != quad.object]))


def currency(claim: Claim, rng: Random, _: Reading) -> Claim:
    """Put another currency in the place of one."""
    quad = next(quad for quad in claim.quads if quad.predicate == CURRENCY)
    others = [code for code in ("USD", "JPY", "EUR") if code != _text(quad.object)]
    return _with(claim, quad, Literal(rng.choice(others)))


MAKERS: Final[Mapping[str, Callable[[Claim, Random, Reading], Claim]]] = {
    "amount": amount,
    "country": country,
    "currency": currency,
    "date": date,
    "offset": offset,
    "qualifier": qualifier,
}


def mutate(name: str, claims: tuple[Claim, ...], rng: Random, reading: Reading) -> Mutation:
    """Make one mistake of a kind in a claim, or exchange a name between two."""
    if name == "swap":
        one, other = claims
        first = rng.choice(sorted(_named(one) - _named(other)))
        second = rng.choice(sorted(_named(other) - _named(one)))
        changed: tuple[Claim, ...] = (
            renamed(one, {first: second}),
            renamed(other, {second: first}),
        )
    else:
        changed = (MAKERS[name](claims[0], rng, reading),)
    return Mutation(name, changed, " | ".join(map(_difference, claims, changed)))


def renamed(claim: Claim, names: Mapping[str, str]) -> Claim:
    """Return a claim with other entities in the place of some."""

    def other(term: Node) -> Node:
        if isinstance(term, NamedNode) and term.value in names:
            return NamedNode(names[term.value])
        return term

    quads = [
        Quad(
            other(q.subject),
            q.predicate,
            q.object if isinstance(q.object, Literal) else other(q.object),
            q.graph_name,
        )
        for q in claim.quads
    ]
    return replace(claim, quads=quads)


def _pairs(reading: Reading, texts: Mapping[str, str]) -> Iterator[tuple[Claim, ...]]:
    """Yield pairs of claims that quote one sentence and each name something the other does not."""
    claims = [claim for _, claim in sorted(reading.claims.items()) if claim.passages]
    for slug, text in sorted(texts.items()):
        for segment in segments_of(slug, text, reading):
            inside = [c for c in claims if any(p.lies_in(segment.span) for p in c.passages)]
            for at, one in enumerate(inside):
                for other in inside[at + 1 :]:
                    if _named(one) - _named(other) and _named(other) - _named(one):
                        yield one, other


def _named(claim: Claim) -> set[str]:
    return {term for term in claim.terms() if kind(term) in PRINTED | CODES}


def _other_part(part: str, rng: Random) -> str:
    if part.endswith("X"):
        return str(int(part[:3]) + rng.choice([-1, 1])) + "X"
    if len(part) == 4:
        return str(int(part) + rng.choice([-10, -1, 1, 10]))
    return f"{int(part) % 12 + 1:02}"


def _with(claim: Claim, quad: Quad, value: Term) -> Claim:
    changed = Quad(quad.subject, quad.predicate, value, quad.graph_name)
    return replace(claim, quads=[changed if q == quad else q for q in claim.quads])


def _difference(before: Claim, after: Claim) -> str:
    gone = [str(q.triple) for q in before.quads if q not in after.quads]
    come = [str(q.triple) for q in after.quads if q not in before.quads]
    spans = sorted(set(before.cited()) ^ set(after.cited()))
    return f"{before.iri.value}: {gone} {come} {[str(span) for span in spans]}"


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def swaps(one: Claim, other: Claim) -> Iterator[tuple[Claim, Claim]]:
    """Yield two claims with every exchange of a name of the one for a name of the other."""
    for first in sorted(_named(one) - _named(other)):
        for second in sorted(_named(other) - _named(one)):
            yield renamed(one, {first: second}), renamed(other, {second: first})


def describes(quad: Quad, claim: NamedNode) -> bool:
    """Tell whether a quad is a triple of a claim, or one of its spans."""
    is_span = quad.subject == claim and quad.predicate in (v.PASSAGE, v.CONTEXT)
    return quad.graph_name == claim or is_span


def described(claim: Claim) -> Iterator[Quad]:
    """Yield a claim's triples and spans as a file holds them."""
    yield from claim.quads
    for predicate, spans in ((v.PASSAGE, claim.passages), (v.CONTEXT, claim.contexts)):
        for span in spans:
            iri = NamedNode(f"{v.BASE}document/{span.document}#char={span}")
            yield Quad(claim.iri, predicate, iri)
