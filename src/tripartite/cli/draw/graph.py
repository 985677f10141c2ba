"""``tripartite draw graph``: entities and their relations as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click
from click.core import ParameterSource

from tripartite.cli.asking import ask
from tripartite.cli.limiting import limiting
from tripartite.cli.options import shared
from tripartite.cli.output import CUT
from tripartite.cli.widening import drawing, extra_nodes
from tripartite.errors import BadParameterError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.cli.options import Session
    from tripartite.pictures.drawing import Drawing
    from tripartite.store.limits import Limits

_EXAMPLES = """
\b
Examples:
  tripartite draw graph MHLW --hops 2 --types ministry,fund,project -o mhlw.svg
  tripartite draw graph MHLW construction --path -o path.png
  tripartite draw graph --query funding/by-donor --ends funder,funded -o funding.html
"""
_ENDS = "source,target"
_TYPED = ParameterSource.COMMANDLINE
_OF_QUERY = {
    "settings": "--set",
    "ends": "--ends",
    "timeout": "--timeout",
    "max_rows": "--max-rows",
    "hosts": "--allow-remote",
}
_OF_ENTITIES = {"extras": "--with", "standings": "--include"}
_TWO = 2  # ends of a path, columns of an edge


class _Query(NamedTuple):
    name: str | None
    text: str | None
    settings: tuple[str, ...]
    ends: str
    limits: Limits | None


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1)
@click.option("--hops", type=click.IntRange(min=0), metavar="N", help="Steps around them.  [1]")
@click.option("--types", metavar="TYPE[,…]", help="Only nodes of these kinds or classes.")
@click.option(
    "--max-nodes",
    type=click.IntRange(min=1),
    metavar="N",
    help="The N nearest; where there are more, say so, and exit with 4.",
)
@click.option("--path", is_flag=True, help="All shortest paths between two entities.")
@click.option("--query", "name", metavar="NAME", help="The result of a named query or a file.")
@click.option("-q", "text", metavar="TEXT", help="The result of a query, in SPARQL 1.1.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="As in 'query'.")
@click.option(
    "--ends",
    metavar="COLUMN,COLUMN",
    help="The columns of a SELECT that are an edge's ends.  [source,target]",
)
@extra_nodes
@drawing
@limiting
@shared
def graph(  # noqa: PLR0913 (one argument an option)
    session: Session,
    *,
    entity: tuple[str, ...],
    hops: int | None,
    types: str | None,
    max_nodes: int | None,
    path: bool,
    name: str | None,
    text: str | None,
    settings: tuple[str, ...],
    ends: str | None,
    extras: tuple[str, ...],
    standings: tuple[str, ...],
    limits: Limits | None,
) -> int:
    """Draw what is around ENTITY…, a path, or a query's result; without either, everything.

    As svg (the default), png, html, dot, graphml, gexf or json (nodes and links); as csv and
    the other formats of rows, the relations with their proof.
    """
    is_query = name is not None or text is not None
    if is_query and (entity or path):
        raise BadParameterError("query-or-entities")
    if (is_query or path) and (hops is not None or types or max_nodes is not None):
        raise BadParameterError("only-around")
    if is_query and (of_entities := _given(_OF_ENTITIES)):
        raise BadParameterError("only-of-entities", options=", ".join(of_entities))
    if not is_query and (of_query := _given(_OF_QUERY)):
        raise BadParameterError("only-of-query", options=", ".join(of_query))
    if is_query:
        drawn = _answer(session, _Query(name, text, settings, ends or _ENDS, limits))
    elif path:
        drawn = _ways(session, entity, extras, standings)
    else:
        from tripartite.pictures.graph.choosing import Wanted

        kinds = tuple(part.strip() for part in (types or "").split(",") if part.strip())
        steps = 1 if hops is None else hops
        wanted = Wanted(entity, steps, kinds, max_nodes, standings, extras)
        drawn = session.graph.draw_graph(wanted)
    session.target.drawing(drawn, session.graph)
    return CUT if drawn.is_cut else 0


def _given(options: Mapping[str, str]) -> list[str]:
    """Return those of some options that were typed."""
    source = click.get_current_context().get_parameter_source
    return [option for name, option in options.items() if source(name) is _TYPED]


def _answer(session: Session, query: _Query) -> Drawing:
    parts = tuple(part.strip() for part in query.ends.split(","))
    if len(parts) != _TWO:
        raise BadParameterError("not-two-ends", given=query.ends)
    answer = ask(session.graph, query.name, query.text, query.settings, limits=query.limits)
    return session.graph.draw_answer(answer, query.name or "", (parts[0], parts[1]))


def _ways(
    session: Session, entity: tuple[str, ...], extras: tuple[str, ...], standings: tuple[str, ...]
) -> Drawing:
    from tripartite.network.answer import Question

    if len(entity) != _TWO:
        raise BadParameterError("not-two-ends", given=" ".join(entity))
    start, end = entity
    return session.graph.draw_path(Question(start, end, include=standings, extras=extras))
