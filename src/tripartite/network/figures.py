"""A figure as the words of a relation: US$1.4 million, total over a period, 2011."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.amounts import amount
from tripartite.messages import say
from tripartite.periods import period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pyoxigraph import Triple

    from tripartite.model import Term

_NUMBERS: Final = ("amount", "minimum", "maximum")
_UNSPECIFIED: Final = "unspecified"
_OF_COUNTS: Final = frozenset({"per-year", "total-over-period"})  # other bases say nothing of one


def is_figure(triples: Iterable[Triple]) -> bool:
    """Tell whether what is said of a node makes it a figure."""
    return "measure" in _values(triples)


def said(
    triples: Iterable[Triple], label: Callable[[NamedNode], str], language: str
) -> tuple[str, str]:
    """Return what a figure measures, and its amount, basis and period as a person reads them.

    Args:
        triples: Of one figure.
        label: Gives a label in ``language``.
        language: ``en`` or ``ja``.
    """
    values = _values(triples)

    def text(name: str) -> str:
        term = values.get(name)
        return label(term) if isinstance(term, NamedNode) else _text(term)

    numbers = [Decimal(_text(values[name])) for name in _NUMBERS if name in values]
    unit = (_code(values.get("unit")), text("unit"))
    currency = _text(values.get("currency"))
    qualifier = _code(values.get("qualifier")) or "exact"
    parts = [amount(numbers, currency, unit, qualifier, language)] if numbers else []
    basis = _code(values.get("basis"))
    if currency and basis == _UNSPECIFIED:
        parts.append(say("flow-no-basis", language))
    elif currency or basis in _OF_COUNTS:
        parts.append(text("basis"))
    if when := _text(values.get("period")):
        parts.append(period(when, language))
    return text("measure"), say("list-comma", language).join(part for part in parts if part)


def _values(triples: Iterable[Triple]) -> Mapping[str, Term]:
    found: dict[str, Term] = {}
    for triple in triples:
        if triple.predicate.value.startswith(v.TP):
            found.setdefault(triple.predicate.value.removeprefix(v.TP), triple.object)
    return found


def _code(term: Term | None) -> str:
    return term.value.rpartition("/")[2] if isinstance(term, NamedNode) else ""


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Literal) else ""
