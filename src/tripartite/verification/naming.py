"""Whether a claim's words name the entities that its triples relate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.verification.names import PRINTED, Names, kind
from tripartite.verification.words import occurrences, parts, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tripartite.verification.values import Claim, Reading, Span
    from tripartite.verification.words import Token

# Codes that documents express in words; units, measures and realisations are our analysis.
EXPRESSED: Final = PRINTED | {"level", "people", "role", "sector", "theme"}


class Naming:
    """The claims of a reading beside the documents at hand.

    Attributes:
        reading: What the project's files say.
        texts: The documents by slug.
    """

    def __init__(self, reading: Reading, texts: Mapping[str, str]) -> None:
        """Prepare to find any name of the graph in any passage."""
        self.reading = reading
        self.texts = texts
        self._names = Names(reading.names)
        self._found: dict[str, tuple[tuple[int, int], ...]] = {}

    def words(self, claim: Claim) -> list[str]:
        """Return the words of a claim's passages, each by itself.

        The reason of an implied or editorial claim counts as well: it may name what no
        passage does.
        """
        said = [self._cut(span) for span in claim.passages if span.document in self.texts]
        return [*said, *self.reason(claim)]

    def reason(self, claim: Claim) -> list[str]:
        """Return the note of an implied or editorial claim in both languages, else nothing."""
        ours = claim.standing != "stated"
        return sorted(self.reading.notes.get(claim.iri.value, ())) if ours else []

    def unnamed(self, claim: Claim) -> list[str]:
        """Return the entities of a claim that its words neither name nor mean, sorted.

        A name inside a longer name is a part of that: "Viet Nam" in a project's title says
        which project, so the country needs a passage of its own.
        """
        return [iri for iri in self._without_name(claim) if not self._is_meant(iri, claim)]

    def only_meant(self, claim: Claim) -> list[str]:
        """Return the entities that a claim's words mean by a designation, sorted."""
        return [iri for iri in self._without_name(claim) if self._is_meant(iri, claim)]

    def _without_name(self, claim: Claim) -> list[str]:
        expected = {iri: self.reading.wordings.get(iri, ()) for iri in claim.terms()}
        expected = {iri: names for iri, names in expected.items() if kind(iri) in EXPRESSED}
        said = self.words(claim)
        meant = [self._designations(s) for s in claim.passages if s.document in self.texts]
        meant += [()] * (len(said) - len(meant))  # a reason stands in no document
        named = {
            iri
            for text, wordings in zip(said, meant, strict=True)
            for iri in self._named(text, expected, wordings)
        }
        return sorted(expected.keys() - named)

    def _designations(self, span: Span) -> tuple[str, ...]:
        """Return the words that mean something where a passage stands."""
        return tuple(
            wording
            for designations in self.reading.designations.values()
            for designation in designations
            if span.lies_in(designation.span)
            for wording in designation.wordings
        )

    def _named(
        self, text: str, expected: Mapping[str, Iterable[str]], meant: Iterable[str]
    ) -> Iterator[str]:
        """Yield the entities that a text names by a name that is no part of another's."""
        found = list(tokens(text))
        longer = [*self._longest(text)]
        longer += [place for wording in meant for place in _places(wording, found)]
        for iri, names in expected.items():
            places = (place for name in names for place in _places(name, found))
            if any(not _inside(place, longer) for place in places):
                yield iri

    def _longest(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the longest known names stand in a text; many passages read alike."""
        if text not in self._found:
            names = self._names.find(text, 0, len(text))
            self._found[text] = tuple((name.start, name.end) for name in names if name.entities)
        return self._found[text]

    def _is_meant(self, iri: str, claim: Claim) -> bool:
        return any(
            any(occurrences(parts(wording), parts(self._cut(span))))
            for designation in self.reading.designations.get(iri, ())
            for span in claim.passages
            if span.lies_in(designation.span) and span.document in self.texts
            for wording in designation.wordings
        )

    def _cut(self, span: Span) -> str:
        return self.texts[span.document][span.start : span.end]


def _places(name: str, found: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where a name stands among the words of a text, in code points."""
    for first, last in occurrences(parts(name), tuple(token.text for token in found)):
        yield found[first].start, found[last - 1].end


def _inside(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(a <= place[0] and place[1] <= b and (a, b) != place for a, b in others)
