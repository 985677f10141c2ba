"""Failures a user can put right, each with its exit code.

Exit codes are those of the command line contract: 1 a finding, 2 usage or a name, 3 input
or output, 4 refused or out of limits. Only ``cli`` turns an error into a code.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tripartite.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class TripartiteError(Exception):
    """Something the user can put right; the message says what, where and how."""

    exit_code: ClassVar[int] = 2

    def __init__(self, key: str, **values: object) -> None:
        """Keep a message of ``messages`` and its values, to be said in either language."""
        super().__init__(say(key, "en", **values))
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Come out of another process as it went in."""
        return partial(type(self), self.key, **self.values), ()

    def text(self, language: str) -> str:
        """Return the message in this language."""
        return say(self.key, language, **self.values)


class UnknownNameError(TripartiteError):
    """No entity, query, document or format has this name."""


class AmbiguousNameError(TripartiteError):
    """More than one entity has this label or alias."""


class BadParameterError(TripartiteError):
    """A query takes no such parameter, or not this kind of value."""


class UnsupportedFormatError(TripartiteError):
    """This result cannot be written in this format."""


class UnsupportedStoreError(TripartiteError):
    """A graph without its files, or on another server, cannot do this."""


class MissingInputError(TripartiteError):
    """A folder or file that the command needs is not there."""

    exit_code = 3


class UnreachableError(TripartiteError):
    """A server does not answer, is not what was asked for, or wants to know who asks."""

    exit_code = 3


class UnreadableFileError(TripartiteError):
    """A file does not parse, is not UTF-8, or may not be read."""

    exit_code = 3


class QuerySyntaxError(TripartiteError):
    """A query is not SPARQL 1.1; the message gives line and column."""

    exit_code = 3


class UnwritableOutputError(TripartiteError):
    """The output or the build cannot be written, for example on a full disk."""

    exit_code = 3


class QueryRefusedError(TripartiteError):
    """A query that parses is not one that can be answered as it is asked."""

    exit_code = 4


class QueryFailedError(TripartiteError):
    """The engine gave up on a query that parses, or a limit ended it."""

    exit_code = 4


class InvalidShapesError(TripartiteError):
    """Shapes are not what SHACL allows; the message has a line a fault."""

    exit_code = 3

    def __init__(self, faults: Sequence[tuple[str, Mapping[str, object]]]) -> None:
        """Keep the faults: a message key and its values each; at least one."""
        self.faults = tuple(faults)
        key, values = self.faults[0]
        super().__init__(key, **values)

    def __reduce__(self) -> tuple[object, ...]:
        """Come out of another process with every fault."""
        return type(self), (self.faults,)

    def text(self, language: str) -> str:
        """Return the messages in this language, a line each."""
        return "\n".join(say(key, language, **values) for key, values in self.faults)
