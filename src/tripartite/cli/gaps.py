"""``tripartite gaps``: what the documents do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import choosing, shared
from tripartite.cli.replies import write_rows

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite gaps "Garment project in Lao PDR"
  tripartite gaps "UN Trust Fund for Human Security" --lang ja
  tripartite gaps -o gaps.xlsx
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1)
@choosing
@shared
def gaps(session: Session, entity: tuple[str, ...]) -> None:
    """List what things of its class normally have and no document states, of all or of ENTITY."""
    write_rows(session.graph.gaps(" ".join(entity)), session.target, session.graph)
