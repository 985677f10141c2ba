"""Draw neighbourhoods of 40 nodes beside Graphviz: time, crossings, boxes that are covered.

Both begin with the network in memory or as a file, and end with SVG. Graphviz's ``dot`` and
``neato`` are programs of the system; where they are missing nothing is measured.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, Final

from benchmarks import measuring
from benchmarks.measuring import Bar, medians
from tripartite import KnowledgeGraph
from tripartite.network import kinds, projection
from tripartite.network.answer import node
from tripartite.network.facts import Facts
from tripartite.pictures.graph import choosing
from tripartite.pictures.graph.arranging import arrange
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.graph.describing import describe
from tripartite.pictures.graph.interchange import as_dot
from tripartite.pictures.graph.svg import as_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tripartite.network.projection import Network
    from tripartite.pictures.graph.scene import Scene

    Point = tuple[float, float]
    Line = tuple[Point, ...]

ROUNDS: Final = 11
AROUND: Final = ("fund:ssn", "MHLW", "project:osh-asia", "country:viet-nam")
NODES: Final = 40
BAR: Final = 3.0  # times what dot takes
PAGE_BAR: Final = 5.0  # seconds for everything as a page
_INCH: Final = 72.0
_FINE: Final = 8  # points that stand for a curve


def main() -> int:
    """Print medians and ratios, write them to ``results/pictures.json``; 1 above the bar."""
    if not (shutil.which("dot") and shutil.which("neato")):
        measuring.say("graphviz is not installed: nothing to compare with")
        return 1
    graph = KnowledgeGraph.open()
    found = {name: _compare(graph, name) for name in AROUND}
    for name, row in found.items():
        measuring.say(
            f"{name:18} ours {row['ours_ms']:6.1f} ms, dot {row['dot_ms']:6.1f} ms,"
            f" {row['ratio']:4.2f} times; crossings {row['crossings']}, dot"
            f" {row['crossings_of_dot']}, neato {row['crossings_of_neato']}; boxes on a line"
            f" {row['covered']}, dot {row['covered_of_dot']}, neato {row['covered_of_neato']}"
        )
    whole = medians(
        {
            "draw graph, 40 nodes, svg": lambda: _command("fund:ssn", "--hops", "2", *_LIMIT),
            "draw graph, everything, html": lambda: _command("-f", "html"),
            "draw graph, everything, svg": lambda: _command("-f", "svg"),
        },
        rounds=5,
    )
    for name, taken in whole.items():
        measuring.say(f"{name:32} {taken.wall:6.2f} s, as a process")
    record = {
        "graphviz": _version(),
        "rounds": ROUNDS,
        "neighbourhoods": found,
        "median_seconds_as_a_process": measuring.walls(whole, 2),
    }
    page = whole["draw graph, everything, html"].wall
    bars = [
        Bar("ours / dot, the most of four", max(r["ratio"] for r in found.values()), most=BAR),
        Bar("s for everything as a page", page, most=PAGE_BAR),
    ]
    return measuring.finish("pictures", record, ("graphlay", "networkx", "pyoxigraph"), bars)


_LIMIT: Final = ("--max-nodes", str(NODES))


def _compare(graph: KnowledgeGraph, name: str) -> dict[str, Any]:
    scene, network = _scene(graph, name)
    dot = as_dot(network).encode()
    taken = medians(
        {
            "ours": lambda: as_svg(scene),
            "dot": lambda: _graphviz("dot", "svg", dot),
        },
        ROUNDS,
    )
    texts, _, layout = arrange(scene)
    boxes = [(b.x - b.width / 2, b.y - b.height / 2, b.width, b.height) for b in layout.boxes]
    row = {
        "nodes": len(texts),
        "relations": network.number_of_edges(),
        "ours_ms": round(taken["ours"].wall * 1000, 1),
        "dot_ms": round(taken["dot"].wall * 1000, 1),
        "ratio": round(taken["ours"].wall / taken["dot"].wall, 2),
        "crossings": _crossings([link.points for link in layout.links]),
        "covered": _covered(boxes, [link.points for link in layout.links]),
    }
    for engine in ("dot", "neato"):
        theirs, lines = _drawn(json.loads(_graphviz(engine, "json", dot)))
        row[f"crossings_of_{engine}"] = _crossings(lines)
        row[f"covered_of_{engine}"] = _covered(theirs, lines)
    return row


def _scene(graph: KnowledgeGraph, name: str) -> tuple[Scene, Network]:
    """Return a neighbourhood with one relation between two nodes for each standing."""
    focus = (node(graph.store, name),)
    said = Facts(graph.store)
    network = projection.project(said, "en", kinds.nodes((), focus), ("implied",))
    part = choosing.neighbourhood(network, focus, Wanted((name,), hops=2, max_nodes=NODES))
    seen: set[tuple[str, str, str]] = set()
    for start, end, key, data in list(part.network.edges(keys=True, data=True)):
        line = (start, end, data["standing"])
        if line in seen:
            part.network.remove_edge(start, end, key)
        seen.add(line)
    return describe(graph.store, part, graph._citations(), "en"), part.network  # noqa: SLF001 (a bench)


def _graphviz(engine: str, form: str, dot: bytes) -> bytes:
    command = [engine, f"-T{form}", "-Goverlap=prism"]
    done = subprocess.run(command, input=dot, capture_output=True, check=True)  # noqa: S603 (a program named here)
    return done.stdout


def _drawn(data: Mapping[str, Any]) -> tuple[list[tuple[float, float, float, float]], list[Line]]:
    boxes = []
    for each in data["objects"]:
        x, y = (float(n) for n in each["pos"].split(","))
        wide, high = float(each["width"]) * _INCH, float(each["height"]) * _INCH
        boxes.append((x - wide / 2, y - high / 2, wide, high))
    return boxes, [_curve(each["pos"]) for each in data["edges"]]


def _curve(text: str) -> Line:
    """Return points along the splines of Graphviz, its arrow's tip left out."""
    points = [
        (float(x), float(y))
        for x, y in (p.split(",")[-2:] for p in text.split() if not p.startswith(("e", "s")))
    ]
    found = [points[0]]
    for n in range(0, len(points) - 3, 3):
        found += [_bezier(points[n : n + 4], step / _FINE) for step in range(1, _FINE + 1)]
    return tuple(found)


