"""Write a snapshot beside the others, make it last, then let it be the one in use.

At every moment ``current`` names a whole snapshot. What a killed process leaves behind lies
in a folder that nobody names and nobody holds; the next build removes it.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.build import leases
from tripartite.build.contents import identity
from tripartite.build.snapshot import pointed
from tripartite.places import POINTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tripartite.build.leases import Lease

_LOCK: Final = ".lock"
_NEW: Final = ".new-"
_OLD: Final = ".old-"
_NEXT: Final = ".current-"
_NAME: Final = re.compile(r"[0-9a-f]{16}")
_OURS: Final = re.compile(rf"{_NAME.pattern}|{POINTER}|\.(?:lock|(?:new|old|current)-.*)")


class Draft(NamedTuple):
    """A folder that a snapshot is being written into."""

    folder: Path
    lease: Lease


def foreign(builds: Path) -> str:
    """Return the name of something in the folder that is none of ours, else nothing."""
    names = sorted(path.name for path in builds.iterdir()) if builds.is_dir() else []
    return next((name for name in names if not _OURS.fullmatch(name)), "")


@contextlib.contextmanager
def drafted(builds: Path) -> Iterator[Draft]:
    """Give a new folder to write a snapshot into; it is gone afterwards unless ``put``.

    So is the folder around it, if it was made for the draft.

    Raises:
        OSError: It cannot be made.
    """
    is_first = not builds.exists()
    builds.mkdir(parents=True, exist_ok=True)
    folder = builds / f"{_NEW}{secrets.token_hex(8)}"
    with contextlib.ExitStack() as written:
        if is_first:
            written.callback(_leave, builds)
        with leases.alone(builds / _LOCK):
            _clear(builds)
            written.callback(shutil.rmtree, folder, ignore_errors=True)
            folder.mkdir()
            (folder / leases.FILE).touch()
            draft = Draft(folder, leases.claim(folder) or leases.Lease(None))
            written.callback(draft.lease.close)
        yield draft


def put(builds: Path, draft: Draft) -> Path:
    """Publish a draft whose manifest is written; return its folder, never to be changed.

    Raises:
        OSError: The disk is full or fails; the snapshot in use stays in use.
    """
    _sync(draft.folder)
    folder = builds / identity(draft.folder)
    pointer = builds / f"{_NEXT}{secrets.token_hex(8)}"
    with leases.alone(builds / _LOCK):
        with contextlib.ExitStack() as undone:
            undone.callback(shutil.rmtree, folder, ignore_errors=True)
            undone.callback(pointer.unlink, missing_ok=True)
            pointer.write_text(f"{folder.name}\n", encoding="utf-8")
            _sync_one(pointer)
            draft.lease.close()  # Windows renames no folder in which a file is open
            draft.folder.rename(folder)
            _sync_one(builds)
            pointer.replace(builds / POINTER)
            undone.pop_all()
        _sync_one(builds)
        _sweep(path for path in builds.iterdir() if _NAME.fullmatch(path.name))
    return folder


def tidy(builds: Path) -> None:
    """Remove what killed processes left behind, if they did and the folder may be written."""
    if any(path.name.startswith((_NEW, _OLD, _NEXT)) for path in builds.iterdir()):
        with contextlib.suppress(OSError), leases.alone(builds / _LOCK):
            _clear(builds)


def _leave(builds: Path) -> None:
    """Remove the folder of snapshots if none was put into it."""
    lock = builds / _LOCK
    with contextlib.suppress(OSError), leases.alone(lock):
        if [*builds.iterdir()] == [lock]:
            lock.unlink()
            builds.rmdir()


def _clear(builds: Path) -> None:
    """Remove what killed processes left behind; only under the lock is it theirs for certain."""
    for pointer in builds.glob(f"{_NEXT}*"):
        pointer.unlink(missing_ok=True)
    _sweep((*builds.glob(f"{_NEW}*"), *builds.glob(f"{_OLD}*")))


def _sweep(folders: Iterable[Path]) -> None:
    """Remove folders that nobody holds, but never the snapshot in use."""
    for folder in list(folders):
        if folder.name != pointed(folder.parent):
            _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder that nobody holds: out of sight in one step, then for good."""
    lease = leases.claim(folder)
    if lease is None:
        return
    if os.name == "nt":  # renames no folder in which a file is open, ours or a reader's
        lease.close()
    doomed = folder if folder.name.startswith(_OLD) else folder.with_name(f"{_OLD}{folder.name}")
    with contextlib.suppress(OSError):
        folder.rename(doomed)
        shutil.rmtree(doomed, ignore_errors=True)
    lease.close()


def _sync(folder: Path) -> None:
    """Have everything in a folder written to the disk."""
    for path in (*folder.rglob("*"), folder):
        _sync_one(path)


def _sync_one(path: Path) -> None:
    if os.name == "nt":  # opens no folder, and flushes only what is open for writing
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
