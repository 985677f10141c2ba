"""What words say: tokens with their places, numbers, years and months, however spelled."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
CURRENCIES: Final[Mapping[str, tuple[str, ...]]] = {
    "USD": ("US$", "$", "dollars", "dollar"),
    "JPY": ("¥", "yen"),
    "EUR": ("€", "euros", "euro"),
}
_SCALES: Final = {"thousand": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9}
_SPELLED: Final = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "one single first firstly once",
            "two second secondly both twice",
            "three third thirdly",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
            "eleven eleventh",
            "twelve twelfth",
        ]
    )
    for word in words.split()
}
_IDLE: Final = frozenset(["zero", "one", "single", "first", "firstly", "once", "both", "twice"])
_QUOTES: Final = str.maketrans("\u2018\u2019\u00b4\u201c\u201d\u2013\u2014\u2011", "'''\"\"---")
# Chinese and Japanese are written without spaces: each character is a token.
_CJK: Final = "\u3040-\u30ff\u3400-\u9fff々"
_TOKEN: Final = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+|\S")
_NUMBER: Final = re.compile(
    r"(?<![\w.,])(?P<digits>\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th|[\u2019']?s)?(?![^\W\dm_])"
    r"(?:[ -]?(?P<scale>thousand|million|m|billion)\b)?"
    rf"|\b(?P<word>half|{'|'.join(sorted(_SPELLED, key=len, reverse=True))})\b"
    r"(?:[ -](?P<times>thousand|million|billion)\b)?",
    re.IGNORECASE,
)
_CENTURY: Final = re.compile(r"\b((?:19|20)\d\d) ?[-/\u2013] ?$")


class Token(NamedTuple):
    """A word or a mark, folded, with its place in the text."""

    text: str
    start: int
    end: int


class Number(NamedTuple):
    """A number with its place in the text.

    Attributes:
        value: Multiplied by its scale; the second year of ``2012-13`` is 2013.
        is_idle: Whether it may count nothing: ``one of``, ``both``.
    """

    value: Decimal
    start: int
    end: int
    is_idle: bool


def folded(text: str) -> str:
    """Return text as it is compared: width, case, quotes, dashes and white space do not count."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(plain.casefold().split())


def tokens(text: str) -> Iterator[Token]:
    """Yield the words and marks of a text in order; places are those of the text as it stands.

    A hyphen is no token: ``multi-bilateral`` and, over a line's end, ``multi- lateral``.
    """
    for found in _TOKEN.finditer(text):
        if (token := folded(found[0])) != "-":
            yield Token(token, *found.span())


@lru_cache(maxsize=16384)
def parts(name: str) -> tuple[str, ...]:
    """Return the folded words and marks of a name."""
    return tuple(token.text for token in tokens(name))


def occurrences(wanted: tuple[str, ...], given: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where words stand among others, as first and last index; the last is behind."""
    length = len(wanted)
    for at in range(len(given) - length + 1 if length else 0):
        if given[at] == wanted[0] and given[at : at + length] == wanted:
            yield at, at + length


def says(texts: Iterable[str], name: str) -> bool:
    """Tell whether a name stands in one of some texts, as whole words."""
    return any(True for text in texts for _ in occurrences(parts(name), parts(text)))


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield every number that a stretch of text spells in digits or in words."""
    for found in _NUMBER.finditer(text, start, len(text) if end is None else end):
        if found["digits"]:
            value = Decimal(found["digits"].replace(",", ""))
            century = _CENTURY.search(text, start, found.start())
            if century and len(found["digits"]) == 2:  # noqa: PLR2004 (the 13 of 2012-13)
                value += int(century[1]) // 100 * 100
            scaled = value * _SCALES.get((found["scale"] or "").lower(), 1)
            yield Number(scaled, *found.span(), is_idle=False)
        else:
            word = found["word"].lower()
            value = Decimal("0.5") if word == "half" else Decimal(_SPELLED[word])
            scaled = value * _SCALES.get((found["times"] or "").lower(), 1)
            yield Number(scaled, *found.span(), is_idle=word in _IDLE and scaled == value)
