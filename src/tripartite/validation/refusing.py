"""Refuse shapes that an engine might not survive, or whose queries look beyond the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode

from tripartite.curie import shorten
from tripartite.errors import QueryRefusedError
from tripartite.store import guard
from tripartite.store.foreign_query import ForeignQuery
from tripartite.validation.constraints import query_text
from tripartite.validation.lines import places
from tripartite.validation.shape_graph import PATH, PROPERTY, SPARQL, sh
from tripartite.validation.shapes import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tripartite.validation.files import Input
    from tripartite.validation.shape_graph import Node, ShapeGraph, Term

NESTED: Final = 40  # shapes, or parts of a path, within one another; the core engine bears 48
PARTS: Final = 10_000  # of one path, spelled out: a part that is named twice counts twice
_QUERIES: Final = tuple(map(sh, ("select", "ask", "construct", "update")))
_INNER: Final = (
    *(PATH, PROPERTY, *map(sh, ("node", "not", "qualifiedValueShape"))),
    *map(sh, ("inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")),
)
_LISTED: Final = tuple(map(sh, ("and", "or", "xone", "alternativePath")))
_NESTING: Final = (*_INNER, *_LISTED)
_SERVERS: Final = ("server-refused", "server-unnamed")


def check(shapes: ShapeGraph, inputs: Sequence[Input]) -> None:
    """Refuse shapes that nest too deep, and queries of theirs that no engine should be given.

    Args:
        shapes: What the files hold.
        inputs: The files, for the places.

    Raises:
        QueryRefusedError: The message says what is too much, and where.
    """
    deepest = _too_deep(shapes)
    if deepest is not None:
        source = _source(shapes, inputs, deepest)
        raise QueryRefusedError("shape-too-deep", source=source, limit=NESTED)
    sizes: dict[Term, int] = {}
    for shape in shapes.subjects(PATH):
        if any(_size(shapes, path, sizes) > PARTS for path in shapes.values(shape, PATH)):
            source = _source(shapes, inputs, shape)
            raise QueryRefusedError("shape-path-too-long", source=source, limit=PARTS)
    seen: set[str] = set()
    for node, name, text in _texts(shapes):
        if text not in seen:
            seen.add(text)
            try:
                _read(ForeignQuery(text, shorten(name)))
            except QueryRefusedError as error:
                source = f"{_source(shapes, inputs, node)}: {error.values['source']}"
                raise QueryRefusedError(error.key, **{**error.values, "source": source}) from error


def _read(query: ForeignQuery) -> None:
    """Read a query before an engine does; it may ask no one, and about the data only."""
    try:
        named = guard.check(query, {})
    except QueryRefusedError as error:
        if error.key in _SERVERS:  # not as for a question: no option allows it
            raise QueryRefusedError("shape-asks-server", **error.values) from error
        raise
    if named:
        raise QueryRefusedError("shape-names-graph", source=query.source, graph=named[0])


def _source(shapes: ShapeGraph, inputs: Sequence[Input], node: Term) -> str:
    """Return the place of a shape or constraint, and its name."""
    owner = shapes.owner(node)
    place = places(inputs, [owner]).get(owner, inputs[0].name)
    return f"{place}: {short(owner)}"


def _texts(shapes: ShapeGraph) -> Iterator[tuple[Node, NamedNode, str]]:
    """Yield every text that an engine may run, with what has it: as it stands, and as asked."""
    with_path = False
    for name in _QUERIES:
        for node in shapes.subjects(name):
            for value in shapes.values(node, name):
                if isinstance(value, Literal):
                    yield node, name, f"{shapes.prefixes(node)}{value.value}"
                    with_path = with_path or "PATH" in value.value
    for shape in shapes.subjects(PATH) if with_path else ():
        # It stands for $PATH in the query of the shape or of its component.
        yield shape, PATH, f"ASK {{ ?a {shapes.spelled(shapes.values(shape, PATH)[0])} ?b }}"
        for node in shapes.nodes(shape, SPARQL):
            yield node, _QUERIES[0], query_text(shapes, shape, node)


def _too_deep(shapes: ShapeGraph) -> Term | None:
    """Return a nameless shape or path that stands in too many others.

    Shapes with names are left to the engines: they may refer to one another in circles.
    """
    todo: list[tuple[Term, tuple[Term, ...]]] = [
        (node, (node,)) for name in _NESTING for node in shapes.subjects(name)
    ]
    lengths: dict[Term, int] = {}
    while todo:
        node, chain = todo.pop()
        if len(chain) > NESTED:
            return node
        if len(chain) > lengths.get(node, 0):
            lengths[node] = len(chain)
            inner = dict.fromkeys(_within(shapes, node))
            nameless = (one for one in inner if isinstance(one, BlankNode))
            todo += [(one, (*chain, one)) for one in nameless if one not in chain]
    return None


def _size(shapes: ShapeGraph, path: Term, sizes: dict[Term, int]) -> int:
    """Return how many parts a path has; it nests no deeper than ``NESTED``."""
    if not isinstance(path, BlankNode):
        return 1
    if path not in sizes:
        sizes[path] = 1  # of one that stands in itself
        sizes[path] += sum(_size(shapes, part, sizes) for part in _within(shapes, path))
    return sizes[path]


def _within(shapes: ShapeGraph, node: Term) -> Iterator[Term]:
    """Yield the shapes and parts of paths directly within one."""
    for name in _INNER:
        yield from shapes.values(node, name)
    heads = (node, *(head for name in _LISTED for head in shapes.values(node, name)))
    for head in heads:
        yield from shapes.items(head)
