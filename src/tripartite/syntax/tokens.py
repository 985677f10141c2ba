"""The words of a query whose structure is not known, told apart as the engine does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """A piece of a query's text.

    Attributes:
        kind: ``word``, ``prefixed`` (a prefixed name), ``open``, ``close`` or ``sign``.
        start: Its place, in code points.
    """

    kind: str
    text: str
    start: int


# Where a query could be read in two ways, a word is rather found than missed: a local name or
# a blank node's label ends early, a number leaves the letters behind it to be a word.
_TOKEN: Final = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri> <(?:[^<>"{}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8})*> )
    | (?P<long> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3} )
    | (?P<short> "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<blank> _:\w+ )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<prefixed> (?:[^\W\d_][\w.\-]*+)?
        :(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\\W|\\_)(?:[\w:\-]|%[0-9A-Fa-f]{2}|\\\W|\\_)*)? )
    | (?P<word> [^\W\d]\w* )
    | (?P<open> [({\[] )
    | (?P<close> [)}\]] )
    | (?P<sign> [!+\-*/|^&=<>] )
    """,
    re.VERBOSE | re.DOTALL,
)
_KINDS: Final = frozenset({"word", "prefixed", "open", "close", "sign"})


def scan(text: str) -> Iterator[Token]:
    """Yield what stands outside of strings, IRIs and comments and is no variable."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup in _KINDS:
            yield Token(found.lastgroup, found[0], found.start())
