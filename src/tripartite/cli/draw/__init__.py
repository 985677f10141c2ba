"""``tripartite draw``: pictures, one module each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tripartite.cli.lazy import LazyGroup, Offer

if TYPE_CHECKING:
    from collections.abc import Mapping

PICTURES: Final[Mapping[str, str]] = {
    "graph": "Draw entities and their relations.",
    "flow": "Draw money from funders over channels to projects and places.",
    "map": "Draw countries by their relation to the work.",
    "timeline": "Draw what is dated, by calendar or Japanese fiscal year.",
}
_EXAMPLES = """
\b
Examples:
  tripartite draw graph MHLW -o mhlw.svg
  tripartite draw timeline --years fiscal -o timeline.html
  tripartite draw graph --lang ja 厚生労働省 ベトナム --path -o path.png
"""


class _Pictures(LazyGroup):
    offer = Offer("tripartite.cli.draw", {"PICTURES": PICTURES}, "unknown-picture")


@click.group(cls=_Pictures, epilog=_EXAMPLES)
def draw() -> None:
    """Draw what the graph says; each mark has its standing and its proof."""
