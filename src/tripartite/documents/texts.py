"""The documents' own words, read only when a folder holds the very files we read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from tripartite import vocabulary as v
from tripartite.errors import MissingInputError, UnknownNameError, UnreadableFileError
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.store import GraphStore


class Texts:
    """Words of the documents in one folder, each file read once and only if unchanged."""

    __slots__ = ("_folder", "_read", "_store")

    def __init__(self, store: GraphStore, folder: Path) -> None:
        """Look for documents in ``folder``, which may be absent."""
        self._store = store
        self._folder = folder
        self._read: dict[str, str | None] = {}

    def words(self, document: str, start: int, end: int) -> str | None:
        """Return a span's words on one line; ``None`` if the document is not at hand."""
        text = self._text(document)
        return None if text is None else " ".join(text[start:end].split())

    def changed(self) -> tuple[str, ...]:
        """Return the documents whose file in the folder is not the one that was read."""
        return tuple(
            slug for slug in slugs(self._store) if self._raw(slug) and self._text(slug) is None
        )

    def whole(self, document: str) -> str:
        """Return a document's text.

        Raises:
            UnknownNameError: The graph has no such document.
            MissingInputError: Its file is not in the folder.
            UnreadableFileError: The file is not UTF-8.
        """
        known = slugs(self._store)
        if document not in known:
            raise UnknownNameError(
                "unknown-document", name=document, nearest=nearest(document, known)
            )
        raw = self._raw(document)
        if raw is None:
            raise MissingInputError("no-document-file", path=self._folder, document=document)
        try:
            return raw.decode()
        except UnicodeDecodeError as error:
            path = self._folder / self._property(document, "fileName")
            raise UnreadableFileError("not-read", path=path, why=error) from error

    def _text(self, document: str) -> str | None:
        if document not in self._read:
            raw = self._raw(document)
            self._read[document] = (
                raw.decode() if raw and self._is_the_one_read(document, raw) else None
            )
        return self._read[document]

    def _is_the_one_read(self, document: str, raw: bytes) -> bool:
        import hashlib  # noqa: PLC0415 (only where documents are at hand)

        return hashlib.sha256(raw).hexdigest() == self._property(document, "sha256")

    def _raw(self, document: str) -> bytes | None:
        name = self._property(document, "fileName")
        path = self._folder / name
        return path.read_bytes() if name and path.is_file() else None

    def _property(self, document: str, name: str) -> str:
        return self._store.text(v.entity("document", document), v.tp(name), "en")


def slugs(store: GraphStore) -> tuple[str, ...]:
    """Return the documents of the graph, sorted."""
    found = store.quads(None, v.RDF_TYPE, v.SOURCE_DOCUMENT, DefaultGraph())
    iris = (quad.subject for quad in found)
    return tuple(sorted(iri.value.rpartition("/")[2] for iri in iris if isinstance(iri, NamedNode)))


def spans(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Return where words occur, in code points; white space of any kind is one space."""
    words = wanted.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    return tuple(match.span() for match in pattern.finditer(text))
