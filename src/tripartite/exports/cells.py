"""How one cell of a table reads: in full, in short, and as a number or a date."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite.curie import shorten
from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.model import Cell

XSD: Final = STANDARDS["xsd"]

_INTEGERS = frozenset(
    f"{XSD}{sign}{name}"
    for sign, names in {
        "": ("integer", "long", "int", "short", "byte"),
        "unsigned": ("Long", "Int", "Short", "Byte"),
        "non": ("NegativeInteger", "PositiveInteger"),
        "positive": ("Integer",),
        "negative": ("Integer",),
    }.items()
    for name in names
)
_FRACTIONS = frozenset(f"{XSD}{name}" for name in ("decimal", "double", "float"))
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
# Every character at which some program would begin a new line.
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_INTEGER = re.compile(r"[+-]?[0-9]{1,4000}")  # Python reads no longer ones


def full(cell: Cell) -> str:
    """Return a literal's text, an IRI in full, and nothing for an unbound cell."""
    if cell is None:
        return ""
    return cell.value if isinstance(cell, Literal | NamedNode) else str(cell)


def short(cell: Cell, marks: Mapping[NamedNode, str]) -> str:
    """Return a cell for people: claims by their footnote's mark, other IRIs as CURIEs."""
    if isinstance(cell, NamedNode):
        return marks.get(cell) or shorten(cell)
    return full(cell)


def one_line(text: str) -> str:
    """Replace each line break by a space."""
    return _BREAK.sub(" ", text)


def native(cell: Cell) -> float | bool | str | None:
    """Return a number, a truth value or a text, as JSON and a spreadsheet know them.

    What XSD would not read as its own datatype, and what is not finite, stays a text.
    """
    if not isinstance(cell, Literal):
        return None if cell is None else full(cell)
    datatype = cell.datatype.value
    if datatype == f"{XSD}boolean":
        return _BOOLEANS.get(cell.value, cell.value)
    number = _number(cell.value, datatype)
    return cell.value if number is None else number


def is_number(cell: Cell) -> bool:
    """Say whether the cell is a literal that reads as a number."""
    value = native(cell)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(text: str, datatype: str) -> float | None:
    if datatype in _INTEGERS:
        return int(text) if _INTEGER.fullmatch(text) else None
    if datatype not in _FRACTIONS:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
