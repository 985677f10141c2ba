"""A note in words: where its claim stands, what is said there, by which rule it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.dossier.words import text

if TYPE_CHECKING:
    from tripartite.dossier.content import Note, Place

_QUOTES: Final = {"en": ("“", "”"), "ja": ("“", "”")}  # the words are English in both


def said(note: Note, language: str) -> str:
    """Return document, heading, characters and words, then rule and remark."""
    places = [_place(place, language) for place in note.places]
    parts = (text("semicolon", language).join(places), note.rule, note.remark, note.claim)
    return " · ".join(part for part in parts if part)


def _place(place: Place, language: str) -> str:
    opening, closing = _QUOTES[language]
    spans = [
        text("characters-of", language, span) + (f" {opening}{words}{closing}" if words else "")
        for span, words in place.spans
    ]
    where = f"{place.source} § {place.heading}" if place.heading else place.source
    return f"{where} · {text('comma', language).join(spans)}"
