"""Check any files against any shapes: the shapes first, then the data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode

from tripartite.curie import shorten
from tripartite.messages import say
from tripartite.model import Table
from tripartite.validation import files, shapes, validate
from tripartite.validation.lines import places
from tripartite.validation.shape_graph import PATH, ShapeGraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tripartite.model import Cell, Term
    from tripartite.validation.files import Input
    from tripartite.validation.report import Report, Result

COLUMNS: Final = (
    "focus",
    "path",
    "value",
    "message",
    "severity",
    "component",
    "shape",
    "engine",
    "place",
)
_IRI: Final = re.compile(r"<([^>]*)>")
_ALONE: Final = re.compile(r"\((<[^>]*>)\)")  # a property that needs no brackets
_IMPORTS: Final = NamedNode("http://www.w3.org/2002/07/owl#imports")


@dataclass(frozen=True, slots=True)
class Checked:
    """What files break of shapes, and what a reader needs to understand it.

    Attributes:
        report: What was found.
        shapes: The shapes, which hold longer paths and every message.
        places: ``file:line`` of the focus nodes that a file names.
        notes: What the reader should know, in the language asked for.
    """

    report: Report
    shapes: ShapeGraph
    places: Mapping[Term, str]
    notes: tuple[str, ...]

    def engine(self, result: Result) -> str:
        """Return what found a result: ``shacl``, ``hoisted`` or ``pyshacl``; empty if unknown."""
        seen: set[Term] = set()
        todo: list[Term] = [*((result.constraint,) if result.constraint else ()), result.shape]
        while todo:
            node = todo.pop(0)
            if str(node) in self.report.engines:
                return self.report.engines[str(node)]
            if node not in seen:
                seen.add(node)
                todo += [triple.subject for triple in self.shapes.parents(node)]
        return ""

    def name(self, shape: Term) -> str:
        """Return a shape's IRI in short; a nameless one is known by its owner and its path."""
        if isinstance(shape, NamedNode):
            return shorten(shape)
        path = self.shapes.value(shape, PATH)
        owner = next((triple.subject for triple in self.shapes.parents(shape)), None)
        named = shorten(owner) if isinstance(owner, NamedNode) else str(owner or shape)
        return f"{named} / {self.path(path)}" if path else named

    def path(self, path: Term) -> str:
        """Return a path as SPARQL spells it, its properties in short."""
        whole = _ALONE.sub(r"\1", self.shapes.spelled(path))
        return _IRI.sub(lambda found: shorten(NamedNode(found[1])), whole)

    def table(self, language: str) -> Table:
        """Return a row a result."""
        rows = tuple(tuple(self._cells(result, language)) for result in self.report.results)
        return Table(COLUMNS, rows, self.notes)

    def _cells(self, result: Result, language: str) -> Iterator[Cell]:
        yield result.focus
        path = result.path
        yield Literal(self.path(path)) if isinstance(path, BlankNode) else path
        yield result.value
        yield _text(message(result, language))
        yield from (result.severity, result.component, result.shape)
        yield _text(self.engine(result))
        yield _text(self.places.get(result.focus, ""))


def check(
    data: Iterable[str | Path | Input],
    shape_files: Iterable[str | Path | Input],
    engine: str,
    most: int | None,
    language: str,
) -> Checked:
    """Return what the data breaks of the shapes.

    Args:
        data: Files, all one graph.
        shape_files: Files, all one graph.
        engine: ``fast`` or ``pyshacl``.
        most: So many results at most; ``None`` for all.
        language: Of the notes.

    Raises:
        UnreadableFileError: A file cannot be read or parsed.
        InvalidShapesError: The shapes are not what SHACL allows.
    """
    about, against = _inputs(data), _inputs(shape_files)
    labels = files.Labels()  # of both: a report speaks of shapes' nodes and the data's
    graph = ShapeGraph(files.triples(against, labels))
    run = partial(validate, engine=engine)
    shapes.check(graph, against, partial(run, most=None))
    report = run(files.triples(about, labels), graph.triples, most=most)
    notes = [say(key, language) for key in report.notes]
    if report.is_cut:
        notes.append(say("results-cut", language, count=len(report.results)))
    imported = [str(t.object) for t in graph.triples if t.predicate == _IMPORTS]
    notes += [say("not-imported", language, iri=iri) for iri in imported]
    found = places(about, (result.focus for result in report.results))
    return Checked(report, graph, found, tuple(notes))


def message(result: Result, language: str) -> str:
    """Return a result's message in this language, in English, or in whatever there is."""
    texts = result.messages
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def _inputs(given: Iterable[str | Path | Input]) -> Sequence[Input]:
    return [one if isinstance(one, files.Input) else files.of(one) for one in given]


def _text(text: str) -> Literal | None:
    return Literal(text) if text else None
