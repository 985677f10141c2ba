"""Answers as bytes between two processes: each term once, rows as numbers.

Pickled as they are, 100,000 rows of three terms cost twice as much as the query that made
them (``benchmarks/results/worker.json``).
"""

from __future__ import annotations

import pickle
from itertools import chain, starmap
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from tripartite.garbage import uncollected
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.model import Cell

Row: TypeAlias = "tuple[Cell, ...]"
Numbered: TypeAlias = tuple[list[object], list[int]]

_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


class Packed:
    """A value that becomes itself again on the other side; rows and triples go the short way."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        """Hold a value that can be pickled."""
        self._value = value

    def __reduce__(self) -> tuple[object, ...]:
        """Say how the value is made again."""
        value = self._value
        if isinstance(value, Table):
            rest = value._replace(rows=())
            return _table, (rest, len(value.rows), _numbered(value.rows))
        if isinstance(value, tuple) and value and all(isinstance(one, Triple) for one in value):
            rows = ((one.subject, one.predicate, one.object) for one in value)
            return _triples, (len(value), _numbered(rows))
        return _same, (value,)


def pack(value: object) -> bytes:
    """Return any value that can be pickled as bytes."""
    return pickle.dumps(Packed(value), pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes) -> object:
    """Return what ``pack`` was given."""
    with uncollected():
        return pickle.loads(data)  # noqa: S301 (our own process wrote it)


def _table(rest: Table, count: int, numbered: Numbered) -> Table:
    return rest._replace(rows=tuple(_rows(numbered, count, len(rest.columns))))


def _triples(count: int, numbered: Numbered) -> tuple[Triple, ...]:
    return tuple(starmap(Triple, _rows(numbered, count, 3)))


def _same(value: object) -> object:
    return value


def _numbered(rows: Iterable[Row]) -> Numbered:
    """Return the distinct terms, spelled, and for each cell the number of its term."""
    index: dict[Cell, int] = {}
    cells = [index.setdefault(cell, len(index)) for cell in chain.from_iterable(rows)]
    return [_spelled(term) for term in index], cells


def _rows(numbered: Numbered, count: int, width: int) -> list[Any]:
    """Return the rows again; of triples too, whose cells are never empty."""
    spelled, cells = numbered
    terms = [_term(one) for one in spelled]
    each = iter([terms[number] for number in cells])
    return list(zip(*[each] * width, strict=True)) if width else [()] * count


def _spelled(term: Cell) -> object:
    """Return a term as text where that is exact, else itself."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal) and term.direction is None:
        if term.language:
            return term.value, term.language
        kind = term.datatype.value
        return (term.value,) if kind == _STRING else (term.value, None, kind)
    return term


def _term(spelled: object) -> Cell:
    if isinstance(spelled, str):
        return NamedNode(spelled)
    if not isinstance(spelled, tuple):
        return spelled  # type: ignore[return-value]  # a blank node, a triple or nothing
    value, *kind = spelled
    if not kind:
        return Literal(value)
    if kind[0]:
        return Literal(value, language=kind[0])
    return Literal(value, datatype=NamedNode(kind[1]))
