"""Generated data and stores of them, made once for all that a benchmark does with them."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tripartite import KnowledgeGraph, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tripartite.store import EmbeddedStore

SIZES: Final = (10_000, 100_000, 1_000_000)
MILLION: Final = 1_000_000
# ``make bench FULL=1``: also what takes long, such as rdflib with a million triples.
FULL: Final = os.environ.get("FULL", "") not in ("", "0")
PROGRAM: Final = str(Path(sys.executable).with_name("oxigraph"))
# Where ``python -m benchmarks`` has the files made that more than one benchmark reads.
FOLDER: Final = "BENCHMARKS_DATA"
_KILOBYTE: Final = 1024  # ``ru_maxrss`` is in kilobytes on Linux


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder for the time of one benchmark."""
    with tempfile.TemporaryDirectory(dir=os.environ.get(FOLDER)) as name:
        yield Path(name)


def made(folder: Path, size: int, *more: str) -> Path:
    """Return a file of N-Triples, made once in a run of all benchmarks."""
    path = Path(os.environ.get(FOLDER, folder)) / f"{'-'.join([str(size), *more])}.nt"
    if path.is_file():
        return path
    command = [sys.executable, "-m", "benchmarks.generate", str(size), *more]
    with path.open("wb") as file:
        subprocess.run(command, stdout=file, check=True)  # noqa: S603 (our own)
    return path


def graph(store: EmbeddedStore) -> KnowledgeGraph:
    """Return our project's graph with other data in it."""
    opened = KnowledgeGraph(places.locate())
    opened._store = store  # noqa: SLF001 (a bench)
    return opened


def oxigraph(*arguments: str) -> None:
    """Run Oxigraph's own program; what it prints goes nowhere."""
    subprocess.run([PROGRAM, *arguments], check=True, capture_output=True)  # noqa: S603 (the package's)


def peak_bytes(module: str, *arguments: str) -> int:
    """Return what a module, run by itself, prints: the peak of its memory in bytes.

    Ask before this process has grown: a child counts its parent's memory as its own.
    """
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own)
    return int(done.stdout)


def peak_of(work: Callable[[], object]) -> int:
    """Return by how many bytes a work raises the peak of this process; keep what it made."""
    before = _peak()
    made = work()
    after = _peak()
    del made
    return after - before


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE
