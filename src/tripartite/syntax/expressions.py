"""Read what is calculated: the text stays as it is, with what there is to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.syntax.nodes import Exists, Expression
from tripartite.syntax.source import named
from tripartite.syntax.triples import VARIABLE, variable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tree_sitter import Node

    from tripartite.syntax.nodes import Group
    from tripartite.syntax.source import Source

_CALLS = (
    "build_in_function",
    "regex_expression",
    "string_replace_expression",
    "substring_expression",
)
_EXISTS = ("exists_func", "not_exists_func")


def read_expression(source: Source, node: Node, group: Callable[[Node], Group]) -> Expression:
    """Return an expression; ``group`` reads the group of an ``EXISTS``."""
    parts = tuple(_parts(node))
    calls = [(source.text(p.children[0]).upper(), p) for p in parts if p.type in _CALLS]
    bound = (named(part)[0] for name, part in calls if name == "BOUND")
    names = (variable(source, part) for part in parts if part.type == VARIABLE)
    exists = (part for part in parts if part.type in _EXISTS)
    return Expression(
        text=source.text(node),
        span=source.span(node),
        variables=tuple(dict.fromkeys(names)),
        functions=frozenset(name for name, _ in calls),
        bound=tuple(variable(source, one) for one in bound if one.type == VARIABLE),
        exists=tuple(Exists(one.type != "exists_func", group(one)) for one in exists),
        aggregates=frozenset(
            source.text(part.children[0]).upper() for part in parts if part.type == "aggregate"
        ),
        operators=frozenset(
            sign.type
            for part in parts
            if part.type == "binary_expression"
            for sign in part.children
            if not sign.is_named
        ),
        calls=tuple(source.text(named(p)[0]) for p in parts if p.type == "function_call"),
    )


def _parts(node: Node) -> Iterator[Node]:
    """Yield the parts of an expression, without what stands inside ``EXISTS``."""
    yield node
    if node.type not in _EXISTS:
        for one in named(node):
            yield from _parts(one)
