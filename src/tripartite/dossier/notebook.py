"""The notes of a dossier: a number for each claim, given when it is first needed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.dossier.content import Note, Place
from tripartite.dossier.words import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.documents.citations import Citations
    from tripartite.model import Citation, Passage
    from tripartite.store import EmbeddedStore

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Notebook:
    """Numbers claims and derivations, and letters the documents they stand in."""

    __slots__ = ("_citations", "_cited", "_language", "_letters", "_numbers", "_store")

    def __init__(self, store: EmbeddedStore, citations: Citations, language: str) -> None:
        """Begin with no note; documents have their letters in the order of their names."""
        self._store = store
        self._citations = citations
        self._language = language
        self._numbers: dict[NamedNode, int] = {}
        self._cited: dict[NamedNode, Citation] = {}
        kind = NamedNode(f"{v.STANDARDS['rdf']}type")
        documents = sorted(
            quad.subject.value.rpartition("/")[2]
            for quad in store.quads(None, kind, v.SOURCE_DOCUMENT, None)
            if isinstance(quad.subject, NamedNode)
        )
        self._letters = {
            slug: _letter(place) for place, slug in enumerate(dict.fromkeys(documents))
        }

    def mark(self, sources: Iterable[NamedNode]) -> tuple[int, ...]:
        """Return the numbers of claims or derivations, in rising order."""
        found = set()
        for source in dict.fromkeys(sources):
            if source not in self._numbers:
                for citation in self._citations.cite((source,)):
                    self._numbers.setdefault(citation.claim, len(self._numbers) + 1)
                    self._cited.setdefault(citation.claim, citation)
            found.add(self._numbers[source])
        return tuple(sorted(found))

    def letter(self, document: str) -> str:
        """Return the letter of a document, by its slug."""
        return self._letters[document]

    def documents(self) -> tuple[tuple[str, str, int], ...]:
        """Return letter, slug and number of notes of each document that a note cites."""
        cited = [
            {passage.document for passage in citation.passages} for citation in self._cited.values()
        ]
        counts = {slug: sum(slug in slugs for slugs in cited) for slug in self._letters}
        return tuple((self._letters[s], s, count) for s, count in counts.items() if count)

    def notes(self) -> tuple[Note, ...]:
        """Return all notes in the order of their numbers."""
        return tuple(self._note(claim, number) for claim, number in self._numbers.items())

    def standing(self, source: NamedNode) -> str:
        """Return the code of a claim's standing."""
        codes = self._store.objects(source, v.STANDING)
        return codes[0].value.rpartition("/")[2] if isinstance(codes[0], NamedNode) else ""

    def is_disputed(self, claim: NamedNode) -> bool:
        """Tell whether a claim is kept out of answers as disputed."""
        return v.DISPUTED in self._store.objects(claim, v.VERDICT)

    def _note(self, claim: NamedNode, number: int) -> Note:
        citation = self._cited[claim]
        found = groupby(citation.passages, key=lambda passage: (passage.document, passage.heading))
        places = tuple(
            Place(self._letters[document], " ".join(heading.split()), tuple(map(_span, passages)))
            for (document, heading), passages in found
        )
        rule = ""
        if citation.rule:
            premises = " ".join(f"[{n}]" for n in sorted(map(self._number, citation.premises)))
            by = text("by-rule", self._language, citation.rule)
            rule = f"{by} · {text('from-notes', self._language, premises)}" if premises else by
        return Note(
            number=number,
            claim=shorten(claim),
            standing=citation.standing,
            badge=self.standing(claim),
            verdict=text("disputed", self._language) if citation.verdict else "",
            places=places,
            remark=" ".join(citation.note.split()),
            rule=rule,
        )

    def _number(self, source: NamedNode) -> int:
        return self._numbers[source]


def _span(passage: Passage) -> tuple[str, str | None]:
    words = None if passage.words is None else " ".join(passage.words.split())
    return f"{passage.start}–{passage.end}", words  # noqa: RUF001 (an en dash joins a span)


def _letter(place: int) -> str:
    rounds, letter = divmod(place, len(_LETTERS))
    return f"{_LETTERS[letter]}{rounds or ''}"
