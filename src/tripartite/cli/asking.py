"""A query as a command takes it: a name of the catalogue, a file, standard input, a text."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tripartite.errors import BadParameterError, UnreadableFileError
from tripartite.store.limits import OUTSIDE, SIZE

if TYPE_CHECKING:
    from tripartite.graph import KnowledgeGraph
    from tripartite.store import Answer
    from tripartite.store.limits import Limits


def ask(  # noqa: PLR0913 (one argument an option)
    graph: KnowledgeGraph,
    name: str | None,
    text: str | None,
    settings: tuple[str, ...],
    *,
    evidence: bool = False,
    limits: Limits | None = None,
) -> Answer:
    """Answer a named query with its parameters, or the query in a file or a text.

    A file or a text comes from outside: where no limits are given, it has the usual ones.

    Raises:
        BadParameterError: Neither is given, or a parameter has no value.
        UnreadableFileError: The file cannot be read, or is not UTF-8.
    """
    asked = _asked(name, text)
    if asked is not None:
        return graph.sparql(*asked, evidence=evidence, limits=limits or OUTSIDE)
    assert name is not None  # noqa: S101 (told apart from a text in _asked)
    given = dict(_setting(one) for one in settings)
    return graph.query(name, given, evidence=evidence, limits=limits)


def _asked(name: str | None, text: str | None) -> tuple[str, str] | None:
    """Return a query's text and what errors call it; ``None`` for a named query."""
    if text is not None:
        return _decode(io.BytesIO(os.fsencode(text)), "-q"), "-q"
    if name is None:
        raise BadParameterError("no-query-given")
    if name == "-":
        return _decode(sys.stdin.buffer, "-"), "-"
    return (_read(name), name) if name.endswith((".rq", ".sparql")) else None


def _setting(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals or not name:
        raise BadParameterError("missing-parameter-value", given=given)
    return name, value


def _read(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return _decode(file, path)
    except OSError as error:
        why = error.strerror or error
        raise UnreadableFileError("not-read", path=path, why=why) from error


def _decode(file: IO[bytes], source: str) -> str:
    """Return a text, or as much of it as is already too long: it may have no end."""
    data = file.read(SIZE + 1)
    if len(data) > SIZE:
        return data.decode("utf-8", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError("not-read", path=source, why=f"not UTF-8 ({error})") from error
