"""A shapes graph, asked for what SHACL reads in it. Source: W3C SHACL, 20 July 2017."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from tripartite.garbage import uncollected
from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    Node: TypeAlias = NamedNode | BlankNode
    Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

_RDF: Final = STANDARDS["rdf"]
_RDFS: Final = STANDARDS["rdfs"]
TYPE: Final = NamedNode(f"{_RDF}type")
SUB_CLASS: Final = NamedNode(f"{_RDFS}subClassOf")
CLASS: Final = NamedNode(f"{_RDFS}Class")
_OWL_CLASS: Final = NamedNode(f"{STANDARDS['owl']}Class")
FIRST, REST, NIL = (NamedNode(f"{_RDF}{name}") for name in ("first", "rest", "nil"))


def sh(name: str) -> NamedNode:
    """Return a term of the SHACL vocabulary."""
    return NamedNode(f"{STANDARDS['sh']}{name}")


PATH, SPARQL, PROPERTY, MESSAGE = map(sh, ("path", "sparql", "property", "message"))
TARGETS: Final = tuple(
    map(sh, ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "target"))
)
_TARGETED: Final = frozenset(TARGETS)
_SHAPES: Final = frozenset(map(sh, ("NodeShape", "PropertyShape")))
_AROUND: Final = {
    sh("inversePath"): ("^", ""),
    sh("zeroOrMorePath"): ("", "*"),
    sh("oneOrMorePath"): ("", "+"),
    sh("zeroOrOnePath"): ("", "?"),
}


class ShapeGraph:
    """Triples of shapes, indexed from both ends.

    Attributes:
        triples: All of them, in their order.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Index ``triples``."""
        self.triples = tuple(dict.fromkeys(triples))
        self._values: dict[Term, dict[NamedNode, list[Term]]] = {}
        self._parents: dict[Term, list[Triple]] = {}
        with uncollected():
            for triple in self.triples:
                values = self._values.setdefault(triple.subject, {})
                values.setdefault(triple.predicate, []).append(triple.object)
                if not isinstance(triple.object, Literal):
                    self._parents.setdefault(triple.object, []).append(triple)

    def __reduce__(self) -> tuple[object, ...]:
        """Go to another process as triples alone."""
        return ShapeGraph, (self.triples,)

    def values(self, node: Term, predicate: NamedNode) -> list[Term]:
        """Return the values of a property, in the order of the triples."""
        return self._values.get(node, {}).get(predicate, [])

    def value(self, node: Term, predicate: NamedNode) -> Term | None:
        """Return the first value of a property."""
        return next(iter(self.values(node, predicate)), None)

    def node(self, node: Term, predicate: NamedNode) -> Node | None:
        """Return the first value that is no literal."""
        found = self.values(node, predicate)
        return next((one for one in found if isinstance(one, (NamedNode, BlankNode))), None)

    def nodes(self, node: Term, predicate: NamedNode) -> list[Node]:
        """Return the values that are no literals."""
        found = self.values(node, predicate)
        return [one for one in found if isinstance(one, (NamedNode, BlankNode))]

    def items(self, head: Term | None) -> Iterator[Term]:
        """Yield the members of a list; one that bites its tail ends there."""
        seen: set[Term] = set()
        while head is not None and head not in seen:
            seen.add(head)
            yield from self.values(head, FIRST)[:1]
            head = self.value(head, REST)

    def about(self, node: Term) -> list[Triple]:
        """Return the triples whose subject is a node, one property after the other."""
        if not isinstance(node, (NamedNode, BlankNode)):
            return []
        properties = self._values.get(node, {}).items()
        return [Triple(node, name, value) for name, values in properties for value in values]

    def parents(self, node: Term) -> list[Triple]:
        """Return the triples that refer to a node."""
        return self._parents.get(node, [])

    def owner(self, node: Term) -> Term:
        """Return the node itself, or the named one that a blank one belongs to."""
        seen: set[Term] = set()
        while isinstance(node, BlankNode) and node not in seen:
            seen.add(node)
            node = next((triple.subject for triple in self.parents(node)), node)
        return node

    def subjects(self, predicate: NamedNode) -> Iterator[Node]:
        """Yield each subject that has the property, once."""
        for subject, values in self._values.items():
            if predicate in values and isinstance(subject, (NamedNode, BlankNode)):
                yield subject

    def is_deactivated(self, node: Term) -> bool:
        """Tell whether a shape or constraint is switched off."""
        found = self.value(node, sh("deactivated"))
        return isinstance(found, Literal) and found.value in ("true", "1")

    def is_class(self, node: Term) -> bool:
        """Tell whether a shape is a class, and so its own target."""
        kinds = {*self.values(node, TYPE)}
        return CLASS in kinds and bool(kinds & _SHAPES)

    def may_be_class(self, node: Term) -> bool:
        """Tell whether an engine may take a shape for a class by another type than its own."""
        kinds = {*self.values(node, TYPE)}
        others = (kind for kind in kinds - _SHAPES - {CLASS})
        found = any(kind == _OWL_CLASS or self.values(kind, SUB_CLASS) for kind in others)
        return found and bool(kinds & _SHAPES)

    def is_root(self, node: Term) -> bool:
        """Tell whether a shape has targets."""
        values = self._values.get(node, {})
        if not _TARGETED.isdisjoint(values):
            return True
        typed = len(values.get(TYPE, ())) > 1  # a shape that is a class too has two types
        return typed and (self.is_class(node) or self.may_be_class(node))

    def roots(self) -> tuple[Node, ...]:
        """Return the shapes with targets, deactivated ones included."""
        return self._roots

    @cached_property
    def _roots(self) -> tuple[Node, ...]:
        nodes = (one for one in self._values if isinstance(one, (NamedNode, BlankNode)))
        return tuple(one for one in nodes if self.is_root(one))

    def spelled(self, path: Term, around: frozenset[Term] = frozenset()) -> str:
        """Return a path as SPARQL spells it; empty if it is none, or holds itself (``around``)."""
        if isinstance(path, NamedNode):
            return str(path)
        inside = around | {path}
        if path in around:
            return ""
        if self.values(path, FIRST):
            return "/".join(f"({self.spelled(part, inside)})" for part in self.items(path))
        for head in self.values(path, sh("alternativePath")):
            return "|".join(f"({self.spelled(part, inside)})" for part in self.items(head))
        for name, (before, behind) in _AROUND.items():
            for inner in self.values(path, name):
                return f"{before}({self.spelled(inner, inside)}){behind}"
        return ""

    def prefixes(self, constraint: Node) -> str:
        """Return the ``PREFIX`` lines that a constraint's ``sh:prefixes`` declare."""
        imports = NamedNode(f"{STANDARDS['owl']}imports")
        todo = self.nodes(constraint, sh("prefixes"))
        seen: dict[Node, None] = {}
        while todo:
            one = todo.pop(0)
            if one not in seen:
                seen[one] = None
                todo += self.nodes(one, imports)
        found: dict[str, str] = {}
        for declaration in (d for one in seen for d in self.nodes(one, sh("declare"))):
            name = self.value(declaration, sh("prefix"))
            space = self.value(declaration, sh("namespace"))
            if isinstance(name, Literal) and isinstance(space, (Literal, NamedNode)):
                found.setdefault(name.value, space.value)
        return "".join(f"PREFIX {name}: <{space}>\n" for name, space in found.items())
