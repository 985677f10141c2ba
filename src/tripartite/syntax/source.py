"""A parsed text: its tree, its slices, and names that it does not use."""

from __future__ import annotations

import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Final

import tree_sitter
import tree_sitter_sparql

from tripartite.syntax.nodes import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE: Final = f"<{RDF}type>"  # what ``a`` stands for

# The grammar knows these functions in one spelling only; the length stays, so spans do.
_SPELLINGS: Final = {
    name.lower(): name
    for name in (
        *(b"GROUP_CONCAT", b"isBLANK", b"isIRI", b"isLITERAL", b"isNUMERIC", b"isURI"),
        b"sameTerm",
    )
}
_FUNCTION = re.compile(rb"\b(%b)\b" % b"|".join(_SPELLINGS), re.IGNORECASE)


class Source:
    """The text of one query while it is read."""

    __slots__ = ("_ascii", "_count", "_data", "_labels", "_stem", "root")

    def __init__(self, text: str) -> None:
        """Parse ``text``; ``root.has_error`` says whether it could be."""
        self._data = text.encode()
        self._ascii = len(self._data) == len(text)
        self._stem = "_n"
        while self._stem in text:
            self._stem += "n"
        self._count = 0
        self._labels: dict[str, str] = {}
        known = _FUNCTION.sub(lambda found: _SPELLINGS[found[1].lower()], self._data)
        self.root = _parser().parse(known).root_node

    def text(self, node: Node) -> str:
        """Return the node's source text."""
        return self._data[node.start_byte : node.end_byte].decode()

    def span(self, node: Node) -> Span:
        """Return the node's place, in code points."""
        if self._ascii:
            return Span(node.start_byte, node.end_byte)
        start = len(self._data[: node.start_byte].decode())
        return Span(start, start + len(self.text(node)))

    def fresh(self) -> str:
        """Return a variable that the text does not name."""
        self._count += 1
        return f"?{self._stem}{self._count}"

    def labelled(self, label: str) -> str:
        """Return the variable that stands for a blank node's label."""
        if label not in self._labels:
            self._labels[label] = self.fresh()
        return self._labels[label]

    @property
    def stem(self) -> str:
        """What names of further variables may begin with."""
        return f"?{self._stem}_"


def named(node: Node) -> list[Node]:
    """Return the named children, comments left out."""
    return [child for child in node.named_children if child.type != "comment"]


def child(node: Node, kind: str) -> Node | None:
    """Return the first child of this type."""
    return next((found for found in node.named_children if found.type == kind), None)


def has(node: Node, token: str) -> bool:
    """Tell whether a keyword or sign stands among the node's own children."""
    return any(found.type == token for found in node.children)


def walk(root: Node) -> Iterator[tuple[Node, int]]:
    """Yield each node below ``root`` with how many it stands in, in the order of the text.

    It does not call itself, so that no nesting can end it; the grammar's own count of depth
    climbs to the top each time.
    """
    cursor = root.walk()
    depth = 0
    while True:
        if cursor.goto_first_child():
            depth += 1
        else:
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return
                depth -= 1
        if cursor.node is not None:
            yield cursor.node, depth


def depth(root: Node) -> int:
    """Return how many nodes stand within one another."""
    return max((found for _, found in walk(root)), default=0)


@cache
def _parser() -> tree_sitter.Parser:
    with warnings.catch_warnings():
        # The grammar's binding hands over a bare pointer, which tree-sitter has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        return tree_sitter.Parser(tree_sitter.Language(tree_sitter_sparql.language()))
