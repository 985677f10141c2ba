"""A server on this machine that answers every SPARQL query and counts who asked."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANSWER: Final = (
    b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal",'
    b' "value": "from afar"}}]}}'
)


class Loopback(ThreadingHTTPServer):
    """Listens on a free port of this machine.

    Attributes:
        requests: What it was asked: method and path.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[str] = []

    @property
    def host(self) -> str:
        """Its host and port."""
        return f"127.0.0.1:{self.server_port}"

    @property
    def iri(self) -> str:
        """The IRI of its endpoint."""
        return f"http://{self.host}/sparql"


class _Handler(BaseHTTPRequestHandler):
    server: Loopback

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.requests.append(f"{self.command} {self.path}")
        self.send_response(200)
        self.send_header("content-type", "application/sparql-results+json")
        self.send_header("content-length", str(len(_ANSWER)))
        self.end_headers()
        self.wfile.write(_ANSWER)

    do_GET = do_POST  # noqa: N815 (its name there)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name there)
        del format, args


@contextmanager
def loopback() -> Iterator[Loopback]:
    """Serve until the block ends."""
    with Loopback() as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
