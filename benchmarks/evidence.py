"""Time evidence against the same query without it: cold, and in process, in one run.

In process, every named query is asked. Evidence asks each pattern a second time; what is
measured against the bar is what it does beside the two runs, for each triple it names. The
time with the second run is printed and kept too.
"""

from __future__ import annotations

import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks import measuring
from benchmarks.measuring import Bar
from tripartite import KnowledgeGraph, library
from tripartite.build import snapshot
from tripartite.evidence import attach
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.model import Term
    from tripartite.store import Answer

ROUNDS: Final = 11
COLD: Final = ("themes/towards-ratification", "geography/in-country", "funding/amounts-given")
COLD_BAR: Final = 2.5  # times the query without evidence
TRIPLES: Final = 20
BAR: Final = 1.0  # milliseconds for so many triples


class Spent(NamedTuple):
    """Seconds spent on all named queries, and the triples named as evidence."""

    plain: float
    attached: float
    engine: float
    triples: int


def main() -> int:
    """Print medians and ratios, write them to ``results/evidence.json``; 1 if a bar is missed."""
    graph = KnowledgeGraph.open()
    graph.build()
    ratios = {name: _cold(name) for name in COLD}
    spent = _in_process(graph)
    scale = 1000 * TRIPLES / spent.triples
    own = (spent.attached - spent.engine) * scale
    added = (spent.attached - spent.plain) * scale
    measuring.say(f"with the second run of each query: {added:.2f} ms for {TRIPLES} triples")
    found = {
        "rounds": ROUNDS,
        "cold_ratio_to_the_query_alone": {name: round(r, 3) for name, r in ratios.items()},
        "triples_of_all_named_queries": spent.triples,
        "milliseconds_for_20_triples": round(own, 3),
        "milliseconds_for_20_triples_with_the_second_run": round(added, 3),
    }
    bars = [Bar(f"cold with evidence / without, {n}", r, most=COLD_BAR) for n, r in ratios.items()]
    bars.append(Bar(f"ms for {TRIPLES} triples of evidence", own, most=BAR))
    return measuring.finish("evidence", found, ("pyoxigraph", "tree-sitter"), bars)


def _cold(name: str) -> float:
    """Return how many times as long a new process takes with evidence."""
    plain = [str(Path(sys.executable).with_name("tripartite")), "query", name, "-f", "csv"]
    commands = {"without": plain, "with": [*plain, "--evidence"]}
    taken = measuring.medians({key: partial(_run, c) for key, c in commands.items()}, ROUNDS)
    return taken["with"].wall / taken["without"].wall


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own)


class _Timed(EmbeddedStore):
    """A store that knows how long the engine ran its queries."""

    seconds = 0.0

    def query(
        self,
        text: str,
        source: str = "query",
        given: Mapping[str, Term] | None = None,
        rows: int | None = None,
    ) -> Answer:
        started = time.process_time()
        answer = super().query(text, source, given, rows)
        self.seconds += time.process_time() - started
        return answer


def _in_process(graph: KnowledgeGraph) -> Spent:
    """Ask every named query without and with evidence; time the engine apart."""
    last = snapshot.held(graph.places.builds)
    store = _Timed.open(last.store)
    store.functions = graph.store.functions
    texts = [library.bind(query, {}, "en") for query in graph.queries()]
    store.seconds = 0.0
    for text in texts:
        store.query(text)
    plain, store.seconds = store.seconds, 0.0
    started = time.process_time()
    tables = [attach(store, text) for text in texts]
    attached = time.process_time() - started
    triples = sum(len(proof.triples) for table in tables for proof in table.proofs)
    return Spent(plain, attached, store.seconds, triples)


if __name__ == "__main__":
    sys.exit(main())
