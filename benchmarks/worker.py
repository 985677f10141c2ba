"""Time what a process of its own costs a query, against the same query in this process.

Wall and processor time, children's included, medians of the same rounds. Processor time is
what to compare on a machine that others use too.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from benchmarks import measuring
from tripartite import KnowledgeGraph, Limits
from tripartite.store import EmbeddedStore, foreign, packing
from tripartite.store.foreign_query import ForeignQuery

if TYPE_CHECKING:
    from collections.abc import Callable

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


def main() -> int:
    """Print medians, write them to ``results/worker.json``."""
    graph = KnowledgeGraph.open()
    graph.build()
    medians = measuring.medians(
        {
            "small: in this process": partial(graph.sparql, SMALL, limits=None),
            "small: forked": partial(graph.sparql, SMALL, limits=LIMITS),
            "small: spawned": partial(_spawned, partial(graph.sparql, SMALL, limits=LIMITS)),
            "cold: in this process": partial(_cold, ", limits=None"),
            "cold: forked": partial(_cold, ""),
        },
        ROUNDS,
    )
    many = EmbeddedStore.of(_quads())
    table = many.select(ALL)
    packed = packing.pack(table)
    medians |= measuring.medians(
        {
            "rows: in this process": partial(many.query, ALL),
            "rows: forked": partial(_asked, many),
            "rows: packed": partial(packing.pack, table),
            "rows: unpacked": partial(packing.unpack, packed),
            "rows: pickled as they are": partial(pickle.dumps, table),
            "rows: unpickled": partial(pickle.loads, pickle.dumps(table)),
        },
        ROUNDS,
    )
    milliseconds = {
        name: {"wall": round(1000 * one.wall, 1), "processor": round(1000 * one.processor, 1)}
        for name, one in medians.items()
    }
    for name, one in milliseconds.items():
        measuring.say(f"{name:26} {one['wall']:8} ms   processor {one['processor']:8} ms")
    found = {
        "rounds": ROUNDS,
        "rows": ROWS,
        "bytes_of_rows": len(packed),
        "median_milliseconds": milliseconds,
    }
    return measuring.finish("worker", found, ("pyoxigraph", "tree-sitter"))


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


if __name__ == "__main__":
    sys.exit(main())
