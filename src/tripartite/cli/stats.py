"""``tripartite stats``: what the network of entities hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import shared
from tripartite.cli.replies import write_rows
from tripartite.cli.widening import widening

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite stats
  tripartite stats Japan --include implied
  tripartite stats --only broken-pairs,isolated --lang ja -o network.xlsx
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1)
@click.option(
    "--only",
    metavar="MEASURE[,…]",
    default="",
    help="Only: degree, betweenness, cut-off, broken-pairs, bridge, community, isolated.",
)
@click.option(
    "--top", type=click.IntRange(min=1), metavar="N", help="So many rows of each ranking."
)
@widening
@shared
def stats(  # noqa: PLR0913 (one argument an option)
    session: Session,
    *,
    entity: tuple[str, ...],
    only: str,
    top: int | None,
    standings: tuple[str, ...],
    extras: tuple[str, ...],
) -> None:
    """Measure the network: what holds it together, what would fall apart, what is isolated.

    With ENTITY, only what the measures say of it.
    """
    from tripartite.network.statistics import Asked

    measures = tuple(part.strip() for part in only.split(",") if part.strip())
    asked = Asked(" ".join(entity), measures, top, standings, extras)
    write_rows(session.graph.stats(asked), session.target, session.graph)
