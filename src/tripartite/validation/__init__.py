"""SHACL: what a graph breaks of its shapes, by whichever engine is best at it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tripartite.validation.data import written
from tripartite.validation.report import Report, Result
from tripartite.validation.shape_graph import ShapeGraph

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Triple

    from tripartite.validation.data import Data
    from tripartite.validation.prepared import Prepared

__all__ = ["Report", "Result", "Validator", "engine_notes", "validate"]


def validate(
    data: Iterable[Triple] | Path,
    shapes: Iterable[Triple],
    engine: str = "fast",
    most: int | None = 10_000,
) -> Report:
    """Return what ``data`` breaks of ``shapes``: one use of a ``Validator``.

    Raises:
        UnreadableFileError: An engine does not take the shapes.
        QueryRefusedError: They nest deeper than pySHACL can follow.
        QueryFailedError: pySHACL meets values that it cannot reckon with.
    """
    return Validator(shapes, engine).validate(data, most)


class Validator:
    """Shapes, made ready once for any number of graphs; several threads may use one."""

    def __init__(self, shapes: Iterable[Triple], engine: str = "fast") -> None:
        """Read the shapes.

        Args:
            shapes: Their triples; blank nodes keep their labels in the reports.
            engine: ``fast`` or ``pyshacl``, the reference.
        """
        self._graph = ShapeGraph(shapes)
        self._notes = engine_notes(engine)
        self._is_fast = engine == "fast" and not self._notes

    def validate(self, data: Iterable[Triple] | Path, most: int | None = 10_000) -> Report:
        """Return what ``data`` breaks.

        Args:
            data: Triples, or a file of canonical N-Triples, which costs the least.
            most: How many results the report holds at most; ``None`` for all. A report that is
                cut holds those that were found first, the same ones each time.

        Raises:
            UnreadableFileError: The engine does not take the shapes.
            QueryRefusedError: They nest deeper than pySHACL can follow.
            QueryFailedError: pySHACL meets values that it cannot reckon with.
        """
        with written(data) as source:
            report = self._run(source, most)
        return _cut(replace(report, notes=self._notes), most)

    def _run(self, source: Data, most: int | None) -> Report:
        if self._is_fast:
            from tripartite.validation import fast  # noqa: PLC0415 (where the package is)

            return fast.validate(source, self._prepared, most)
        from tripartite.validation import reference  # noqa: PLC0415 (costs rdflib)

        return reference.validate(source, self._graph)

    @cached_property
    def _prepared(self) -> Prepared:
        from tripartite.validation.prepared import Prepared  # noqa: PLC0415 (the same)

        return Prepared(self._graph)


def engine_notes(engine: str) -> tuple[str, ...]:
    """Return the message keys of what is to be said of an engine: that it is another one."""
    return ("engine-missing",) if engine == "fast" and not find_spec("shacl") else ()


def _cut(report: Report, most: int | None) -> Report:
    found = tuple(sorted(report.results, key=_order))
    return replace(report, results=found[:most], is_cut=most is not None and len(found) > most)


def _order(result: Result) -> tuple[str, ...]:
    terms = (result.focus, result.path, result.shape, result.value, result.component)
    return tuple(map(str, (*terms, result.constraint)))
