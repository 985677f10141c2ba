"""The documents a dossier rests on, and the names it uses beside those they print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.dossier.content import Grid, Section, Span
from tripartite.periods import days

if TYPE_CHECKING:
    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader

_DCTERMS: Final = v.STANDARDS["dcterms"]
_NAMED: Final = frozenset(
    {
        *("body", "person", "project", "component", "programme", "fund", "scheme", "channel"),
        *("partnership", "event", "agreement", "convention", "policy", "country", "group"),
    }
)


def section(reader: Reader) -> Section:
    """Return the documents that notes cite, each with its letter and when it was written."""
    text = reader.text
    names = ("letter", "title", "publisher", "written", "file", "cited")
    rows = tuple(_source(reader, *found) for found in reader.notes.documents())
    grid = Grid("", tuple(text(name) for name in names), (1, 5, 3, 3, 4, 1), rows)
    return Section("sources", text("sources"), grids=(grid,) if rows else ())


def span(reader: Reader) -> str:
    """Return from when to when the documents cited were written."""
    documents = [v.entity("document", slug) for _, slug, _ in reader.notes.documents()]
    bounds = [
        [date.fromisoformat(_text(reader, document, v.tp(name))) for document in documents]
        for name in ("earliest", "latest")
    ]
    if not documents:
        return ""
    first, last = min(bounds[0]), max(bounds[1])
    return days(first, last, reader.language)


def names(reader: Reader) -> Section | None:
    """Return names that differ from what a document prints; ``None`` where there is none."""
    text = reader.text
    rows = tuple(row for iri in sorted(reader.named, key=str) for row in _name(reader, iri) if row)
    if not rows:
        return None
    heads = tuple(text(name) for name in ("origin", "printed", "standing"))
    grid = Grid("", heads, (6, 6, 2), rows)
    return Section("names", text("names"), text("names-remark"), grids=(grid,))


def _source(reader: Reader, letter: str, slug: str, count: int) -> tuple[Line, ...]:
    document = v.entity("document", slug)
    publishers = reader.store.objects(document, NamedNode(f"{_DCTERMS}publisher"))
    first, last = (
        date.fromisoformat(_text(reader, document, v.tp(name))) for name in ("earliest", "latest")
    )
    publisher = reader.text("comma").join(map(reader.label, publishers))
    title = reader.store.text(document, v.RDFS_LABEL, reader.language)
    printed = _text(reader, document, NamedNode(f"{_DCTERMS}title"))
    if printed and printed != title:
        title += f"{reader.text('open')}{printed}{reader.text('close')}"
    cells = (
        letter,
        title,
        publisher,
        days(first, last, reader.language),
        _text(reader, document, v.tp("fileName")),
        str(count),
    )
    return tuple((Span(cell),) for cell in cells)


def _name(reader: Reader, iri: NamedNode) -> list[tuple[Line, ...]]:
    """Return one row if our name is editorial, else nothing."""
    store, language = reader.store, reader.language
    if iri.value.removeprefix(v.BASE).partition("/")[0] not in _NAMED:
        return []
    name = store.text(iri, v.RDFS_LABEL, language)
    editorial = {
        term.value for term in store.objects(iri, v.EDITORIAL_LABEL) if isinstance(term, Literal)
    }
    if name not in editorial:
        return []
    labels = [term for term in store.objects(iri, v.RDFS_LABEL) if isinstance(term, Literal)]
    printed = [term.value for term in labels if term.value not in editorial]
    said = reader.text("semicolon").join(printed)
    badge = reader.badge("editorial")
    return [((Span(name),), (Span(said or "—"),), badge)]


def _text(reader: Reader, subject: NamedNode, predicate: NamedNode) -> str:
    return reader.store.text(subject, predicate, reader.language)
