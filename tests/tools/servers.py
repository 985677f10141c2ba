"""Servers of the tests' own, on loopback only: a real SPARQL server, and one that misbehaves."""

from __future__ import annotations

import contextlib
import http.client
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Mapping

_PROGRAM: Final = Path(sys.executable).with_name("oxigraph")
_PATIENCE: Final = 20.0  # seconds until it listens


@contextlib.contextmanager
def oxigraph(*more: str) -> Iterator[str]:
    """Start Oxigraph's server, empty and in memory; give its address, and stop it afterwards."""
    port = free_port()
    command = [str(_PROGRAM), "serve", "--bind", f"127.0.0.1:{port}", *more]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:  # noqa: S603 (the package's)
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def free_port() -> int:
    """Return a port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.01)
    raise TimeoutError


class Seen(NamedTuple):
    """One request as a server got it."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


class Said(NamedTuple):
    """What a server of ours answers.

    Attributes:
        cut: Leave out half of the bytes that were announced, and hang up.
        drip: Seconds between one byte and the next.
    """

    status: int = 200
    headers: Mapping[str, str] = {}
    body: bytes = b""
    cut: bool = False
    drip: float = 0.0

    def parts(self) -> Iterator[bytes]:
        """Yield the body as it is sent."""
        body = self.body[: len(self.body) // 2] if self.cut else self.body
        if not self.drip:
            yield body
            return
        for number in range(len(body)):
            time.sleep(self.drip)
            yield body[number : number + 1]


@contextlib.contextmanager
def serving(
    answer: Callable[[Seen], Said | None], context: ssl.SSLContext | None = None
) -> Iterator[tuple[str, list[Seen]]]:
    """Answer each request as told, ``None`` by hanging up; give the address, and what came."""
    seen: list[Seen] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            with contextlib.suppress(ConnectionError):
                super().handle_one_request()

        def log_message(self, *_: object) -> None:
            pass

        def _do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            seen.append(Seen(self.command, self.path, dict(self.headers), body))
            said = answer(seen[-1])
            self.close_connection = said is None or said.cut
            if said is None:
                return
            self.send_response(said.status)
            for name, value in said.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            for part in said.parts():
                self.wfile.write(part)

        do_GET = do_POST = do_PUT = _do  # noqa: N815 (the library's names)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        server.server_close()


def forwarded(seen: Seen, server: str) -> Said:
    """Return what another server answers to a request."""
    line = http.client.HTTPConnection(urlsplit(server).netloc)
    kept = ("Accept", "Content-Type")
    headers = {name: value for name, value in seen.headers.items() if name in kept}
    line.request(seen.method, seen.target, seen.body, headers)
    response = line.getresponse()
    form = {"Content-Type": response.headers.get("Content-Type", "")}
    said = Said(response.status, form, response.read())
    line.close()
    return said
