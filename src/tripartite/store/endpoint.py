"""A SPARQL 1.1 Protocol endpoint: a query goes in, what it answers comes out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from pyoxigraph import Quad

from tripartite.errors import BadParameterError
from tripartite.store.address import address
from tripartite.store.answers import ACCEPTED, answer, solutions
from tripartite.store.connection import Connection, Request
from tripartite.store.limits import Limits
from tripartite.store.lookups import lookup
from tripartite.store.replies import BAD_REQUEST, OK, refusal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.model import Term
    from tripartite.store.portable import Portable
    from tripartite.store.reading import Answer
    from tripartite.store.replies import Reply

_SECONDS: Final = 60.0  # for one answer, unless TRIPARTITE_TIMEOUT says otherwise
UNLIMITED: Final = Limits(seconds=float("inf"))
_HEADERS: Final = {
    "Accept": ACCEPTED,
    "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
}


class Endpoint:
    """Asks one server, over one connection.

    Attributes:
        connection: It counts the requests.
    """

    def __init__(self, url: str) -> None:
        """Prepare to ask; nothing is sent yet.

        Raises:
            BadParameterError: The address is none, or holds a password; or the environment
                has a time that is none, or credentials that are incomplete.
            UnreadableFileError: The netrc file is not one, or others may read it.
        """
        self.connection = Connection(address(url))
        self._server = self.connection.server
        self._seconds = seconds(_SECONDS)

    def answer(self, query: Portable, limits: Limits) -> Answer:
        """Answer a query in so many seconds, with so many rows at most.

        Raises:
            QuerySyntaxError: The server does not take it for SPARQL.
            QueryFailedError: The server gave up, or it took too long.
            UnreachableError: There is no such server, or it does not answer queries.
        """
        reply = self._ask(query.prologue + query.text, min(self._seconds, limits.seconds))
        if reply.status == BAD_REQUEST:
            raise query.refused(reply.said())
        self._check(reply)
        return answer(reply, self._server, limits.rows)

    def quads(self, name: str, terms: Mapping[str, Iterable[Term]]) -> Iterator[Quad]:
        """Yield what one of our lookups finds, as it arrives.

        Raises:
            QueryFailedError: The server gave up, or it took too long.
            UnreachableError: There is no such server, or it does not answer queries.
        """
        reply = self._ask(lookup(name, terms), self._seconds)
        self._check(reply)
        for subject, predicate, value, *graph in solutions(reply, self._server):
            named = (one for one in graph if one is not None)
            yield Quad(subject, predicate, value, *named)  # type: ignore[arg-type]  # as the lookup gives them

    def _ask(self, text: str, limit: float) -> Reply:
        body = urlencode({"query": text}).encode()
        return self.connection.send(Request("POST", _HEADERS, body, limit))

    def _check(self, reply: Reply) -> None:
        if reply.status not in OK:
            raise refusal(reply, self._server, withheld=self.connection.withholds)


def seconds(default: float) -> float:
    """Return how long one answer may take.

    Raises:
        BadParameterError: ``TRIPARTITE_TIMEOUT`` is no number of seconds.
    """
    given = os.environ.get("TRIPARTITE_TIMEOUT", "")
    try:
        wanted = float(given) if given else default
    except ValueError:
        wanted = 0.0
    if not 0 < wanted < float("inf"):
        raise BadParameterError("bad-timeout", value=given)
    return wanted
