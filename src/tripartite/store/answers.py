"""A server's answer to a query, in any standard format."""

from __future__ import annotations

import contextlib
from itertools import islice
from typing import IO, TYPE_CHECKING, Final, cast

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from tripartite.errors import QueryFailedError, UnreachableError
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Triple

    from tripartite.model import Cell
    from tripartite.store.address import Address
    from tripartite.store.reading import Answer
    from tripartite.store.replies import Reply

ACCEPTED: Final = (
    "application/sparql-results+json, application/sparql-results+xml;q=0.9,"
    " application/n-triples;q=0.9, text/turtle;q=0.8, application/rdf+xml;q=0.7"
)
_RESULTS: Final = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
_GRAPHS: Final = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


def answer(reply: Reply, server: Address, most: int | None) -> Answer:
    """Return rows, so many at most, a truth value, or triples in their order.

    Raises:
        UnreachableError: It is none of these, or the connection broke.
        QueryFailedError: It took too long, the server broke it off, or it is more triples
            than ``most``.
    """
    with translated(reply, server):
        if reply.form in _GRAPHS:
            quads = parse(_readable(reply), format=_GRAPHS[reply.form], base_iri=str(server))
            return _graph((quad.triple for quad in quads), server, most)
        found = _results(reply, server)
        if isinstance(found, QueryBoolean):
            return bool(found)
        names = tuple(variable.value for variable in found.variables)
        rows = tuple(tuple(solution) for solution in islice(found, most))
        return Table(names, rows, is_cut=next(found, None) is not None)


def solutions(reply: Reply, server: Address) -> Iterator[tuple[Cell, ...]]:
    """Yield rows as they arrive; the same is raised as by ``answer``."""
    with translated(reply, server):
        found = _results(reply, server)
        if isinstance(found, QuerySolutions):
            for solution in found:
                yield tuple(solution)


@contextlib.contextmanager
def translated(reply: Reply, server: Address) -> Iterator[None]:
    """Turn what may go wrong while an answer is read into errors of ours."""
    try:
        yield
    except TimeoutError as error:
        raise QueryFailedError("server-slow", server=server, seconds=reply.seconds) from error
    except OSError as error:
        raise UnreachableError("broke-off", server=server, why=error) from error
    except SyntaxError as error:
        # A server whose time is up has begun its answer: it can only leave it unfinished.
        raise QueryFailedError("answer-unfinished", server=server) from error


def _graph(found: Iterable[Triple], server: Address, most: int | None) -> tuple[Triple, ...]:
    triples = set(found)
    if most is not None and len(triples) > most:
        raise QueryFailedError("too-many-triples", source=server, limit=most)
    return tuple(sorted(triples, key=str))


def _results(reply: Reply, server: Address) -> QuerySolutions | QueryBoolean:
    if reply.form not in _RESULTS:
        raise UnreachableError("no-sparql", server=server, form=reply.form or "?")
    return parse_query_results(_readable(reply), _RESULTS[reply.form])


def _readable(reply: Reply) -> IO[bytes]:
    return cast("IO[bytes]", reply)  # it has the one method that the parsers call
