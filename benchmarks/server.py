"""Count what a question costs on a server, beside the same question on this machine.

The server is Oxigraph's, on this machine: the numbers of requests and of lookups say what a
network would cost. Times are the processor's, of the process that asks.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from benchmarks import measuring
from tests.tools.servers import oxigraph
from tripartite import KnowledgeGraph
from tripartite.store import EmbeddedStore
from tripartite.store.remote import Remote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pyoxigraph import Quad

    Question = Callable[[KnowledgeGraph], object]

ROUNDS: Final = 5
QUESTIONS: Final[Mapping[str, Question]] = {
    "show body:ilo": lambda graph: graph.show("body:ilo"),
    "show country:japan": lambda graph: graph.show("country:japan"),
    "show 厚生労働省": lambda graph: graph.show("厚生労働省"),
    "find safety": lambda graph: graph.find("safety"),
    "query funding/by-donor, cited": lambda graph: graph.cite(graph.query("funding/by-donor")),  # type: ignore[arg-type]  # a SELECT
    "export -f nquads --graph all": lambda graph: graph.export("nquads", "all"),
}


class _Counting(EmbeddedStore):
    """The embedded store; it counts its lookups."""

    lookups = 0

    def quads(self, *pattern: object, **named: object) -> Iterator[Quad]:
        """Count, then look up."""
        type(self).lookups += 1
        return super().quads(*pattern, **named)  # type: ignore[arg-type]  # as it was called


def main() -> int:
    """Print a line a question, and write ``results/server.json``."""
    here = KnowledgeGraph.open()
    found: dict[str, dict[str, float]] = {}
    with oxigraph() as started:
        sent = _seconds(lambda: here.publish(f"{started}/store"))
        for name, ask in QUESTIONS.items():
            found[name] = _measured(ask, here, f"{started}/query")
            line = ", ".join(f"{key} {value:g}" for key, value in found[name].items())
            measuring.say(f"{name:30} {line}")
    measuring.say(f"{'publish':30} cpu {sent:.3f}")
    record = {
        "rounds": ROUNDS,
        "questions": found,
        "median_cpu_seconds_of_publish": round(sent, 3),
    }
    return measuring.finish("server", record, ("oxigraph", "pyoxigraph"))


def _measured(ask: Question, here: KnowledgeGraph, server: str) -> dict[str, float]:
    there = KnowledgeGraph.open(server)
    ask(there)
    assert isinstance(there.reader, Remote)  # noqa: S101 (opened by a URL)
    return {
        "requests": there.reader.endpoint.connection.requests,
        "lookups": _lookups(ask, here),
        "cpu": round(_seconds(lambda: ask(KnowledgeGraph.open(server))), 4),
        "cpu here": round(_seconds(lambda: ask(KnowledgeGraph.open())), 4),
    }


def _lookups(ask: Question, here: KnowledgeGraph) -> int:
    """Return how often the embedded store is asked."""
    counting = KnowledgeGraph(here.places)
    counting._store = _Counting.open(here.store.folder)  # type: ignore[arg-type] # noqa: SLF001 (a build has a folder)
    _Counting.lookups = 0
    ask(counting)
    return _Counting.lookups


def _seconds(work: Callable[[], object]) -> float:
    """Return the median of the rounds, of the processor of this process."""
    return measuring.median([measuring.timed(work) for _ in range(ROUNDS)]).processor


if __name__ == "__main__":
    sys.exit(main())
