"""``tripartite query``: answer a named query, a file, standard input or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal

from tripartite.cli.asking import ask
from tripartite.cli.limiting import limiting
from tripartite.cli.options import choosing, shared
from tripartite.cli.output import CUT
from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite.cli.options import Session
    from tripartite.store import Answer
    from tripartite.store.limits import Limits

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
@limiting
@choosing
@shared
def query(  # noqa: PLR0913, PLR0917 (one argument an option)
    session: Session,
    name: str | None,
    text: str | None,
    settings: tuple[str, ...],
    evidence: bool,  # noqa: FBT001 (an option of the command)
    exit_status: bool,  # noqa: FBT001 (the same)
    limits: Limits | None,
) -> int:
    """Answer NAME: a named query, a file (.rq), or - for standard input.

    With --evidence every answer is rows: one for ASK, one a triple for CONSTRUCT. A file or a
    text is asked within limits, in a process of its own; a named query if a limit is given.
    """
    answer = ask(session.graph, name, text, settings, evidence=evidence, limits=limits)
    if evidence and isinstance(answer, Table):
        session.target.proven(answer, session.graph)
    else:
        session.target.answer(answer, session.graph)
    if isinstance(answer, Table) and answer.is_cut:
        return CUT
    return 1 if exit_status and _is_no(answer) else 0


def _is_no(answer: Answer) -> bool:
    """Tell whether an ASK was answered no, which with evidence is a row."""
    if isinstance(answer, Table):
        return answer.columns == ("answer",) and answer.rows == ((Literal(False),),)  # noqa: FBT003 (a term)
    return answer is False
