"""Time a search against the scan it replaced, and a cold one, alternating, in one run.

The scan compared the text with every name by ``difflib``; it stands here as it was.
"""

from __future__ import annotations

import difflib
import json
import platform
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.timing import medians
from tripartite import KnowledgeGraph, name_index, search
from tripartite.naming import IDENTIFIER, LABEL, fold, names
from tripartite.store import EmbeddedStore

ROUNDS: Final = 11
HERE: Final = Path(__file__).parent
SEARCHES: Final = ("厚労省", "日本", "labour inspection", "ILO", "Goverment of Japan", "省")
MISTYPED: Final = "Goverment of Japan"
# A ratio under 3 is a tie on a machine that others use too.
BAR: Final = 3.0
_CLOSE: Final = 0.75


def main() -> int:
    """Print medians and ratios, write them to ``results/find.json``; 1 if slower than a tie."""
    graph = KnowledgeGraph.open()
    store = graph.store
    ours = medians({text: lambda t=text: search.find(store, t) for text in SEARCHES}, ROUNDS)  # type: ignore[misc]  # mypy infers no type for a lambda with a default
    scan = medians({text: lambda t=text: _scan(store, t) for text in SEARCHES}, ROUNDS)  # type: ignore[misc]  # the same
    cold = medians(
        {
            "cold, found": lambda: _command("find", "厚労省"),
            "cold, mistyped": lambda: _command("find", MISTYPED),
            "cold, bare python": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
        },
        ROUNDS,
    )
    quads = tuple(store.quads())
    memory = medians({"index in memory": lambda: name_index.of(EmbeddedStore.of(quads))}, ROUNDS)
    held = medians({"the same store without": lambda: EmbeddedStore.of(quads)}, ROUNDS)
    ratios = {text: scan[text] / ours[text] for text in SEARCHES}
    for text in SEARCHES:
        print(  # noqa: T201 (the result)
            f"{text:20} {ours[text] * 1000:8.2f} ms; scan {scan[text] * 1000:8.2f} ms; "
            f"{ratios[text]:6.1f} times as fast"
        )
    for name, seconds in {**cold, **memory, **held}.items():
        print(f"{name:24} {seconds * 1000:8.1f} ms")  # noqa: T201
    _record(ours, scan, {**cold, **memory, **held})
    return 0 if min(ratios.values()) >= 1 / BAR else 1


def _scan(store: EmbeddedStore, text: str) -> list[tuple[float, str]]:
    """Return what the scan found, best first."""
    wanted = fold(text)
    best: dict[str, tuple[float, str]] = {}
    for name in names(store):
        if name.rank == IDENTIFIER:
            continue
        score = _score(wanted, fold(name.text)) - (0.0 if name.rank == LABEL else 0.01)
        iri = name.iri.value
        if score >= _CLOSE / 2 and (iri not in best or score > best[iri][0]):
            best[iri] = (score, name.text)
    return sorted(best.values(), key=lambda found: (-found[0], found[1]))


def _score(wanted: str, name: str) -> float:
    if wanted == name:
        return 1.0
    share = len(wanted) / len(name) / 10
    for test, score in (
        (name.startswith(wanted), 0.8),
        (f" {wanted}" in name, 0.7),
        (wanted in name, 0.6),
    ):
        if test:
            return score + share
    matcher = difflib.SequenceMatcher(None, wanted, name)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < _CLOSE:
        return 0.0
    ratio = matcher.ratio()
    return ratio / 2 if ratio >= _CLOSE else 0.0


def _command(*arguments: str) -> object:
    program = str(Path(sys.executable).with_name("tripartite"))
    return subprocess.run([program, *arguments], check=True, capture_output=True)  # noqa: S603 (our own)


def _record(ours: dict[str, float], scan: dict[str, float], cold: dict[str, float]) -> None:
    found = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {"processor": platform.machine(), "python": platform.python_version()},
        "versions": {
            **{name: version(name) for name in ("pyoxigraph", "rapidfuzz")},
            "sqlite": sqlite3.sqlite_version,
        },
        "rounds": ROUNDS,
        "median_seconds": {name: round(value, 5) for name, value in ours.items()},
        "median_seconds_of_the_scan": {name: round(value, 5) for name, value in scan.items()},
        "ratio_of_the_scan_to_ours": {
            name: round(scan[name] / value, 1) for name, value in ours.items()
        },
        "median_seconds_otherwise": {name: round(value, 4) for name, value in cold.items()},
    }
    path = HERE / "results" / "find.json"
    path.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
