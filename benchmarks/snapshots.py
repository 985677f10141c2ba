"""Time the parts of publishing a snapshot, and what its lease costs a reader, in one run."""

from __future__ import annotations

import json
import platform
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tripartite import KnowledgeGraph, places
from tripartite.build import drafts, manifest, snapshot, sources
from tripartite.build.contents import content_of, count, files
from tripartite.build.manifest import Manifest
from tripartite.build.materialise import materialise
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 7
HERE: Final = Path(__file__).parent


def main() -> int:
    """Print the medians by the clock and by the processor; write ``results/snapshots.json``."""
    taken: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for _ in range(ROUNDS):
        for name, wall, cpu in _round():
            taken[name].append((wall, cpu))
    medians = {
        name: {
            "wall": round(statistics.median(wall for wall, _ in times), 5),
            "cpu": round(statistics.median(cpu for _, cpu in times), 5),
        }
        for name, times in taken.items()
    }
    for name, median in medians.items():
        print(f"{name:34} {median['wall'] * 1000:8.2f} ms, cpu {median['cpu'] * 1000:8.2f} ms")  # noqa: T201
    _record(medians)
    return 0


def _round() -> Iterator[tuple[str, float, float]]:
    """Yield name, seconds by the clock and seconds of the processor of each part."""
    project = places.locate()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock = _Clock()
        dataset = materialise(sources.read(project))
        quads = dataset.quads()
        yield clock.lap("read the files and materialise")
        with drafts.drafted(folder) as draft:
            EmbeddedStore.write(draft.folder / snapshot.STORE, quads)
            yield clock.lap("write the store")
            content = content_of(EmbeddedStore.of(quads))
            yield clock.lap("hash the content, from memory")
            assert content_of(EmbeddedStore.open(draft.folder / snapshot.STORE)) == content  # noqa: S101
            yield clock.lap("read it back from the disk")
            counts = count(dataset.default, quads)
            written = Manifest(content, counts, files(draft.folder), {})
            manifest.write(draft.folder, written)
            yield clock.lap("count, and hash the files")
            drafts.put(folder, draft)
            yield clock.lap("sync and publish")
        found = snapshot.held(folder)
        yield clock.lap("a reader: pointer, lease, manifest")
        store = EmbeddedStore.open(found.store, found.lease)
        yield clock.lap("a reader: open the store")
        del store
    graph = KnowledgeGraph.open()
    graph.build()
    clock = _Clock()
    graph.check_build()
    yield clock.lap("check --build")


class _Clock:
    """Tells what each part took."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def lap(self, name: str) -> tuple[str, float, float]:
        wall, cpu = time.perf_counter(), time.process_time()
        found = (name, wall - self._wall, cpu - self._cpu)
        self._wall, self._cpu = wall, cpu
        return found


def _record(medians: dict[str, dict[str, float]]) -> None:
    record = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {"processor": platform.machine(), "python": platform.python_version()},
        "versions": {"pyoxigraph": version("pyoxigraph")},
        "rounds": ROUNDS,
        "median_seconds": medians,
    }
    path = HERE / "results" / "snapshots.json"
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
