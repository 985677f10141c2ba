"""Write the expected answer of every named query: ``python -m tests.tools.golden``.

``golden/<topic>/<name>.csv`` is the answer without parameters, in English. An answer with
parameters is kept where its file exists: ``<name>@<parameter=value,…>.csv``.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.tools.places import GOLDEN
from tripartite import KnowledgeGraph
from tripartite.exports import rows
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Golden:
    """One expected answer: its file, and the question it answers."""

    path: Path
    query: str
    arguments: Mapping[str, str]


def plain(name: str, folder: Path = GOLDEN) -> Golden:
    """Return the golden table of a named query without parameters."""
    return Golden(folder / f"{name}.csv", name, {})


def with_parameters(folder: Path = GOLDEN) -> tuple[Golden, ...]:
    """Return the golden tables with parameters that exist, sorted."""
    return tuple(_read(path, folder) for path in sorted(folder.glob("*/*@*.csv")))


def answer(graph: KnowledgeGraph, golden: Golden) -> str:
    """Return the answer as ``tripartite query -f csv`` prints it."""
    table = graph.query(golden.query, golden.arguments)
    if not isinstance(table, Table):
        raise TypeError(f"{golden.query} is no SELECT")
    text = rows.write("csv", table)
    return text if isinstance(text, str) else text.decode()


def rewrite(graph: KnowledgeGraph, folder: Path = GOLDEN) -> Iterator[str]:
    """Write what differs, remove what no query answers; yield what was done."""
    names = {query.name for query in graph.queries()}
    kept = [golden for golden in with_parameters(folder) if golden.query in names]
    expected = {g.path: g for g in (*(plain(name, folder) for name in sorted(names)), *kept)}
    for path, golden in expected.items():
        data = answer(graph, golden).encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            yield f"wrote {path.relative_to(folder).as_posix()}"
    for path in sorted(set(folder.glob("*/*.csv")) - expected.keys()):
        path.unlink()
        yield f"removed {path.relative_to(folder).as_posix()}"


def main() -> int:
    """Rewrite the golden tables, but never in CI: there they are what is judged by."""
    if os.environ.get("CI"):
        sys.stderr.write("golden tables are not rewritten in CI: run make golden, review, commit\n")
        return 2
    for line in rewrite(KnowledgeGraph.open()):
        sys.stdout.write(f"{line}\n")
    return 0


def _read(path: Path, folder: Path) -> Golden:
    name, _, settings = path.relative_to(folder).with_suffix("").as_posix().partition("@")
    pairs = (setting.partition("=") for setting in settings.split(","))
    return Golden(path, name, {key: value for key, _, value in pairs})


if __name__ == "__main__":
    sys.exit(main())
