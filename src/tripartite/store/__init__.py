"""The graph as questions are asked of it: on this machine, or on a server."""

from tripartite.store.embedded import EmbeddedStore
from tripartite.store.reading import Answer, GraphStore

__all__ = ["Answer", "EmbeddedStore", "GraphStore"]
