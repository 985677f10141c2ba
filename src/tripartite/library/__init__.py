"""Named queries: the files below ``queries/``, their headers, and their parameters."""

from tripartite.library.binding import bind
from tripartite.library.catalogue import checks, load, names
from tripartite.library.ranking import matching

__all__ = ["bind", "checks", "load", "matching", "names"]
