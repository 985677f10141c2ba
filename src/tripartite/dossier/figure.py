"""One figure in words: amount with qualifier and unit, basis, period, who gives and receives."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.amounts import amount
from tripartite.dossier.content import Span
from tripartite.periods import fiscal_year, period

if TYPE_CHECKING:
    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader
    from tripartite.model import Cell, Term

FIGURE: Final = f"{v.BASE}figure/"
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


class Figure:
    """One figure as a claim gives it.

    Attributes:
        claims: Those that say how much; what else is said of it may have claims of its own.
    """

    def __init__(self, reader: Reader, iri: NamedNode) -> None:
        """Read it from its claims, disputed ones included."""
        self._reader = reader
        self._values: dict[str, dict[Term, list[NamedNode]]] = {}
        for (predicate, value), claims in reader.claimed(iri).items():
            self._values.setdefault(predicate.value.rpartition("#")[2], {})[value] = claims
        self.iri = iri
        numbers = [claims for name in _NUMBERS for claims in self._values.get(name, {}).values()]
        self.claims = tuple(dict.fromkeys(chain.from_iterable(numbers)))

    @property
    def subjects(self) -> tuple[NamedNode, ...]:
        """What it is about."""
        return tuple(s for s in self._values.get("about", ()) if isinstance(s, NamedNode))

    def givers_to(self, work: NamedNode) -> dict[NamedNode, list[NamedNode]]:
        """Return who gives the money if it is for a work, with the claims that say so."""
        ends = [self._values.get(name, {}) for name in ("about", "purpose", "receiver")]
        is_for = self.is_money and any(work in end for end in ends)
        known = self._values.get("provider", {}) if is_for else {}
        return {giver: c for giver, c in known.items() if isinstance(giver, NamedNode)}

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money, if only of dollars of no country."""
        return bool(self._text("currency")) or _code(self._first("unit")) == "dollar"

    @property
    def scopes(self) -> tuple[Term, ...]:
        """To what it is limited."""
        return tuple(self._values.get("scope", ()))

    @property
    def is_restated(self) -> bool:
        """Whether it gives another figure's sum in another currency."""
        return "restates" in self._values

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
            return self._reader.text("basis-unspecified") if self.is_money else ""
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
        return self._reader.text("comma").join(filter(None, (self.undated, self.period)))

    @property
    def undated(self) -> str:
        """The same without its period."""
        text = self._reader.text
        said = f"{self.measure}{text('colon')}{self.amount}"
        is_open = _code(self._first("basis")) == "unspecified" and self.basis
        basis = text("basis-is", self.basis) if is_open else self.basis
        return text("comma").join(filter(None, (said, basis, self._restated)))

    @property
    def _restated(self) -> str:
        """That it is a sum said before, in another currency."""
        first = self._first("restates")
        if not isinstance(first, NamedNode):
            return ""
        return self._reader.text("restates", Figure(self._reader, first).amount)

    @property
    def ends(self) -> Line:
        """Who gives, who receives, what it is about; with a note where another claim says so."""
        semicolon = Span(self._reader.text("semicolon"))
        line: list[Span] = []
        seen: set[Term] = set()
        for name, key in _ENDS:
            for term, claims in self._values.get(name, {}).items():
                if term in seen:
                    continue
                seen.add(term)
                if isinstance(term, NamedNode) and term.value.startswith(FIGURE):
                    label = Figure(self._reader, term).amount
                else:
                    label = self._reader.label(term)
                said = self._reader.text(key, label)
                others = [claim for claim in claims if claim not in self.claims]
                is_own = len(others) < len(claims)
                told = self._reader.beside(said, others, self.claims)
                line += (semicolon, *((Span(said),) if is_own else told))
        is_given = self.is_money and _code(self._first("measure")) != "fund-size"
        if is_given and "provider" not in self._values:
            line += (semicolon, Span(self._reader.text("from-unsaid")))
        return tuple(line[1:])

    @property
    def numbers(self) -> tuple[Cell, ...]:
        """The bare numbers, and their currency or unit, for a spreadsheet."""
        unit = self._text("currency") or self._label("unit")
        cells = [self._first(name) for name in _NUMBERS]
        literals = [cell if isinstance(cell, Literal) else None for cell in cells]
        return (*literals, Literal(unit) if unit else None)

    def _first(self, name: str) -> Term | None:
        return next(iter(self._values.get(name, ())), None)

    def _text(self, name: str) -> str:
        value = self._first(name)
        return value.value if isinstance(value, Literal) else ""

    def _label(self, name: str) -> str:
        return self._reader.label(self._first(name))


def _code(term: Term | None) -> str:
    return term.value.rpartition("/")[2] if isinstance(term, NamedNode) else ""
