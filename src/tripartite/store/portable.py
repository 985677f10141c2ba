"""A query's text as another engine takes it: with our prefixes, without our functions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.errors import QuerySyntaxError
from tripartite.store.explain import syntax_error
from tripartite.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DECLARED: Final = re.compile(r"\bPREFIX\s+([\w.-]*):\s*<([^>\s]*)>", re.IGNORECASE)
_USED: Final = re.compile(r"(?<![\w<:/#.-])([^\W\d_](?:[\w.-]*[\w-])?):(?!//)")
_PLACE: Final = re.compile(r"\bat (\d+)(?=:\d+)")
_SHOWN: Final = 200  # characters of a message that names no place


class Portable(NamedTuple):
    """A query as it is sent.

    Attributes:
        source: What an error calls it.
        prologue: Lines that are sent before it.
    """

    text: str
    source: str
    prologue: str

    def refused(self, message: str) -> QuerySyntaxError:
        """Return the error for what the server does not take as SPARQL.

        Args:
            message: The server's; Oxigraph's names a place.
        """
        if not _PLACE.search(message):
            why = " ".join(message.split())[:_SHOWN]
            return QuerySyntaxError("query-unplaced", source=self.source, why=why)
        added = self.prologue.count("\n")
        moved = _PLACE.sub(lambda place: f"at {max(1, int(place[1]) - added)}", message, count=1)
        return syntax_error(moved, self.text, self.source)


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
    from tripartite.syntax.source import Source, walk  # noqa: PLC0415 (only where one may be ours)

    source = Source(text)
    known = {**PREFIXES, **dict(_DECLARED.findall(text))}
    calls = (node for node, _ in walk(source.root) if node.type == "function_call")
    return frozenset(_expanded(source.text(call.children[0]), known) for call in calls)


def _expanded(spelled: str, known: Mapping[str, str]) -> str:
    if spelled.startswith("<"):
        return spelled[1:-1]
    prefix, _, local = spelled.partition(":")
    return f"{known.get(prefix, '')}{local}"
