"""What a task's own process does: it settles within its limits, works, says how it went."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from tripartite.errors import TripartiteError
from tripartite.store import memory, packing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tripartite.store.limits import Limits

OUT_OF_MEMORY: Final = 90  # exit codes of a child that ends itself
_FAILED: Final = 1
_ORPHAN: Final = 91
_RETURNED, _RAISED = b"+", b"-"
_EACH: Final = 0.05  # seconds between two looks at the memory, where the system keeps no limit


class Ending(NamedTuple):
    """What a child left behind.

    Attributes:
        code: Its exit code; of a signal that ended it the negative number; ``None`` where its
            time was over.
        data: How it went, as ``opened`` reads it; empty where it could not say.
        said: What it wrote to standard error.
    """

    code: int | None
    data: bytes
    said: bytes


def live(
    order: Callable[[], tuple[Callable[[], object], Limits]], lifeline: int, answers: int
) -> NoReturn:
    """Do what is ordered and end; this process never goes on as its parent would.

    Args:
        order: Returns the task and its limits; the graph is loaded when it has.
        lifeline: What to read from until the parent is gone, then to end.
        answers: Where to write how it went.
    """
    code = _FAILED
    try:
        task, limits = order()
        settle(limits, lifeline)
        with os.fdopen(answers, "wb") as file:
            file.write(work(task))
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    except BaseException as error:  # noqa: BLE001 (a panic of the engine is one, or a bug)
        sys.excepthook(type(error), error, error.__traceback__)
        sys.stderr.flush()
    finally:
        os._exit(code)  # without the parent's buffers, its atexit and its finally


def settle(limits: Limits, lifeline: int) -> None:
    """Bring this process within its memory; the parent looks at the clock."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, who ends this
    if "faulthandler" in sys.modules:
        sys.modules["faulthandler"].disable()  # a death is told by the parent, in one line
    gc.disable()  # it lives for one answer
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    is_beyond = memory.limit(limits.memory)
    if is_beyond is not None:
        watch(is_beyond)


def watch(is_beyond: Callable[[], bool]) -> None:
    """End this process when it is beyond its memory; the engine lets other threads run."""
    threading.Thread(target=_end_beyond, args=(is_beyond,), daemon=True).start()


def work(task: Callable[[], object]) -> bytes:
    """Return, as ``opened`` reads it, what a task returns or raises."""
    try:
        return _RETURNED + packing.pack(task())
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 (it is the parent's to handle)
        return _RAISED + _packed(error)


def opened(data: bytes) -> object:
    """Return what a child's task returned, or raise what it raised."""
    value = packing.unpack(data[1:])
    if data[:1] == _RAISED:
        assert isinstance(value, Exception)  # noqa: S101 (work packs no other)
        raise value
    return value


def _packed(error: Exception) -> bytes:
    """Pack an error; one of our own bugs keeps its stack trace."""
    if isinstance(error, TripartiteError):
        return packing.pack(error)
    import traceback  # noqa: PLC0415 (only for a bug)

    trace = "".join(traceback.format_exception(error))
    error.add_note(trace)
    try:
        packed = packing.pack(error)
        packing.unpack(packed)
    except (pickle.PickleError, TypeError, AttributeError, ValueError):
        return packing.pack(RuntimeError(trace))
    return packed


def _end_with_parent(lifeline: int) -> None:
    os.read(lifeline, 1)  # nothing is ever written: it returns when the other end is closed
    os._exit(_ORPHAN)


def _end_beyond(is_beyond: Callable[[], bool]) -> None:
    while not is_beyond():
        time.sleep(_EACH)
    os._exit(OUT_OF_MEMORY)
