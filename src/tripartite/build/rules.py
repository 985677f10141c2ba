"""What follows from the claims chosen: one named graph a derivation.

A derivation says by which rule and from which premises it follows, so an inferred triple
can be told from a stated one everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

from tripartite import vocabulary as v
from tripartite.build import periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Premises = dict[Triple, list[NamedNode]]


@dataclass(frozen=True, slots=True)
class Derivation:
    """Triples that follow by one rule from some premises.

    Attributes:
        slug: Local name; made of the rule and of what it is about, so it is stable.
        premises: Claims, or the document for what follows from a passage's own IRI.
    """

    slug: str
    rule: str
    premises: tuple[NamedNode, ...]
    triples: tuple[Triple, ...]

    def quads(self) -> Iterator[Quad]:
        """Yield the derivation's graph and its description."""
        name = v.entity("derivation", self.slug)
        yield from (Quad(t.subject, t.predicate, t.object, name) for t in self.triples)
        yield Quad(name, v.RDF_TYPE, v.DERIVATION)
        yield Quad(name, v.RULE, v.entity("rule", self.rule))
        yield Quad(name, v.STANDING, v.INFERRED)
        yield from (Quad(name, v.PROV_DERIVED_FROM, premise) for premise in self.premises)


def derive(chosen: Iterable[Quad], description: Iterable[Quad]) -> tuple[Derivation, ...]:
    """Apply every rule.

    Args:
        chosen: The graphs of the claims in the default graph.
        description: The default-graph quads of the claim files.

    Raises:
        ValueError: A period or qualifier that the rules do not know.
    """
    premises: Premises = defaultdict(list)
    for quad in chosen:
        if isinstance(quad.graph_name, NamedNode):
            premises[quad.triple].append(quad.graph_name)
    facts: dict[NamedNode, list[Triple]] = defaultdict(list)
    for triple in premises:
        if isinstance(triple.subject, NamedNode):
            facts[triple.subject].append(triple)
    described = tuple(description)
    found = [
        *_selectors(described),
        *_figure_bounds(facts, premises),
        *_period_bounds(premises),
        *_distributions(facts, premises, described),
    ]
    return tuple(sorted(found, key=lambda derivation: derivation.slug))


def _selectors(description: Sequence[Quad]) -> Iterator[Derivation]:
    """Web Annotation selectors for every span; RFC 5147 gives the fragment."""
    spans: dict[str, set[NamedNode]] = defaultdict(set)
    for quad in description:
        if quad.predicate in (v.PASSAGE, v.CONTEXT, v.SPAN) and isinstance(quad.object, NamedNode):
            spans[quad.object.value.partition("#")[0]].add(quad.object)
    for document, passages in spans.items():
        slug = document.rpartition("/")[2]
        triples = [t for span in passages for t in _selector(document, slug, span)]
        yield Derivation(
            f"passage-selector-{slug}",
            "passage-selector",
            (NamedNode(document),),
            tuple(sorted(triples, key=str)),
        )


def _selector(document: str, slug: str, span: NamedNode) -> Iterator[Triple]:
    start, _, end = span.value.partition("#char=")[2].partition(",")
    if not (start.isdigit() and end.isdigit()):
        return  # a malformed passage is a finding of the shapes, not a failure of the build
    selector = v.entity("selector", f"{slug}-{start}-{end}")
    yield Triple(span, v.RDF_TYPE, v.OA_SPECIFIC_RESOURCE)
    yield Triple(span, v.OA_HAS_SOURCE, NamedNode(document))
    yield Triple(span, v.OA_HAS_SELECTOR, selector)
    yield Triple(selector, v.RDF_TYPE, v.OA_POSITION_SELECTOR)
    yield Triple(selector, v.OA_START, Literal(start, datatype=v.XSD_INTEGER))
    yield Triple(selector, v.OA_END, Literal(end, datatype=v.XSD_INTEGER))


def _figure_bounds(
    facts: Mapping[NamedNode, Sequence[Triple]], premises: Premises
) -> Iterator[Derivation]:
    for subject, triples in facts.items():
        values = {triple.predicate: triple.object for triple in triples}
        qualifier = values.get(v.tp("qualifier"))
        if not isinstance(qualifier, NamedNode):
            continue
        amounts = (_number(values.get(v.tp(name))) for name in ("amount", "minimum", "maximum"))
        try:
            lower, upper = periods.amount_bounds(qualifier.value.rpartition("/")[2], *amounts)
        except ValueError:
            continue  # the shapes name a figure without its amount or with a strange qualifier
        bounds = tuple(
            Triple(subject, v.tp(name), _literal(bound))
            for name, bound in (("lower", lower), ("upper", upper))
            if bound is not None
        )
        claims = tuple(sorted({c for t in triples for c in premises[t]}, key=str))
        yield Derivation(f"figure-bounds-{_slug(subject)}", "figure-bounds", claims, bounds)


def _period_bounds(premises: Premises) -> Iterator[Derivation]:
    for triple, claims in premises.items():
        name = triple.predicate.value.removeprefix(v.TP)
        ends = {"period": (0, 1), "startPeriod": (0,), "endPeriod": (1,)}.get(name)
        if ends is None or not isinstance(triple.subject, NamedNode):
            continue
        try:
            days = periods.first_and_last_day(_text(triple))
        except ValueError:
            continue  # a shape names the period that is not EDTF
        bounds = tuple(
            Triple(triple.subject, v.tp(term), Literal(day.isoformat(), datatype=v.XSD_DATE))
            for index, term in enumerate(("earliest", "latest"))
            if index in ends and (day := days[index]) is not None
        )
        slug = f"{name.lower()}-{_slug(triple.subject)}"
        if bounds:
            yield Derivation(
                f"{slug}-{_text(triple).replace('/', '-').strip('.-')}",
                "period-bounds",
                tuple(sorted(claims, key=str)),
                bounds,
            )


def _distributions(
    facts: Mapping[NamedNode, Sequence[Triple]], premises: Premises, description: Sequence[Quad]
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
                    f"distributive-{_slug(triple.subject)}-{_slug(country)}",
                    "distributive",
                    tuple(sorted({claim, *why}, key=str)),
                    (Triple(triple.subject, triple.predicate, country),),
                )


def _members(
    group: NamedNode,
    facts: Mapping[NamedNode, Sequence[Triple]],
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
    first, last = periods.first_and_last_day(period)
    earliest, latest = as_of
    started = first is None or (bool(earliest) and first.isoformat() <= earliest)
    return started and (last is None or (bool(latest) and last.isoformat() >= latest))


def _document_of(claim: NamedNode, description: Sequence[Quad]) -> NamedNode | None:
    spans = (q.object for q in description if q.subject == claim and q.predicate == v.PASSAGE)
    found = sorted(span.value.partition("#")[0] for span in spans if isinstance(span, NamedNode))
    return NamedNode(found[0]) if found else None


def _number(term: object) -> Decimal | None:
    return Decimal(term.value) if isinstance(term, Literal) else None


def _literal(number: Decimal) -> Literal:
    whole = number == number.to_integral_value()
    text = str(int(number)) if whole else str(number.normalize())
    return Literal(text, datatype=v.XSD_INTEGER if whole else v.XSD_DECIMAL)


def _text(triple: Triple) -> str:
    return triple.object.value if isinstance(triple.object, Literal) else ""


def _slug(node: NamedNode) -> str:
    """Return ``kind-name`` of an entity's IRI."""
    return node.value.removeprefix(v.BASE).replace("/", "-").replace("#", "-")
