"""Time the parts of publishing a snapshot, and what its lease costs a reader, in one run."""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import measuring
from benchmarks.measuring import Clock
from tripartite import KnowledgeGraph, places
from tripartite.build import drafts, manifest, snapshot, sources
from tripartite.build.contents import content_of, count, files
from tripartite.build.manifest import Manifest
from tripartite.build.materialise import materialise
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.measuring import Taken

ROUNDS: Final = 7


def main() -> int:
    """Print the medians by the clock and by the processor; write ``results/snapshots.json``."""
    taken: dict[str, list[Taken]] = defaultdict(list)
    for _ in range(ROUNDS):
        for name, lap in _round():
            taken[name].append(lap)
    medians = {name: measuring.median(laps) for name, laps in taken.items()}
    for name, lap in medians.items():
        measuring.say(f"{name:34} {lap.wall * 1000:8.2f} ms, cpu {lap.processor * 1000:8.2f} ms")
    found = {"rounds": ROUNDS, "medians": measuring.both(medians, 5)}
    return measuring.finish("snapshots", found, ("pyoxigraph",))


def _round() -> Iterator[tuple[str, Taken]]:
    """Yield each part's name and what it took."""
    project = places.locate()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock = Clock()
        dataset = materialise(sources.read(project))
        quads = dataset.quads()
        yield "read the files and materialise", clock.lap()
        with drafts.drafted(folder) as draft:
            EmbeddedStore.write(draft.folder / snapshot.STORE, quads)
            yield "write the store", clock.lap()
            content = content_of(EmbeddedStore.of(quads))
            yield "hash the content, from memory", clock.lap()
            assert content_of(EmbeddedStore.open(draft.folder / snapshot.STORE)) == content  # noqa: S101
            yield "read it back from the disk", clock.lap()
            counts = count(dataset.default, quads)
            written = Manifest(content, counts, files(draft.folder), {})
            manifest.write(draft.folder, written)
            yield "count, and hash the files", clock.lap()
            drafts.put(folder, draft)
            yield "sync and publish", clock.lap()
        found = snapshot.held(folder)
        yield "a reader: pointer, lease, manifest", clock.lap()
        store = EmbeddedStore.open(found.store, found.lease)
        yield "a reader: open the store", clock.lap()
        del store
    graph = KnowledgeGraph.open()
    graph.build()
    clock = Clock()
    graph.check_build()
    yield "check --build", clock.lap()


if __name__ == "__main__":
    sys.exit(main())
