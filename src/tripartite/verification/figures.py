"""Whether a claim's words give a figure as it is given: its qualifier, basis and currency."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from tripartite import vocabulary as v
from tripartite.verification.words import CURRENCIES, numbers, occurrences, parts, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Quad

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


def misstated(quads: Sequence[Quad], said: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield rule and value of what a figure has otherwise than the words."""
    values = {quad.predicate: str(getattr(quad.object, "value", "")) for quad in quads}
    qualifier, basis = (
        values.get(v.tp(name), "").rpartition("/")[2] for name in ("qualifier", "basis")
    )
    amount, lowest = values.get(v.tp("amount")), values.get(v.tp("minimum"))
    if qualifier and not _is_qualified(qualifier, amount, said):
        yield "qualifier", qualifier
    if basis and (basis == "per-year") != any(says(said, cue) for cue in _YEARLY):
        yield "basis", basis
    if lowest is not None and lowest == values.get(v.tp("maximum")):
        yield "number", lowest
    code = values.get(v.tp("currency"))
    if amount and code and not _is_sum(Decimal(amount), code, said):
        yield "currency", code


def _is_qualified(qualifier: str, amount: str | None, said: Sequence[str]) -> bool:
    """Tell whether words qualify an amount so: "nearly 40", or "about" in a passage of its own."""
    if amount is None or qualifier == "between":
        return (amount is None) == (qualifier == "between")
    value = Decimal(amount)
    if qualifier == "exact":
        names = [name for name in _CUES if name != "between"]
        return not any(_qualifies(_CUES[name], value, said) for name in names)
    return _qualifies(_CUES.get(qualifier, ()), value, said)


def _qualifies(cues: Iterable[str], value: Decimal, said: Sequence[str]) -> bool:
    """Tell whether a cue stands shortly before a number, or in a passage without numbers."""
    before = [
        parts(text[: number.start])[-_NEAR:]
        for text in said
        for number in numbers(text)
        if number.value == value
    ]
    before += [parts(text) for text in said if not any(numbers(text))]
    return any(True for words in before for cue in cues for _ in occurrences(parts(cue), words))


def _is_sum(value: Decimal, code: str, said: Sequence[str]) -> bool:
    """Tell whether an amount has its currency before or behind it; a wrong amount has none."""
    found = [(text, number) for text in said for number in numbers(text) if number.value == value]
    beside = [parts(text[: number.start])[-2:] for text, number in found]
    beside += [parts(text[number.end :])[:1] for text, number in found]
    signs = [parts(sign) for sign in CURRENCIES.get(code, (code,))]
    return not found or any(
        True for words in beside for sign in signs for _ in occurrences(sign, words)
    )
