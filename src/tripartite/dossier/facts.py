"""Key facts: what claims say of the entity itself, a property a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from tripartite import vocabulary as v
from tripartite.dossier import printed, saying
from tripartite.dossier.content import Grid, Section, Span
from tripartite.dossier.words import joined
from tripartite.periods import fiscal_year, period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import NamedNode

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader, Relation

_PERIODS: Final = tuple(v.tp(name) for name in ("period", "startPeriod", "endPeriod"))


def section(reader: Reader, iri: NamedNode, relations: Iterable[Relation]) -> Section | None:
    """Return texts, numbers and periods of the entity, then its plain relations."""
    related = saying.rows(reader, "facts", relations, "what")
    rows = [*_literals(reader, iri), *(related.grids[0].rows if related else ())]
    if not rows:
        return None
    columns = tuple(reader.text(name) for name in ("relation", "what", "standing"))
    grid = Grid("", columns, (3, 8, 2), tuple(rows))
    return Section("facts", reader.text("facts"), grids=(grid,))


def _literals(reader: Reader, iri: NamedNode) -> Iterable[tuple[Line, ...]]:
    found: dict[tuple[NamedNode, str], list[Line]] = {}
    misprinted = printed.errors(reader, iri)
    for (predicate, value), claims in reader.claimed(iri).items():
        if isinstance(value, Literal):
            standing = reader.surest(claims)
            text = printed.marked(reader, _said(reader, predicate, value), misprinted)
            said = Span(text, reader.notes.mark(claims))
            found.setdefault((predicate, standing), []).append((said,))
    for (predicate, standing), values in found.items():
        name = Span(reader.label(predicate))
        yield (name,), joined(values, reader.language), reader.badge(standing)


def _said(reader: Reader, predicate: NamedNode, value: Literal) -> str:
    if predicate not in _PERIODS:
        return value.value
    said, fiscal = (f(value.value, reader.language) for f in (period, fiscal_year))
    if not fiscal or reader.language == "en":
        return said
    return f"{said}{reader.text('open')}{fiscal}{reader.text('close')}"
