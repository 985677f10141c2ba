"""``tripartite tensions``: where claims disagree, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli import formats
from tripartite.cli.options import choosing, shared

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite tensions
  tripartite tensions "ILO/Japan Multi-bilateral Programme" --lang ja
  tripartite tensions fund:ssn -o tensions.xlsx
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1)
@choosing
@shared
def tensions(session: Session, entity: tuple[str, ...]) -> None:
    """List where claims disagree, of all or of ENTITY: side by side, judged, explained."""
    table, target = session.graph.tensions(" ".join(entity)), session.target
    if target.form_of(formats.TABLES) == "table":
        from tripartite.exports.tensions import as_tensions

        target.text(as_tensions(table, target.language, target.width()))
    else:
        target.rows(table)
