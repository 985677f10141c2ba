"""Whether a claim's words name the entities that its triples relate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.verification.names import PRINTED, kind
from tripartite.verification.words import occurrences, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tripartite.verification.values import Claim, Reading, Span

# Codes that documents express in words; units, measures and realisations are our analysis.
EXPRESSED: Final = PRINTED | {"level", "people", "role", "sector", "theme"}


def words(claim: Claim, texts: Mapping[str, str]) -> list[str]:
    """Return the words of a claim's passages, each by itself."""
    return [_cut(span, texts) for span in claim.passages if span.document in texts]


def unnamed(claim: Claim, reading: Reading, texts: Mapping[str, str]) -> list[str]:
    """Return the entities of a claim that its words do not name, sorted.

    A name inside the name of another entity of the claim is a part of that: "Viet Nam" in a
    project's title says which project, so the country needs a passage of its own. The reason
    of an implied or editorial claim may name what no passage does.
    """
    return [
        iri
        for iri in _without_name(claim, reading, texts)
        if not _designated(iri, claim, reading, texts)
    ]


def only_designated(claim: Claim, reading: Reading, texts: Mapping[str, str]) -> list[str]:
    """Return the entities that a claim's words mean but do not name, sorted."""
    return [
        iri
        for iri in _without_name(claim, reading, texts)
        if _designated(iri, claim, reading, texts)
    ]


def _without_name(claim: Claim, reading: Reading, texts: Mapping[str, str]) -> list[str]:
    said = words(claim, texts)
    if claim.standing != "stated":
        said += reading.notes.get(claim.iri.value, ())
    expected = {iri: reading.wordings.get(iri, ()) for iri in claim.terms()}
    expected = {iri: names for iri, names in expected.items() if kind(iri) in EXPRESSED}
    named = {iri for text in said for iri in _named(text, expected)}
    return sorted(expected.keys() - named)


def _named(text: str, expected: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the entities that a text names by a name that is no part of another's."""
    given = parts(text)
    found = {
        iri: {place for name in names for place in occurrences(parts(name), given)}
        for iri, names in expected.items()
    }
    for iri, places in found.items():
        others = [place for other, theirs in found.items() if other != iri for place in theirs]
        if any(not _inside(place, others) for place in places):
            yield iri


def _inside(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(a <= place[0] and place[1] <= b and (a, b) != place for a, b in others)


def _designated(iri: str, claim: Claim, reading: Reading, texts: Mapping[str, str]) -> bool:
    """Tell whether a passage means an entity by words that do not name it."""
    return any(
        any(occurrences(parts(wording), parts(_cut(span, texts))))
        for designation in reading.designations.get(iri, ())
        for span in claim.passages
        if span.lies_in(designation.span) and span.document in texts
        for wording in designation.wordings
    )


def _cut(span: Span, texts: Mapping[str, str]) -> str:
    return texts[span.document][span.start : span.end]
