"""``tripartite locate``: the span of a text in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import shared
from tripartite.messages import say

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite locate brochure "UN Trust Fund"
  tripartite locate partnerships 2017 --documents papers
  tripartite locate brochure Pakistan -f csv
"""


@click.command(epilog=_EXAMPLES)
@click.argument("document")
@click.argument("text", nargs=-1, required=True)
@shared
def locate(session: Session, document: str, text: tuple[str, ...]) -> None:
    """Give every span of TEXT in DOCUMENT, in code points; white space is all alike."""
    wanted = " ".join(text)
    table = session.graph.locate(document, wanted)
    session.target.rows(table)
    if not table.rows:
        note = say("not-found-in-document", session.target.language, document=document, text=wanted)
        session.target.note(note)
