"""Locks that tell who is still at work in a folder; they end with the process that holds them.

A reader shares a lock on the snapshot that it reads, so nobody removes it. Where the file
system has no locks, a reader goes on without one and nothing is ever removed. Windows needs
none: there a folder cannot be renamed, and so not removed, while a file in it is open.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    LOCK_SH, LOCK_EX, LOCK_NB = 1, 2, 4

    def flock(_descriptor: int, _how: int) -> None:
        """Lock nothing: the open file is enough."""

else:
    from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock

FILE: Final = "lease"
_TAKEN: Final = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)


class Lease:
    """An open file with a lock; closing it, or the end of the process, lets go.

    It is closed, never unlocked: a forked worker shares the lock and may still be reading.
    """

    __slots__ = ("_descriptor",)

    def __init__(self, descriptor: int | None) -> None:
        """Take over an open file; ``None`` where there is nothing to hold."""
        self._descriptor = descriptor

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Let go; a second time does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def hold(folder: Path) -> Lease | None:
    """Keep a snapshot from being removed; ``None`` if it is going or gone."""
    path = folder / FILE
    try:
        lease = Lease(descriptor := os.open(path, os.O_RDONLY))
    except OSError:
        return None
    try:
        flock(descriptor, LOCK_SH | LOCK_NB)
    except OSError as error:
        return None if error.errno in _TAKEN else lease
    # It may have been moved away between the opening and the lock.
    return lease if _is_still(path, descriptor) else None


def claim(folder: Path) -> Lease | None:
    """Take a folder that nobody holds; ``None`` if somebody does, or none can tell."""
    try:
        lease = Lease(descriptor := os.open(folder / FILE, os.O_RDWR))
    except FileNotFoundError:
        return Lease(None)  # killed before it had one, or half removed
    except OSError:
        return None
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError:
        return None
    return lease


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other process works under this lock, whose file is made if need be.

    Raises:
        OSError: The file cannot be made.
    """
    while True:
        lease = Lease(descriptor := os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
        with contextlib.suppress(OSError):  # a file system without locks
            flock(descriptor, LOCK_EX)
        if _is_still(path, descriptor):
            break  # nobody removed it while we waited
        lease.close()
    try:
        yield
    finally:
        lease.close()


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False
