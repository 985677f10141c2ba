"""Time a search against the scan it replaced, and a cold one, alternating, in one run.

The scan compared the text with every name by ``difflib``; it stands here as it was.
"""

from __future__ import annotations

import difflib
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Final

from benchmarks import measuring
from benchmarks.measuring import Bar, medians
from tripartite import KnowledgeGraph, name_index, search
from tripartite.naming import IDENTIFIER, LABEL, fold, names
from tripartite.store import EmbeddedStore

ROUNDS: Final = 11
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
    ratios = {text: scan[text].wall / ours[text].wall for text in SEARCHES}
    otherwise = {**cold, **memory, **held}
    for text in SEARCHES:
        measuring.say(
            f"{text:20} {ours[text].wall * 1000:8.2f} ms; scan {scan[text].wall * 1000:8.2f} ms; "
            f"{ratios[text]:6.1f} times as fast"
        )
    for name, taken in otherwise.items():
        measuring.say(f"{name:24} {taken.wall * 1000:8.1f} ms")
    found = {
        "sqlite": sqlite3.sqlite_version,
        "rounds": ROUNDS,
        "median_seconds": measuring.walls(ours, 5),
        "median_seconds_of_the_scan": measuring.walls(scan, 5),
        "ratio_of_the_scan_to_ours": {name: round(ratio, 1) for name, ratio in ratios.items()},
        "median_seconds_otherwise": measuring.walls(otherwise),
    }
    bars = [Bar("scan / ours, the least of six", min(ratios.values()), least=1 / BAR)]
    return measuring.finish("find", found, ("pyoxigraph", "rapidfuzz"), bars)


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


if __name__ == "__main__":
    sys.exit(main())
