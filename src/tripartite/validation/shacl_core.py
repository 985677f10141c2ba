"""Validate with the ``shacl`` package: SHACL Core, and what of SHACL-SPARQL is left to it.

Its results are strings, and it numbers blank nodes in the order in which it meets them: first
those of the shapes, then those of the data.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Final

import shacl
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse, serialize

from tripartite.errors import UnreadableFileError
from tripartite.validation.report import Result
from tripartite.validation.shape_graph import PATH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Triple

    from tripartite.validation.data import Data
    from tripartite.validation.messages import Messages
    from tripartite.validation.shape_graph import Node, ShapeGraph

_IRI: Final = re.compile(r"<[^<>]*>")
_BLANK: Final = re.compile(r"_:([01])_b(\d+)")


class CoreShapes:
    """Shapes that the package has compiled."""

    def __init__(self, shapes: Sequence[Triple], messages: Messages) -> None:
        """Compile ``shapes``.

        Raises:
            UnreadableFileError: The package does not take them.
        """
        self._messages = messages
        self._text = serialize(messages.marked(shapes), format=RdfFormat.N_TRIPLES) or b""
        with _refusals():
            self._compiled = shacl.Shapes.from_text(self._text.decode(), "ntriples")

    def run(self, data: Data, most: int | None) -> CoreRun:
        """Validate ``data``; stop at ``most`` results, always at the same ones.

        Raises:
            UnreadableFileError: The package does not take the shapes.
        """
        with _refusals():
            report = self._compiled.validate_file(str(data.path), max_results=most)
        return CoreRun(report, data, self._text, self._messages)


class CoreRun:
    """What one run of the package over a file found."""

    def __init__(self, report: shacl.Report, data: Data, text: bytes, messages: Messages) -> None:
        """Take over the report on ``data`` by the shapes of ``text``."""
        self._report = report
        self._data = data
        self._text = text
        self._messages = messages
        self._terms: dict[str, NamedNode | BlankNode | Literal] = {}

    def __len__(self) -> int:
        """Return the number of results, before any is made a value of Python."""
        return len(self._report)

    def results(self, shapes: ShapeGraph) -> list[Result]:
        """Return the results; ``shapes`` is the whole graph, for paths."""
        return [self._result(found, shapes) for found in self._report.results]

    def _result(self, found: shacl.Result, shapes: ShapeGraph) -> Result:
        shape = self._node(found.source_shape or "")
        path = found.path
        constraint, messages = self._messages.read(found.messages)
        simple = path is not None and _IRI.fullmatch(path)
        return Result(
            focus=self._term(found.focus_node),
            path=NamedNode(path[1:-1]) if path and simple else shapes.node(shape, PATH),
            value=None if found.value is None else self._term(found.value),
            shape=shape,
            component=NamedNode(found.component_iri),
            severity=NamedNode(found.severity_iri),
            constraint=constraint,
            messages=messages,
        )

    def _node(self, text: str) -> Node:
        term = self._term(text)
        assert not isinstance(term, Literal)  # noqa: S101 (a shape is a subject)
        return term

    def _term(self, text: str) -> NamedNode | BlankNode | Literal:
        if text not in self._terms:
            self._terms[text] = self._read(text)
        return self._terms[text]

    def _read(self, text: str) -> NamedNode | BlankNode | Literal:
        if text.startswith("<"):
            return NamedNode(text[1:-1])
        if numbered := _BLANK.fullmatch(text):
            number = int(numbered[2])
            shapes = len(self._labels)
            return BlankNode(
                self._labels[number] if number < shapes else self._own[number - shapes]
            )
        line = f"<n:s> <n:p> {text} ."
        term = next(iter(parse(line, format=RdfFormat.N_TRIPLES))).object
        assert isinstance(term, Literal)  # noqa: S101 (all else is above)
        return term

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        return _labels(self._text)

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return self._data.blank_labels()


@contextmanager
def _refusals() -> Iterator[None]:
    """Raise what the package says of shapes as our error."""
    try:
        yield
    except ValueError as error:
        why = " ".join(str(error).split())
        raise UnreadableFileError("not-read", path="shapes", why=why) from error


def _labels(text: bytes) -> tuple[str, ...]:
    """Return the labels of blank nodes in N-Triples, in the order in which they first stand."""
    quads = parse(text, format=RdfFormat.N_TRIPLES)
    ends = (end for quad in quads for end in (quad.subject, quad.object))
    return tuple(dict.fromkeys(end.value for end in ends if isinstance(end, BlankNode)))
