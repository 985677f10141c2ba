"""Time what a process of its own costs a query, against the same query in this process.

Wall and processor time, children's included, medians of the same rounds. Processor time is
what to compare on a machine that others use too.
"""

from __future__ import annotations

import json
import os
import pickle
import platform
import resource
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad

from tripartite import KnowledgeGraph, Limits
from tripartite.store import EmbeddedStore, foreign, packing
from tripartite.store.foreign_query import ForeignQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROUNDS: Final = 9
ROWS: Final = 100_000
SMALL: Final = "SELECT ?p ?l { ?p a tp:Project ; rdfs:label ?l } ORDER BY ?p ?l LIMIT 10"
ALL: Final = "SELECT ?s ?p ?o { ?s ?p ?o }"
LIMITS: Final = Limits(seconds=120, memory=8 << 30)
COLD: Final = """
from tripartite import KnowledgeGraph
graph = KnowledgeGraph.open()
graph.sparql({text!r}{limits})
"""
HERE: Final = Path(__file__).parent


class Spent(NamedTuple):
    """Milliseconds."""

    wall: float
    processor: float


def main() -> int:
    """Print medians, write them to ``results/worker.json``."""
    graph = KnowledgeGraph.open()
    graph.build()
    medians = _medians(
        {
            "small: in this process": partial(graph.sparql, SMALL, limits=None),
            "small: forked": partial(graph.sparql, SMALL, limits=LIMITS),
            "small: spawned": partial(_spawned, partial(graph.sparql, SMALL, limits=LIMITS)),
            "cold: in this process": partial(_cold, ", limits=None"),
            "cold: forked": partial(_cold, ""),
        }
    )
    many = EmbeddedStore.of(_quads())
    table = many.select(ALL)
    packed = packing.pack(table)
    medians |= _medians(
        {
            "rows: in this process": partial(many.query, ALL),
            "rows: forked": partial(_asked, many),
            "rows: packed": partial(packing.pack, table),
            "rows: unpacked": partial(packing.unpack, packed),
            "rows: pickled as they are": partial(pickle.dumps, table),
            "rows: unpickled": partial(pickle.loads, pickle.dumps(table)),
        }
    )
    for name, spent in medians.items():
        print(f"{name:26} {spent.wall:8.1f} ms   processor {spent.processor:8.1f} ms")  # noqa: T201 (the result)
    _record(medians, len(packed))
    return 0


def _quads() -> list[Quad]:
    say = NamedNode("https://w3id.org/tripartite/ontology#says")
    base = "https://w3id.org/tripartite/project"
    return [
        Quad(NamedNode(f"{base}/p{number % 300}"), say, Literal(f"value {number}", language="en"))
        for number in range(ROWS)
    ]


def _asked(store: EmbeddedStore) -> object:
    return foreign.ask(store, EmbeddedStore.query, ForeignQuery(ALL, "query"), LIMITS)


def _spawned(ask: Callable[[], object]) -> None:
    os.environ["TRIPARTITE_WORKER"] = "spawn"
    ask()
    del os.environ["TRIPARTITE_WORKER"]


def _cold(limits: str) -> None:
    code = COLD.format(text=SMALL, limits=limits)
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)  # noqa: S603 (our own)


def _medians(tasks: Mapping[str, Callable[[], object]]) -> dict[str, Spent]:
    taken: dict[str, list[Spent]] = {name: [] for name in tasks}
    for counted in [False, *[True] * ROUNDS]:
        for name, task in tasks.items():
            wall, processor = time.perf_counter(), _processor()
            task()
            spent = Spent(time.perf_counter() - wall, _processor() - processor)
            if counted:
                taken[name].append(spent)
    return {
        name: Spent(*(1000 * statistics.median(column) for column in zip(*rounds, strict=True)))
        for name, rounds in taken.items()
    }


def _processor() -> float:
    """Return the seconds of processor that this process and its children have used."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in both]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _record(medians: Mapping[str, Spent], size: int) -> None:
    found = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {"processor": platform.machine(), "python": platform.python_version()},
        "versions": {name: version(name) for name in ("pyoxigraph", "tree-sitter")},
        "rounds": ROUNDS,
        "rows": ROWS,
        "bytes_of_rows": size,
        "median_milliseconds": {
            name: {"wall": round(spent.wall, 1), "processor": round(spent.processor, 1)}
            for name, spent in medians.items()
        },
    }
    path = HERE / "results" / "worker.json"
    path.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
