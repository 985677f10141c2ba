"""Find how deep a query nests, in each of several ways, before the engine ends its process.

Each trial is a child of its own. The guard's limits must lie well below what is found.
"""

from __future__ import annotations

import resource
import sys
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad

from benchmarks import measuring
from benchmarks.measuring import Bar
from tests.tools.hostile import DEEP
from tripartite import Limits
from tripartite.errors import QueryFailedError, QueryRefusedError
from tripartite.store import EmbeddedStore, guard, worker
from tripartite.store.foreign_query import ForeignQuery
from tripartite.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE: Final = Limits(seconds=20)
_TIMES: Final = 3  # what ends the engine lies so many times above what is allowed
MOST: Final = 100_000
EXACT: Final = 0.02  # of the depth found


def main() -> int:
    """Print the depths, write them to ``results/depths.json``; 1 if a limit lies too close."""
    nodes = [NamedNode(f"u:{number}") for number in range(6)]
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store = EmbeddedStore.of(Quad(one, kind, other) for one, other in pairwise(nodes))
    found: dict[str, dict[str, object]] = {}
    bars = []
    for name, (text, _) in DEEP.items():
        least, ending = _least(store, text)
        allowed = _allowed(text)
        found[name] = {"least": least, "ending": ending, "allowed": allowed}
        bars.append(Bar(f"{name}: ends at / allowed to", least / allowed, least=_TIMES))
        measuring.say(f"{name:12} ends at {least:6}  ({ending}); allowed to {allowed}")
    stack, _ = resource.getrlimit(resource.RLIMIT_STACK)
    record = {
        "stack_bytes": stack,
        "limits": {"parts_within": guard.DEPTH, "parts_beside": guard.WIDTH},
        "times_nested": found,
    }
    return measuring.finish("depths", record, ("pyoxigraph", "tree-sitter-sparql"), bars)


def _least(store: EmbeddedStore, text: Callable[[int], str]) -> tuple[int, str]:
    """Return the least depth that ends the engine, nearly, and how."""
    good, bad, ending = 1, MOST, _ending(store, text(MOST))
    while bad - good > max(1, EXACT * bad):
        middle = (good + bad) // 2
        now = _ending(store, text(middle))
        if now:
            bad, ending = middle, now
        else:
            good = middle
    return bad, ending


def _ending(store: EmbeddedStore, text: str) -> str:
    """Return what ended the process that asked; nothing if it answered."""
    try:
        worker.run(partial(_asked, store, text), PATIENCE)
    except QueryFailedError as error:
        return str(error.values.get("why", error.key))
    return ""


def _asked(store: EmbeddedStore, text: str) -> None:
    store.query(text)


def _allowed(text: Callable[[int], str]) -> int:
    """Return how often the guard lets a query nest."""
    good, bad = 1, MOST
    while bad - good > 1:
        middle = (good + bad) // 2
        try:
            guard.check(ForeignQuery(text(middle), "query"), PREFIXES)
            good = middle
        except QueryRefusedError:
            bad = middle
    return good


if __name__ == "__main__":
    sys.exit(main())
