"""The figures of an entity and of what it pays for, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.dossier.content import Grid, Section, Span
from tripartite.dossier.figure import FIGURE, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader

_COLUMNS: Final = (
    *("measure", "amount", "basis", "period", "fiscal-year"),
    *("between", "standing"),
)
_WEIGHTS: Final = (3, 4, 3, 3, 4, 6, 2)
_BARE: Final = ("number", "minimum", "maximum", "unit")


def of(reader: Reader, iri: NamedNode) -> tuple[Figure, ...]:
    """Return the figures in which an entity has a part, in the order of their measures."""
    found = {
        quad.subject
        for quad in reader.store.quads(None, None, iri)
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(FIGURE)
    }
    figures = (Figure(reader, figure) for figure in sorted(found, key=str))
    money = v.tp("currency")
    return tuple(
        sorted(
            (figure for figure in figures if figure.claims),
            key=lambda f: (
                not any(p == money for p, _ in reader.claimed(f.iri)),
                f.measure,
                str(f.iri),
            ),
        )
    )


def section(reader: Reader, iri: NamedNode, works: Iterable[NamedNode]) -> Section | None:
    """Return its figures, then those of its works, as tables; ``None`` where there is none."""
    own = of(reader, iri)
    seen = {figure.iri for figure in own}
    others = {
        figure.iri: figure
        for work in works
        for figure in of(reader, work)
        if figure.iri not in seen
    }
    text = reader.text
    titles = ("", text("figures-of-works") if own else text("only-figures-of-works"))
    grids = [
        _grid(reader, title, found)
        for title, found in zip(titles, (own, tuple(others.values())), strict=True)
        if found
    ]
    if not grids:
        return None
    return Section("figures", text("figures"), text("figures-remark"), grids=tuple(grids))


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
    return ((Span(figure.measure),), amounts, *cells, figure.ends, standing)
