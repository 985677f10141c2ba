"""``tripartite path``: how two entities are connected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import shared
from tripartite.cli.output import CUT
from tripartite.cli.replies import write_paths
from tripartite.cli.widening import widening

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite path MHLW construction --include implied
  tripartite path 厚生労働省 ベトナム --avoid 日本 --lang ja
  tripartite path "Guy Ryder" Cambodia --max-hops 4 -o paths.xlsx
"""


@click.command(epilog=_EXAMPLES)
@click.argument("start")
@click.argument("end")
@click.option(
    "--max-hops",
    type=click.IntRange(min=1),
    metavar="N",
    help="Every path of at most N steps, not only the shortest.",
)
@click.option("--avoid", multiple=True, metavar="ENTITY", help="Pass it by; repeatable.")
@click.option(
    "--max-paths",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    metavar="N",
    help="Stop after N paths, say so, and exit with 4.",
)
@widening
@shared
def path(  # noqa: PLR0913 (one argument an option)
    session: Session,
    *,
    start: str,
    end: str,
    max_hops: int | None,
    avoid: tuple[str, ...],
    max_paths: int,
    standings: tuple[str, ...],
    extras: tuple[str, ...],
) -> int:
    """Show all shortest paths from START to END; relations are walked in either direction."""
    from tripartite.network.answer import Question

    question = Question(start, end, max_hops, avoid, standings, extras, max_paths)
    found = session.graph.path(question)
    write_paths(found, session.target, session.graph)
    return CUT if found.is_cut else 0
