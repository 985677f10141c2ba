"""What is wrong with one claim, its documents beside it: one fault for each rule it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.verification.facts import unsaid
from tripartite.verification.naming import only_designated, unnamed, words
from tripartite.verification.words import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tripartite.verification.reading import Claim, Reading, Span

EDITORIAL: Final = "editorial"


class Fault(NamedTuple):
    """One thing that a document does not bear out.

    Attributes:
        rule: ``span``, ``word``, ``name``, ``heading``, ``number``, ``date``, ``currency``,
            ``qualifier``, ``basis``, ``text``; of documents ``file`` and ``changed``.
        document: The slug; empty for an editorial claim.
        claim: The IRI of the claim or of the node that has a span.
        value: What is missing or wrong; an IRI, a span or a text.
    """

    rule: str
    document: str
    claim: str
    value: str


def faults(claim: Claim, reading: Reading, texts: Mapping[str, str]) -> Iterator[Fault]:
    """Yield what the words of a claim do not say; nothing where its documents are not at hand."""
    cited = [*claim.passages, *claim.contexts]
    if any(span.document not in texts for span in cited):
        return
    place = min(cited).document if cited else ""
    iri = claim.iri.value
    broken = [fault for span in cited if (fault := of_span(span, iri, texts))]
    yield from broken
    if broken:
        return
    said = words(claim, texts)
    if claim.standing != "stated":
        said += sorted(reading.notes.get(iri, ()))
    unproved = list(unsaid(claim.quads, said))
    for rule, value in unproved:
        yield Fault(rule, place, iri, value)
    if claim.standing != EDITORIAL or claim.holds_figures():
        for entity in unnamed(claim, reading, texts):
            yield Fault("name", place, iri, entity)
        for entity in only_designated(claim, reading, texts):
            if _stands_in_heading(entity, claim, reading):
                yield Fault("heading", place, iri, entity)


def of_span(span: Span, owner: str, texts: Mapping[str, str]) -> Fault | None:
    """Return what is wrong with a span: outside its document, or not between words."""
    text = texts[span.document]
    where = f"{span.document}:{span}"
    if not 0 <= span.start < span.end <= len(text):
        return Fault("span", span.document, owner, where)
    at_space = text[span.start].isspace() or text[span.end - 1].isspace()
    cuts_before = span.start > 0 and text[span.start - 1 : span.start + 1].isalnum()
    cuts_behind = span.end < len(text) and text[span.end - 1 : span.end + 1].isalnum()
    if at_space or cuts_before or cuts_behind:
        return Fault("word", span.document, owner, where)
    return None


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
