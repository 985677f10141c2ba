"""``tripartite draw flow``: the way of money, with widths only where amounts can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import shared
from tripartite.cli.widening import drawing

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite draw flow -o flow.html
  tripartite draw flow MHLW --lang ja -o mhlw.png
  tripartite draw flow "Viet Nam" Cambodia -f csv
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1)
@drawing
@shared
def flow(session: Session, *, entity: tuple[str, ...], standings: tuple[str, ...]) -> None:
    """Draw how money goes to ENTITY… and on; without one, all that the documents state.

    As svg (the default), png or html; as csv and the other formats of rows, what each claim
    says of each ribbon. Only sums that can be compared are drawn as widths.
    """
    drawn = session.graph.draw_flow(*entity, include=standings)
    session.target.drawing(drawn, session.graph)
