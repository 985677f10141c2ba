"""``tripartite find``: entities by label or alias."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.options import choosing, shared

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite find MHLW
  tripartite find 厚労省
  tripartite find "social safety net" -f json
"""


@click.command(epilog=_EXAMPLES)
@click.argument("text", nargs=-1, required=True)
@choosing
@shared
def find(session: Session, text: tuple[str, ...]) -> None:
    """List the entities called TEXT in either language, best match first."""
    session.target.rows(session.graph.find(" ".join(text)))
