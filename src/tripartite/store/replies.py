"""What a server answers: read in good time, and refused in one clear line."""

from __future__ import annotations

import http.client
import time
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.errors import QueryFailedError, UnreachableError

if TYPE_CHECKING:
    import socket

    from tripartite.errors import TripartiteError
    from tripartite.store.address import Address

OK: Final = range(200, 300)
BAD_REQUEST: Final = 400
_DENIED: Final = (401, 403, 407)
# Too long, too large, too many, too busy: the server gave up, or did not begin.
GAVE_UP: Final = (408, 413, 414, 429, 503, 504)
_PART: Final = 65_536
_EXCERPT: Final = 200  # characters of what a server says


class Limits(NamedTuple):
    """What one answer may take, and what no message of it may show."""

    seconds: float
    secrets: tuple[str, ...]


class Reply:
    """One answer, whose body is read as it arrives."""

    def __init__(
        self,
        response: http.client.HTTPResponse,
        line: socket.socket,
        started: float,
        limits: Limits,
    ) -> None:
        """Take over an answer whose head was read.

        Args:
            response: The answer.
            line: What it comes over.
            started: When it was asked for, by the monotonic clock.
            limits: What it may take and what it must not show.
        """
        self.status = response.status
        self.seconds = f"{limits.seconds:g}"
        self._response = response
        self._line = line
        self._deadline = started + limits.seconds
        self._secrets = limits.secrets

    def header(self, name: str) -> str:
        """Return a header; empty if there is none."""
        return self._response.headers.get(name, "")

    @property
    def form(self) -> str:
        """The media type, without parameters."""
        return shown(self.header("Content-Type").partition(";")[0]).lower()

    def read(self, size: int = -1) -> bytes:
        """Return the next part of the body, all of it by default; empty at its end.

        Raises:
            TimeoutError: It took too long.
            ConnectionError: The connection broke, or the body is shorter than announced.
        """
        if size < 0:
            return b"".join(iter(lambda: self.read(_PART), b""))
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if not self.is_read():
            self._line.settimeout(left)
        try:
            part = self._response.read1(size)
        except http.client.HTTPException as error:
            raise ConnectionError("the answer was cut off") from error
        if not part and size and self._response.length:
            raise ConnectionError("the answer was cut off")
        if self._response.length == 0:
            self._response.close()  # free for the next request
        return part

    def is_read(self) -> bool:
        """Tell whether the whole body was read."""
        return self._response.isclosed()

    def seconds_to_wait(self) -> float:
        """Return when the server wants to be asked again; 0 if it does not say."""
        asked = self.header("Retry-After")
        return float(asked) if asked.isdecimal() else 0.0

    def said(self) -> str:
        """Return what a server says of a failure: a line of text, fit to be shown."""
        if self.form not in ("text/plain", "", "application/json"):
            return shown(self._response.reason)
        try:
            text = self.read(_PART).decode(errors="replace")
        except OSError:
            text = ""
        for secret in self._secrets:
            text = text.replace(secret, "…")
        return shown(text)[:_EXCERPT] or shown(self._response.reason)


def shown(text: str) -> str:
    """Return what another machine says on one line, without what would steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def refusal(reply: Reply, server: Address, *, withheld: bool) -> TripartiteError:
    """Return the error that says why a server did not do what it was asked."""
    values = {"server": server, "status": reply.status}
    if reply.status in _DENIED:
        return UnreachableError("denied-in-the-open" if withheld else "denied", **values)
    if reply.status in GAVE_UP:
        return QueryFailedError("server-gave-up", **values, why=reply.said())
    return UnreachableError("server-status", **values, why=reply.said())
