"""Run a rewritten pattern and gather what each of its solutions rests on."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from tripartite.evidence.atoms import (
    ExistsAtom,
    GraphAtom,
    PathAtom,
    RemarkAtom,
    SelectAtom,
    TripleAtom,
    needed,
    spelled,
    variables,
)
from tripartite.evidence.constants import Constants
from tripartite.evidence.facts import Facts, Place
from tripartite.evidence.paths import Walker
from tripartite.evidence.sharing import Evidence, remarked, united
from tripartite.evidence.tasks import values
from tripartite.syntax.scope import assigned, projected

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tripartite.evidence.atoms import Atom, Plan
    from tripartite.evidence.rewriting import Rewriter
    from tripartite.evidence.sharing import Row
    from tripartite.model import Cell, Term
    from tripartite.store import EmbeddedStore
    from tripartite.syntax.nodes import Query

    Explain = Callable[[Query, Sequence[Row], str], list[Evidence]]


class Tracer:
    """Traces the solutions of patterns of one query, in one store."""

    def __init__(
        self, store: EmbeddedStore, query: Query, rewriter: Rewriter, explain: Explain
    ) -> None:
        """Prepare; ``explain`` gives the evidence of a subselect's rows."""
        self._store = store
        self._query = query
        self._rewriter = rewriter
        self._explain = explain
        self.constants = Constants(store, query.prologue)
        sources = (self.constants[name] for name in query.sources)
        self.facts = Facts(store, tuple(name for name in sources if isinstance(name, NamedNode)))

    def solve(
        self,
        columns: Sequence[str],
        body: str,
        *,
        tail: str = "",
        given: Mapping[str, Term] | None = None,
    ) -> list[Row]:
        """Return the solutions of a pattern, in these columns."""
        names = " ".join(columns) or "(1 AS ?_)"
        query = self._query
        text = f"{query.prologue}\nSELECT {names} {query.dataset} WHERE {{ {body} }} {tail}"
        return list(self._store.select(text, given).rows)

    def trace(self, plan: Plan, columns: Sequence[str], rows: Sequence[Row]) -> list[Evidence]:
        """Return what each solution of a plan rests on.

        Args:
            plan: Its atoms; their variables are among ``columns``.
            columns: The names of the cells.
            rows: The solutions.
        """
        place = {name: index for index, name in enumerate(columns)}
        self.constants.read(text for atom in plan.atoms for text in spelled(atom))
        facts: list[set[int]] = [set() for _ in rows]
        remarks: list[set[str]] = [set() for _ in rows]
        for atom in plan.atoms:
            names = [name for name in variables(atom) if name in place]
            cells = _getter([place[name] for name in names])
            mark = place.get(atom.mark)
            here = [i for i, row in enumerate(rows) if mark is None or row[mark] is not None]
            keys = {i: cells(rows[i]) for i in here}
            found = self._found(atom, names, list(dict.fromkeys(keys.values())))
            for i, key in keys.items():
                facts[i] |= found[key].facts
                remarks[i] |= found[key].remarks
        pairs = zip(facts, remarks, strict=True)
        return [Evidence(frozenset(numbers), frozenset(texts)) for numbers, texts in pairs]

    def _found(self, atom: Atom, names: list[str], keys: list[Row]) -> dict[Row, Evidence]:
        if isinstance(atom, RemarkAtom):
            remark = remarked(atom.key)
            always = not atom.absent
            return {key: remark if always or None in key else Evidence() for key in keys}
        if isinstance(atom, SelectAtom):
            return self._subselect(atom, names, keys)
        if isinstance(atom, ExistsAtom):
            return self._exists(atom, names, keys)
        if isinstance(atom, TripleAtom):
            return self._triples(atom, names, keys)
        return {key: self._matched(atom, dict(zip(names, key, strict=True))) for key in keys}

    def _triples(self, atom: TripleAtom, names: list[str], keys: list[Row]) -> dict[Row, Evidence]:
        """Number the triples; this is where most of the time goes."""
        terms = [*atom[:3], atom.graph] if atom.graph else [*atom[:3]]
        fixed = tuple(self.constants[term] for term in terms if not term.startswith("?"))
        known = [*names, *(term for term in terms if not term.startswith("?"))]
        pick = itemgetter(*(known.index(term) for term in terms))
        number, place = self.facts.number, () if atom.graph else (None,)
        untraced = remarked("proof-untraced")
        return {
            key: untraced
            if None in key
            else Evidence(frozenset((number((*pick((*key, *fixed)), *place)),)))
            for key in keys
        }

    def _matched(self, atom: PathAtom | GraphAtom, bound: Mapping[str, Cell]) -> Evidence:
        def term(text: str) -> Cell:
            return bound[text] if text.startswith("?") else self.constants[text]

        named = term(atom.graph) if atom.graph else None
        graph: Place = named if isinstance(named, (NamedNode, BlankNode)) else None
        if isinstance(atom, GraphAtom):
            fact = None if graph is None else self.facts.any_of(graph)
            return remarked("proof-no-triple") if fact is None else Evidence(frozenset((fact,)))
        subject, value = term(atom.subject), term(atom.value)
        if subject is None or value is None:
            return remarked("proof-untraced")
        way = Walker(self.facts, graph, self.constants.__getitem__).walk(atom.path, subject, value)
        if way is None:
            return remarked("proof-untraced")
        zero = frozenset(("proof-zero-length-path",)) if way.zero else frozenset[str]()
        return Evidence(way.facts, zero)

    def _subselect(
        self, atom: SelectAtom, names: list[str], keys: list[Row]
    ) -> dict[Row, Evidence]:
        """Explain the rows of a subselect; a variable that the query hides is unbound."""
        columns = projected(atom.query)
        at = {name: index for index, name in enumerate(names)}
        rows = [tuple(key[at[c]] if c in at else None for c in columns) for key in keys]
        return dict(zip(keys, self._explain(atom.query, rows, atom.graph), strict=True))

    def _exists(self, atom: ExistsAtom, names: list[str], keys: list[Row]) -> dict[Row, Evidence]:
        """Match the group again for each set of values that it was given."""
        plan = self._rewriter.plan(atom.group, atom.graph, names)
        text = f"GRAPH {atom.graph} {{ {plan.text} }}" if atom.graph else plan.text
        columns = list(dict.fromkeys((*names, *needed(plan))))
        # A blank node cannot be written in VALUES, nor may what VALUES gives be given again.
        twice = {*names} & {*assigned(atom.group)}
        plain = [k for k in keys if not twice and not any(isinstance(c, BlankNode) for c in k)]
        made: list[tuple[Row, Row]] = []
        if plain:
            which = self._rewriter.fresh()
            numbered = ((Literal(number), *key) for number, key in enumerate(plain))
            first = values([which, *names], numbered)
            found = self.solve([which, *columns], f"{first}\nLATERAL {{ {text} }}")
            made += ((plain[_number(row[0])], row[1:]) for row in found)
        for key in set(keys) - set(plain):
            bound = {n[1:]: c for n, c in zip(names, key, strict=True) if c is not None}
            made += ((key, row) for row in self.solve(columns, text, given=bound))
        traced = self.trace(plan, columns, [row for _, row in made])
        by_key: dict[Row, list[Evidence]] = {}
        for (key, _), evidence in zip(made, traced, strict=True):
            by_key.setdefault(key, []).append(evidence)
        nothing = [remarked("proof-negation")]
        return {key: united(by_key.get(key, nothing)) for key in keys}


def _getter(indexes: list[int]) -> Callable[[Row], Row]:
    if not indexes:
        return lambda _: ()
    if len(indexes) == 1:
        only = indexes[0]
        return lambda row: (row[only],)
    return itemgetter(*indexes)


def _number(cell: Cell) -> int:
    return int(cell.value) if isinstance(cell, Literal) else 0
