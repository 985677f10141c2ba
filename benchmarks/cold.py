"""Time a cold named query against its peers, alternating, in one run.

Peers: bare Python; a bare click and pyoxigraph script that opens the same build; the
shortest rdflib script that parses the same data and runs the same query.
"""

from __future__ import annotations

import compileall
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Final

import tripartite
from benchmarks import measuring
from benchmarks.measuring import Compared
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
    # As an installed package is, and the peers' are, also where Python writes no bytecode.
    compileall.compile_dir(Path(tripartite.__file__).parent, quiet=1)
    graph = KnowledgeGraph.open()
    graph.build()
    last = snapshot.held(graph.places.builds)
    data = measuring.RESULTS / "data.nq"
    data.parent.mkdir(exist_ok=True)
    data.write_bytes(str(graph.export("nquads", "all")).encode())
    text = library.bind(graph.named(QUERY), {})
    commands = {
        "tripartite": [str(Path(sys.executable).with_name("tripartite")), "query", QUERY],
        "bare python": [sys.executable, "-c", "pass"],
        "click + pyoxigraph": [sys.executable, str(HERE / "bare.py"), str(last.store), text],
        "rdflib": [sys.executable, str(HERE / "shortest_rdflib.py"), str(data), text],
    }
    medians = measuring.medians({k: partial(_run, c) for k, c in commands.items()}, ROUNDS)
    data.unlink()
    ours = medians["tripartite"].wall * 1000
    compared = [
        Compared("cold named query", 0, "ms", ours, peer, medians[peer].wall * 1000, most=most)
        for peer, most in BARS.items()
    ]
    found = {"query": QUERY, "rounds": ROUNDS, "median_seconds": measuring.walls(medians)}
    packages = ("click", "pyoxigraph", "rdflib")
    return measuring.finish("cold", found, packages, (), compared)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own)


if __name__ == "__main__":
    sys.exit(main())
