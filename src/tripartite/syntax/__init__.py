"""The structure of a SPARQL query with source spans; it knows nothing of any store."""

from __future__ import annotations

from tripartite.syntax.parser import parse

__all__ = ["parse"]
