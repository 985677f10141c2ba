"""Whether a claim's words say its numbers, dates, titles and links."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.verification.figures import misstated
from tripartite.verification.words import CURRENCIES, MONTHS, numbers, says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pyoxigraph import Quad

_NUMERIC: Final = {
    v.tp(name)
    for name in ("amount", "minimum", "maximum", "ordinal", "phaseNumber", "conventionNumber")
}
_LINKS: Final = {
    NamedNode(f"{v.STANDARDS['vcard']}hasTelephone"),
    NamedNode(f"{v.STANDARDS['vcard']}hasEmail"),
    NamedNode(f"{v.STANDARDS['foaf']}homepage"),
}


def unsaid(
    quads: Sequence[Quad], said: Sequence[str], reason: Sequence[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield rule and value of what the words do not say.

    Args:
        quads: A claim's triples.
        said: The words of its passages, each by itself, and its reason.
        reason: Why it holds, where that is not in so many words. If it gives numbers, it is
            they that count: "second" implies a first.
    """
    counted = reason if any(True for text in reason for _ in numbers(text)) else said
    for quad in quads:
        value = quad.object
        if isinstance(value, Literal):
            rule, is_said = _literal_rule(quad.predicate, value)
            if not is_said(value.value, counted if rule == "number" else said):
                yield rule, value.value
        elif (
            quad.predicate in _LINKS
            and isinstance(value, NamedNode)
            and not _says_link(value.value, said)
        ):
            yield "text", value.value
    yield from misstated(quads, said)


def _literal_rule(
    predicate: NamedNode, value: Literal
) -> tuple[str, Callable[[str, Sequence[str]], bool]]:
    if predicate in _NUMERIC:
        return "number", _says_number
    if value.datatype == v.EDTF:
        return "date", _says_period
    if predicate == v.tp("currency"):
        return "currency", _says_currency
    return "text", _says_text


def _says_number(value: str, said: Sequence[str]) -> bool:
    return Decimal(value) in {number.value for text in said for number in numbers(text)}


def _says_currency(code: str, said: Sequence[str]) -> bool:
    return any(says(said, word) for word in CURRENCIES.get(code, (code,)))


def _says_text(value: str, said: Sequence[str]) -> bool:
    """Tell whether each part of a title or an address stands in the words."""
    return says(said, value) or all(says(said, piece) for piece in value.split(", "))


def _says_period(period: str, said: Sequence[str]) -> bool:
    """Tell whether words name the years, months and days of an EDTF period.

    "After 1987" names 1988: the first year that lies behind.
    """
    found = {number.value for text in said for number in numbers(text)}
    found |= {Decimal(y) + 1 for text in said for y in re.findall(r"\bafter (\d{4})\b", text)}
    wanted = [Decimal(y.replace("X", "0")) for y in re.findall(r"\d{3}[\dX]", period)]
    wanted += [Decimal(day) for day in re.findall(r"\d{4}-\d\d-(\d\d)", period)]
    months = [MONTHS[int(m) - 1] for m in re.findall(r"\d{4}-(0[1-9]|1[0-2])", period)]
    return found.issuperset(wanted) and all(
        says(said, month) or says(said, month[:3]) for month in months
    )


def _says_link(address: str, said: Sequence[str]) -> bool:
    """Tell whether words print a telephone, a mail or a web address, however it is spaced."""
    scheme, _, rest = address.partition(":")
    if scheme == "tel":
        digits = re.sub(r"\D", "", rest)
        return any(digits in re.sub(r"\D", "", text) for text in said)
    bare = rest.strip("/").casefold()
    return any(bare in "".join(text.split()).casefold() for text in said)
