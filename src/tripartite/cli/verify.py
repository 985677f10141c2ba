"""``tripartite verify``: the claims beside the documents, and the documents beside the claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import shared
from tripartite.cli.progress import progress
from tripartite.errors import BadParameterError
from tripartite.messages import say

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite verify --documents papers
  tripartite verify --coverage -o uncovered.xlsx
  tripartite verify --relocate -f csv
"""


@click.command(epilog=_EXAMPLES)
@click.option("--coverage", is_flag=True, help="List what of the documents no claim carries.")
@click.option("--relocate", is_flag=True, help="List where a changed document's words stand now.")
@click.option("--record", is_flag=True, help="Record the digests of all cited spans.")
@shared
def verify(session: Session, *, coverage: bool, relocate: bool, record: bool) -> int:
    """Compare claims and documents; exit with 1 if anything is found."""
    if coverage + relocate + record > 1:
        raise BadParameterError("one-at-a-time")
    graph, target = session.graph, session.target
    with progress(say("verifying", target.language), quiet=target.quiet):
        if record:
            table = graph.record()
        elif relocate:
            table = graph.relocate()
        else:
            table = graph.uncovered() if coverage else graph.verify()
    target.rows(table)
    return 1 if table.rows and not record else 0
