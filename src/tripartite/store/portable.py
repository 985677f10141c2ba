"""A query's text as another engine takes it: with our prefixes, without our functions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tripartite.errors import QuerySyntaxError
from tripartite.store.explain import syntax_error
from tripartite.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tree_sitter import Node

_DECLARED: Final = re.compile(r"\bPREFIX\s+([\w.-]*):\s*<([^>\s]*)>", re.IGNORECASE)
_USED: Final = re.compile(r"(?<![\w<:/#.-])([^\W\d_](?:[\w.-]*[\w-])?):(?!//)")
_PLACE: Final = re.compile(r"\bat (\d+)(?=:\d+)")
_SHOWN: Final = 200  # characters of a message that names no place


def prologue(text: str, documents: Callable[[], Mapping[str, str]]) -> str:
    """Return one line that declares what ``text`` uses of ours undeclared; often empty.

    Args:
        text: The query; a name in a text or comment counts as used, which does no harm.
        documents: Gives the prefixes of documents, where none of the others is meant.
    """
    declared = {name for name, _ in _DECLARED.findall(text)}
    used = set(_USED.findall(text)) - declared
    known = PREFIXES if used <= PREFIXES.keys() else {**PREFIXES, **documents()}
    lines = [f"PREFIX {name}: <{known[name]}>" for name in sorted(used & known.keys())]
    return " ".join(lines) + "\n" if lines else ""


def functions(text: str) -> frozenset[str]:
    """Return the IRIs of the functions that a query calls beside SPARQL's own."""
    from tripartite.syntax.source import Source  # noqa: PLC0415 (only where one may be ours)

    source = Source(text)
    known = {**PREFIXES, **dict(_DECLARED.findall(text))}
    called = (source.text(node.children[0]) for node in _below(source.root, "function_call"))
    return frozenset(_expanded(spelled, known) for spelled in called)


def refused(message: str, text: str, source: str, added: int) -> QuerySyntaxError:
    """Return the error for a query that the server does not take as SPARQL.

    Args:
        message: The server's; Oxigraph's names a place.
        text: The query as it was asked.
        source: What the error calls it.
        added: Lines that were sent before it.
    """
    if not _PLACE.search(message):
        why = " ".join(message.split())[:_SHOWN]
        return QuerySyntaxError("query-unplaced", source=source, why=why)
    moved = _PLACE.sub(lambda place: f"at {max(1, int(place[1]) - added)}", message, count=1)
    return syntax_error(moved, text, source)


def _below(root: Node, kind: str) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type == kind:
            yield node
        waiting += node.children


def _expanded(spelled: str, known: Mapping[str, str]) -> str:
    if spelled.startswith("<"):
        return spelled[1:-1]
    prefix, _, local = spelled.partition(":")
    return f"{known.get(prefix, '')}{local}"
