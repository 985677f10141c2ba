"""``tripartite build``: make the graph from its files."""

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
    from tripartite.reports import BuildReport

_EXAMPLES = """
\b
Examples:
  tripartite build
  tripartite build --store docs/example
  tripartite build --into /srv/graph
"""


@click.command(epilog=_EXAMPLES)
@click.option("--into", metavar="DIR", help="Publish it here, to be read with --store DIR.")
@shared
def build(session: Session, into: str | None) -> None:
    """Build the graph where its files have changed, and count what it holds.

    What is published is a folder of its own that never changes; who reads the one before
    keeps it until done. It holds no personal contacts.
    """
    language = session.target.language
    with progress(say("building", language), quiet=session.target.quiet):
        report = session.graph.build(into)
    rows = (
        (Literal(name), Literal(str(number), datatype=v.XSD_INTEGER))
        for name, number in report.counts.items()
    )
    session.target.rows(Table(("what", "count"), tuple(rows)))
    names = ", ".join(report.rebuilt)
    session.target.note(say(_done(report, into), language, changed=names, folder=into))


def _done(report: BuildReport, into: str | None) -> str:
    """Return the message that says what was done."""
    if not report.is_new:
        return "up-to-date"
    if into:
        return "published"
    return "rebuilt" if report.rebuilt else "first-build"
