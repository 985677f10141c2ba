"""Ask a question from outside: read before the engine does, answered in a process of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from pyoxigraph import NamedNode

from tripartite.store import guard, worker
from tripartite.store.packing import Packed

if TYPE_CHECKING:
    from tripartite.store import Answer, EmbeddedStore
    from tripartite.store.foreign_query import ForeignQuery
    from tripartite.store.limits import Limits


class Asking(Protocol):
    """How a store is asked: ``EmbeddedStore.query``, or ``evidence.attach``."""

    def __call__(
        self, store: EmbeddedStore, text: str, source: str, /, *, rows: int | None
    ) -> Answer:
        """Answer a query, with so many rows at most."""


class Reply(NamedTuple):
    """An answer from the worker.

    Attributes:
        absent: Graphs that the query names by ``FROM`` and the store does not hold.
    """

    answer: Answer
    absent: tuple[str, ...]


def ask(store: EmbeddedStore, asking: Asking, query: ForeignQuery, limits: Limits) -> Reply:
    """Answer a query that somebody else has written.

    Raises:
        QueryRefusedError: It is too large, nests too deep, or would ask a server.
        QueryFailedError: It ran out of time, memory or triples, or ended the engine.
        QuerySyntaxError: It is not SPARQL 1.1.
    """
    if not guard.is_plain(query.text):
        # Loaded here once; the child finds it there.
        import tripartite.syntax  # noqa: F401, PLC0415 (a plain query needs no parser)
    task = partial(_answer, store, asking, query, limits.rows)
    return worker.run(task, limits, query.source)


def _answer(store: EmbeddedStore, asking: Asking, query: ForeignQuery, rows: int | None) -> Reply:
    named = guard.check(query, store.prefixes)
    if not query.hosts and guard.holds_word(query.text):
        from tripartite.store import offline  # noqa: PLC0415 (few queries hold the word)

        offline.close()
    answer = asking(store, query.text, query.source, rows=rows)
    absent = tuple(iri for iri in dict.fromkeys(named) if not _holds(store, iri))
    return Reply(cast("Answer", Packed(answer)), absent)  # it comes out as what went in


def _holds(store: EmbeddedStore, graph: str) -> bool:
    return any(True for _ in store.quads(graph=NamedNode(graph)))
