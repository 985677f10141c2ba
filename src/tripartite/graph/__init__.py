"""KnowledgeGraph, the library's face: what a command does, one method does.

Its methods stand in the four families of the command line: ASK, JUDGE, SEE, MOVE.
"""

from tripartite.graph.moving import Movable
from tripartite.graph.seeing import Visible

__all__ = ["KnowledgeGraph"]


class KnowledgeGraph(Visible, Movable):
    """One project's graph: ask it, judge it, see it, move it.

    It opens the last build, or makes one first where files have changed.

    Attributes:
        places: The project's folders.
        language: Of labels and messages: ``en`` or ``ja``.
        choice: Which claims answer; ``None`` where the build decides.
        notes: What the reader should know of the opening, such as a rebuild.
    """
