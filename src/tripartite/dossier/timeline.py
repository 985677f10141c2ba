"""What is dated, in the order of time: the rows of what the timeline's picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.dossier.content import Grid, Section, Span
from tripartite.dossier.figure import FIGURE, Figure
from tripartite.periods import fiscal_year, fiscal_years

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader
    from tripartite.pictures.timeline.making import Small
    from tripartite.pictures.timeline.marks import Mark


def section(reader: Reader, dated: Small) -> Section | None:
    """Return the dated statements and their picture; ``None`` where nothing is dated.

    When a document was written stands among the sources, not here.
    """
    rows = tuple(_row(reader, mark, when) for mark, when in dated.marks if not mark.is_document)
    if not rows:
        return None
    text = reader.text
    names = ("when", *(("fiscal-year",) if reader.language == "ja" else ()), "what", "standing")
    weights = (4, *((5,) if reader.language == "ja" else ()), 8, 2)
    grid = Grid("", tuple(text(name) for name in names), weights, rows)
    return Section(
        "timeline", text("timeline"), text("timeline-remark"), grids=(grid,), picture=dated.svg
    )


def _row(reader: Reader, mark: Mark, when: str) -> tuple[Line, ...]:
    language = reader.language
    sources = [source.iri for source in mark.sources]
    year = ((Span(_fiscal_year(mark, language)),),) if language == "ja" else ()
    return (
        (Span(_as_of(reader, mark.document, when) if mark.document else when),),
        *year,
        (Span(_what(reader, mark), reader.notes.mark(sources)),),
        reader.standing(sources),
    )


def _what(reader: Reader, mark: Mark) -> str:
    is_figure = mark.fact.value.startswith(FIGURE)
    detail = Figure(reader, mark.fact).undated if is_figure else mark.detail
    return reader.text("colon").join(filter(None, (reader.label(mark.subject), detail)))


def _as_of(reader: Reader, document: NamedNode, written: str) -> str:
    letter = reader.notes.letter(document.value.rpartition("/")[2])
    return reader.text("as-of-document", document=letter, written=written)


def _fiscal_year(mark: Mark, language: str) -> str:
    if mark.bounds:
        return fiscal_years(*mark.bounds, language)
    return fiscal_year(mark.period, language)
