"""Explain constructed triples: which solutions made each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode

from tripartite.evidence.sharing import Evidence, remarked, united

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tripartite.evidence.selecting import Selecting
    from tripartite.evidence.sharing import Row
    from tripartite.model import Cell
    from tripartite.syntax.nodes import TriplePattern

    Terms = tuple[str, str, str]


def constructed(
    selecting: Selecting, template: Sequence[TriplePattern], rows: Sequence[Row]
) -> list[Evidence]:
    """Return the evidence of each triple that a ``CONSTRUCT`` made.

    Args:
        selecting: Explains the query's pattern.
        template: What each solution makes.
        rows: The triples, each as three cells.
    """
    terms = [(one.subject, one.predicate, one.value) for one in template]
    names = dict.fromkeys(term for three in terms for term in three if term.startswith("?"))
    made: dict[Row, list[Evidence]] = {}
    for cells, evidence in selecting.make(tuple(names)):
        bound = dict(zip(names, cells, strict=True))
        for three in terms:
            row = tuple(_term(selecting, text, bound) for text in three)
            made.setdefault(row, []).append(evidence)
    untraced = [remarked("proof-untraced")]
    return [
        united(next((made[row] for row in _spellings(triple) if row in made), untraced))
        for triple in rows
    ]


def _term(selecting: Selecting, text: str, bound: Mapping[str, Cell]) -> Cell:
    if text.startswith("_:"):
        return None  # a blank node of the template is another one each time
    return bound[text] if text.startswith("?") else selecting.tracer.constants[text]


def _spellings(triple: Row) -> Iterator[Row]:
    """Yield a triple as it is, then with blank nodes that the template may have made."""
    subject, predicate, value = triple
    yield triple
    for first in (subject, None) if isinstance(subject, BlankNode) else (subject,):
        for last in (value, None) if isinstance(value, BlankNode) else (value,):
            yield (first, predicate, last)
