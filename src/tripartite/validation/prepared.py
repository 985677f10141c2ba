"""Shapes as the fast engine needs them, which hold for any data: read, planned, compiled once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tripartite.validation.messages import Messages
from tripartite.validation.planning import delicate_roots, plan, wanted
from tripartite.validation.shacl_core import CoreShapes
from tripartite.validation.splitting import links, without

if TYPE_CHECKING:
    from collections.abc import Collection

    from tripartite.validation.constraints import Constraint
    from tripartite.validation.shape_graph import Node, ShapeGraph


class Prepared:
    """A shapes graph and all that does not hang on the data.

    Attributes:
        shapes: The graph.
        messages: Its messages.
        plan: What is hoisted, and what is left to the core engine.
        delicate: The targets that the core engine gets wrong where the data has some literals.
        wanted: The predicates that the queries read; ``None`` for all.
    """

    def __init__(self, shapes: ShapeGraph) -> None:
        """Plan; nothing is compiled yet."""
        self.shapes = shapes
        self.messages = Messages(shapes)
        self.plan = plan(shapes)
        self.delicate = delicate_roots(shapes)
        self.wanted = wanted(shapes, self.plan)

    def core(self, apart: Collection[Constraint] = (), others: Collection[Node] = ()) -> CoreShapes:
        """Return the part of the core engine: without what is hoisted, and without some more.

        Args:
            apart: Constraints that another engine runs.
            others: Targets that another engine validates whole.

        Raises:
            UnreadableFileError: The engine does not take the shapes.
        """
        return self._compiled(apart, others) if apart or others else self._whole

    @cached_property
    def _whole(self) -> CoreShapes:
        return self._compiled((), ())

    def _compiled(self, apart: Collection[Constraint], others: Collection[Node]) -> CoreShapes:
        gone = {*links(one.constraint for one in self.plan.hoisted), *links(apart)}
        # The engine knows one of the two spellings by which a shape is switched off.
        off = {root for root in self.shapes.roots() if self.shapes.is_deactivated(root)}
        return CoreShapes(without(self.shapes, gone, {*others, *off}), self.messages)
