"""A knowledge graph of Japan's cooperation with the ILO, each answer with its proof."""

from tripartite.errors import TripartiteError
from tripartite.graph import KnowledgeGraph

__all__ = ["KnowledgeGraph", "TripartiteError"]
__version__ = "0.1.0"
