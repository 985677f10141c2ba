"""Tell whether the last build still stands for the files, quickly.

Part of every cold start: size and time are compared first, content only where they differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tripartite.places import Places

MANIFEST: Final = "manifest.tsv"
POINTER: Final = "current"
STORE: Final = "store"
CONTACTS: Final = "contacts.nq"


class Input(NamedTuple):
    """One file as it was when it was built.

    Attributes:
        size: In bytes.
        modified: In nanoseconds since the epoch.
    """

    path: str
    size: int
    modified: int
    sha256: str


class Snapshot(NamedTuple):
    """A published build: an immutable folder and what it was made of."""

    folder: Path
    inputs: Mapping[str, Input]
    counts: Mapping[str, int]

    @property
    def store(self) -> Path:
        """The engine's folder."""
        return self.folder / STORE

    @property
    def contacts(self) -> Path:
        """The personal claims, apart."""
        return self.folder / CONTACTS


def last(places: Places) -> Snapshot | None:
    """Return the last good snapshot, fresh or not; ``None`` if nothing was ever built."""
    try:
        name = (places.builds / POINTER).read_text(encoding="utf-8").strip()
        return read(places.builds / name)
    except (OSError, ValueError):
        return None


def changed(snapshot: Snapshot, paths: Sequence[Path]) -> tuple[str, ...]:
    """Return the inputs that are new, gone or different since the snapshot."""
    gone = sorted(snapshot.inputs.keys() - {str(path) for path in paths})
    different = (str(p) for p in paths if _differs(p, snapshot.inputs.get(str(p))))
    return (*different, *gone)


def describe(path: Path) -> Input:
    """Return a file's size, time and hash.

    Raises:
        UnreadableFileError: The file cannot be read.
    """
    try:
        status = path.stat()
        return Input(str(path), status.st_size, status.st_mtime_ns, _sha256(path))
    except OSError as error:
        from tripartite.errors import UnreadableFileError  # noqa: PLC0415 (only on failure)

        raise UnreadableFileError("not-read", path=path, why=error.strerror or error) from error


def read(folder: Path) -> Snapshot:
    """Read a snapshot's manifest.

    Raises:
        OSError: There is none.
        ValueError: It is not one of ours.
    """
    found: dict[str, Input] = {}
    counts: dict[str, int] = {}
    for line in (folder / MANIFEST).read_text(encoding="utf-8").splitlines():
        kind, first, second, name = line.split("\t")
        if kind == "count":
            counts[name] = int(first)
        else:
            found[name] = Input(name, int(first), int(second), kind)
    return Snapshot(folder, found, counts)


def write(folder: Path, described: tuple[Input, ...], counts: Mapping[str, int]) -> None:
    """Write a snapshot's manifest."""
    lines = [f"count\t{number}\t0\t{name}" for name, number in counts.items()]
    lines += (f"{i.sha256}\t{i.size}\t{i.modified}\t{i.path}" for i in described)
    (folder / MANIFEST).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _differs(path: Path, known: Input | None) -> bool:
    if known is None:
        return True
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns) == (known.size, known.modified):
            return False
        return status.st_size != known.size or _sha256(path) != known.sha256
    except OSError:
        return True


def _sha256(path: Path) -> str:
    import hashlib  # noqa: PLC0415 (only where a file's time has changed)

    return hashlib.sha256(path.read_bytes()).hexdigest()
