"""Check any files against any shapes: the shapes first, then the data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from tripartite.curie import shorten
from tripartite.messages import say
from tripartite.model import Table
from tripartite.store import offline, worker
from tripartite.validation import files, refusing, shapes, validate
from tripartite.validation.lines import places
from tripartite.validation.shape_graph import PATH, ShapeGraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TypeAlias

    from tripartite.model import Cell, Term
    from tripartite.store.limits import Limits
    from tripartite.validation.files import Input
    from tripartite.validation.report import Report, Result

    Found: TypeAlias = tuple[Report, ShapeGraph, Mapping[Term, str]]

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


class Asked(NamedTuple):
    """What is to be done.

    Attributes:
        data: All one graph.
        shapes: All one graph.
        engine: ``fast`` or ``pyshacl``.
        most: So many results at most; ``None`` for all.
    """

    data: Sequence[Input]
    shapes: Sequence[Input]
    engine: str
    most: int | None


def check(asked: Asked, language: str, limits: Limits | None) -> Checked:
    """Return what the data breaks of the shapes.

    Args:
        asked: Files and engine.
        language: Of the notes.
        limits: Time and memory, in a process of its own; ``None`` does it in this one.

    Raises:
        UnreadableFileError: A file cannot be read or parsed.
        InvalidShapesError: The shapes are not what SHACL allows.
        QueryRefusedError: They nest too deep, or their queries look beyond the data.
        QueryFailedError: A limit ended the check, or an engine ended its process.
    """
    if limits is None:
        report, graph, found = _found(asked)
    else:
        report, graph, found = worker.run_anew(partial(alone, asked), limits, "check")
    notes = [say(key, language) for key in report.notes]
    if report.is_cut:
        notes.append(say("results-cut", language, count=len(report.results)))
    imported = [str(t.object) for t in graph.triples if t.predicate == _IMPORTS]
    notes += [say("not-imported", language, iri=iri) for iri in imported]
    return Checked(report, graph, found, tuple(notes))


def alone(asked: Asked) -> Found:
    """Check in a process that ends afterwards: from here on it has no network."""
    offline.close()
    return _found(asked)


def inputs(given: Iterable[str | Path | Input]) -> tuple[Input, ...]:
    """Return files with their formats.

    Raises:
        UnreadableFileError: An ending is not that of an RDF format.
    """
    return tuple(one if isinstance(one, files.Input) else files.of(one) for one in given)


def message(result: Result, language: str) -> str:
    """Return a result's message in this language, in English, or in whatever there is."""
    texts = result.messages
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def _found(asked: Asked) -> Found:
    labels = files.Labels()  # of both: a report speaks of shapes' nodes and the data's
    graph = ShapeGraph(files.triples(asked.shapes, labels))
    run = partial(validate, engine=asked.engine)
    refusing.check(graph, asked.shapes)
    shapes.check(graph, asked.shapes, partial(run, most=None))
    report = run(files.triples(asked.data, labels), graph.triples, most=asked.most)
    found = places(asked.data, (result.focus for result in report.results))
    return report, graph, found


def _text(text: str) -> Literal | None:
    return Literal(text) if text else None
