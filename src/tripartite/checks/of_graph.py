"""What a graph breaks that has none of its files: published into a folder, or on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite import library
from tripartite.build.sources import Sources
from tripartite.checks import read_shapes
from tripartite.checks.reporting import Reporter
from tripartite.origins import Origins
from tripartite.validation.by_query import results

if TYPE_CHECKING:
    from tripartite.places import Places
    from tripartite.reports import Finding
    from tripartite.store import GraphStore

_NEEDS_FILES: Final = "files"  # the tag of a check query that asks the graphs of files


def check_graph(store: GraphStore, places: Places, language: str) -> tuple[Finding, ...]:
    """Return what can be asked by queries alone, sorted; no finding has a place.

    These are the check queries that need no files, and the constraints of the shapes that
    are queries (``sh:sparql``) where one query may ask all focus nodes at once.
    """
    reporter = Reporter(store, Origins(Sources((), (), ())), language)
    queries = (one for one in library.checks(places.queries) if _NEEDS_FILES not in one.tags)
    found = {
        *reporter.results(results(read_shapes(places), store)),
        *(finding for query in queries for finding in reporter.rows(query)),
    }
    return tuple(sorted(found, key=repr))
