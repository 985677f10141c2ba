"""Write what has more columns for a program than for a person: paths and measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.cli import formats

if TYPE_CHECKING:
    from tripartite.cli.output import Target
    from tripartite.graph import KnowledgeGraph
    from tripartite.reports import Reply


def write_rows(reply: Reply, target: Target, graph: KnowledgeGraph) -> None:
    """Write rows with their proof: in brief for people, every column for programs."""
    is_brief = target.form_of(formats.ROWS) in formats.FOR_PEOPLE
    target.answer(reply.brief if is_brief else reply.table, graph)


def write_paths(reply: Reply, target: Target, graph: KnowledgeGraph) -> None:
    """Write paths: laid out as text for people, else as rows."""
    if target.form_of(formats.ROWS) == "table" and reply.table.rows:
        from tripartite.exports.paths import as_paths

        target.text(as_paths(graph.readable(reply.table), target.language))
        for note in reply.table.notes:
            target.note(note)
    else:
        write_rows(reply, target, graph)
