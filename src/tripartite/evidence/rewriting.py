"""Rewrite a group so that its solutions tell which of its patterns made them.

The text keeps its meaning: each ``OPTIONAL`` and each branch of a ``UNION`` binds a mark of
its own when it matches, blank nodes are variables, all else stands as it was. Beside the text
stand the group's atoms: what there is to prove, and the mark under which it was matched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.evidence.atoms import (
    Atom,
    ExistsAtom,
    GraphAtom,
    PathAtom,
    Plan,
    RemarkAtom,
    SelectAtom,
    TripleAtom,
)
from tripartite.evidence.monotone import apart, fickle
from tripartite.syntax import scope
from tripartite.syntax.nodes import (
    Bind,
    Filter,
    GraphBlock,
    Minus,
    Optional,
    PathPattern,
    Query,
    Service,
    TriplePattern,
    Union,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.syntax.nodes import Element, Expression, Group, Nested


class Rewriter:
    """Rewrites the groups of one query; marks are unique within it."""

    def __init__(self, stem: str) -> None:
        """Name marks ``stem`` and a number."""
        self._stem = stem
        self._count = 0

    def fresh(self) -> str:
        """Return a variable that the query does not name."""
        self._count += 1
        return f"{self._stem}{self._count}"

    def plan(self, group: Group, graph: str = "", given: Iterable[str] = ()) -> Plan:
        """Rewrite a group.

        Args:
            group: The group.
            graph: The name of the graph around it; empty for the default graph.
            given: Variables that have values before the group is matched.
        """
        return _Writing(self, graph, "", tuple(given)).group(group)

    def conditions(
        self, expressions: Iterable[Expression], graph: str, given: tuple[str, ...]
    ) -> tuple[Atom, ...]:
        """Return what expressions outside of any group rest on."""
        writing = _Writing(self, graph, "", given)
        return tuple(atom for one in expressions for atom in writing.expression(one))


class _Writing:
    """Where the rewriter stands: the graph and the mark around it."""

    def __init__(self, rewriter: Rewriter, graph: str, mark: str, given: tuple[str, ...]) -> None:
        self._rewriter = rewriter
        self._graph = graph
        self._mark = mark
        self._given = given
        self._around = frozenset[str]()

    def group(self, group: Group, around: frozenset[str] = frozenset()) -> Plan:
        self._given = (*self._given, *scope.visible(group))
        plans = []
        for element, others in apart(group):
            self._around = around | others
            plans.append(self._element(element))
        atoms = tuple(atom for plan in plans for atom in plan.atoms)
        return Plan("\n".join(plan.text for plan in plans), atoms)

    def expression(self, expression: Expression) -> Iterator[Atom]:
        if expression.functions & scope.CHANGING:
            yield RemarkAtom("proof-nondeterministic", (), self._mark)
        for exists in expression.exists:
            if exists.negated:
                yield RemarkAtom("proof-negation", (), self._mark)
            else:
                names = {*scope.mentioned(exists.group), self._graph}
                shared = tuple(dict.fromkeys(name for name in self._given if name in names))
                yield ExistsAtom(exists.group, shared, self._graph, self._mark)

    def _element(self, element: Element) -> Plan:
        place = self._graph, self._mark
        match element:
            case TriplePattern(subject, predicate, value):
                text = f"{subject} {predicate} {value} ."
                return Plan(text, (TripleAtom(subject, predicate, value, *place),))
            case PathPattern(subject, path, value, spelled):
                text = f"{subject} {spelled} {value} ."
                return Plan(text, (PathAtom(subject, path, value, *place),))
            case Filter(condition):
                return self._filter(condition)
            case Bind(expression, variable):
                text = f"BIND({expression.text} AS {variable})"
                return Plan(text, tuple(self.expression(expression)))
        return self._nested(element)

    def _nested(self, element: Nested) -> Plan:
        match element:
            case Optional(group):
                return self._optional(group)
            case Union():
                return self._union(element)
            case GraphBlock():
                return self._named(element)
            case Query():
                atom = SelectAtom(element, self._graph, self._mark)
                return Plan(f"{{ {element.text} }}", (atom,))
            case Minus():
                key = "proof-negation"
            case Service():
                key = "proof-service"
            case _:
                key = ""
        return Plan(element.text, (RemarkAtom(key, (), self._mark),) if key else ())

    def _filter(self, condition: Expression) -> Plan:
        atoms = tuple(self.expression(condition))
        if condition.bound:
            atoms = (*atoms, RemarkAtom("proof-negation", condition.bound, self._mark))
        if condition.functions & scope.RANDOM:
            # Another run would draw other rows; the row itself says which solutions are meant.
            return Plan("", atoms)
        return Plan(f"FILTER({condition.text})", atoms)

    def _optional(self, group: Group) -> Plan:
        mark = self._rewriter.fresh()
        text, atoms = self._marked(group, mark, self._given)
        if fickle(group, self._around):
            atoms = (*atoms, RemarkAtom("proof-negation", (mark,), self._mark))
        return Plan(f"OPTIONAL {text}", atoms)

    def _marked(self, group: Group, mark: str, given: tuple[str, ...] = ()) -> Plan:
        inner = _Writing(self._rewriter, self._graph, mark, given)
        text, atoms = inner.group(group, self._around)
        return Plan(f"{{ {text}\nBIND(1 AS {mark}) }}", atoms)

    def _union(self, union: Union) -> Plan:
        if len(union.groups) == 1:
            inner = _Writing(self._rewriter, self._graph, self._mark, ())
            text, atoms = inner.group(union.groups[0], self._around)
            return Plan(f"{{ {text} }}", atoms)
        plans = [self._marked(group, self._rewriter.fresh()) for group in union.groups]
        text = " UNION ".join(plan.text for plan in plans)
        return Plan(text, tuple(atom for plan in plans for atom in plan.atoms))

    def _named(self, block: GraphBlock) -> Plan:
        given = (block.name,) if block.name.startswith("?") else ()
        inner = _Writing(self._rewriter, block.name, self._mark, given)
        text, atoms = inner.group(block.group, self._around)
        if not atoms:
            atoms = (GraphAtom(block.name, self._mark),)
        return Plan(f"GRAPH {block.name} {{ {text} }}", atoms)
