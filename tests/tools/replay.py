"""Ask a query again of nothing but one row's proof: the row has to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, Quad

from tests.tools.w3c import like
from tripartite.model import Table
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.model import Cell, Proof
    from tripartite.store import Answer

# These say that the row rests on more than triples.
BEYOND_TRIPLES: Final = {
    "proof-negation",
    "proof-no-match",
    "proof-nondeterministic",
    "proof-service",
    "proof-unreadable",
    "proof-untraced",
    "proof-zero-length-path",
}


def qualifies(proof: Proof) -> bool:
    """Tell whether the triples of a proof are all that its row needs."""
    return not BEYOND_TRIPLES & {*proof.remarks}


def comes_back(store: EmbeddedStore, text: str, row: tuple[Cell, ...], proof: Proof) -> bool:
    """Tell whether the proof's triples alone, in the graphs they were in, give the row."""
    answer = EmbeddedStore.of(_alone(store, proof)).query(text)
    return bool(like([row]) & like(rows(answer)))


def rows(answer: Answer) -> tuple[tuple[Cell, ...], ...]:
    """Return any answer as rows: a truth value is one, a graph is one a triple."""
    if isinstance(answer, Table):
        return answer.rows
    if isinstance(answer, bool):
        return ((Literal(answer),),)
    return tuple((one.subject, one.predicate, one.object) for one in answer)


def _alone(store: EmbeddedStore, proof: Proof) -> Iterator[Quad]:
    for triple in proof.triples:
        three = triple.subject, triple.predicate, triple.object
        yield Quad(*three, DefaultGraph())
        for quad in store.quads(None, triple.predicate, triple.object):
            if quad.subject == triple.subject and quad.graph_name in proof.sources:
                yield quad
