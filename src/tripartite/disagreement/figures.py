"""A figure as the claims give it, with the interval of values that its words allow."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Literal, NamedNode

from tripartite import summary
from tripartite import vocabulary as v
from tripartite.build.periods import amount_bounds, first_and_last_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tripartite.model import Term

_EXACT = v.entity("qualifier", "exact")
_OPEN_BELOW = ("more-than",)
_OPEN_ABOVE = ("less-than", "nearly")
_OF_TIME = ("year", "month")


class Interval(NamedTuple):
    """Values from ``lower`` to ``upper``; ``None`` is no bound, an open end is not reached."""

    lower: Decimal | None
    upper: Decimal | None
    open_below: bool = False
    open_above: bool = False

    def is_below(self, other: Interval) -> bool:
        """Tell whether every value is less than every value of ``other``."""
        if self.upper is None or other.lower is None:
            return False
        touching_is_apart = self.open_above or other.open_below
        return self.upper < other.lower or (self.upper == other.lower and touching_is_apart)

    def is_point(self) -> bool:
        """Tell whether there is one value only."""
        return self.lower is not None and self.lower == self.upper and not self.open_above


class Figure(NamedTuple):
    """One figure.

    Attributes:
        amount: The number as printed; ``None`` for a range.
        currency: ISO 4217 code; empty where the figure counts something.
        unit: What it counts; ``None`` for money.
        period: EDTF; empty where none is printed.
        restates: The figure whose sum it repeats in another currency.
    """

    iri: NamedNode
    measure: NamedNode
    interval: Interval
    qualifier: str
    basis: str
    amount: Decimal | None = None
    currency: str = ""
    unit: NamedNode | None = None
    period: str = ""
    scopes: frozenset[NamedNode] = frozenset()
    about: frozenset[NamedNode] = frozenset()
    provider: NamedNode | None = None
    receiver: NamedNode | None = None
    restates: NamedNode | None = None

    @property
    def is_length_of_time(self) -> bool:
        """Whether it is counted in years or months, so that it needs no period."""
        return self.unit is not None and self.unit.value.endswith(_OF_TIME)

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day of its period; ``None`` where none is known."""
        try:
            first, last = first_and_last_day(self.period)
        except ValueError:
            return None
        return (first.isoformat() if first else "", last.isoformat() if last else "9999")


def read(iri: NamedNode, values: Iterable[tuple[NamedNode, Term]]) -> Figure | None:
    """Return the figure that these properties give; ``None`` if they are not one whole."""
    several: dict[str, set[Term]] = {}
    for predicate, value in values:
        several.setdefault(predicate.value.removeprefix(v.TP), set()).add(value)
    one = {name: min(found, key=str) for name, found in several.items()}
    qualifier = _code(one.get("qualifier"))
    try:
        numbers = [_number(one.get(name)) for name in ("amount", "minimum", "maximum")]
        lower, upper = amount_bounds(qualifier, *numbers)
    except (ValueError, ArithmeticError):
        return None  # a shape names a figure without a number
    measure = _node(one.get("measure"))
    if measure is None:
        return None
    interval = Interval(lower, upper, qualifier in _OPEN_BELOW, qualifier in _OPEN_ABOVE)
    return Figure(
        iri=iri,
        measure=measure,
        interval=interval,
        qualifier=qualifier,
        basis=_code(one.get("basis")),
        amount=numbers[0],
        currency=_text(one.get("currency")),
        unit=_node(one.get("unit")),
        period=_text(one.get("period")),
        scopes=_nodes(several.get("scope", ())),
        about=_nodes(several.get("about", ())),
        provider=_node(one.get("provider")),
        receiver=_node(one.get("receiver")),
        restates=_node(one.get("restates")),
    )


def summarize(values: Iterable[tuple[NamedNode, Term]], name_of: Callable[[NamedNode], str]) -> str:
    """Return what a figure is about and says in one line, with the label of each of its codes."""
    named: dict[str, list[str]] = {}
    for predicate, value in values:
        is_plain = value == _EXACT
        text = name_of(value) if isinstance(value, NamedNode) else _text(value)
        named.setdefault(predicate.value.rpartition("#")[2], []).append("" if is_plain else text)
    joined = {key: ", ".join(sorted(set(texts))) for key, texts in named.items()}
    said = " ".join(summary.figure(joined).split())
    return f"{joined['about']} — {said}" if "about" in joined else said


def _number(term: Term | None) -> Decimal | None:
    try:
        return Decimal(term.value) if isinstance(term, Literal) else None
    except InvalidOperation as error:
        raise ValueError(str(term)) from error


def _node(term: Term | None) -> NamedNode | None:
    return term if isinstance(term, NamedNode) else None


def _nodes(terms: Iterable[Term]) -> frozenset[NamedNode]:
    return frozenset(term for term in terms if isinstance(term, NamedNode))


def _code(term: Term | None) -> str:
    return term.value.rpartition("/")[2] if isinstance(term, NamedNode) else ""


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else ""
