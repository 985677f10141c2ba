"""Read a query from outside before the engine does: how large it is, and whom it would ask.

The engine has no depth at which it stops, only one at which it ends the process, and it has
no switch for ``SERVICE``. ``docs/limits.md`` holds the depths that were measured.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from tripartite.errors import QueryRefusedError, QuerySyntaxError
from tripartite.store.limits import SIZE

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tree_sitter import Node

    from tripartite.store.foreign_query import ForeignQuery
    from tripartite.syntax.source import Source

DEPTH: Final = 200  # parts within one another; evidence reads as deep
WIDTH: Final = 500  # parts beside one another that the engine puts within one another

# A short text with few signs cannot nest, and without these letters it names no graph or
# server: most queries need no parser.
_SHORT: Final = 1000
_SIGNS: Final = "{([!+-*/|&"
_LETTERS: Final = re.compile("service|load|from", re.IGNORECASE)

_WIDE: Final = frozenset(
    {
        *("describe_query", "group_clause", "group_graph_pattern", "group_or_union_graph_pattern"),
        *("having_clause", "select_clause"),
    }
)
_DECLARED: Final = ("namespace", "iri_reference")
_SECOND_DOT: Final = re.compile(r"^[^<:]*:.*\..*\.service", re.IGNORECASE)
_NAMES: Final = ("iri_reference", "prefixed_name", "var")
_SERVER: Final = re.compile(
    r"<https?://((?:\[[^\]]*\]|[^][/?#@:>])+)(:\d+)?(?=[/?#>])", re.IGNORECASE
)


def is_plain(text: str) -> bool:
    """Tell whether a text is too short to nest and names nothing beyond the graph."""
    signs = sum(map(text.count, _SIGNS))
    return len(text) <= _SHORT and signs <= DEPTH and not _LETTERS.search(text)


def holds_word(text: str) -> bool:
    """Tell whether a text holds the letters without which no server is asked."""
    return "service" in text.casefold()


def check(query: ForeignQuery, prefixes: Mapping[str, str]) -> tuple[str, ...]:
    """Refuse a query that is too large, nests too deep or would ask a server.

    Args:
        query: The query.
        prefixes: What it may use undeclared.

    Returns:
        The IRIs of the graphs that it names by ``FROM``, where they are written in full or
        with a known prefix.

    Raises:
        QueryRefusedError: The message says what is too much, or what may not be asked.
        QuerySyntaxError: The text is none: it holds half a character.
    """
    try:
        size = len(query.text.encode())
    except UnicodeEncodeError as error:
        raise QuerySyntaxError("query-unplaced", source=query.source, why=error) from error
    if size > SIZE:
        raise QueryRefusedError("query-too-long", source=query.source, size=size, limit=SIZE)
    if is_plain(query.text):
        return ()
    from tripartite.syntax.source import Source  # noqa: PLC0415 (a plain query needs no parser)

    # The engine ends a comment at a lone carriage return; the grammar does not.
    source = Source(query.text.replace("\r", "\n"))
    reader = _Reader(query, source, dict(prefixes))
    reader.read()
    if not reader.is_clear:
        from tripartite.store import unclear  # noqa: PLC0415 (the same)

        unclear.check_words(query)
        if source.root.has_error:
            unclear.check_size(query)
    return tuple(reader.graphs)


class _Reader:
    """Walks through the structure of a query.

    Attributes:
        is_clear: Whether the engine cannot read the text in any other way: it takes apart a name
            that it does not know (``trueSERVICE:x`` is an object and a ``SERVICE`` to it), and
            one at its second dot.
    """

    def __init__(self, query: ForeignQuery, source: Source, prefixes: dict[str, str]) -> None:
        self._query = query
        self._source = source
        self._prefixes = prefixes
        self.graphs: list[str] = []
        self.is_clear = not source.root.has_error
        self._checks = {
            "service_graph_pattern": self._server,
            "load": self._server,
            "prefix_declaration": self._declare,
            "prefixed_name": self._name,
            "default_graph_clause": self._graph,
            "named_graph_clause": self._graph,
        }

    def read(self) -> None:
        from tripartite.syntax.source import walk  # noqa: PLC0415 (the same)

        for node, depth in walk(self._source.root):
            if depth > DEPTH:
                raise self._refused("query-too-deep", node, limit=DEPTH)
            if node.type in _WIDE and node.named_child_count > WIDTH:
                raise self._refused("query-too-wide", node, limit=WIDTH)
            if node.type in self._checks:
                self._checks[node.type](node)

    def _server(self, node: Node) -> None:
        keyword = self._source.text(node.children[0]).upper()
        name = next((one for one in node.children if one.type in _NAMES), node)
        server = self._source.text(name)
        if not _is_allowed(server, self._query.hosts):
            key = "server-refused" if server.startswith("<") else "server-unnamed"
            raise self._refused(key, node, keyword=keyword, server=server)

    def _declare(self, node: Node) -> None:
        texts = [self._source.text(one) for one in node.named_children if one.type in _DECLARED]
        if len(texts) == len(_DECLARED):
            self._prefixes[texts[0].partition(":")[0].rstrip()] = texts[1][1:-1]

    def _name(self, node: Node) -> None:
        is_whole = bool(self._iris(node)) and not _SECOND_DOT.search(self._source.text(node))
        self.is_clear = self.is_clear and is_whole

    def _graph(self, node: Node) -> None:
        name = next((one for one in node.children if one.type in _NAMES), node)
        self.graphs.extend(self._iris(name))

    def _iris(self, node: Node) -> tuple[str, ...]:
        """Return the IRI that a name stands for; none if it is not known to be one."""
        text = self._source.text(node)
        prefix, _, local = text.partition(":")
        if not text.startswith("<") and prefix not in self._prefixes:
            return ()
        spelled = text[1:-1] if text.startswith("<") else self._prefixes[prefix] + local
        try:
            return (NamedNode(re.sub(r"\\(\W|_)", r"\1", spelled)).value,)
        except ValueError:
            return ()

    def _refused(self, key: str, node: Node, **values: object) -> QueryRefusedError:
        return self._query.refused(key, self._source.span(node).start, **values)


def _is_allowed(server: str, hosts: Collection[str]) -> bool:
    """Tell whether an IRI, written in full, is of one of these hosts."""
    found = _SERVER.match(server)
    if found is None:
        return False
    allowed = {host.casefold() for host in hosts}
    return bool(allowed & {found[1].casefold(), f"{found[1]}{found[2] or ''}".casefold()})
