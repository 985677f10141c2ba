"""A knowledge graph of Japan's cooperation with the ILO, each answer with its proof."""

from tripartite.errors import TripartiteError
from tripartite.graph import KnowledgeGraph
from tripartite.store.limits import Limits

__all__ = ["KnowledgeGraph", "Limits", "TripartiteError"]
__version__ = "0.1.0"
