"""Requests to one server: over one connection, tried again, redirected only within it."""

from __future__ import annotations

import contextlib
import http.client
import ssl
import time
from typing import IO, TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin

from tripartite.errors import BadParameterError, QueryFailedError, UnreachableError
from tripartite.store.address import Address, address
from tripartite.store.credentials import credentials
from tripartite.store.proxies import proxy
from tripartite.store.replies import Limits, Reply, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_REDIRECTS: Final = 5
_MOVED: Final = (301, 302, 307, 308)
_PAUSES: Final = (0.1, 1.0)  # seconds before another try
_LONGEST_PAUSE: Final = 30.0  # however much later the server asks to come back
_CONNECTING: Final = 10.0  # seconds


class Request(NamedTuple):
    """What is asked of a server; asked twice it means the same.

    Attributes:
        seconds: How long one try may take, reading the answer included.
        patience: The statuses after which it is tried again.
    """

    method: str
    headers: Mapping[str, str]
    body: bytes | IO[bytes] | None
    seconds: float
    patience: Collection[int] = ()


class Connection:
    """One server, spoken to over one connection for as long as both keep it."""

    def __init__(self, server: Address) -> None:
        """Prepare to speak to a server; nothing is sent yet.

        Raises:
            BadParameterError: The credentials in the environment are incomplete.
            UnreadableFileError: The netrc file is not one, or others may read it.
        """
        self.server = server
        self.requests = 0  # how many were sent: what a question costs
        self._http: http.client.HTTPConnection | None = None
        self._origin = server
        self._credentials = credentials(server.host)
        self._reply: Reply | None = None

    def __del__(self) -> None:
        self.close()

    @property
    def withholds(self) -> bool:
        """Whether credentials are known that must not be sent, as others could read them."""
        return bool(self._credentials.header) and not self.server.is_private

    def close(self) -> None:
        """Hang up."""
        if self._http is not None:
            self._http.close()

    def send(self, request: Request) -> Reply:
        """Return the answer, whatever its status; redirects are followed within the server.

        Raises:
            UnreachableError: There is no such server, or it breaks off, or leads elsewhere.
            QueryFailedError: It took too long.
        """
        place = self.server
        for _ in range(_REDIRECTS):
            reply = self._patiently(place, request)
            if reply.status not in _MOVED:
                return reply
            place = _led(place, reply.header("Location"))
            self.close()
        raise UnreachableError("too-many-redirects", server=self.server)

    def _patiently(self, place: Address, request: Request) -> Reply:
        """Try again after a connection that broke, or a status that asks for patience."""
        for pause in (*_PAUSES, None):
            try:
                reply = self._once(place, request)
            except TimeoutError as error:
                self.close()
                raise QueryFailedError(
                    "server-slow", server=self.server, seconds=f"{request.seconds:g}"
                ) from error
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if pause is None:
                    why = shown(str(error)) or type(error).__name__
                    raise UnreachableError("broke-off", server=self.server, why=why) from error
                wait = pause
            else:
                if pause is None or reply.status not in request.patience:
                    return reply
                wait = min(reply.seconds_to_wait() or pause, _LONGEST_PAUSE)
                self.close()
            time.sleep(wait)
        raise AssertionError  # the last try returns or raises

    def _once(self, place: Address, request: Request) -> Reply:
        via = proxy(place)
        line = self._ready(place)
        assert line.sock is not None  # noqa: S101 (connected above)
        line.sock.settimeout(request.seconds)
        headers = {"User-Agent": "tripartite", **request.headers, **via.headers}
        if self._credentials.header and place.is_private:
            headers["Authorization"] = self._credentials.header
        body = request.body
        if body is not None and not isinstance(body, bytes):
            body.seek(0)
        self.requests += 1
        started = time.monotonic()
        # A server that refuses a body half-way has answered all the same.
        with contextlib.suppress(BrokenPipeError):
            line.request(request.method, via.target(place), body, headers)
        response = line.getresponse()
        limits = Limits(request.seconds, self._credentials.secrets)
        self._reply = Reply(response, line.sock, started, limits)
        return self._reply

    def _ready(self, place: Address) -> http.client.HTTPConnection:
        """Return the open connection, or a new one where it is still busy or gone."""
        is_free = self._reply is None or self._reply.is_read()
        if self._http and self._http.sock and is_free and self._origin[:3] == place[:3]:
            return self._http
        self.close()
        self._http, self._origin = _open(place), place
        return self._http


def _open(place: Address) -> http.client.HTTPConnection:
    """Connect to a server, through the proxy that the environment names.

    Raises:
        UnreachableError: It cannot be reached, or is not who it says.
    """
    via = proxy(place)
    host, port = via.host or place.host, via.port or place.port
    made: http.client.HTTPConnection
    if place.scheme == "https":
        context = ssl.create_default_context()
        made = http.client.HTTPSConnection(host, port, timeout=_CONNECTING, context=context)
        if via.host:
            made.set_tunnel(place.host, place.port, dict(via.tunnel))
    else:
        made = http.client.HTTPConnection(host, port, timeout=_CONNECTING)
    try:
        made.connect()
    except ssl.SSLCertVerificationError as error:
        raise UnreachableError("unreachable", server=place, why=error.verify_message) from error
    except (OSError, http.client.HTTPException) as error:
        why = getattr(error, "strerror", None) or error
        raise UnreachableError("unreachable", server=place, why=why) from error
    return made


def _led(place: Address, location: str) -> Address:
    """Return where a redirect leads.

    Raises:
        UnreachableError: To another server, or to none.
    """
    try:
        found = address(urljoin(place.url, location))
    except BadParameterError as error:
        raise UnreachableError("led-nowhere", server=place) from error
    if not place.leads_to(found):
        raise UnreachableError("led-elsewhere", server=place, other=found)
    return found
