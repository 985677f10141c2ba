"""``tripartite export``: the graph as RDF or tables."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tripartite.cli import formats
from tripartite.cli.options import choosing, shared
from tripartite.cli.progress import progress
from tripartite.exports.classes import as_files
from tripartite.messages import say

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite export -o graph.ttl
  tripartite export --graph all -o graph.trig
  tripartite export -f jsonld-framed -o graph.json
"""


@click.command(epilog=_EXAMPLES)
@click.option(
    "--graph",
    type=click.Choice(["default", "claims", "all"]),
    default="default",
    help="The accepted facts, the claim graphs, or everything.",
)
@click.option("--with-contacts", is_flag=True, help="Add personal contacts.")
@choosing
@shared
def export(session: Session, graph: str, with_contacts: bool) -> None:  # noqa: FBT001 (an option)
    """Write the graph: Turtle by default; csv and xlsx give tables by class.

    With csv and a folder as FILE, each class gets a file of its own.
    """
    target = session.target
    form = formats.choose(target.form, target.output, formats.EXPORTS, "turtle")
    with progress(say("exporting", target.language), quiet=target.quiet):
        if form == "csv" and target.output and os.path.isdir(target.output):  # noqa: PTH112 (as typed)
            target.files(as_files(session.graph.tables()))
        else:
            target.text(session.graph.export(form, graph, with_contacts=with_contacts))
    if with_contacts:
        target.note(say("with-contacts", target.language))
