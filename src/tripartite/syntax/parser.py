"""Read the structure of a query: groups, subselects, expressions as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.syntax.expressions import read_expression
from tripartite.syntax.nodes import (
    Bind,
    Column,
    Filter,
    GraphBlock,
    Group,
    Minus,
    Optional,
    PathPattern,
    Query,
    Service,
    TriplePattern,
    Union,
    Values,
)
from tripartite.syntax.source import Source, child, depth, has, named
from tripartite.syntax.triples import VARIABLE, TripleReader, variable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tree_sitter import Node

    from tripartite.syntax.nodes import Element, Expression

_FORMS: Final = {
    "select_query": "SELECT",
    "ask_query": "ASK",
    "construct_query": "CONSTRUCT",
    "describe_query": "DESCRIBE",
}
_DEEPEST: Final = 200  # nodes within nodes; readers of the structure call themselves


def parse(text: str) -> Query | None:
    """Return the structure of a query.

    ``None`` where the grammar does not know it, or where it nests beyond all use.
    """
    source = Source(text)
    if source.root.has_error or depth(source.root) > _DEEPEST:
        return None
    form = next((node for node in named(source.root) if node.type in _FORMS), None)
    if form is None:
        return None
    reader = _Reader(source)
    prologue = child(source.root, "prologue")
    trailing = child(source.root, "values_clause") or child(form, "values_clause")
    query = reader.query(form, trailing)
    head = source.text(prologue) if prologue else ""
    return query._replace(prologue=head, stem=source.stem)


class _Reader:
    """Reads groups, expressions and subselects, which nest in one another."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._elements: Mapping[str, Callable[[Node], Iterator[Element]]] = {
            "triples_block": self._triples,
            "triples_template": self._triples,
            "filter": self._filter,
            "bind": self._bind,
            "inline_data": self._inline,
            "optional_graph_pattern": self._optional,
            "group_or_union_graph_pattern": self._union,
            "minus_graph_pattern": self._minus,
            "graph_graph_pattern": self._graph,
            "service_graph_pattern": self._service,
            "sub_select": self._subselect,
        }

    def query(self, node: Node, trailing: Node | None) -> Query:
        """Read any query form; ``trailing`` are the ``VALUES`` behind it."""
        head = child(node, "select_clause")
        modifier = child(node, "solution_modifier")
        where = child(node, "where_clause")
        short = child(node, "triples_template")
        group = self.group(where) if where else self._short(node, short)
        datasets = [found for found in named(node) if found.type == "dataset_clause"]
        sources = (child(clause, "default_graph_clause") for clause in datasets)
        parts = {part.type: part for part in named(modifier)} if modifier else {}
        having = parts.get("having_clause")
        return Query(
            form=_FORMS.get(node.type, "SELECT"),
            columns=self._columns(head) if head else None,
            distinct=bool(head and (has(head, "DISTINCT") or has(head, "REDUCED"))),
            where=group,
            keys=self._keys(parts.get("group_clause")),
            having=tuple(self._expression(one) for one in named(having)) if having else (),
            sliced="limit_offset_clauses" in parts,
            values=self._data(trailing) if trailing else None,
            text=self._source.text(node),
            span=self._source.span(node),
            dataset=" ".join(self._source.text(clause) for clause in datasets),
            sources=tuple(self._source.text(named(one)[0]) for one in sources if one),
            template=self._template(child(node, "construct_template"), short),
        )

    def group(self, node: Node) -> Group:
        """Read a group, or the clause that holds one."""
        inner = node if node.type == "group_graph_pattern" else child(node, "group_graph_pattern")
        if inner is None:
            return Group((), "{}", self._source.span(node))
        elements = (e for part in named(inner) for e in self._elements[part.type](part))
        return Group(tuple(elements), self._source.text(inner), self._source.span(inner))

    def _short(self, node: Node, triples: Node | None) -> Group:
        """Read ``CONSTRUCT WHERE``; other forms without a group match everything once."""
        elements = tuple(self._triples(triples)) if triples else ()
        text = f"{{ {self._source.text(triples)} }}" if triples else "{}"
        return Group(elements, text, self._source.span(node))

    def _template(self, node: Node | None, short: Node | None) -> tuple[TriplePattern, ...]:
        blocks = [one for one in named(node) if one.type == "construct_triples"] if node else []
        reader = TripleReader(self._source, template=node is not None)
        for block in [*blocks, *([short] if short else [])]:
            reader.block(block)
        return tuple(one for one in reader.found if isinstance(one, TriplePattern))

    def _triples(self, node: Node) -> Iterator[TriplePattern | PathPattern]:
        reader = TripleReader(self._source)
        reader.block(node)
        yield from reader.found

    def _filter(self, node: Node) -> Iterator[Filter]:
        yield Filter(self._expression(named(node)[0]))

    def _bind(self, node: Node) -> Iterator[Bind]:
        expression, name = named(node)
        yield Bind(self._expression(expression), variable(self._source, name))

    def _inline(self, node: Node) -> Iterator[Values]:
        yield self._data(node)

    def _data(self, node: Node) -> Values:
        block = named(node)[0]
        names = (one for one in named(block) if one.type == VARIABLE)
        text = self._source.text(block)
        return Values(f"VALUES {text}", tuple(variable(self._source, one) for one in names))

    def _optional(self, node: Node) -> Iterator[Optional]:
        yield Optional(self.group(node))

    def _union(self, node: Node) -> Iterator[Union]:
        yield Union(tuple(self.group(one) for one in named(node)))

    def _minus(self, node: Node) -> Iterator[Minus]:
        yield Minus(self.group(node), self._source.text(node))

    def _graph(self, node: Node) -> Iterator[GraphBlock]:
        name, group = named(node)
        yield GraphBlock(TripleReader(self._source).term(name), self.group(group))

    def _service(self, node: Node) -> Iterator[Service]:
        names = dict.fromkeys(variable(self._source, one) for one in _below(node))
        yield Service(self._source.text(node), tuple(names))

    def _subselect(self, node: Node) -> Iterator[Query]:
        yield self.query(node, child(node, "values_clause"))

    def _columns(self, head: Node) -> tuple[Column, ...] | None:
        return None if has(head, "*") else tuple(self._pairs(head))

    def _keys(self, clause: Node | None) -> tuple[Column, ...]:
        conditions = named(clause) if clause else []
        return tuple(key for one in conditions for key in self._pairs(one))

    def _pairs(self, node: Node) -> Iterator[Column]:
        """Yield each variable that is bound, with the expression that stands before its ``AS``."""
        bound = {one.id for one in node.children_by_field_name("bound_variable")}
        expression: Expression | None = None
        for one in named(node):
            if one.id in bound:
                yield Column(variable(self._source, one), expression)
                expression = None
            else:
                expression = self._expression(one)
        if expression:
            yield Column("", expression)

    def _expression(self, node: Node) -> Expression:
        return read_expression(self._source, node, self.group)


def _below(node: Node) -> Iterator[Node]:
    """Yield the variables anywhere within a node."""
    if node.type == VARIABLE:
        yield node
    for one in named(node):
        yield from _below(one)
