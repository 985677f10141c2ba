"""A task in a process of its own where there is no fork: it opens the graph again."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NoReturn, cast

from tripartite.store.child import Ending, live

if TYPE_CHECKING:
    from collections.abc import Callable

    from tripartite.store.limits import Limits

_LENGTH: Final = 8  # bytes that say how long the order is
_START: Final = "import sys; sys.path[:] = {path!r}; from tripartite.store import spawning"


def spawn(task: Callable[[], object], limits: Limits) -> Ending:
    """Do a task in a new process; whatever happens, the process is gone afterwards."""
    ends_at = time.monotonic() + limits.seconds
    order = pickle.dumps((task, limits))
    code = f"{_START.format(path=sys.path)}; spawning.serve()"
    process = subprocess.Popen(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    lifeline, process.stdin = process.stdin, None  # closed by us: it would end the child
    assert lifeline is not None  # noqa: S101 (a pipe was asked for)
    try:
        with suppress(BrokenPipeError):  # what it said before it died is read below
            lifeline.write(len(order).to_bytes(_LENGTH))
            lifeline.write(order)
            lifeline.flush()
        left = max(ends_at - time.monotonic(), 0)
        data, said = process.communicate(timeout=left)
    except subprocess.TimeoutExpired:
        return Ending(None, b"", b"")
    else:
        return Ending(process.returncode, data, said)
    finally:
        process.kill()
        process.communicate()
        with suppress(BrokenPipeError):
            lifeline.close()


def serve() -> NoReturn:
    """Do the task that standard input orders, and answer on standard output."""
    answers = os.dup(1)
    os.dup2(2, 1)  # what else is printed is no answer
    live(_ordered, sys.stdin.fileno(), answers)


def _ordered() -> tuple[Callable[[], object], Limits]:
    read = sys.stdin.buffer.read
    order = pickle.loads(read(int.from_bytes(read(_LENGTH))))  # noqa: S301 (our parent wrote it)
    return cast("tuple[Callable[[], object], Limits]", order)  # as spawn made it
