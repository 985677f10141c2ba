"""Read triple patterns: lists, nested blank nodes, collections and paths."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tripartite.syntax.nodes import PathPattern, TriplePattern
from tripartite.syntax.paths import Inverse, Link, Sequence, read_path, spelled
from tripartite.syntax.source import RDF, TYPE, named

if TYPE_CHECKING:
    from tree_sitter import Node

    from tripartite.syntax.paths import Path
    from tripartite.syntax.source import Source

VARIABLE: Final = "var"
_FIRST, _REST, _NIL = (f"<{RDF}{name}>" for name in ("first", "rest", "nil"))


class TripleReader:
    """Reads the triples of one block, each blank node under a name of its own.

    Attributes:
        found: The patterns read so far.
    """

    def __init__(self, source: Source, *, template: bool = False) -> None:
        """Read from ``source``; in a ``CONSTRUCT`` template blank nodes stay blank."""
        self._source = source
        self._template = template
        self.found: list[TriplePattern | PathPattern] = []

    def block(self, node: Node) -> None:
        """Read what stands between dots."""
        for statement in named(node):
            subject, *lists = named(statement)
            term = self.term(subject)
            for properties in lists:
                self._properties(term, properties)

    def term(self, node: Node) -> str:
        """Return a term's text; what nests triples is read and named."""
        if node.type == VARIABLE:
            return variable(self._source, node)
        if node.type == "nil":
            return _NIL
        if node.type == "anon":
            return self._blank()
        if node.type == "blank_node_label":
            return self._blank(self._source.text(node))
        if node.type == "blank_node_property_list":
            name = self._blank()
            for properties in named(node):
                self._properties(name, properties)
            return name
        return self._collection(node) if node.type == "collection" else self._source.text(node)

    def _blank(self, label: str = "") -> str:
        name = self._source.labelled(label) if label else self._source.fresh()
        return f"_:{name[1:]}" if self._template else name

    def _collection(self, node: Node) -> str:
        items = [self.term(item) for item in named(node)]
        cells = [self._blank() for _ in items]
        span = self._source.span(node)
        for cell, item, rest in zip(cells, items, [*cells[1:], _NIL], strict=True):
            self.found.append(TriplePattern(cell, _FIRST, item, span))
            self.found.append(TriplePattern(cell, _REST, rest, span))
        return cells[0]

    def _properties(self, subject: str, node: Node) -> None:
        for one in named(node):
            verb, *lists = one.children  # the verb ``a`` of a template is no named node
            for values in lists:
                if values.type == "object_list":
                    for value in named(values):
                        self._pattern(subject, verb, value)

    def _pattern(self, subject: str, verb: Node, value: Node) -> None:
        span = self._source.span(value)._replace(start=self._source.span(verb).start)
        if verb.type not in ("path_element", "binary_path"):
            name = self._verb(verb)
            self.found.append(TriplePattern(subject, name, self.term(value), span))
            return
        path = read_path(self._source, verb)
        self._walk(subject, path, self.term(value), PathPattern("", path, "", "", span))

    def _walk(self, subject: str, path: Path, value: str, made: PathPattern) -> None:
        """Add patterns as the standard does: a sequence has a node between its parts."""
        if isinstance(path, Link):
            self.found.append(TriplePattern(subject, path.iri, value, made.span))
        elif isinstance(path, Inverse):
            self._walk(value, path.path, subject, made)
        elif isinstance(path, Sequence):
            stops = [subject, *(self._source.fresh() for _ in path.parts[1:]), value]
            for part, (start, end) in zip(path.parts, pairwise(stops), strict=True):
                self._walk(start, part, end, made)
        else:
            text = spelled(path)
            self.found.append(PathPattern(subject, path, value, text, made.span))

    def _verb(self, node: Node) -> str:
        if node.type == VARIABLE:
            return variable(self._source, node)
        text = self._source.text(node)
        return TYPE if text == "a" else text


def variable(source: Source, node: Node) -> str:
    """Return ``?name``, however the query marks it."""
    return f"?{source.text(node)[1:]}"
