"""``tripartite publish``: the graph on a SPARQL server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from pyoxigraph import Literal

from tripartite import vocabulary as v
from tripartite.cli.options import shared
from tripartite.cli.progress import progress
from tripartite.messages import say
from tripartite.model import Table

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite publish http://localhost:7878/store
  tripartite publish https://data.example/graph/store --store docs/example
  tripartite publish https://data.example/store -f json --quiet
"""


@click.command(epilog=_EXAMPLES)
@click.argument("url")
@shared
def publish(session: Session, url: str) -> None:
    """Replace everything that the Graph Store at URL holds by the graph, in one request.

    Whole or not at all; personal contacts are never sent. Credentials come from
    TRIPARTITE_TOKEN, from TRIPARTITE_USER and TRIPARTITE_PASSWORD, or from netrc.
    """
    language = session.target.language
    with progress(say("publishing", language), quiet=session.target.quiet):
        done = session.graph.publish(url)
    rows = (
        (Literal(name), Literal(str(number), datatype=v.XSD_INTEGER))
        for name, number in (
            ("triples in the default graph", done.sent.default),
            ("quads in named graphs", done.sent.named),
        )
    )
    session.target.rows(Table(("what", "count"), tuple(rows)))
    key = "published-at" if done.found else "published-unseen"
    session.target.note(say(key, language, server=done.server))
