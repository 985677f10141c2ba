"""The documents beside the claims: what stands in them that no claim carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tripartite.verification.carried import Carried
from tripartite.verification.names import Names
from tripartite.verification.segments import MARKER, segments
from tripartite.verification.values import Span
from tripartite.verification.words import numbers, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tripartite.verification.names import Name
    from tripartite.verification.segments import Segment
    from tripartite.verification.values import Claim, Reading


class Gap(NamedTuple):
    """A sentence, heading or list item with something that no claim carries.

    Attributes:
        missing: Names and numbers that no claim carries; empty where nothing quotes it.
    """

    segment: Segment
    missing: tuple[str, ...]


def gaps(reading: Reading, texts: Mapping[str, str]) -> tuple[Gap, ...]:
    """Return what is not covered, document by document, in the order of the text.

    A name or a number counts as covered where a claim that says it has a passage over that
    very place; a sentence without either, where some claim quotes it.
    """
    lower = {t.text for text in texts.values() for t in tokens(text) if text[t.start].islower()}
    names = Names(reading.names, lower)
    return tuple(
        gap
        for slug, text in sorted(texts.items())
        for gap in _Coverage(slug, text, reading, names).gaps()
    )


def segments_of(slug: str, text: str, reading: Reading) -> tuple[Segment, ...]:
    """Return the sentences, headings and list items of a document."""
    return segments(slug, text, reading.sections.get(slug, ()))


class _Coverage:
    """One document and the claims that quote it."""

    def __init__(self, slug: str, text: str, reading: Reading, names: Names) -> None:
        self._slug = slug
        self._text = text
        self._names = names
        self._left_out = [span for span in reading.unmodelled if span.document == slug]
        self._segments = segments_of(slug, text, reading)
        self._claims = [
            c for c in reading.claims.values() if any(span.document == slug for span in c.cited())
        ]
        self._carried = {id(claim): Carried(claim, reading) for claim in self._claims}

    def gaps(self) -> Iterator[Gap]:
        """Yield what is not covered, in order."""
        for segment in self._segments:
            if any(segment.span.lies_in(span) for span in self._left_out):
                continue
            near = self._meeting(segment.span, self._claims, contexts=True)
            missing = tuple(dict.fromkeys(self._missing(segment, near)))
            if missing or not near:
                yield Gap(segment, missing)

    def _missing(self, segment: Segment, near: Sequence[Claim]) -> Iterator[str]:
        slug, start, end = segment.span
        marker = MARKER.match(self._text, start, end) if segment.kind != "sentence" else None
        first = marker.end() if marker else start
        named: list[Span] = []
        for name in self._names.find(self._text, first, end):
            if name.entities:
                named.append(Span(slug, name.start, name.end))
            if not self._is_carried(name, near):
                yield name.words
        for number in numbers(self._text, first, end):
            place = Span(slug, number.start, number.end)
            if number.is_idle or any(place.lies_in(span) for span in (*named, *self._left_out)):
                continue
            over = self._meeting(place, near)
            if not any(self._carried[id(claim)].number(number) for claim in over):
                yield self._text[number.start : number.end]

    def _is_carried(self, name: Name, near: Sequence[Claim]) -> bool:
        """Tell whether a name is carried, or else each of the shorter names in it."""
        place = Span(self._slug, name.start, name.end)
        if any(place.lies_in(span) for span in self._left_out):
            return True
        over = self._meeting(place, near)
        if any(self._carried[id(claim)].name(name) for claim in over):
            return True
        shorter = self._names.parts_of(name, self._text) if name.entities else ()
        return bool(shorter) and all(self._is_carried(part, near) for part in shorter)

    @staticmethod
    def _meeting(place: Span, claims: Sequence[Claim], *, contexts: bool = False) -> list[Claim]:
        return [
            claim
            for claim in claims
            if any(
                span.meets(place)
                for span in (*claim.passages, *(claim.contexts if contexts else ()))
            )
        ]
