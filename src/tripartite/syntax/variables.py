"""Where a query names a variable, and the prefixes that it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.syntax.source import Source, child, named
from tripartite.syntax.triples import VARIABLE, variable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from tripartite.syntax.nodes import Span


def places(text: str, name: str) -> tuple[Span, ...]:
    """Return where the variable ``?name`` stands, in order; comments and strings are no place."""
    source = Source(text)
    found = (node for node in _variables(source.root) if variable(source, node) == name)
    return tuple(source.span(node) for node in found)


def prefixes(text: str) -> dict[str, str]:
    """Return the namespaces that the text declares, by prefix without its colon."""
    source = Source(text)
    head = child(source.root, "prologue")
    declared = [one for one in named(head) if one.type == "prefix_declaration"] if head else []
    pairs = (named(one) for one in declared)
    return {source.text(name)[:-1]: source.text(iri)[1:-1] for name, iri in pairs}


def _variables(node: Node) -> Iterator[Node]:
    """Yield the variables below a node, in the order of the text."""
    stack = [node]
    while stack:
        one = stack.pop()
        if one.type == VARIABLE:
            yield one
        stack.extend(reversed(one.named_children))
