"""The claims behind any answer: which triples made each row, and what holds them."""

from __future__ import annotations

from tripartite.evidence.attaching import attach

__all__ = ["attach"]
