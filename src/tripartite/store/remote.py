"""A SPARQL server in the place of the embedded engine.

What is one lookup there would be one request here. So a request brings more than is wanted at
the moment: all that is said of a node, and of those that were named with it, for they are what
is looked up next. What was read is kept as long as the store.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, NamedNode

from tripartite.errors import UnsupportedStoreError
from tripartite.store.endpoint import UNLIMITED, Endpoint
from tripartite.store.foreign_query import ForeignQuery
from tripartite.store.guard import check
from tripartite.store.portable import Portable, functions, prologue
from tripartite.store.reading import GraphStore
from tripartite.vocabulary import COMPARE, PREFIXES, RDF_TYPE, SOURCE_DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad

    from tripartite.model import Term
    from tripartite.name_index import NameIndex
    from tripartite.store.limits import Limits
    from tripartite.store.reading import Answer

    Quads: TypeAlias = tuple[Quad, ...]
    Pattern: TypeAlias = tuple[
        NamedNode | None, Term | None, NamedNode | BlankNode | DefaultGraph | None
    ]

_TOGETHER: Final = 500  # nodes that one request asks for
_PASSAGE: Final = "#char="  # cited by claims, described by nothing


class Remote(GraphStore):
    """Read access to the graph behind a SPARQL 1.1 query endpoint.

    The server's default graph must be one of its own, as ``publish`` leaves it, not the union
    of all others.

    Attributes:
        endpoint: What is asked; it counts the requests.
    """

    def __init__(self, url: str) -> None:
        """Prepare to ask; nothing is sent yet.

        Raises:
            BadParameterError: The address is none, or holds a password; or the environment
                has a time that is none, or credentials that are incomplete.
            UnreadableFileError: The netrc file is not one, or others may read it.
        """
        self.folder: Path | None = None
        self.names: NameIndex | None = None
        self.endpoint = Endpoint(url)
        self._said_of: dict[NamedNode, Quads] = {}
        self._said_with: dict[Term, Quads] = {}
        self._stated: dict[tuple[NamedNode, ...], Quads] = {}
        self._matched: dict[Pattern, Quads] = {}
        self._expected: dict[NamedNode, None] = {}

    def query(self, text: str, source: str = "query", limits: Limits | None = None) -> Answer:
        """Answer any SPARQL 1.1 query: a table, a truth value, or sorted triples.

        Args:
            text: The query; the dataset's prefixes need no declaration.
            source: What an error calls it, usually its file.
            limits: For one from outside; it is read before it is sent. Its memory is the
                server's concern.

        Raises:
            QueryRefusedError: It is too large, nests too deep, or would have the server ask
                another.
            UnsupportedStoreError: It calls a function that only the embedded engine has.
            QuerySyntaxError: The server does not take it for SPARQL.
            QueryFailedError: The server gave up, or it took too long.
            UnreachableError: There is no such server, or it does not answer queries.
        """
        if "compare" in text and COMPARE.value in functions(text):
            server = self.endpoint.connection.server
            raise UnsupportedStoreError("not-on-a-server", wanted="tp:compare", store=server)
        if limits:
            check(ForeignQuery(text, source, limits.hosts), PREFIXES)
        query = Portable(text, source, prologue(text, self._documents))
        return self.endpoint.answer(query, limits or UNLIMITED)

    def quads(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | BlankNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """Yield the quads of this pattern; a server's blank nodes cannot be asked for."""
        wanted = (subject, predicate, value, graph)
        if any(isinstance(term, BlankNode) for term in wanted):
            return iter(())
        if (subject, predicate, value) == (None, None, None):
            return self._streamed((predicate, value, graph))
        if isinstance(subject, NamedNode):
            found = self._about(subject)
            if predicate is None and graph is None:  # its claims and properties come next
                self._expect_named(term for quad in found for term in quad)
        elif value is not None and (value in self._said_with or (predicate, graph) == (None, None)):
            found = self._naming(value)
        else:
            found = self._matching((predicate, value, graph))
        return (
            quad
            for quad in found
            if (predicate is None or quad.predicate == predicate)
            and (value is None or quad.object == value)
            and (graph is None or quad.graph_name == graph)
        )

    def stated(self, predicates: Iterable[NamedNode]) -> Iterator[Quad]:
        """Yield what the default graph says with these predicates, in one request."""
        wanted = tuple(predicates)
        if wanted not in self._stated:
            self._stated[wanted] = tuple(self.endpoint.quads("default", {"predicate": wanted}))
        return iter(self._stated[wanted])

    def expect(self, nodes: Iterable[NamedNode]) -> None:
        """Note what will be looked up; the next request asks for it too."""
        self._expected |= dict.fromkeys(node for node in nodes if node not in self._said_of)

    def _about(self, subject: NamedNode) -> Quads:
        if subject not in self._said_of:
            self._expected.pop(subject, None)
            nodes = (subject, *islice(self._expected, _TOGETHER - 1))
            found: dict[NamedNode, list[Quad]] = {node: [] for node in nodes}
            for quad in self.endpoint.quads("quads", {"subject": nodes}):
                if isinstance(quad.subject, NamedNode):
                    found[quad.subject].append(quad)
            for node, quads in found.items():
                self._expected.pop(node, None)
                self._said_of[node] = tuple(quads)
                self._expect_named(quad.object for quad in quads)
        return self._said_of[subject]

    def _naming(self, value: Term) -> Quads:
        if value not in self._said_with:
            self._said_with[value] = tuple(self.endpoint.quads("quads", {"object": (value,)}))
            self._expect_named(term for quad in self._said_with[value] for term in quad)
        return self._said_with[value]

    def _matching(self, pattern: Pattern) -> Quads:
        if pattern not in self._matched:
            self._matched[pattern] = tuple(self._streamed(pattern))
            self._expect_named(term for quad in self._matched[pattern] for term in quad)
        return self._matched[pattern]

    def _streamed(self, pattern: Pattern) -> Iterator[Quad]:
        """Yield what matches as it arrives, and keep nothing: it may be the whole graph."""
        predicate, value, graph = pattern
        named = graph if isinstance(graph, NamedNode) else None
        given = {"predicate": predicate, "object": value, "graph": named}
        terms = {name: (term,) for name, term in given.items() if term is not None}
        name = "graph" if named else "quads" if graph is None else "default"
        return self.endpoint.quads(name, terms)

    def _expect_named(self, terms: Iterable[object]) -> None:
        """Expect these nodes: who reads what names them asks for labels and proof next."""
        nodes = (term for term in terms if isinstance(term, NamedNode))
        self.expect(node for node in nodes if _PASSAGE not in node.value)

    def _documents(self) -> dict[str, str]:
        """Return the prefixes of the documents, as the embedded store knows them."""
        found = self.quads(None, RDF_TYPE, SOURCE_DOCUMENT, DefaultGraph())
        iris = (quad.subject.value for quad in found if isinstance(quad.subject, NamedNode))
        return {iri.rpartition("/")[2]: f"{iri}{_PASSAGE}" for iri in iris}
