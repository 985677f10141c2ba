"""The figures of an entity: amount with qualifier, basis and period, who gives and receives."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.dossier.amounts import amount
from tripartite.dossier.content import Grid, Section, Span
from tripartite.dossier.periods import fiscal_year, period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader
    from tripartite.model import Cell, Term

_FIGURE: Final = f"{v.BASE}figure/"
_NUMBERS: Final = ("amount", "minimum", "maximum")
_ENDS: Final = (
    ("provider", "from"),
    ("receiver", "to"),
    ("about", "about"),
    ("purpose", "about"),
    ("fundedThrough", "through"),
    ("drawnFrom", "through"),
    ("scope", "scope"),
    ("restates", "restates"),
    ("addendOf", "part-of"),
)
_COLUMNS: Final = (
    *("measure", "amount", "basis", "period", "fiscal-year"),
    *("between", "standing"),
)
_WEIGHTS: Final = (3, 4, 3, 3, 4, 6, 2)
_BARE: Final = ("number", "minimum", "maximum", "unit")


class Figure:
    """One figure as a claim gives it.

    Attributes:
        claims: Those that say it.
    """

    def __init__(self, reader: Reader, iri: NamedNode) -> None:
        """Read it from its claims, disputed ones included."""
        self._reader = reader
        self._values: dict[str, list[Term]] = {}
        found: dict[NamedNode, None] = {}
        for (predicate, value), claims in reader.claimed(iri).items():
            self._values.setdefault(predicate.value.rpartition("#")[2], []).append(value)
            found.update(dict.fromkeys(claims))
        self.iri = iri
        self.claims = tuple(found)

    @property
    def standing(self) -> Line:
        """The standing, and that it is disputed."""
        line = self._reader.badge(self._reader.surest(self.claims))
        if all(map(self._reader.notes.is_disputed, self.claims)):
            comma, disputed = self._reader.text("comma"), self._reader.text("disputed")
            return (*line, Span(comma), Span(disputed, (), "disputed"))
        return line

    @property
    def measure(self) -> str:
        """What is measured."""
        return self._label("measure")

    @property
    def amount(self) -> str:
        """The number with qualifier and unit."""
        numbers = [Decimal(n) for n in map(self._text, _NUMBERS) if n]
        unit = (_code(self._first("unit")), self._label("unit"))
        currency = self._text("currency")
        qualifier = _code(self._first("qualifier")) or "exact"
        return amount(numbers, currency, unit, qualifier, self._reader.language)

    @property
    def basis(self) -> str:
        """What the number is reckoned on; a count has none."""
        if _code(self._first("basis")) == "unspecified":
            return self._reader.text("basis-unspecified") if self._text("currency") else ""
        return self._label("basis")

    @property
    def period(self) -> str:
        """The period in words."""
        edtf = self._text("period")
        return period(edtf, self._reader.language) if edtf else ""

    @property
    def fiscal_year(self) -> str:
        """The Japanese fiscal years it falls in."""
        edtf = self._text("period")
        return fiscal_year(edtf, self._reader.language) if edtf else ""

    @property
    def detail(self) -> str:
        """The whole figure in one phrase."""
        text = self._reader.text
        rest = (self.basis, self.period)
        said = f"{self.measure}{text('colon')}{self.amount}"
        return text("comma").join(part for part in (said, *rest) if part)

    @property
    def ends(self) -> str:
        """Who gives, who receives, what it is about."""
        said: dict[str, None] = {}
        seen: set[Term] = set()
        for name, key in _ENDS:
            for term in self._values.get(name, ()):
                if term in seen:
                    continue
                seen.add(term)
                if isinstance(term, NamedNode) and term.value.startswith(_FIGURE):
                    label = Figure(self._reader, term).amount
                else:
                    label = self._reader.label(term)
                said[self._reader.text(key, label)] = None
        return self._reader.text("semicolon").join(said)

    @property
    def numbers(self) -> tuple[Cell, ...]:
        """The bare numbers, and their currency or unit, for a spreadsheet."""
        unit = self._text("currency") or self._label("unit")
        cells = [next(iter(self._values.get(name, ())), None) for name in _NUMBERS]
        literals = [cell if isinstance(cell, Literal) else None for cell in cells]
        return (*literals, Literal(unit) if unit else None)

    def _first(self, name: str) -> Term | None:
        return next(iter(self._values.get(name, ())), None)

    def _text(self, name: str) -> str:
        value = self._first(name)
        return value.value if isinstance(value, Literal) else ""

    def _label(self, name: str) -> str:
        return self._reader.label(self._first(name))


def of(reader: Reader, iri: NamedNode) -> tuple[Figure, ...]:
    """Return the figures in which an entity has a part, in the order of their measures."""
    found = {
        quad.subject
        for quad in reader.store.quads(None, None, iri)
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_FIGURE)
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
    plain = (figure.basis, figure.period, figure.fiscal_year, figure.ends)
    amounts = (Span(figure.amount, reader.notes.mark(figure.claims)),)
    cells = ((Span(part),) if part else () for part in plain)
    return ((Span(figure.measure),), amounts, *cells, figure.standing)


def _code(term: Term | None) -> str:
    return term.value.rpartition("/")[2] if isinstance(term, NamedNode) else ""
