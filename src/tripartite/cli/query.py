"""``tripartite query``: answer a named query, a file, standard input or a text."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal

from tripartite.cli.options import choosing, shared
from tripartite.errors import BadParameterError, UnreadableFileError
from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite.cli.options import Session
    from tripartite.store import Answer

_EXAMPLES = """
\b
Examples:
  tripartite query funding/by-donor --set donor="Government of Japan"
  tripartite query geography/in-country --set country=ベトナム --lang ja -o answer.xlsx
  tripartite query -q 'SELECT ?p { ?p a tp:Project }' --evidence -f json
"""


@click.command(epilog=_EXAMPLES)
@click.argument("name", required=False)
@click.option("-q", "text", metavar="TEXT", help="The query itself, in SPARQL 1.1.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="Set a parameter; repeatable."
)
@click.option("--evidence", is_flag=True, help="Give the claims and passages behind each row.")
@click.option("--exit-status", is_flag=True, help="Exit with 1 if the answer to ASK is no.")
@choosing
@shared
def query(  # noqa: PLR0913, PLR0917 (one argument an option)
    session: Session,
    name: str | None,
    text: str | None,
    settings: tuple[str, ...],
    evidence: bool,  # noqa: FBT001 (an option of the command)
    exit_status: bool,  # noqa: FBT001 (the same)
) -> int:
    """Answer NAME: a named query, a file (.rq), or - for standard input.

    With --evidence every answer is rows: one for ASK, one a triple for CONSTRUCT.
    """
    asked = _asked(name, text)
    if asked is None:
        assert name is not None  # noqa: S101 (told apart from a text in _asked)
        given = dict(_setting(one) for one in settings)
        answer = session.graph.query(name, given, evidence=evidence)
    else:
        answer = session.graph.sparql(*asked, evidence=evidence)
    if evidence and isinstance(answer, Table):
        session.target.proven(answer, session.graph)
    else:
        session.target.answer(answer, session.graph)
    return 1 if exit_status and _is_no(answer) else 0


def _asked(name: str | None, text: str | None) -> tuple[str, str] | None:
    """Return a query's text and what errors call it; ``None`` for a named query."""
    if text is not None:
        return _decode(os.fsencode(text), "-q"), "-q"
    if name is None:
        raise BadParameterError("no-query-given")
    if name == "-":
        return _decode(sys.stdin.buffer.read(), "-"), "-"
    return (_read(name), name) if name.endswith((".rq", ".sparql")) else None


def _is_no(answer: Answer) -> bool:
    """Tell whether an ASK was answered no, which with evidence is a row."""
    if isinstance(answer, Table):
        return answer.columns == ("answer",) and answer.rows == ((Literal(False),),)  # noqa: FBT003 (a term)
    return answer is False


def _setting(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not equals or not name:
        raise BadParameterError("missing-parameter-value", given=given)
    return name, value


def _read(path: str) -> str:
    try:
        return _decode(Path(path).read_bytes(), path)
    except OSError as error:
        why = error.strerror or error
        raise UnreadableFileError("not-read", path=path, why=why) from error


def _decode(data: bytes, source: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError("not-read", path=source, why=f"not UTF-8 ({error})") from error
