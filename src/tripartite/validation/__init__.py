"""SHACL: what a graph breaks of its shapes, by whichever engine is best at it."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tripartite.validation.data import written
from tripartite.validation.report import Report, Result
from tripartite.validation.shape_graph import ShapeGraph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Triple

__all__ = ["Report", "Result", "engine_notes", "validate"]


def validate(
    data: Iterable[Triple] | Path,
    shapes: Iterable[Triple],
    engine: str = "fast",
    most: int | None = 10_000,
) -> Report:
    """Return what ``data`` breaks of ``shapes``.

    Args:
        data: Triples, or a file of canonical N-Triples, which costs the least.
        shapes: Triples of the shapes; blank nodes keep their labels in the report.
        engine: ``fast`` or ``pyshacl``, the reference.
        most: How many results the report holds at most; ``None`` for all. A report that is cut
            holds those that were found first, the same ones each time.

    Raises:
        UnreadableFileError: An engine does not take the shapes.
    """
    graph = ShapeGraph(shapes)
    notes = engine_notes(engine)
    with written(data) as source:
        if engine == "fast" and not notes:
            from tripartite.validation import fast  # noqa: PLC0415 (where the package is)

            report = fast.validate(source, graph, most)
        else:
            from tripartite.validation import reference  # noqa: PLC0415 (costs rdflib)

            report = reference.validate(source, graph)
    return _cut(replace(report, notes=notes), most)


def engine_notes(engine: str) -> tuple[str, ...]:
    """Return the message keys of what is to be said of an engine: that it is another one."""
    return ("engine-missing",) if engine == "fast" and not find_spec("shacl") else ()


def _cut(report: Report, most: int | None) -> Report:
    found = tuple(sorted(report.results, key=_order))
    return replace(report, results=found[:most], is_cut=most is not None and len(found) > most)


def _order(result: Result) -> tuple[str, ...]:
    terms = (result.focus, result.path, result.shape, result.value, result.component)
    return tuple(map(str, (*terms, result.constraint)))
