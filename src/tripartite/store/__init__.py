"""The graph as questions are asked of it: one engine, one place."""

from tripartite.store.embedded import Answer, EmbeddedStore

__all__ = ["Answer", "EmbeddedStore"]
