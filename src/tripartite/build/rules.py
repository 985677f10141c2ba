"""What follows from the claims chosen: one named graph a derivation.

A derivation says by which rule and from which premises it follows, so an inferred triple
can be told from a stated one everywhere.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

from tripartite import vocabulary as v
from tripartite.build import periods, years
from tripartite.build.derivation import Derivation, slug
from tripartite.build.distribution import distributions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tripartite.build.derivation import Facts, Premises

_AMOUNTS = ("amount", "minimum", "maximum")
_NUMBER = tuple(v.tp(name) for name in (*_AMOUNTS, "qualifier"))


def derive(
    chosen: Iterable[Quad], description: Iterable[Quad], former: Sequence[Quad] = ()
) -> tuple[Derivation, ...]:
    """Apply every rule.

    Args:
        chosen: The graphs of the claims in the default graph.
        description: The default-graph quads of the claim files.
        former: The graphs of memberships that no longer hold, or not yet: a document
            speaks of the members of its own time.

    Raises:
        ValueError: A period or qualifier that the rules do not know.
    """
    chosen = tuple(chosen)
    facts, premises = _gathered(chosen)
    of_any_time = _gathered((*chosen, *former)) if former else (facts, premises)
    described = tuple(description)
    found = [
        *_selectors(described),
        *_figure_bounds(facts, premises),
        *_period_bounds(premises),
        *years.place(premises, described),
        *distributions(*of_any_time, described),
    ]
    return tuple(sorted(found, key=lambda derivation: derivation.slug))


def _gathered(chosen: Iterable[Quad]) -> tuple[Facts, Premises]:
    premises: dict[Triple, list[NamedNode]] = defaultdict(list)
    for quad in chosen:
        if isinstance(quad.graph_name, NamedNode):
            premises[quad.triple].append(quad.graph_name)
    facts: dict[NamedNode, list[Triple]] = defaultdict(list)
    for triple in premises:
        if isinstance(triple.subject, NamedNode):
            facts[triple.subject].append(triple)
    return facts, premises


def _selectors(description: Sequence[Quad]) -> Iterator[Derivation]:
    """Web Annotation selectors for every span; RFC 5147 gives the fragment."""
    spans: dict[str, set[NamedNode]] = defaultdict(set)
    for quad in description:
        if quad.predicate in (v.PASSAGE, v.CONTEXT, v.SPAN) and isinstance(quad.object, NamedNode):
            spans[quad.object.value.partition("#")[0]].add(quad.object)
    for document, passages in spans.items():
        slug = document.rpartition("/")[2]
        ordered = sorted(passages, key=str)
        triples = tuple(t for span in ordered for t in _selector(document, slug, span))
        yield Derivation(
            f"passage-selector-{slug}",
            "passage-selector",
            (NamedNode(document),),
            triples,
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


def _figure_bounds(facts: Facts, premises: Premises) -> Iterator[Derivation]:
    for subject, triples in facts.items():
        values = {triple.predicate: triple.object for triple in triples}
        qualifier = values.get(v.tp("qualifier"))
        if not isinstance(qualifier, NamedNode):
            continue
        try:
            amounts = [_number(values.get(v.tp(name))) for name in _AMOUNTS]
            lower, upper = periods.amount_bounds(qualifier.value.rpartition("/")[2], *amounts)
        except (ValueError, ArithmeticError):
            continue  # the shapes name a figure without a number or with a strange qualifier
        bounds = tuple(
            Triple(subject, v.tp(name), _literal(bound))
            for name, bound in (("lower", lower), ("upper", upper))
            if bound is not None
        )
        numbers = (t for t in triples if t.predicate in _NUMBER)
        claims = tuple(sorted({c for t in numbers for c in premises[t]}, key=str))
        yield Derivation(f"figure-bounds-{slug(subject)}", "figure-bounds", claims, bounds)


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
        what = f"{name.lower()}-{slug(triple.subject)}"
        if bounds:
            yield Derivation(
                f"{what}-{_text(triple).replace('/', '-').strip('.-')}",
                "period-bounds",
                tuple(sorted(claims, key=str)),
                bounds,
            )


def _number(term: object) -> Decimal | None:
    if not isinstance(term, Literal):
        return None
    try:
        return Decimal(term.value)
    except InvalidOperation as error:
        raise ValueError(f"{term.value!r} is not a number") from error


def _literal(number: Decimal) -> Literal:
    whole = number == number.to_integral_value()
    text = str(int(number)) if whole else str(number.normalize())
    return Literal(text, datatype=v.XSD_INTEGER if whole else v.XSD_DECIMAL)


def _text(triple: Triple) -> str:
    return triple.object.value if isinstance(triple.object, Literal) else ""
