"""Tell whether the last build still stands for the files, quickly.

Part of every cold start: size and time are compared first, content only where they differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.build.manifest import Input

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def changed(known: Mapping[str, Input], paths: Mapping[str, Path]) -> tuple[str, ...]:
    """Return the names of the inputs that are new, gone or different."""
    gone = sorted(known.keys() - paths.keys())
    return (*(name for name in paths if _differs(paths[name], known.get(name))), *gone)


def describe(path: Path) -> Input:
    """Return a file's hash, size and time.

    Raises:
        UnreadableFileError: The file cannot be read.
    """
    try:
        status = path.stat()
        return Input(_sha256(path), status.st_size, status.st_mtime_ns)
    except OSError as error:
        from tripartite.errors import UnreadableFileError  # noqa: PLC0415 (only on failure)

        raise UnreadableFileError("not-read", path=path, why=error.strerror or error) from error


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
