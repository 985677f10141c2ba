"""Give data files their one spelling; with ``--check``, only say which differ.

Run as ``python -m tests.tools.spelling [--check]``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.tools.places import ROOT
from tripartite.build.sources import read_file
from tripartite.errors import TripartiteError
from tripartite.exports.trig import as_trig, as_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_FOLDERS = ("data", "docs/example/data")
_WRITERS = {".trig": as_trig, ".ttl": as_turtle}


def files(root: Path = ROOT) -> tuple[Path, ...]:
    """Return every data file, sorted."""
    found = (path for folder in _FOLDERS for path in (root / folder).rglob("*"))
    return tuple(sorted(path for path in found if path.suffix in _WRITERS))


def spelled(path: Path, root: Path = ROOT) -> str:
    """Return a file's content as it should be spelled."""
    return _WRITERS[path.suffix](read_file(path, root).quads)


def differing(paths: Iterable[Path], root: Path = ROOT) -> tuple[Path, ...]:
    """Return the files that are spelled otherwise."""
    return tuple(path for path in paths if path.read_text("utf-8") != spelled(path, root))


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Format the data, or with ``--check`` name what is not formatted."""
    try:
        found = differing(files(root), root)
    except TripartiteError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    for path in found:
        if "--check" not in arguments:
            path.write_text(spelled(path, root), "utf-8")
        sys.stdout.write(f"{path.relative_to(root).as_posix()}\n")
    if found and "--check" in arguments:
        sys.stdout.write("run: make format\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
