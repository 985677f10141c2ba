"""Load N-Triples into memory and onto the disk, beside the engine alone and rdflib."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, Store, parse

from benchmarks import data, measuring
from benchmarks.measuring import Compared
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad

    from benchmarks.measuring import Taken

ROUNDS: Final = 3
_OURS: Final = {"memory": "tripartite, memory", "disk": "tripartite, disk"}


def main() -> int:
    """Print and record."""
    found: dict[str, dict[str, Taken]] = {}
    with data.folder() as folder:
        for size in data.SIZES:
            path = data.made(folder, size)
            works = _works(path, folder / "store", size)
            rounds = dict.fromkeys(works, 1 if size == data.MILLION else ROUNDS)
            found[str(size)] = measuring.in_turn(works, rounds)
    compared = [one for size, taken in found.items() for one in _compared(int(size), taken)]
    record = {"medians": {size: measuring.both(taken) for size, taken in found.items()}}
    packages = ("oxigraph", "pyoxigraph", "rdflib")
    return measuring.finish("load", record, packages, (), compared)


def _works(path: Path, place: Path, size: int) -> dict[str, Callable[[], object]]:
    works: dict[str, Callable[[], object]] = {
        _OURS["memory"]: lambda: EmbeddedStore.of(_quads(path)),
        "pyoxigraph, memory": partial(_alone, Store, path),
        _OURS["disk"]: partial(_anew, place, lambda: EmbeddedStore.write(place, _quads(path))),
        "pyoxigraph, disk": partial(_anew, place, lambda: _alone(partial(Store, str(place)), path)),
        "oxigraph load, disk": partial(_anew, place, lambda: _by_program(place, path)),
    }
    if size < data.MILLION or data.FULL:
        works["rdflib, memory"] = partial(_by_rdflib, path)
    return works


def _quads(path: Path) -> Iterator[Quad]:
    return parse(path=str(path), format=RdfFormat.N_TRIPLES)


def _alone(make: Callable[[], Store], path: Path) -> None:
    store = make()
    store.bulk_load(path=str(path), format=RdfFormat.N_TRIPLES)
    if make is not Store:  # what ``EmbeddedStore.write`` does on the disk
        store.flush()
        store.optimize()


def _anew(place: Path, work: Callable[[], object]) -> None:
    work()
    shutil.rmtree(place)


def _by_program(place: Path, path: Path) -> None:
    data.oxigraph("load", "--location", str(place), "--file", str(path), "--format", "nt")


def _by_rdflib(path: Path) -> None:
    from rdflib import Graph  # noqa: PLC0415 (it is not asked with a million)

    Graph().parse(path, format="nt")


def _compared(size: int, taken: dict[str, Taken]) -> Iterator[Compared]:
    for peer, theirs in taken.items():
        where = peer.rpartition(", ")[2]
        if peer not in _OURS.values():
            ours = taken[_OURS[where]]
            yield Compared(f"load, {where}", size, "s", ours.wall, peer, theirs.wall)


if __name__ == "__main__":
    sys.exit(main())
