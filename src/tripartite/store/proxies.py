"""The proxy that the environment names for a server (``https_proxy``, ``no_proxy`` …)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from tripartite.store.credentials import basic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.store.address import Address


class Proxy(NamedTuple):
    """Where requests go first; without a host they go to the server itself.

    Attributes:
        headers: What each request says to the proxy.
        tunnel: What is said to it once, to be led through to an https server.
    """

    host: str = ""
    port: int = 0
    headers: Mapping[str, str] = {}
    tunnel: Mapping[str, str] = {}

    def target(self, place: Address) -> str:
        """Return what the first line of a request names."""
        return place.url if self.host and place.scheme == "http" else place.target


def proxy(place: Address) -> Proxy:
    """Return the proxy on the way to a server; there is none to this machine itself."""
    url = "" if place.is_loopback else getproxies().get(place.scheme, "")
    if not url or proxy_bypass(f"{place.host}:{place.port}"):
        return Proxy()
    parts = urlsplit(url if "://" in url else f"http://{url}")
    said: dict[str, str] = {}
    if parts.username and parts.password:
        known = basic(unquote(parts.username), unquote(parts.password))
        said = {"Proxy-Authorization": known.header}
    host, port = parts.hostname or "", parts.port or 80
    if place.scheme == "https":
        return Proxy(host, port, tunnel=said)
    return Proxy(host, port, headers=said)
