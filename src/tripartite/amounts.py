"""Amounts as a person reads them: US$1.4 million, 140万米ドル."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MILLION: Final = Decimal(1_000_000)
_SIGNS: Final[Mapping[str, str]] = {"USD": "US$", "JPY": "¥", "EUR": "€"}
_JAPANESE: Final[Mapping[str, str]] = {"USD": "米ドル", "JPY": "円", "EUR": "ユーロ"}
_MYRIADS: Final = ((Decimal(10) ** 12, "兆"), (Decimal(10) ** 8, "億"), (Decimal(10) ** 4, "万"))

_QUALIFIED: Final[Mapping[str, str]] = {
    "exact": "amount-exact",
    "about": "amount-about",
    "more-than": "amount-more-than",
    "nearly": "amount-nearly",
    "equivalent": "amount-equivalent",
    "between": "amount-between",
    "at-least": "amount-at-least",
    "less-than": "amount-less-than",
    "up-to": "amount-up-to",
}


def amount(
    values: Sequence[Decimal], currency: str, unit: tuple[str, str], qualifier: str, language: str
) -> str:
    """Return an amount with its qualifier.

    Args:
        values: One number, or the two ends of a range.
        currency: ISO 4217 code; empty for a count.
        unit: Code and label of the unit of a count; empty texts for money.
        qualifier: Code of ``qualifier:``.
        language: Decides the words and the grouping of digits.
    """
    written = [
        _money(v, currency, language) if currency else _count(v, unit, language) for v in values
    ]
    if len(written) > 1:
        first, last = _range(values, written, currency, unit, language)
        written = [say("amount-range", language, first=first, last=last)]
    return say(_QUALIFIED[qualifier], language, amount=written[0])


def _range(
    values: Sequence[Decimal],
    written: Sequence[str],
    currency: str,
    unit: tuple[str, str],
    language: str,
) -> tuple[str, str]:
    """Say the unit of a range once, at its end, where it stands behind the number."""
    if currency:
        return written[0], written[1]
    return _digits(values[0]), _count(values[1], unit, language)


def _money(value: Decimal, currency: str, language: str) -> str:
    if language == "ja":
        return f"{myriads(value)}{_JAPANESE.get(currency, currency)}"
    sign = _SIGNS.get(currency, f"{currency} ")
    millions = value / _MILLION
    if value >= _MILLION and millions * 1000 == int(millions * 1000):
        return f"{sign}{_digits(millions)} million"
    return f"{sign}{_digits(value)}"


def _count(value: Decimal, unit: tuple[str, str], language: str) -> str:
    code, label = unit
    if code == "share":
        return f"{_digits(value * 100)}％" if language == "ja" else f"{_digits(value * 100)} %"  # noqa: RUF001 (the sign of Japanese)
    if language == "ja":
        return f"{myriads(value)}{_JAPANESE_UNITS.get(code, label)}"
    if code == "dollar" and value >= _MILLION:
        return f"{_digits(value / _MILLION)} million {label}s"
    return f"{_digits(value)} {label if value == 1 else _PLURALS.get(code, label + 's')}".strip()


_JAPANESE_UNITS: Final[Mapping[str, str]] = {
    "member-state": "か国",
    "month": "か月",
    "meeting": "回",
    "action": "件",
    "convention": "条約",
}
_PLURALS: Final[Mapping[str, str]] = {
    "person": "people",
    "country": "countries",
    "factory": "factories",
    "": "",
}


def myriads(value: Decimal) -> str:
    """Return ``1億7,780万`` for 177,800,000; what no myriad divides evenly keeps its digits."""
    rest, parts = value, []
    for size, name in _MYRIADS:
        count = int(rest // size)
        if count:
            parts.append(f"{count:,}{name}")
            rest -= count * size
    if rest or not parts:
        parts.append(_digits(rest))
    return "".join(parts)


def _digits(value: Decimal) -> str:
    """Return digits in groups of three, without zeros at the end of a fraction."""
    whole = value == value.to_integral_value()
    return f"{int(value):,}" if whole else f"{value.normalize():,f}"
