"""The address of a server, as a person types it, and where credentials may go."""

from __future__ import annotations

import ipaddress
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from tripartite.errors import BadParameterError

_PORTS: Final = {"http": 80, "https": 443}


class Address(NamedTuple):
    """An http or https address, without credentials.

    Attributes:
        target: Path and query, as a request names them.
    """

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        """Return what may be shown: no query, for that may hold a key."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target.partition('?')[0]}"

    @property
    def url(self) -> str:
        """The whole of it, for requests only."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.target}"

    @property
    def is_loopback(self) -> bool:
        """Whether it is this machine itself."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read what is sent."""
        return self.scheme == "https" or self.is_loopback

    def leads_to(self, other: Address) -> bool:
        """Tell whether a redirect to the other address stays with the same server."""
        if self[:3] == other[:3]:
            return True
        was_plain = (self.scheme, self.port) == ("http", _PORTS["http"])
        is_secure = (other.scheme, other.port) == ("https", _PORTS["https"])
        return self.host == other.host and was_plain and is_secure


def address(url: str) -> Address:
    """Return the address of a URL.

    Raises:
        BadParameterError: It is none of http or https, or it holds a user's name or a password.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if parts.scheme not in _PORTS or not host or not url.isprintable() or " " in url:
        raise BadParameterError("bad-address", url=url.rpartition("@")[2])
    if "@" in parts.netloc:
        raise BadParameterError("password-in-address", host=host)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not target.isascii():
        raise BadParameterError("bad-address", url=url)
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], target)
