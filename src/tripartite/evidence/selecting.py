"""Explain the rows of a SELECT: which solutions made each, and what those rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tripartite.evidence.atoms import needed
from tripartite.evidence.rewriting import Rewriter
from tripartite.evidence.sharing import Evidence, remarked, shared, united
from tripartite.evidence.tasks import Task
from tripartite.evidence.tracing import Tracer
from tripartite.syntax import scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tripartite.evidence.sharing import Row
    from tripartite.store import EmbeddedStore
    from tripartite.syntax.nodes import Column, Expression, Query

    Made = list[tuple[Row, Evidence]]


class Selecting:
    """Explains rows of one query and of its subselects."""

    def __init__(self, store: EmbeddedStore, query: Query) -> None:
        """Prepare to explain rows of ``query``."""
        self._store = store
        self._query = query
        self._rewriter = Rewriter(query.stem)
        self.tracer = Tracer(store, query, self._rewriter, self._subselect)

    def explain(self, names: Sequence[str], rows: Sequence[Row]) -> list[Evidence]:
        """Return the evidence of each row; ``names`` are its columns, with their ``?``."""
        return self._explain(self._query, names, rows, "")

    def make(self, columns: tuple[str, ...]) -> Made:
        """Return what each solution shows in ``columns``, and what it rests on."""
        return self._made(Task(self._query, columns, None))

    def witness(self) -> Evidence:
        """Return the evidence of one solution: enough to say that there is any."""
        solutions = self._solutions(Task(self._query, (), None), (), "LIMIT 1")
        return solutions[0][1] if solutions else remarked("proof-untraced")

    def _subselect(self, query: Query, rows: Sequence[Row], graph: str) -> list[Evidence]:
        distinct = list(dict.fromkeys(rows))
        names = scope.projected(query)
        found = dict(zip(distinct, self._explain(query, names, distinct, graph), strict=True))
        return [found[row] for row in rows]

    def _explain(
        self, query: Query, names: Sequence[str], rows: Sequence[Row], graph: str
    ) -> list[Evidence]:
        if not rows:
            return []
        random = scope.random(query)
        fixed = [index for index, name in enumerate(names) if name not in random]
        wanted = [tuple(row[index] for index in fixed) for row in rows]
        columns = tuple(names[index] for index in fixed)
        made = self._made(Task(query, columns, wanted, graph))
        inner = query is not self._query
        return shared(wanted, made, self.tracer.facts.spelled, joined=inner)

    def _made(self, task: Task) -> Made:
        if task.aggregates:
            return self._groups(task)
        return self._solutions(task, task.query.columns or ())

    def _solutions(self, task: Task, calculated: Iterable[Column], tail: str = "") -> Made:
        """Return what each solution shows, and what it rests on."""
        query = task.query
        plan = self._rewriter.plan(query.where, task.graph)
        named = [(one.variable, one.expression) for one in calculated if one.expression]
        given = scope.visible(query.where)
        atoms = self._rewriter.conditions((one for _, one in named), task.graph, given)
        plan = plan._replace(atoms=(*plan.atoms, *atoms))
        body = f"{task.beforehand()}\n{plan.text}"
        if named or query.values:
            # In braces, so that no condition of the pattern sees what is calculated after it.
            binds = "\n".join(f"BIND({one.text} AS {name})" for name, one in named)
            body = f"{{ {body} }}\n{query.values.text if query.values else ''}\n{binds}"
        if task.graph:
            body = f"GRAPH {task.graph} {{ {body} }}"
        every = tuple(dict.fromkeys((*task.columns, *needed(plan))))
        rows = self.tracer.solve(every, body, tail=tail)
        width = len(task.columns)
        if task.rows is not None and not (query is self._query and not query.sliced):
            # Of a part not all was shown; a cell left unbound may still fit.
            shown = {*task.rows}
            rows = [row for row in rows if row[:width] in shown or None in row[:width]]
        found = self.tracer.trace(plan, every, rows)
        return [(row[:width], evidence) for row, evidence in zip(rows, found, strict=True)]

    def _groups(self, task: Task) -> Made:
        """Return what each group shows, and what its solutions rest on."""
        query = task.query
        keys = [k._replace(variable=k.variable or self._rewriter.fresh()) for k in query.keys]
        fixed = (key for key in keys if not (key.expression and scope.is_random(key.expression)))
        names = tuple(key.variable for key in fixed)
        shown = self._shown(task, keys, names)
        inside = Task(query._replace(values=None), names, [key for _, key in shown], task.graph)
        members: dict[Row, list[Evidence]] = {}
        for row, evidence in self._solutions(inside, keys):
            members.setdefault(row, []).append(evidence)
        if names and not members.keys() >= {key for _, key in shown}:
            # The pattern around a subselect has bound what its group leaves unbound.
            shown = self._shown(task._replace(rows=None), keys, names)
        outside = [c.expression for c in query.columns or () if c.expression]
        remarks = frozenset(key for one in (*outside, *query.having) for key in _remarks(one))
        nothing = [remarked("proof-no-match")]
        made = ((row, united(members.get(key, nothing))) for row, key in shown)
        return [(row, one._replace(remarks=one.remarks | remarks)) for row, one in made]

    def _shown(
        self, task: Task, keys: Sequence[Column], names: Sequence[str]
    ) -> list[tuple[Row, Row]]:
        """Return what each group shows, and those of its keys that ``names`` names."""
        query = task.query
        plain = {c.variable for c in query.columns or () if not c.expression}
        if task.rows is not None and (plain & {*task.columns}).issuperset(names):
            at = [task.columns.index(name) for name in names]
            return [(row, tuple(row[index] for index in at)) for row in task.rows]
        wanted = dict.fromkeys((*task.columns, *names))
        spelled = {c.variable: _spelled(c) for c in query.columns or ()}
        columns = [spelled.get(name, name) for name in wanted]
        where = query.where.text
        parts = (
            self._query.prologue,
            f"SELECT {' '.join(columns) or '(1 AS ?_)'} {self._query.dataset}",
            f"WHERE {{ GRAPH {task.graph} {where} }}" if task.graph else f"WHERE {where}",
            f"GROUP BY {' '.join(map(_spelled, keys))}" if keys else "",
            f"HAVING {' '.join(f'({one.text})' for one in query.having)}" if query.having else "",
            query.values.text if query.values else "",
        )
        table = self._store.select("\n".join(parts))
        place = {f"?{name}": index for index, name in enumerate(table.columns)}
        rows, key = [[place[name] for name in wanted] for wanted in (task.columns, names)]
        return [(tuple(r[i] for i in rows), tuple(r[i] for i in key)) for r in table.rows]


def _remarks(expression: Expression) -> Iterable[str]:
    """Yield remarks on what is calculated from a whole group."""
    if expression.functions & scope.CHANGING:
        yield "proof-nondeterministic"
    if expression.exists:
        yield (
            "proof-negation" if any(one.negated for one in expression.exists) else "proof-untraced"
        )


def _spelled(column: Column) -> str:
    expression = column.expression
    return f"({expression.text} AS {column.variable})" if expression else column.variable
