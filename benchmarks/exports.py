"""Export Turtle and JSON-LD, beside rdflib and the engine alone.

Ours is ``KnowledgeGraph.export``: the default graph is read from the store, put in order, spelled
with our prefixes or context, and is text in the end. rdflib serializes a graph that it holds
already, to text too; as JSON-LD once as it does by default, expanded, and once with our context.
The engine alone dumps its store, in no order, without a context.

rdflib takes half an hour for a million triples as Turtle. Unless that is wanted (``make bench
FULL=1``), it is ended when it has taken as long as the bar asks for and a little more.
"""

from __future__ import annotations

import gc
import json
import math
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, RdfFormat, Store, parse

from benchmarks import data, measuring
from benchmarks.measuring import Compared
from tripartite import places
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from rdflib import Graph

    from benchmarks.measuring import Taken

ROUNDS: Final = 3
BAR: Final = 20.0
RAW: Final = "pyoxigraph"
FORMATS: Final = ("turtle", "jsonld", "jsonld-expanded")
BARS: Final = {"turtle": BAR, "jsonld-expanded": BAR}  # at a million triples
MORE: Final = 1.05
# What of rdflib answers which of our formats.
TURTLE: Final = "rdflib"
ENDED: Final = "rdflib, ended then"
PEERS: Final = {
    TURTLE: "turtle",
    ENDED: "turtle",
    "rdflib, our context": "jsonld",
    "rdflib, expanded": "jsonld-expanded",
}


def main() -> int:
    """Print and record; 1 if rdflib does not take the times of the bar."""
    found: dict[str, dict[str, Taken]] = {}
    with data.folder() as folder:
        for size in data.SIZES:
            works = _works(data.made(folder, size))
            slow = works.pop(TURTLE)
            rounds = {name: 1 if name in PEERS else ROUNDS for name in works}
            taken = measuring.in_turn(works, rounds)
            enough = data.FULL or size < data.MILLION
            limit = math.inf if enough else taken["turtle"].wall * BAR * MORE
            found[str(size)] = {**taken, **_within(limit, slow)}
    compared = [one for size, taken in found.items() for one in _compared(int(size), taken)]
    figures = {
        size: {
            name: {**both, "characters": taken[name].result}
            for name, both in measuring.both(taken).items()
        }
        for size, taken in found.items()
    }
    record = {"rounds": ROUNDS, "medians": figures}
    packages = ("pyld", "pyoxigraph", "rdflib")
    return measuring.finish("exports", record, packages, (), compared)


def _works(path: Path) -> dict[str, Callable[[], object]]:
    graph = data.graph(EmbeddedStore.of(parse(path=str(path), format=RdfFormat.N_TRIPLES)))
    alone = Store()
    alone.bulk_load(path=str(path), format=RdfFormat.N_TRIPLES)
    works: dict[str, Callable[[], object]] = {
        "turtle": lambda: len(graph.export("turtle")),
        "jsonld": lambda: len(graph.export("jsonld")),
        "jsonld-expanded": lambda: len(graph.export("jsonld-expanded")),
        f"{RAW}, turtle": partial(_dump, alone, RdfFormat.TURTLE),
        f"{RAW}, jsonld-expanded": partial(_dump, alone, RdfFormat.JSON_LD),
    }
    theirs = _parsed(path)
    context = json.loads((places.locate().ontology / "context.jsonld").read_bytes())["@context"]
    return works | {
        TURTLE: lambda: len(theirs.serialize(format="turtle")),
        "rdflib, our context": lambda: len(theirs.serialize(format="json-ld", context=context)),
        "rdflib, expanded": lambda: len(theirs.serialize(format="json-ld")),
    }


def _within(limit: float, work: Callable[[], object]) -> dict[str, Taken]:
    """Return rdflib's time for Turtle; named otherwise if it was ended."""
    if limit == math.inf:
        return {TURTLE: measuring.timed(work)}
    clock = measuring.Clock()
    try:
        with measuring.patience(limit):
            return {TURTLE: clock.lap(work())}
    except TimeoutError:
        return {ENDED: clock.lap()}


def _dump(store: Store, form: RdfFormat) -> int:
    return len(store.dump(format=form, from_graph=DefaultGraph()) or b"")


def _parsed(path: Path) -> Graph:
    from rdflib import Graph  # noqa: PLC0415 (only where it is asked)

    graph = Graph().parse(path, format="nt")
    gc.collect()
    gc.freeze()  # else the collector would look through it whenever it is called, in our time too
    return graph


def _compared(size: int, taken: Mapping[str, Taken]) -> Iterator[Compared]:
    for form in FORMATS:
        what, ours = f"export, {form}", taken[form].wall
        for peer, answered in PEERS.items():
            if answered == form and peer in taken:
                least = BARS.get(form, 0) if size == data.MILLION else 0
                yield Compared(what, size, "s", ours, peer, taken[peer].wall, least=least)
        if f"{RAW}, {form}" in taken:  # it writes no context
            yield Compared(what, size, "s", ours, RAW, taken[f"{RAW}, {form}"].wall)


if __name__ == "__main__":
    sys.exit(main())
