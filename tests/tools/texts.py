"""What a span of a document says: its numbers, years and names, however they are spelled."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

_SCALES: Final = {"thousand": 10**3, "million": 10**6, "m": 10**6, "billion": 10**9}
_WORDS: Final = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "one,single,a,an,first,once",
            "two,second,secondly,both,twice",
            "three,third",
            "four,fourth",
            "five,fifth",
            "six,sixth",
            "seven,seventh",
            "eight,eighth",
            "nine,ninth",
            "ten,tenth",
        ]
    )
    for word in words.split(",")
}
_DIGITS: Final = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th)?[ -]?(?:(thousand|million|m|billion)\b)?"
)
_SPELLED: Final = re.compile(r"\b([a-z]+)\b(?:[ -](thousand|million|billion)\b)?")
_SPAN_OF_YEARS: Final = re.compile(r"\b((?:19|20)\d\d) ?[-/] ?(\d\d)\b(?!\d)")
_QUOTES: Final = str.maketrans("‘’“”–—‑", "''\"\"---")


def folded(text: str) -> str:
    """Return text as it is compared: width, case, quotes, dashes and white space do not count."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(plain.casefold().split())


def numbers(text: str) -> set[Decimal]:
    """Return every number that a text spells in digits or in words."""
    plain = folded(text)
    found = {
        Decimal(digits.replace(",", "")) * _SCALES.get(scale, 1)
        for digits, scale in _DIGITS.findall(plain)
    }
    found |= {
        Decimal(_WORDS[word] * _SCALES.get(scale, 1))
        for word, scale in _SPELLED.findall(plain)
        if word in _WORDS
    }
    return found | ({Decimal("0.5")} if re.search(r"\bhalf\b", plain) else set())


def years(text: str) -> set[str]:
    """Return every year that a text names; the second of ``2012-13`` too."""
    plain = folded(text)
    found = set(re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", plain))
    return found | {first[:2] + second for first, second in _SPAN_OF_YEARS.findall(plain)}


def says(text: str, name: str) -> bool:
    """Tell whether a name stands in a text, as whole words."""
    return bool(re.search(rf"(?<!\w){re.escape(folded(name))}(?!\w)", folded(text)))
