"""Memory for each triple: by how much a graph raises the peak of a process of its own.

What is loaded is read from a file as it comes, so the peak is the graph and what loading takes.
A snapshot on the disk is opened and asked for all its triples once, one after the other.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store, parse

from benchmarks import data, measuring
from benchmarks.measuring import Compared
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_RDFLIB: Final = 100_000


def main() -> int:
    """Print and record bytes a triple."""
    with data.folder() as folder:
        files = {size: data.made(folder, size) for size in (_RDFLIB, data.MILLION)}
        store = folder / "store"
        data.oxigraph("load", "--location", str(store), "--file", str(files[data.MILLION]))
        found = {
            "tripartite": _bytes("tripartite", files[data.MILLION], data.MILLION),
            "pyoxigraph": _bytes("pyoxigraph", files[data.MILLION], data.MILLION),
            "tripartite, a snapshot": _bytes("snapshot", store, data.MILLION),
            "tripartite, 100,000": _bytes("tripartite", files[_RDFLIB], _RDFLIB),
            "rdflib, 100,000": _bytes("rdflib", files[_RDFLIB], _RDFLIB),
        }
    for name, each in found.items():
        measuring.say(f"{name:24} {each:8.0f} bytes a triple")
    ours, small = found["tripartite"], found["tripartite, 100,000"]
    what = "memory for a triple"
    compared = [
        Compared(what, data.MILLION, "B", ours, "pyoxigraph", found["pyoxigraph"]),
        Compared(what, data.MILLION, "B", ours, "our snapshot", found["tripartite, a snapshot"]),
        Compared(what, _RDFLIB, "B", small, "rdflib", found["rdflib, 100,000"]),
    ]
    record = {"bytes_for_a_triple": {name: round(each) for name, each in found.items()}}
    return measuring.finish("memory", record, ("pyoxigraph", "rdflib"), (), compared)


def _bytes(holder: str, path: Path, size: int) -> float:
    return data.peak_bytes("benchmarks.memory", holder, str(path)) / size


def _tripartite(path: Path) -> object:
    return EmbeddedStore.of(parse(path=str(path), format=RdfFormat.N_TRIPLES))


def _pyoxigraph(path: Path) -> object:
    store = Store()
    store.bulk_load(path=str(path), format=RdfFormat.N_TRIPLES)
    return store


def _snapshot(path: Path) -> object:
    store = EmbeddedStore.open(path)
    assert sum(1 for _ in store.quads())  # noqa: S101 (it is not empty)
    return store


def _rdflib(path: Path) -> object:
    from rdflib import Graph  # noqa: PLC0415 (only the process that measures it)

    return Graph().parse(path, format="nt")


HOLDERS: Final[Mapping[str, Callable[[Path], object]]] = {
    "tripartite": _tripartite,
    "pyoxigraph": _pyoxigraph,
    "snapshot": _snapshot,
    "rdflib": _rdflib,
}


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit(main())
    parser = argparse.ArgumentParser()
    parser.add_argument("holder", choices=HOLDERS)
    parser.add_argument("path", type=Path)
    given = parser.parse_args()
    measuring.say(str(data.peak_of(lambda: HOLDERS[given.holder](given.path))))
