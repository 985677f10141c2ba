"""Put a whole graph in the place of everything that a server holds, in one request.

The SPARQL 1.1 Graph Store Protocol knows single graphs only. A whole data set is put as
Oxigraph, Jena Fuseki and RDF4J take it: N-Quads, by PUT, to the address of the store. The
server takes all of it or, where anything fails, nothing. One that knows no such request
refuses it and keeps what it has.
"""

from __future__ import annotations

import tempfile
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

from pyoxigraph import DefaultGraph, RdfFormat, parse, serialize

from tripartite.errors import UnreachableError
from tripartite.store.address import address
from tripartite.store.answers import translated
from tripartite.store.connection import Connection, Request
from tripartite.store.endpoint import seconds
from tripartite.store.replies import OK, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

_SECONDS: Final = 600.0  # for one request, unless TRIPARTITE_TIMEOUT says otherwise
_N_QUADS: Final = "application/n-quads"
_BUSY: Final = (429, 502, 503, 504)
_UNKNOWN: Final = (404, 405, 415, 501)  # an address, a method, a form that it does not take


class Held(NamedTuple):
    """What a data set holds."""

    default: int
    named: int


class Published(NamedTuple):
    """What was put on a server.

    Attributes:
        server: Its address, as it may be shown.
        found: What it then held by its own word; ``None`` where it does not say.
    """

    server: str
    sent: Held
    found: Held | None


def publish(url: str, quads: Iterable[Quad]) -> Published:
    """Replace all that the Graph Store at ``url`` holds; its own graphs and ours alike.

    Tried again after a broken connection or a busy server: what is put twice is there once.

    Raises:
        BadParameterError: The address is none, or holds a password.
        UnreachableError: There is no such server, it takes no whole data set, or does not
            hold all of it afterwards.
        QueryFailedError: The server gave up, or it took too long.
    """
    connection = Connection(address(url))
    server, limit = connection.server, seconds(_SECONDS)
    with tempfile.TemporaryFile() as body:
        counter = _Counter()
        serialize(counter.through(quads), body, format=RdfFormat.N_QUADS)
        headers = {"Content-Type": _N_QUADS, "Content-Length": str(body.tell())}
        reply = connection.send(Request("PUT", headers, body, limit, _BUSY))
    if reply.status in _UNKNOWN:
        values = {"server": server, "status": reply.status, "why": reply.said()}
        raise UnreachableError("no-graph-store", **values)
    if reply.status not in OK:
        raise refusal(reply, server, withheld=connection.withholds)
    reply.read()
    found = _held(connection, limit)
    if found not in (None, counter.held):
        raise UnreachableError("not-whole", server=server, sent=counter.held, found=found)
    return Published(str(server), counter.held, found)


class _Counter:
    """Counts quads as they pass."""

    def __init__(self) -> None:
        self.held = Held(0, 0)

    def through(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        default = named = 0
        for quad in quads:
            default += quad.graph_name == DefaultGraph()
            named += quad.graph_name != DefaultGraph()
            yield quad
        self.held = Held(default, named)


def _held(connection: Connection, limit: float) -> Held | None:
    """Return what the server holds; ``None`` where it does not give it as one data set."""
    reply = connection.send(Request("GET", {"Accept": _N_QUADS}, None, limit, _BUSY))
    if reply.status not in OK or reply.form != _N_QUADS:
        reply.read()
        return None
    counter = _Counter()
    with translated(reply, connection.server):
        for _ in counter.through(parse(cast("IO[bytes]", reply), format=RdfFormat.N_QUADS)):
            pass
    return counter.held
