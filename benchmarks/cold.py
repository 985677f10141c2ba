"""Time a cold named query against its peers, alternating, in one run.

Peers: bare Python; a bare click and pyoxigraph script that opens the same build; the
shortest rdflib script that parses the same data and runs the same query.
"""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tripartite import KnowledgeGraph, library
from tripartite.build import snapshot

ROUNDS: Final = 11
# One that rdflib answers: of six tried, it did not finish three within a minute.
QUERY: Final = "themes/towards-ratification"
HERE: Final = Path(__file__).parent
# Bars of the first order: ours is at most this many times the peer.
BARS: Final = {"bare python": 10.0, "click + pyoxigraph": 1.5, "rdflib": 0.2}


def main() -> int:
    """Print medians and ratios, write them to ``results/cold.json``; 1 if a bar is missed."""
    graph = KnowledgeGraph.open()
    graph.build()
    last = snapshot.held(graph.places.builds)
    data = HERE / "results" / "data.nq"
    data.parent.mkdir(exist_ok=True)
    data.write_bytes(str(graph.export("nquads", "all")).encode())
    text = library.bind(graph.named(QUERY), {})
    commands = {
        "tripartite": [str(Path(sys.executable).with_name("tripartite")), "query", QUERY],
        "bare python": [sys.executable, "-c", "pass"],
        "click + pyoxigraph": [sys.executable, str(HERE / "bare.py"), str(last.store), text],
        "rdflib": [sys.executable, str(HERE / "shortest_rdflib.py"), str(data), text],
    }
    medians = _medians(commands)
    data.unlink()
    ratios = {peer: medians["tripartite"] / medians[peer] for peer in BARS}
    _record(medians, ratios)
    for name, seconds in medians.items():
        print(f"{name:20} {seconds * 1000:8.1f} ms")  # noqa: T201 (the result)
    missed = [peer for peer, bar in BARS.items() if ratios[peer] > bar]
    for peer, ratio in ratios.items():
        verdict = "missed" if peer in missed else "held"
        print(f"tripartite / {peer:20} {ratio:6.2f}  (at most {BARS[peer]}: {verdict})")  # noqa: T201
    return 1 if missed else 0


def _medians(commands: dict[str, list[str]]) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for counted in [False, *[True] * ROUNDS]:
        for name, command in commands.items():
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own)
            if counted:
                taken[name].append(time.perf_counter() - started)
    return {name: statistics.median(times) for name, times in taken.items()}


def _record(medians: dict[str, float], ratios: dict[str, float]) -> None:
    found = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": {"processor": platform.machine(), "python": platform.python_version()},
        "versions": {name: version(name) for name in ("click", "pyoxigraph", "rdflib")},
        "query": QUERY,
        "rounds": ROUNDS,
        "median_seconds": {name: round(value, 4) for name, value in medians.items()},
        "ratio_of_tripartite_to": {name: round(value, 3) for name, value in ratios.items()},
    }
    path = HERE / "results" / "cold.json"
    path.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
