"""Whether a claim's words say its numbers, dates, currencies, qualifiers, titles and links."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.verification.words import (
    CURRENCIES,
    MONTHS,
    numbers,
    occurrences,
    parts,
    says,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
_CUES: Final[Mapping[str, tuple[str, ...]]] = {
    "about": ("about", "around", "approximately", "roughly"),
    "at-least": ("at least", "not less than"),
    "between": ("between", "to", "from", "and"),
    "equivalent": ("equivalent",),
    "less-than": ("under", "less than", "fewer than", "below"),
    "more-than": ("more than", "over", "exceeds", "exceed", "exceeding", "above", "beyond"),
    "nearly": ("nearly", "almost", "close to"),
    "up-to": ("up to", "at most", "not more than"),
}
_YEARLY: Final = ("per year", "a year", "each year", "every year", "annually", "yearly", "annual")
_NEAR: Final = 4  # so many words before a number can qualify it: "more than US$4 million"


def unsaid(quads: Sequence[Quad], said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield rule and value of what the words do not say.

    Args:
        quads: A claim's triples.
        said: The words of its passages, each by itself, and its reason where that counts.
    """
    for quad in quads:
        value = quad.object
        if isinstance(value, Literal):
            rule, is_said = _literal_rule(quad.predicate, value)
            if not is_said(value.value, said):
                yield rule, value.value
        elif (
            quad.predicate in _LINKS
            and isinstance(value, NamedNode)
            and not _says_link(value.value, said)
        ):
            yield "text", value.value
    yield from _misqualified(quads, said)
    yield from _mispriced(quads, said)


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
    """Tell whether words name the years, months and days of an EDTF period."""
    found = {number.value for text in said for number in numbers(text)}
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


def _misqualified(quads: Sequence[Quad], said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the qualifier or basis that the words contradict, or do not give."""
    values = {quad.predicate: str(getattr(quad.object, "value", "")) for quad in quads}
    qualifier = values.get(v.tp("qualifier"), "").rpartition("/")[2]
    basis = values.get(v.tp("basis"), "").rpartition("/")[2]
    if qualifier in _CUES and not any(says(said, cue) for cue in _CUES[qualifier]):
        yield "qualifier", qualifier
    amount = values.get(v.tp("amount"))
    if qualifier == "exact" and amount and any(_qualifies(text, amount) for text in said):
        yield "qualifier", qualifier
    if basis and (basis == "per-year") != any(says(said, cue) for cue in _YEARLY):
        yield "basis", basis


def _mispriced(quads: Sequence[Quad], said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the currency that stands beside no place of the amount, and a range of one number."""
    values = {quad.predicate: str(getattr(quad.object, "value", "")) for quad in quads}
    amount, code = values.get(v.tp("amount")), values.get(v.tp("currency"))
    if amount and code and not any(_is_sum(text, amount, code) for text in said):
        yield "currency", code
    lowest = values.get(v.tp("minimum"))
    if lowest is not None and lowest == values.get(v.tp("maximum")):
        yield "number", lowest


def _is_sum(text: str, amount: str, code: str) -> bool:
    """Tell whether a text gives an amount with its currency before or behind it."""
    beside = [
        (parts(text[: number.start])[-2:], parts(text[number.end :])[:1])
        for number in numbers(text)
        if number.value == Decimal(amount)
    ]
    return any(
        True
        for pair in beside
        for words in pair
        for sign in CURRENCIES.get(code, (code,))
        for _ in occurrences(parts(sign), words)
    )


def _qualifies(text: str, amount: str) -> bool:
    """Tell whether a text makes a number inexact: "nearly 40", or the bare word "about"."""
    cues = [parts(cue) for name in _CUES if name != "between" for cue in _CUES[name]]
    if parts(text) in cues:
        return True
    before = [
        parts(text[: number.start])[-_NEAR:]
        for number in numbers(text)
        if number.value == Decimal(amount)
    ]
    return any(True for words in before for cue in cues for _ in occurrences(cue, words))
