"""What every graph offers to those who read it, here or on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from pyoxigraph import DefaultGraph, Literal, Triple

from tripartite.errors import QueryFailedError
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import BlankNode, NamedNode, Quad

    from tripartite.model import Term
    from tripartite.name_index import NameIndex

Answer: TypeAlias = Table | bool | tuple[Triple, ...]


class GraphStore(Protocol):
    """Read access to one graph; it never changes under a reader.

    Attributes:
        folder: Where its snapshot lies; ``None`` for a graph in memory or on a server.
        names: The index of its names, once ``name_index`` has opened or made it.
    """

    folder: Path | None
    names: NameIndex | None

    def query(self, text: str, source: str = "query") -> Answer:
        """Answer any SPARQL 1.1 query: a table, a truth value, or sorted triples."""

    def quads(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads of this pattern; ``None`` matches all, all graphs included."""

    def select(self, text: str) -> Table:
        """Answer a SELECT of our own."""
        return table(self.query(text))

    def stated(self, predicates: Iterable[NamedNode]) -> Iterator[Quad]:
        """Yield what the default graph says with these predicates, one after the other."""
        for predicate in predicates:
            yield from self.quads(None, predicate, None, DefaultGraph())

    def objects(self, subject: NamedNode, predicate: NamedNode) -> tuple[Term, ...]:
        """Return the values of a property in the default graph, sorted."""
        found = self.quads(subject, predicate, None, DefaultGraph())
        return tuple(sorted((quad.object for quad in found), key=str))

    def text(self, subject: NamedNode, predicate: NamedNode, language: str) -> str:
        """Return a text in this language, else in English, else any, else nothing."""
        literals = [term for term in self.objects(subject, predicate) if isinstance(term, Literal)]
        ranked = sorted(literals, key=lambda term: _preference(term, language))
        return ranked[0].value if ranked else ""

    def expect(self, nodes: Iterable[NamedNode]) -> None:
        """Say what will be looked up next, so that a server is asked for all of it at once."""
        del nodes  # a graph in this process needs no such hint


def table(answer: Answer) -> Table:
    """Return an answer that must be rows.

    Raises:
        QueryFailedError: It is none.
    """
    if not isinstance(answer, Table):
        raise QueryFailedError("wrong-query-form", source="query", form="SELECT")
    return answer


def _preference(term: Literal, language: str) -> tuple[int, str]:
    order = (language, "en", None)
    return (order.index(term.language) if term.language in order else len(order), term.value)
