"""``tripartite draw timeline``: what is dated, and how precisely."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import shared
from tripartite.cli.output import CUT
from tripartite.cli.widening import drawing

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite draw timeline -o timeline.html
  tripartite draw timeline MHLW --years fiscal --lang ja -o mhlw.png
  tripartite draw timeline "Viet Nam" --from 2005 --to 2015 -f csv
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1)
@click.option(
    "--years",
    type=click.Choice(["calendar", "fiscal"]),
    default="calendar",
    show_default=True,
    help="Years of the axis; fiscal: of Japan, from April.",
)
@click.option("--from", "first", type=click.IntRange(1, 9998), metavar="YEAR", help="Begin here.")
@click.option(
    "--to",
    "last",
    type=click.IntRange(1, 9998),
    metavar="YEAR",
    help="End here. What is left out is said; then exit with 4.",
)
@drawing
@shared
def timeline(  # noqa: PLR0913 (one argument an option)
    session: Session,
    *,
    entity: tuple[str, ...],
    years: str,
    first: int | None,
    last: int | None,
    standings: tuple[str, ...],
) -> int:
    """Draw what is dated of ENTITY… and what has to do with it; without any, everything.

    As svg (the default), png or html; as csv and the other formats of rows, each date with its
    claim. What no document dates is listed.
    """
    from tripartite.pictures.timeline.choosing import Asked

    asked = Asked(entity, years, first, last, standings)
    drawn = session.graph.draw_timeline(asked)
    session.target.drawing(drawn, session.graph)
    return CUT if drawn.is_cut else 0
