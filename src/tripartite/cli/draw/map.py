"""``tripartite draw map``: countries by their relation to the cooperation."""

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
  tripartite draw map -o countries.svg
  tripartite draw map MHLW "Ministry of Foreign Affairs" -o ministries.html
  tripartite draw map 厚生労働省 --lang ja -o mhlw.png
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1)
@drawing
@shared
def map(  # noqa: A001 (a module's command has its name)
    session: Session, *, entity: tuple[str, ...], standings: tuple[str, ...]
) -> None:
    """Draw the countries that the work of ENTITY… relates to; without one, of all work.

    As svg (the default), png or html; as csv and the other formats of rows, the relations with
    their proof.
    """
    drawn = session.graph.draw_map(*entity, include=standings)
    session.target.drawing(drawn, session.graph)
