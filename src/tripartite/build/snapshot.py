"""The snapshot in use: which it is, and that it stays while it is read.

Part of every cold start. A folder of snapshots holds one folder a snapshot, never changed,
and ``current``, which names the one in use and is replaced in one step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.build import leases, manifest
from tripartite.errors import MissingInputError
from tripartite.places import POINTER

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.build.leases import Lease
    from tripartite.build.manifest import Manifest

STORE: Final = "store"
CONTACTS: Final = "contacts.nq"


class Snapshot(NamedTuple):
    """A published snapshot that is kept as long as this value is.

    Attributes:
        lease: Keeps the folder from being removed.
    """

    folder: Path
    manifest: Manifest
    lease: Lease

    @property
    def store(self) -> Path:
        """The engine's folder."""
        return self.folder / STORE

    @property
    def contacts(self) -> Path:
        """The personal claims, apart; only a project's own build has them."""
        return self.folder / CONTACTS


def current(builds: Path) -> Snapshot | None:
    """Return the last good snapshot, held; ``None`` if there is none that can be read."""
    name = ""
    while (found := pointed(builds)) and found != name:
        # Where it is gone, another has just been published: look again.
        name = found
        if lease := leases.hold(builds / name):
            try:
                return Snapshot(builds / name, manifest.read(builds / name), lease)
            except (OSError, ValueError):
                return None
    return None


def held(builds: Path) -> Snapshot:
    """Return the last good snapshot.

    Raises:
        MissingInputError: There is none that can be read.
    """
    found = current(builds)
    if found is None:
        raise MissingInputError("no-build", path=builds, why=pointed(builds) or POINTER)
    return found


def pointed(builds: Path) -> str:
    """Return the name of the snapshot in use; empty if none was ever published."""
    try:
        return (builds / POINTER).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
