"""Time a validation by all shapes against the bare ``shacl`` package and pySHACL, in one run.

The data is ``benchmarks.generate``'s; each peer reads the same file of N-Triples. The bare
package is given every shape, queries included; pySHACL runs on plain rdflib. Each has its shapes
ready, as far as it can: ours and the package's are compiled, pySHACL's are a graph; ``anew`` is
ours from the triples of the shapes. Times are both of the wall and of the processor, all threads;
memory is the peak of a process of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import RdfFormat, parse, serialize

from benchmarks import data, measuring
from benchmarks.generate import SHARE
from tripartite import places
from tripartite.validation import Validator, validate
from tripartite.validation.asking import ask
from tripartite.validation.data import Data
from tripartite.validation.planning import plan, wanted
from tripartite.validation.shape_graph import SPARQL, ShapeGraph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import shacl
    from pyoxigraph import NamedNode, Triple
    from rdflib import Graph

    from benchmarks.measuring import Taken
    from tripartite.store import EmbeddedStore

# How often each is run, by the data's size: the slow ones seldom, and pySHACL not at a million.
ROUNDS: Final[Mapping[int, Mapping[str, int]]] = {
    10_000: {"fast": 5, "anew": 5, "bare": 5, "pyshacl": 3},
    100_000: {"fast": 5, "anew": 5, "bare": 3, "pyshacl": 1},
    1_000_000: {"fast": 3, "anew": 3, "core": 3, "queries": 3, "bare": 1},
}
# What is compared, and who with.
OURS: Final = {"fast": "validation", "anew": "validation, shapes read anew"}
NAMES: Final = {"pyshacl": "pySHACL", "bare": "shacl alone"}
LEAST: Final = {(10_000, "pyshacl"): 60, (100_000, "pyshacl"): 100, (1_000_000, "bare"): 12}
MANY: Final = 0.63  # of the triples break shapes: over 100,000 results in a million triples
_MEGABYTE: Final = 1024  # ``ru_maxrss`` is in kilobytes on Linux


class Peak(NamedTuple):
    """Memory of one run in a process of its own, and what it found."""

    megabytes: float
    results: int


def main() -> int:
    """Print medians and bars, write them to ``results/validation.json``; 1 if a bar is missed."""
    with data.folder() as folder:
        files = {size: _made(folder, size, SHARE) for size in ROUNDS}
        largest = max(ROUNDS)
        # First, while this process is small: a child counts its parent's memory as its own.
        peaks = {
            "fast, a million": _peak("fast", files[largest]),
            "bare, 100,000": _peak("bare", files[100_000]),
            "fast, over 100,000 results": _peak("fast", _made(folder, largest, MANY)),
        }
        taken = {size: _rounds(files[size], ROUNDS[size]) for size in ROUNDS}
    _tell(taken, peaks)
    found = {
        "rounds": {str(size): dict(rounds) for size, rounds in ROUNDS.items()},
        "medians": {str(size): _figures(medians) for size, medians in taken.items()},
        "peak_megabytes": {
            name: {"megabytes": round(one.megabytes), "results": one.results}
            for name, one in peaks.items()
        },
    }
    packages = ("pyoxigraph", "pyshacl", "rdflib", "shacl")
    compared = [*_compared(taken)]
    return measuring.finish("validation", found, packages, _bars(taken, peaks), compared)


def fast(path: Path) -> int:
    """Validate with our fast engine; return how many results there are."""
    return len(_validator().validate(path, most=None).results)


def anew(path: Path) -> int:
    """Do the same with shapes that nobody made ready."""
    return len(validate(path, _shapes(), most=None).results)


def bare(path: Path) -> int:
    """Validate with the package alone, which asks each query once a node."""
    return len(_compiled().validate_file(str(path)).results)


def core(path: Path) -> int:
    """Validate with the package alone, all but the queries."""
    return len(_compiled(but=SPARQL).validate_file(str(path)).results)


def queries(path: Path) -> int:
    """Ask the hoisted queries, as the fast engine does; loading is not counted."""
    store, texts = _asked(path)
    return sum(len(ask(store, text).rows) for text in texts)


def pyshacl(path: Path) -> int:
    """Validate with pySHACL on plain rdflib."""
    from pyshacl import validate as reference  # noqa: PLC0415 (costs rdflib)
    from rdflib import Graph  # noqa: PLC0415 (the same)
    from rdflib.namespace import SH  # noqa: PLC0415 (the same)

    read = Graph().parse(path, format="nt")
    _, report, _ = reference(read, shacl_graph=_graph(), inference="none", inplace=True)
    assert isinstance(report, Graph)  # noqa: S101 (the shapes are ours)
    return len(set(report.objects(None, SH.result)))


PEERS: Final[Mapping[str, Callable[[Path], int]]] = {
    one.__name__: one for one in (fast, anew, bare, core, queries, pyshacl)
}


@cache
def _validator() -> Validator:
    return Validator(_shapes())


@cache
def _compiled(but: NamedNode | None = None) -> shacl.Shapes:
    import shacl  # noqa: PLC0415 (there is no wheel for some machines)

    shapes = (triple for triple in _shapes() if triple.predicate != but)
    return shacl.Shapes.from_text(_written(shapes).decode(), "ntriples")


@cache
def _graph() -> Graph:
    from rdflib import Graph  # noqa: PLC0415 (costs rdflib)

    return Graph().parse(_written(_shapes()), format="nt")


def _written(shapes: Iterable[Triple]) -> bytes:
    return serialize(shapes, format=RdfFormat.N_TRIPLES) or b""


@cache
def _shapes() -> tuple[Triple, ...]:
    paths = places.locate().shape_files()
    return tuple(quad.triple for path in paths for quad in parse(path=str(path)))


@cache
def _asked(path: Path) -> tuple[EmbeddedStore, tuple[str, ...]]:
    graph = ShapeGraph(_shapes())
    chosen = plan(graph)
    return Data(path).store(wanted(graph, chosen)), tuple(one.text for one in chosen.hoisted)


def _made(folder: Path, size: int, share: float) -> Path:
    return data.made(folder, size, *(() if share == SHARE else ("--share", str(share))))


def _peak(peer: str, path: Path) -> Peak:
    command = [sys.executable, "-m", "benchmarks.validation", "--peak", peer, str(path)]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 (our own)
    results, peak = done.stdout.split()
    return Peak(int(peak) / _MEGABYTE, int(results))


def _rounds(path: Path, rounds: Mapping[str, int]) -> dict[str, Taken]:
    """Return each peer's median of its runs, one run of each in turn."""
    _validator(), _compiled(), _compiled(but=SPARQL), _graph()
    if "queries" in rounds:
        _asked(path)
    return measuring.in_turn({peer: partial(PEERS[peer], path) for peer in rounds}, rounds)


