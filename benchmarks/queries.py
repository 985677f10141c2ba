"""Ask twelve queries of generated data, through Tripartite and through its peers, in turn.

The queries are the files in ``benchmarks/queries``. Tripartite, the engine alone and Oxigraph's
program read the same store on disk; rdflib reads the file it was made from. The engine alone
does what is of use to a program: rows as tuples in a list, a list of triples, a truth value.
Oxigraph's program is started for each query, so its time holds opening the store.
"""

from __future__ import annotations

import gc
import math
import statistics
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import QueryBoolean, QueryTriples, RdfFormat, Store, parse

from benchmarks import data, measuring
from benchmarks.measuring import Compared
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rdflib import Graph

    from benchmarks.measuring import Taken

QUERIES: Final = sorted((Path(__file__).parent / "queries").glob("*.rq"))
RAW: Final = "pyoxigraph"
# A ratio of microseconds is easily disturbed: a quick query is asked again and again in a run,
# and there are more runs of it.
_RUN: Final = 0.02  # seconds at least
_SECONDS: Final = 0.5  # for each of a query and a peer
_LEAST, _MOST = 5, 25  # rounds
# These twice: what runs after another process has begun finds nothing in the caches.
_SLOW: Final = ("sparql, in a worker", "oxigraph query", "rdflib")
PATIENCE: Final = 10.0  # seconds that rdflib has for a query
BAR: Final = 1.1


def main() -> int:
    """Print and record; 1 if the queries cost more through Tripartite than the bar allows."""
    found: dict[str, dict[str, dict[str, Taken]]] = {}
    with data.folder() as folder:
        for size in data.SIZES:
            found[str(size)] = _asked(folder, size)
    compared = [one for size, queries in found.items() for one in _compared(int(size), queries)]
    million = found[str(data.MILLION)]
    worst = max(million, key=lambda name: _ratio(million[name], "tripartite", RAW))
    ours, theirs = (million[worst][who].wall * 1000 for who in ("tripartite", RAW))
    what = f"worst of the twelve, {worst}"
    compared.append(Compared(what, data.MILLION, "ms", ours, RAW, theirs))
    record = {
        "patience_seconds": PATIENCE,
        "rounds": {"least": _LEAST, "most": _MOST},
        "medians": {
            size: {name: measuring.both(taken, 6) for name, taken in queries.items()}
            for size, queries in found.items()
        },
        "ended": [
            f"{name}, {size}"
            for size, queries in found.items()
            for name, taken in queries.items()
            if "rdflib" in taken and _is_ended("rdflib", taken)
        ],
    }
    for name, taken in million.items():
        ours, raw = (taken[who].wall * 1000 for who in ("tripartite", RAW))
        measuring.say(f"{name:10} ours {ours:9.3f} ms, {RAW} {raw:9.3f} ms, {ours / raw:.3f}")
    packages = ("oxigraph", "pyoxigraph", "rdflib")
    return measuring.finish("queries", record, packages, (), compared)


def raw(store: Store, text: str) -> object:
    """Ask the engine alone."""
    answer = store.query(text)
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    return list(answer) if isinstance(answer, QueryTriples) else [tuple(row) for row in answer]


def by_rdflib(graph: Graph, text: str) -> object:
    """Ask rdflib; return nothing if it takes too long."""
    try:
        with measuring.patience(PATIENCE):
            return len(list(graph.query(text)))
    except TimeoutError:
        return None


def _asked(folder: Path, size: int) -> dict[str, dict[str, Taken]]:
    path, place = data.made(folder, size), folder / f"store-{size}"
    EmbeddedStore.write(place, parse(path=str(path), format=RdfFormat.N_TRIPLES))
    ours = EmbeddedStore.open(place)
    alone = ours._engine  # noqa: SLF001 (a bench: the same store, with the same caches)
    graph = data.graph(ours)
    theirs = _parsed(path) if size < data.MILLION else None
    found = {}
    for query in QUERIES:
        text = query.read_text(encoding="utf-8")
        works: dict[str, Callable[[], object]] = {
            "tripartite": partial(ours.query, text),
            RAW: partial(raw, alone, text),
            "sparql, in process": partial(graph.sparql, text, limits=None),
            "sparql, in a worker": partial(graph.sparql, text),
            "oxigraph query": partial(_by_program, place, query),
        }
        if theirs is not None:
            works["rdflib"] = partial(by_rdflib, theirs, text)
        works["tripartite"]()
        once = measuring.timed(works[RAW]).wall
        times = {name: 1 if name in _SLOW else math.ceil(_RUN / once) for name in works}
        many = round(min(max(_SECONDS / (once * times[RAW]), _LEAST), _MOST))
        rounds = {name: 2 if name in _SLOW else many for name in works}
        runs = {name: partial(_repeated, work, times[name]) for name, work in works.items()}
        taken = measuring.in_turn(runs, rounds)
        found[query.stem] = {name: one.shared(times[name]) for name, one in taken.items()}
    return found


def _repeated(work: Callable[[], object], times: int) -> object:
    for _ in range(times - 1):
        work()
    return work()


def _parsed(path: Path) -> Graph:
    from rdflib import Graph  # noqa: PLC0415 (only at sizes it bears)

    graph = Graph().parse(path, format="nt")
    gc.collect()
    gc.freeze()  # else the collector would look through it whenever it is called, in our time too
    return graph


def _by_program(place: Path, query: Path) -> None:
    asks = "ASK {" in query.read_text(encoding="utf-8")
    form = "nt" if query.stem == "construct" else "json" if asks else "tsv"
    where = ("--location", str(place), "--query-file", str(query))
    data.oxigraph("query", *where, "--results-format", form)


def _compared(size: int, queries: Mapping[str, Mapping[str, Taken]]) -> Iterator[Compared]:
    """Yield each peer beside us: the geometric mean of those queries that it answered."""
    peers = [name for name in next(iter(queries.values())) if name != "tripartite"]
    for peer in peers:
        answered = [taken for taken in queries.values() if not _is_ended(peer, taken)]
        ours, theirs = (
            statistics.geometric_mean(taken[who].wall * 1000 for taken in answered)
            for who in ("tripartite", peer)
        )
        most = BAR if (size, peer) == (data.MILLION, RAW) else math.inf
        what = "twelve queries" if len(answered) == len(queries) else f"{len(answered)} queries"
        yield Compared(what, size, "ms", ours, peer, theirs, most=most)


def _ratio(taken: Mapping[str, Taken], one: str, other: str) -> float:
    return taken[one].wall / taken[other].wall


def _is_ended(peer: str, taken: Mapping[str, Taken]) -> bool:
    return peer == "rdflib" and taken[peer].result is None


if __name__ == "__main__":
    sys.exit(main())
