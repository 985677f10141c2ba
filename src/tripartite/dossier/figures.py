"""The figures of an entity and of what it has to do with, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite.dossier.content import Grid, Section, Span
from tripartite.dossier.figure import FIGURE, Figure
from tripartite.dossier.results import owners

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader

_COLUMNS: Final = (
    *("measure", "amount", "basis", "period", "fiscal-year"),
    *("between", "standing"),
)
_WEIGHTS: Final = (3, 5, 3, 4, 4, 8, 2)
_BARE: Final = ("number", "minimum", "maximum", "unit")


def of(reader: Reader, iri: NamedNode) -> tuple[Figure, ...]:
    """Return the figures in which an entity has a part, in the order of their measures."""
    found = {
        quad.subject
        for quad in reader.store.quads(None, None, iri)
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(FIGURE)
    }
    figures = (Figure(reader, figure) for figure in sorted(found, key=str))
    return tuple(sorted((figure for figure in figures if figure.claims), key=_place))


def _place(figure: Figure) -> tuple[object, ...]:
    """Return where a figure stands: money first, a sum before the same in another currency."""
    return not figure.is_money, figure.measure, figure.is_restated, str(figure.iri)


def section(
    reader: Reader, iri: NamedNode, groups: Mapping[str, Iterable[NamedNode]]
) -> Section | None:
    """Return its figures, then those of what it has to do with; ``None`` where there is none.

    A figure stands in the first table that it belongs to. None is added up or shared out.

    Args:
        reader: Of the dossier.
        iri: The entity.
        groups: Things whose figures belong to the dossier, by the key of their table's title.
    """
    seen: set[NamedNode] = set()
    grids = []
    for key, subjects in {"": (iri,), **groups}.items():
        found = [f for s in dict.fromkeys(subjects) for f in of(reader, s) if f.iri not in seen]
        every = tuple({figure.iri: figure for figure in found}.values())
        seen.update(figure.iri for figure in every)
        if every:
            grids.append(_grid(reader, reader.text(key) if key else "", every))
    if not grids:
        return None
    text = reader.text
    remark = text("figures-remark") if grids[0].title == "" else text("no-own-figures")
    return Section("figures", text("figures"), remark, grids=tuple(grids))


def _grid(reader: Reader, title: str, figures: Sequence[Figure]) -> Grid:
    text = reader.text
    heads = tuple(map(text, _COLUMNS))
    rows = tuple(_row(reader, figure) for figure in figures)
    columns = zip(*(figure.numbers for figure in figures), strict=True)
    numbers = tuple((text(key), cells) for key, cells in zip(_BARE, columns, strict=True))
    return Grid(title, heads, _WEIGHTS, rows, numbers=numbers)


def _row(reader: Reader, figure: Figure) -> tuple[Line, ...]:
    plain = (figure.basis, figure.period, figure.fiscal_year)
    amounts = (Span(figure.amount, reader.notes.mark(figure.claims)),)
    cells = ((Span(part),) if part else () for part in plain)
    standing = reader.standing(figure.claims)
    ends = (*figure.ends, *_links(reader, figure))
    return ((Span(figure.measure),), amounts, *cells, ends, standing)


def _links(reader: Reader, figure: Figure) -> Line:
    """Return whose action it is about: a link with a standing of its own."""
    line: list[Span] = []
    for subject in figure.subjects:
        for owner, claims in owners(reader, subject).items():
            said = reader.text("done-by", reader.label(owner))
            line += (Span(reader.text("semicolon")), *reader.beside(said, claims, figure.claims))
    return tuple(line)
