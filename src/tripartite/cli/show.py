"""``tripartite show``: all that is known of one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import choosing, shared

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite show "Greener Business Asia"
  tripartite show 厚生労働省 --lang ja
  tripartite show fund:ssn -o ssn.xlsx
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1, required=True)
@choosing
@shared
def show(session: Session, entity: tuple[str, ...]) -> None:
    """Show what ENTITY is, every fact with standing and passage, and who refers to it."""
    session.target.view(session.graph.show(" ".join(entity)))
