"""Look a published snapshot through: its manifest, its files, its counts, its content."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import DefaultGraph

from tripartite.build.contents import content_of, count, differing
from tripartite.build.snapshot import current, pointed
from tripartite.errors import MissingInputError
from tripartite.places import POINTER
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tripartite.build.snapshot import Snapshot


class Defect(NamedTuple):
    """One part of a snapshot that is not as it was published.

    Attributes:
        part: A file's name, or that of a count.
        key: The message that says what was found.
        values: What the message names.
    """

    part: str
    key: str
    values: Mapping[str, object] = {}


def inspect(builds: Path) -> tuple[Defect, ...]:
    """Return what is wrong with the snapshot in use; empty if it is whole.

    Where the manifest or a file is damaged, the graph is not read: it can only be wrong.
    """
    if not pointed(builds):
        return (Defect(POINTER, "build-none"),)
    found = current(builds)
    if found is None:
        return (Defect(pointed(builds), "build-gone"),)
    damaged = tuple(Defect(name, key) for name, key in differing(found))
    return damaged or tuple(_within(found))


def _within(snapshot: Snapshot) -> Iterator[Defect]:
    """Yield where the graph is not the one that the manifest describes."""
    try:
        store = EmbeddedStore.open(snapshot.store)
    except MissingInputError as error:
        yield Defect("store", "build-unopened", {"why": error.values["why"]})
        return
    every = tuple(store.quads())
    counted = count((quad for quad in every if quad.graph_name == DefaultGraph()), every)
    for name, expected in snapshot.manifest.counts.items():
        if counted.get(name) != expected:
            values = {"found": counted.get(name, 0), "expected": expected}
            yield Defect(name, "build-count", values)
    if content_of(store) != snapshot.manifest.content:
        yield Defect("store", "build-content")
