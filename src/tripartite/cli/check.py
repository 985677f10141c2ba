"""``tripartite check``: what the data breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli.built import check_build
from tripartite.cli.options import shared
from tripartite.cli.output import count
from tripartite.cli.progress import progress
from tripartite.messages import say

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite check
  tripartite check -o report.ttl
  tripartite check --build
"""


@click.command(epilog=_EXAMPLES)
@click.option("--build", is_flag=True, help="Check the published build, not the files.")
@shared
def check(session: Session, *, build: bool) -> int:
    """Validate the project's files; exit with 1 if anything is found."""
    if build:
        return check_build(session)
    language = session.target.language
    with progress(say("checking", language), quiet=session.target.quiet):
        findings = session.graph.check()
    session.target.findings(findings)
    session.target.note(
        count("findings", "one-finding", len(findings), language)
        if findings
        else say("conforms" if session.graph.places.has_files else "no-findings", language)
    )
    return 1 if findings else 0
