"""Hold this process to so many bytes above what it has now, where the system lets it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

if sys.platform != "win32":
    import resource


def limit(size: int) -> Callable[[], bool] | None:
    """Let this process take ``size`` more bytes.

    Linux refuses an allocation beyond, exactly: the address space is what it counts, and the
    engine's allocator asks for little that it does not use (``docs/limits.md``).

    Returns:
        Where the system has no such limit: what tells that the process is beyond it. ``None``
        where the system keeps it, and on Windows, where nothing does.
    """
    if sys.platform == "win32":
        return None
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))  # no file of what was in memory
    if sys.platform != "linux":
        return watched(size)
    most = _address_space() + size
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    return None


def watched(size: int) -> Callable[[], bool]:
    """Return what tells, when called, that this process has taken ``size`` more bytes."""
    most = _peak() + size
    return lambda: _peak() > most


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no pathlib here)
        return int(file.read().split()[0]) * resource.getpagesize()


def _peak() -> int:
    """Return the most bytes that this process has held; macOS counts bytes, others kilobytes."""
    found = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return found if sys.platform == "darwin" else found * 1024
