"""``tripartite query``: answer a named query, a file, standard input or a text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tripartite.cli.options import choosing, shared
from tripartite.errors import BadParameterError, UnreadableFileError

if TYPE_CHECKING:
    from tripartite.cli.options import Session
    from tripartite.store import Answer

_EXAMPLES = """
\b
Examples:
  tripartite query funding/by-donor --set donor="Government of Japan"
  tripartite query geography/in-country --set country=ベトナム --lang ja -o answer.xlsx
  tripartite query -q 'SELECT ?c { ?c a tp:Claim } LIMIT 3' -f json
"""


@click.command(epilog=_EXAMPLES)
@click.argument("name", required=False)
@click.option("-q", "text", metavar="TEXT", help="The query itself, in SPARQL 1.1.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="Set a parameter; repeatable."
)
@click.option("--exit-status", is_flag=True, help="Exit with 1 if the answer to ASK is no.")
@choosing
@shared
def query(
    session: Session,
    name: str | None,
    text: str | None,
    settings: tuple[str, ...],
    exit_status: bool,  # noqa: FBT001 (an option of the command)
) -> int:
    """Answer NAME: a named query, a file (.rq), or - for standard input."""
    answer = _answer(session, name, text, settings)
    session.target.answer(answer, session.graph)
    return 1 if exit_status and answer is False else 0


def _answer(
    session: Session, name: str | None, text: str | None, settings: tuple[str, ...]
) -> Answer:
    if text is not None:
        return session.graph.sparql(text, "-q")
    if name is None:
        raise BadParameterError("no-query-given")
    if name == "-":
        return session.graph.sparql(_decode(sys.stdin.buffer.read(), "-"), "-")
    if name.endswith((".rq", ".sparql")):
        return session.graph.sparql(_read(name), name)
    return session.graph.query(name, dict(_setting(given) for given in settings))


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
        return data.decode()
    except UnicodeDecodeError as error:
        raise UnreadableFileError("not-read", path=source, why=f"not UTF-8 ({error})") from error
