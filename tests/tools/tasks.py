"""Tasks for a worker; a process that is started anew finds them by name."""

from __future__ import annotations

import os
import socket
import sys
import time
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from tripartite.errors import BadParameterError
from tripartite.model import Table
from tripartite.store import child, memory

if TYPE_CHECKING:
    from collections.abc import Callable


class OddError(Exception):
    """An error that cannot be made again from what it holds."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} and {second}")


def one() -> int:
    """Return a value."""
    return 1


def pid() -> int:
    """Return the process that does the task."""
    return os.getpid()


def many_rows() -> Table:
    """Return more than a pipe holds at once."""
    return Table(("n",), tuple((Literal(str(n)),) for n in range(100_000)))


def not_our_fault() -> None:
    """Fail as a user's mistake does."""
    raise BadParameterError("bad-value", name="n", value="x", kind="a number")


def our_fault() -> None:
    """Fail as a bug does."""
    raise KeyError("a bug")


def odd_fault() -> None:
    """Fail with what cannot be pickled and read again."""
    raise OddError("one", "two")


def sleep() -> None:
    """Never come to an end, and let other threads run."""
    time.sleep(1000)


def spin() -> None:
    """Never come to an end, and use the processor."""
    while True:
        pass


def abort() -> None:
    """End as the engine does where its memory is inconsistent."""
    os.write(2, b"some words of the engine\n")
    os.abort()


def leave() -> None:
    """End without an answer."""
    os.write(2, b"\nlast words\n\n")
    os._exit(7)


def speak() -> int:
    """Write where a command's answer would go, and where a person would read it."""
    sys.stdout.write("stray words")
    sys.stdout.flush()
    os.write(2, b"x" * 3_000_000)
    return 1


def take_memory() -> int:
    """Take two gigabytes, a piece at a time."""
    return len([bytearray(1 << 20) for _ in range(2048)])


def take_watched_memory() -> int:
    """Take two gigabytes while only this process itself looks at how many."""
    child.watch(memory.watched(64 << 20))
    return take_memory()


def connect_after(task: Callable[[], object], port: int) -> None:
    """Do a task, then open a connection to this machine."""
    task()
    socket.create_connection(("127.0.0.1", port), timeout=5).close()