def _compared(taken: Mapping[int, Mapping[str, Taken]]) -> Iterator[measuring.Compared]:
    """Yield ours beside each peer's, by the wall."""
    for size, found in taken.items():
        for peer, name in NAMES.items():
            if peer in found:
                least = LEAST.get((size, peer), 0)
                wall = found[peer].wall
                for ours, what in OURS.items():
                    bar = least if ours == "fast" else 0
                    yield measuring.Compared(what, size, "s", found[ours].wall, name, wall, bar)


def _bars(
    taken: Mapping[int, Mapping[str, Taken]], peaks: Mapping[str, Peak]
) -> list[measuring.Bar]:
    whole, many = peaks["fast, a million"], peaks["fast, over 100,000 results"]
    ours, core, queries = (taken[max(taken)][one] for one in ("fast", "core", "queries"))
    wall = ours.wall / (core.wall + queries.wall)
    used = ours.processor / (core.processor + queries.processor)
    return [
        # The processor's time is what one core would take.
        measuring.Bar("fast / (core + queries), a million, by the wall", wall, most=_beside()),
        measuring.Bar("fast / (core + queries), a million, by the processor", used, most=2.5),
        measuring.Bar("MB at the peak, a million", whole.megabytes, most=400),
        measuring.Bar("MB at the peak, 100,000 results", many.megabytes, most=1536),
        measuring.Bar("results there", many.results, least=100_000),
        *(
            measuring.Bar(f"counts of results, {size:,}", len(_counts(found)), most=1)
            for size, found in taken.items()
        ),
    ]


def _beside() -> float:
    """Return the limit by the wall, which hangs on whether there is a second core."""
    return 1.5 if (os.cpu_count() or 1) > 1 else 2.5


def _counts(found: Mapping[str, Taken]) -> set[object]:
    """Return how many results those found that validate everything: one number, if they agree."""
    return {one.result for peer, one in found.items() if peer not in ("core", "queries")}


def _figures(found: Mapping[str, Taken]) -> dict[str, dict[str, object]]:
    times = measuring.both(found)
    return {peer: {**times[peer], "results": one.result} for peer, one in found.items()}


def _tell(taken: Mapping[int, Mapping[str, Taken]], peaks: Mapping[str, Peak]) -> None:
    rows = [("triples", "with", "s, wall", "s, processor", "results")]
    rows += [
        (f"{size:,}", peer, f"{one.wall:.3f}", f"{one.processor:.3f}", f"{one.result:,}")
        for size, found in taken.items()
        for peer, one in found.items()
    ]
    measuring.say(measuring.table(rows))
    memory = [(name, f"{one.megabytes:.0f} MB", f"{one.results:,}") for name, one in peaks.items()]
    measuring.say(measuring.table([("peak", "memory", "results"), *memory]))


def _tell_peak(peer: str, path: Path) -> int:
    import resource  # noqa: PLC0415 (not on Windows)

    results = PEERS[peer](path)
    measuring.say(f"{results} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--peak", nargs=2, metavar=("PEER", "FILE"))
    given = parser.parse_args()
    sys.exit(_tell_peak(given.peak[0], Path(given.peak[1])) if given.peak else main())
