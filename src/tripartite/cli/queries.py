"""``tripartite queries``: the catalogue of named queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal

from tripartite.cli.options import shared
from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite.cli.options import Session
    from tripartite.model import NamedQuery

_EXAMPLES = """
\b
Examples:
  tripartite queries
  tripartite queries child labour
  tripartite queries show funding/by-donor --lang ja
"""


@click.command(epilog=_EXAMPLES)
@click.argument("text", nargs=-1)
@shared
def queries(session: Session, text: tuple[str, ...]) -> None:
    """List the named queries whose question holds TEXT; `show NAME` gives one whole."""
    if text[:1] == ("show",) and len(text) == 2:  # noqa: PLR2004 (show NAME)
        session.target.rows(_one(session.graph.named(text[1]), session.target.language))
        return
    found = session.graph.queries(" ".join(text))
    rows = (
        (
            Literal(query.name),
            Literal(query.questions[session.target.language]),
            Literal(" ".join(parameter.name for parameter in query.parameters)),
            Literal(" ".join(query.tags)),
        )
        for query in found
    )
    session.target.rows(Table(("name", "question", "parameters", "tags"), tuple(rows)))


def _one(query: NamedQuery, language: str) -> Table:
    parameters = (f"{parameter.name} ({parameter.kind})" for parameter in query.parameters)
    rows = {
        "name": query.name,
        "question": query.questions[language],
        "summary": query.summary,
        "parameters": ", ".join(parameters),
        "columns": " ".join(query.columns),
        "tags": " ".join(query.tags),
        "query": query.text,
    }
    return Table(("field", "value"), tuple((Literal(k), Literal(v)) for k, v in rows.items()))
