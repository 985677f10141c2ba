"""``tripartite build``: make the graph from its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal

from tripartite import vocabulary as v
from tripartite.cli.options import shared
from tripartite.cli.progress import progress
from tripartite.messages import say
from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite build
  tripartite build --store docs/example
  tripartite build -f json
"""


@click.command(epilog=_EXAMPLES)
@shared
def build(session: Session) -> None:
    """Build the graph where its files have changed, and count what it holds."""
    language = session.target.language
    with progress(say("building", language), quiet=session.target.quiet):
        report = session.graph.build()
    rows = (
        (Literal(name), Literal(str(number), datatype=v.XSD_INTEGER))
        for name, number in report.counts.items()
    )
    session.target.rows(Table(("what", "count"), tuple(rows)))
    changed = ", ".join(report.rebuilt)
    session.target.note(
        say("rebuilt", language, changed=changed) if changed else say("up-to-date", language)
    )