def _bezier(p: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(w * point[axis] for w, point in zip(weights, p, strict=True)) for axis in (0, 1))
    return x, y


def _crossings(lines: Iterable[Line]) -> int:
    """Return how many pairs of lines cross."""
    legs = [list(pairwise(line)) for line in lines]
    return sum(
        any(_cross(*a, *b) for a in first for b in second)
        for first, second in combinations(legs, 2)
    )


def _covered(boxes: Iterable[Sequence[float]], lines: Sequence[Line]) -> int:
    """Return how many boxes a line runs through that neither begins nor ends there."""
    return sum(any(_runs_through(box, line) for line in lines) for box in boxes)


def _runs_through(box: Sequence[float], line: Line) -> bool:
    x, y, wide, high = box
    near = [p for p in (line[0], line[-1]) if _inside(p, (x - 9, y - 9, wide + 18, high + 18))]
    corners = ((x, y), (x + wide, y + high), (x, y + high), (x + wide, y))
    diagonals = (corners[:2], corners[2:])
    return not near and any(
        _cross(*leg, *diagonal) for leg in pairwise(line) for diagonal in diagonals
    )


def _inside(point: Point, box: Sequence[float]) -> bool:
    return box[0] <= point[0] <= box[0] + box[2] and box[1] <= point[1] <= box[1] + box[3]


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _command(*arguments: str) -> None:
    subprocess.run(  # noqa: S603 (our own interpreter and arguments)
        [sys.executable, "-m", "tripartite", "draw", "graph", *arguments, "--quiet"],
        stdout=subprocess.DEVNULL,
        check=False,
    )


def _version() -> str:
    said = subprocess.run(["dot", "-V"], capture_output=True, text=True, check=True).stderr  # noqa: S607 (found above)
    return said.split()[4]


if __name__ == "__main__":
    sys.exit(main())
