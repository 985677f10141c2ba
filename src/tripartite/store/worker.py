"""Do a task in a process of its own, within limits, and bring back what it returns.

The engine cannot be stopped from Python, and a query can end the process that runs it. So a
question from outside is answered by a child: forked once the graph is loaded, or started anew
where there is no fork, or where a fork would not do.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Final, TypeVar, cast

from tripartite.errors import QueryFailedError
from tripartite.store import child
from tripartite.store.limits import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from tripartite.store.child import Ending
    from tripartite.store.limits import Limits

    Begin: TypeAlias = Callable[[Callable[[], object], Limits], Ending]

T = TypeVar("T")

_NO_MEMORY: Final = (b"memory allocation of", b"bad_alloc")
_KILLED: Final = -9  # by the system, which had no memory left: nobody else knows the child
_MEBIBYTE: Final = 1 << 20


def run(task: Callable[[], T], limits: Limits = OUTSIDE, source: str = "query") -> T:
    """Return what ``task`` returns, or raise what it raises; it cannot end this process.

    Args:
        task: Without arguments (``functools.partial`` gives them). What it returns or raises
            can be pickled, and itself too where there is no fork.
        limits: Its time and memory; rows and hosts are for the task to keep.
        source: What an error calls it, usually a file.

    Raises:
        QueryFailedError: It ran out of time or memory, the engine ended the process, or the
            system has no room for one more.
    """
    return _done(_begin(), task, limits, source)


def run_anew(task: Callable[[], T], limits: Limits, source: str) -> T:
    """Do as ``run`` does, never in a fork.

    For engines with threads of their own: those do not survive a fork, and a child that waits for
    them never ends. ``task`` itself can be pickled.

    Raises:
        QueryFailedError: As ``run`` does.
    """
    from tripartite.store.spawning import spawn  # noqa: PLC0415 (one of the two is needed)

    return _done(spawn, task, limits, source)


def _done(begin: Begin, task: Callable[[], T], limits: Limits, source: str) -> T:
    try:
        ending = begin(task, limits)
    except OSError as error:
        raise QueryFailedError("no-process", source=source, why=error.strerror) from error
    if ending.code != 0 or not ending.data:
        raise _failure(ending, limits, source)
    return cast("T", child.opened(ending.data))  # the type is lost between two processes


def _begin() -> Begin:
    """Return how a child begins; with ``TRIPARTITE_WORKER=spawn`` as where there is no fork."""
    if hasattr(os, "fork") and os.environ.get("TRIPARTITE_WORKER") != "spawn":
        from tripartite.store.forking import fork  # noqa: PLC0415 (one of the two is needed)

        return fork
    from tripartite.store.spawning import spawn  # noqa: PLC0415 (the other)

    return spawn


def _failure(ending: Ending, limits: Limits, source: str) -> QueryFailedError:
    if ending.code is None:
        return QueryFailedError("out-of-time", source=source, seconds=f"{limits.seconds:g}")
    is_full = ending.code in (child.OUT_OF_MEMORY, _KILLED)
    if is_full or any(sign in ending.said for sign in _NO_MEMORY):
        size = f"{limits.memory / _MEBIBYTE:g}"
        return QueryFailedError("out-of-memory", source=source, size=size)
    return QueryFailedError("engine-ended", source=source, why=_why(ending))


def _why(ending: Ending) -> str:
    """Say what ended a child: a signal, or the last line that it wrote."""
    code = ending.code or 0
    if -code in signal.valid_signals():
        return signal.Signals(-code).name
    lines = ending.said.decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), f"exit {code}")
