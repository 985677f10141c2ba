"""A task in a forked child: it finds the graph loaded, and begins in milliseconds."""

from __future__ import annotations

import os
import select
import signal
import threading
import time
import warnings
from typing import TYPE_CHECKING, Final

from tripartite.store.child import Ending, live

if TYPE_CHECKING:
    from collections.abc import Callable

    from tripartite.store.limits import Limits

_PIECE: Final = 1 << 16  # bytes read at once
_SAID_PIECES: Final = 16  # kept of standard error
# A child that is forked while another's pipes are open would keep them from ending.
_FORKING: Final = threading.Lock()


def fork(task: Callable[[], object], limits: Limits) -> Ending:
    """Do a task in a forked child; whatever happens, the child is gone afterwards."""
    ends_at = time.monotonic() + limits.seconds
    with _FORKING:
        ends: list[int] = []
        try:
            for _ in ("answer", "error", "life"):
                ends += os.pipe()
            pid = _fork()
        except OSError:
            for end in ends:
                os.close(end)
            raise
        answer, answers, error, errors, life, lifeline = ends
        if pid == 0:
            for end in (answer, error, lifeline):
                os.close(end)
            os.dup2(errors, 2)
            live(lambda: (task, limits), life, answers)
        for end in (answers, errors, life):
            os.close(end)
    is_over = True
    try:
        data, said, is_over = _read(answer, error, ends_at)
    finally:
        code = _reap(pid, is_over)
        for end in (answer, error, lifeline):
            os.close(end)
    return Ending(None if is_over else code, data, said)


def _fork() -> int:
    with warnings.catch_warnings():
        # The engine has threads of its own; the child needs none of them to read.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _read(answer: int, error: int, ends_at: float) -> tuple[bytes, bytes, bool]:
    """Return what a child writes into two pipes, and whether its time was over before the end."""
    found: dict[int, list[bytes]] = {answer: [], error: []}
    poll = select.poll()
    for end in found:
        poll.register(end, select.POLLIN)
    is_open = set(found)
    while is_open:
        left = ends_at - time.monotonic()
        ready = poll.poll(max(left, 0) * 1000)
        if left <= 0:
            return b"", b"", True
        for end, _ in ready:
            piece = os.read(end, _PIECE)
            if not piece:
                poll.unregister(end)
                is_open.discard(end)
            elif end == answer or len(found[error]) < _SAID_PIECES:
                found[end].append(piece)
    return b"".join(found[answer]), b"".join(found[error]), False


def _reap(pid: int, is_over: bool) -> int:  # noqa: FBT001 (told by the clock)
    """Wait for a child, after ending it where its time is over; no zombie stays."""
    if is_over:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)
