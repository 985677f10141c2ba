"""``tripartite compare``: two figures, set against each other where they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import shared

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite compare claim:brochure-emz9 figure:partnerships-contribution-per-year
  tripartite compare claim:cooperation-page-ghn6 claim:cooperation-page-pf48 -f json
  tripartite compare scheme:jpo figure:brochure-formalization-duration --lang ja
"""


@click.command(epilog=_EXAMPLES)
@click.argument("figure")
@click.argument("other")
@shared
def compare(session: Session, figure: str, other: str) -> None:
    """Say whether FIGURE is larger or smaller than OTHER, or why they cannot be compared.

    Name each by its IRI or CURIE, by its claim, or by an entity that has one figure.
    """
    session.target.answer(session.graph.compare(figure, other), session.graph)
