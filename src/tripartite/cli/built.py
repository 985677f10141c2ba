"""``tripartite check --build``: is the published build what was published?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.messages import say

if TYPE_CHECKING:
    from tripartite.cli.options import Session


def check_build(session: Session) -> int:
    """Write what is wrong with the build, and what to do; return the exit code."""
    table = session.graph.check_build()
    session.target.rows(table)
    if table.rows:
        return 1
    session.target.note(say("build-whole", session.target.language))
    return 0
