"""``tripartite queries``: the catalogue of named queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal

from tripartite.cli import formats
from tripartite.cli.options import shared
from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite.cli.options import Session
    from tripartite.model import NamedQuery

_EXAMPLES = """
\b
Examples:
  tripartite queries "Who signed what, when and where?"
  tripartite queries show funding/by-donor --lang ja
  tripartite queries -f turtle -o queries.ttl
"""


@click.command(epilog=_EXAMPLES)
@click.argument("text", nargs=-1)
@shared
def queries(session: Session, text: tuple[str, ...]) -> None:
    """List the named queries that hold TEXT, or come nearest to it as a question.

    `show NAME` gives one whole. Turtle and the other graph formats give the catalogue as
    SHACL executables, each with its SPARQL text.
    """
    if text[:1] == ("show",) and len(text) == 2:  # noqa: PLR2004 (show NAME)
        session.target.rows(_one(session.graph.named(text[1]), session.target.language))
        return
    wanted = " ".join(text)
    if session.target.form_of((*formats.TABLES, *formats.GRAPHS)) in formats.GRAPHS:
        session.target.answer(session.graph.catalogue(wanted), session.graph)
        return
    found = session.graph.queries(wanted)
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
        "limits": query.limits.get(language, ""),
        "empty": query.empty.get(language, ""),
        "query": query.text,
    }
    return Table(("field", "value"), tuple((Literal(k), Literal(v)) for k, v in rows.items() if v))
