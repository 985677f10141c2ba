"""The parts of a query as values; what is calculated stays source text with its span.

A term is text too: ``?x`` is a variable (``$x`` is read as ``?x``), anything else a constant
as the query spells it. Blank nodes of a pattern are variables of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from tripartite.syntax.paths import Path


class Span(NamedTuple):
    """A place in a query, in code points: from the first to behind the last."""

    start: int
    end: int


class TriplePattern(NamedTuple):
    """Three terms that one triple matches."""

    subject: str
    predicate: str
    value: str
    span: Span


class PathPattern(NamedTuple):
    """Two terms that a property path joins.

    Attributes:
        text: The path as the query spells it.
    """

    subject: str
    path: Path
    value: str
    text: str
    span: Span


class Exists(NamedTuple):
    """``EXISTS`` or ``NOT EXISTS`` within an expression."""

    negated: bool
    group: Group


class Expression(NamedTuple):
    """What is calculated, as source text.

    Attributes:
        variables: Those it names outside of ``EXISTS``.
        functions: The built-in functions it calls, in capitals; aggregates are not among them.
        bound: The variables it asks ``BOUND`` of.
        exists: Each ``EXISTS`` in it.
        aggregates: Which of ``COUNT``, ``SUM`` … it calls, in capitals.
        operators: The signs between two operands: ``<``, ``=``, ``IN``, ``&&`` …
        calls: The IRIs of the other functions that it calls, as the query spells them.
    """

    text: str
    span: Span
    variables: tuple[str, ...]
    functions: frozenset[str]
    bound: tuple[str, ...]
    exists: tuple[Exists, ...]
    aggregates: frozenset[str]
    operators: frozenset[str]
    calls: tuple[str, ...]


class Filter(NamedTuple):
    """A condition on the solutions of its whole group."""

    condition: Expression


class Bind(NamedTuple):
    """A variable that is calculated."""

    expression: Expression
    variable: str


class Values(NamedTuple):
    """Solutions that the query itself gives."""

    text: str
    variables: tuple[str, ...]


class Optional(NamedTuple):
    """A group that may match."""

    group: Group


class Union(NamedTuple):
    """Groups each of which may match; one alone is a group within a group."""

    groups: tuple[Group, ...]


class Minus(NamedTuple):
    """A group that must not match."""

    group: Group
    text: str


class GraphBlock(NamedTuple):
    """A group that is matched within a named graph."""

    name: str
    group: Group


class Service(NamedTuple):
    """A group that another server answers."""

    text: str
    variables: tuple[str, ...]


class Group(NamedTuple):
    """What stands between braces.

    Attributes:
        text: Its source text, braces included.
    """

    elements: tuple[Element, ...]
    text: str
    span: Span


class Column(NamedTuple):
    """A column of the answer, or a key of ``GROUP BY``.

    Attributes:
        variable: Its name; empty for a key that is calculated and has none.
        expression: ``None`` for a variable as the pattern binds it.
    """

    variable: str
    expression: Expression | None


class Query(NamedTuple):
    """A query or a subselect.

    Attributes:
        form: ``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``.
        columns: ``None`` for ``SELECT *``.
        distinct: ``DISTINCT`` or ``REDUCED``.
        sliced: ``LIMIT`` or ``OFFSET``.
        prologue: ``BASE`` and ``PREFIX`` lines.
        dataset: ``FROM`` clauses; ``sources`` are the graphs of those without ``NAMED``.
        template: The triples that ``CONSTRUCT`` makes; a blank node is spelled ``_:name``.
        stem: What names of further variables may begin with.
    """

    form: str
    columns: tuple[Column, ...] | None
    distinct: bool
    where: Group
    keys: tuple[Column, ...]
    having: tuple[Expression, ...]
    sliced: bool
    values: Values | None
    text: str
    span: Span
    prologue: str = ""
    dataset: str = ""
    sources: tuple[str, ...] = ()
    template: tuple[TriplePattern, ...] = ()
    stem: str = ""


Nested: TypeAlias = Values | Optional | Union | Minus | GraphBlock | Service | Query
Element: TypeAlias = TriplePattern | PathPattern | Filter | Bind | Nested
