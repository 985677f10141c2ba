"""Share what the solutions rest on among the rows that they made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tripartite.model import Cell

    Row = tuple[Cell, ...]


class Evidence(NamedTuple):
    """What a row rests on: numbers of triples, and remarks where there is none."""

    facts: frozenset[int] = frozenset()
    remarks: frozenset[str] = frozenset()


def united(parts: Iterable[Evidence]) -> Evidence:
    """Return all evidence as one."""
    found = list(parts)
    if len(found) == 1:
        return found[0]
    return Evidence(
        frozenset[int]().union(*(part.facts for part in found)),
        frozenset[str]().union(*(part.remarks for part in found)),
    )


def remarked(*keys: str) -> Evidence:
    """Return evidence of remarks alone."""
    return Evidence(frozenset(), frozenset(keys))


def shared(
    rows: Sequence[Row],
    made: Iterable[tuple[Row, Evidence]],
    spell: Callable[[int], str],
    *,
    joined: bool = False,
) -> list[Evidence]:
    """Return the evidence of each row.

    Equal rows take one solution each where there are as many; else they share all. A row that
    no solution makes is remarked as untraced.

    Args:
        rows: The rows as they were shown.
        made: What each solution shows, and what it rests on.
        joined: Whether a pattern around has bound cells that a solution leaves unbound.
        spell: Gives the text of a triple: equal rows take theirs in the order of the texts.
    """

    def order(evidence: Evidence) -> list[str]:
        return sorted(map(spell, evidence.facts))

    by_row: dict[Row, list[Evidence]] = {}
    for row, evidence in made:
        by_row.setdefault(row, []).append(evidence)
    equal: dict[Row, list[int]] = {}
    for index, row in enumerate(rows):
        equal.setdefault(row, []).append(index)
    found: dict[int, Evidence] = {}
    for row, indexes in equal.items():
        solutions = by_row.get(row, [])
        if joined and not solutions:
            solutions = list(_compatible(row, by_row))
        if len(solutions) == len(indexes):
            ordered = sorted(solutions, key=order) if len(solutions) > 1 else solutions
            found.update(zip(indexes, ordered, strict=True))
        else:
            together = united(solutions) if solutions else remarked("proof-untraced")
            found.update(dict.fromkeys(indexes, together))
    return [found[index] for index in range(len(rows))]


def _compatible(row: Row, made: dict[Row, list[Evidence]]) -> Iterator[Evidence]:
    """Yield the evidence of rows that leave unbound what the pattern around them binds."""
    for other, evidence in made.items():
        pairs = zip(row, other, strict=True)
        if None in other and all(theirs is None or ours == theirs for ours, theirs in pairs):
            yield from evidence
