"""What is wrong with one claim, its documents beside it: one fault for each rule it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tripartite.verification.facts import unsaid
from tripartite.verification.words import says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.verification.naming import Naming
    from tripartite.verification.values import Claim, Reading, Span


class Fault(NamedTuple):
    """One thing that a document does not bear out.

    Attributes:
        rule: What is broken; the rules are named in ``tables.REMEDIES``.
        document: The slug; empty for an editorial claim.
        node: The IRI of the claim, or of what else has a span.
        value: What is missing or wrong: an IRI, a span or a text.
        is_personal: Whether the value is kept from the reader.
    """

    rule: str
    document: str
    node: str
    value: str
    is_personal: bool = False


def faults(claim: Claim, naming: Naming) -> Iterator[Fault]:
    """Yield what the words of a claim do not say; nothing where its documents are not at hand."""
    cited = claim.cited()
    if any(span.document not in naming.texts for span in cited):
        return
    iri = claim.iri.value
    broken = list(of_spans(cited, iri, naming.texts))
    yield from broken
    if broken:
        return
    document = min(cited).document if cited else ""
    for rule, value in _unproved(claim, naming):
        yield Fault(rule, document, iri, value, claim.is_personal)


def duplicates(claims: Iterable[Claim]) -> Iterator[Fault]:
    """Yield the claims that say what another says, from the same passages."""
    known: dict[tuple[frozenset[Triple], frozenset[Span]], Claim] = {}
    for claim in claims:
        content = frozenset(quad.triple for quad in claim.quads), frozenset(claim.passages)
        first = known.setdefault(content, claim)
        if first is not claim:
            document = claim.passages[0].document if claim.passages else ""
            yield Fault("duplicate", document, claim.iri.value, first.iri.value)


def of_spans(spans: Iterable[Span], owner: str, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Yield the spans that lie outside their document, or do not begin and end with a word."""
    for span in spans:
        text = texts[span.document]
        inside = 0 <= span.start < span.end <= len(text)
        if not inside or not _between_words(text, span):
            rule = "word" if inside else "span"
            yield Fault(rule, span.document, owner, f"{span.document}:{span}")


def _between_words(text: str, span: Span) -> bool:
    _, start, end = span
    at_space = text[start].isspace() or text[end - 1].isspace()
    cuts_before = start > 0 and text[start - 1 : start + 1].isalnum()
    cuts_behind = end < len(text) and text[end - 1 : end + 1].isalnum()
    return not (at_space or cuts_before or cuts_behind)


def _unproved(claim: Claim, naming: Naming) -> Iterator[tuple[str, str]]:
    """Yield rule and value of what neither the passages nor the curator's reason say.

    An editorial claim without passages names in its reason what it relates its subject to,
    and the subject too where it gives a number or a date.
    """
    yield from unsaid(claim.quads, naming.words(claim), naming.reason(claim))
    ours = claim.standing == "editorial" and not (claim.literals() or claim.passages)
    objects = {str(getattr(quad.object, "value", "")) for quad in claim.quads}
    for entity in naming.unnamed(claim):
        if entity in objects or not ours:
            yield "name", entity
    for entity in naming.only_meant(claim):
        if _stands_in_heading(entity, claim, naming.reading):
            yield "heading", entity


def _stands_in_heading(entity: str, claim: Claim, reading: Reading) -> bool:
    """Tell whether the heading over a claim's passages names an entity that is its subject."""
    if entity not in {str(getattr(quad.subject, "value", "")) for quad in claim.quads}:
        return False
    headings = [
        heading
        for passage in claim.passages
        for section, heading in reading.sections.get(passage.document, ())
        if passage.lies_in(section)
    ]
    return any(says(headings, name) for name in reading.names.get(entity, ()))
