"""The fast engine: ``shacl`` for the core, hoisted queries beside it, pySHACL for the rest."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite.garbage import uncollected
from tripartite.validation import hoisting
from tripartite.validation.asking import ask, tell
from tripartite.validation.literals import Literals
from tripartite.validation.planning import computes_value, is_beyond_core
from tripartite.validation.report import Report
from tripartite.validation.splitting import only, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Triple

    from tripartite.store import EmbeddedStore
    from tripartite.validation.constraints import Constraint
    from tripartite.validation.data import Data
    from tripartite.validation.hoisting import Hoisted
    from tripartite.validation.prepared import Prepared
    from tripartite.validation.report import Result
    from tripartite.validation.shacl_core import CoreShapes
    from tripartite.validation.shape_graph import Node


_MANY: Final = 30_000  # results that the core engine may hold at once
_GROUPS: Final = 4  # of targets, where there are more


class _Loaded(NamedTuple):
    """What the queries of a plan meet."""

    store: EmbeddedStore
    literals: Literals


class _Asked(NamedTuple):
    """What the hoisted queries found, and the constraints whose query would be misread."""

    results: list[Result]
    misread: list[Constraint]


def validate(data: Data, prepared: Prepared, most: int | None) -> Report:
    """Validate with each engine what it is best at; stop soon after ``most`` results.

    Raises:
        UnreadableFileError: An engine does not take the shapes.
        QueryRefusedError: They nest deeper than pySHACL can follow.
        QueryFailedError: pySHACL meets values that it cannot reckon with.
    """
    return _Run(data, prepared, most).report()


class _Run:
    def __init__(self, data: Data, prepared: Prepared, most: int | None) -> None:
        self._most = most
        self._data = data
        self._prepared = prepared
        self._shapes = prepared.shapes
        self._plan = prepared.plan
        self._apart: list[Constraint] = []  # pySHACL runs these constraints alone
        self._roots: set[Node] = set()  # and these targets with all that is below them

    def report(self) -> Report:
        with uncollected():  # pySHACL, last of all, leaves garbage
            found = self._in_rust()
        found += self._by_reference()
        return Report(tuple(found), self._engines())

    def _in_rust(self) -> list[Result]:
        if self._plan.kept or self._prepared.delicate:
            self._judge(self._loaded)
        core = self._prepared.core(self._apart, self._roots)
        # Only now: what is done in Python before would wait for what the other thread does in it.
        with ThreadPoolExecutor(max_workers=1) as pool:
            asking = pool.submit(self._hoisted)
            found = self._core(core)
            asked = asking.result()
        self._apart += asked.misread
        return [*found, *asked.results]

    @cached_property
    def _loaded(self) -> _Loaded:
        literals = Literals(self._data)
        if not self._prepared.delicate:
            return _Loaded(self._data.store(self._prepared.wanted, literals.look), literals)
        for lines in self._data.lines(None):
            literals.look(lines)
        return _Loaded(self._data.store(self._prepared.wanted), literals)

    def _judge(self, loaded: _Loaded) -> None:
        """Choose what the core engine would not validate as the standard says."""
        for part in self._plan.kept:
            blank = any(self._is_blank(root, loaded.store) for root in part.roots)
            if blank or is_beyond_core(self._shapes, part, loaded.literals):
                if part.ways[0].root is None:
                    self._roots |= {*part.roots}
                else:
                    self._apart += part.ways
        if self._prepared.delicate:
            forms = loaded.literals.of(None)
            if forms.parsed or forms.clash or loaded.literals.has_dates(None):
                self._roots |= self._prepared.delicate

    def _is_blank(self, root: Node, store: EmbeddedStore) -> bool:
        text = hoisting.blank_focus(self._shapes, root)
        return not text or tell(store, text)

    def _core(self, core: CoreShapes) -> list[Result]:
        """Run the core engine; where results are very many, target by target.

        The engine needs 10 kB a result, and gives them back only when all have been found.
        """
        most = _MANY if self._most is None else self._most + 1
        run = core.run(self._data, most)
        if self._most is not None or len(run) < most:
            return run.results(self._shapes)
        del run
        found: list[Result] = []
        roots = {*self._shapes.roots()} - self._roots
        for number in range(_GROUPS):
            group = {*sorted(roots, key=str)[number::_GROUPS]}
            part = self._prepared.core(self._apart, self._roots | (roots - group))
            found += part.run(self._data, None).results(self._shapes)
        return found

    def _hoisted(self) -> _Asked:
        """Load and ask; of this run it changes nothing, for the core engine is at work."""
        loaded = self._loaded
        beyond = {link for one in self._plan.hoisted for link in self._misread(one, loaded)}
        results: list[Result] = []
        misread: list[Constraint] = []
        for one in self._plan.hoisted:
            link = (one.constraint.shape, one.constraint.node)
            if link in beyond:
                misread.append(one.constraint)
            else:
                forms = loaded.literals.of(one.predicates)
                results += hoisting.results(
                    one,
                    self._shapes,
                    self._prepared.messages,
                    forms,
                    lambda text: ask(loaded.store, text),
                )
        return _Asked(results, misread)

    @staticmethod
    def _misread(one: Hoisted, loaded: _Loaded) -> list[tuple[Node, Node]]:
        forms = loaded.literals.of(one.predicates)
        query = one.constraint.query
        spelled = one.spelling or (query is not None and computes_value(query))
        wrong = forms.clash or (bool(forms.parsed) and spelled)
        return [(one.constraint.shape, one.constraint.node)] if wrong else []

    def _by_reference(self) -> Iterator[Result]:
        if self._roots:
            yield from self._reference(whole(self._shapes, self._roots))
        if apart := [one for one in self._apart if one.root not in self._roots]:
            yield from self._reference(only(self._shapes, apart))

    def _reference(self, triples: Sequence[Triple]) -> list[Result]:
        from tripartite.validation import reference  # noqa: PLC0415 (costs rdflib)

        return reference.results(self._data.triples(), triples, self._prepared.messages)

    def _engines(self) -> dict[str, str]:
        engines = {
            str(root): "pyshacl" if root in self._roots else "shacl"
            for root in self._shapes.roots()
            if not self._shapes.is_deactivated(root)
        }
        engines |= {
            str(part.ways[0].node): "pyshacl" if {*part.roots} & self._roots else "shacl"
            for part in self._plan.kept
        }
        engines |= {str(one.constraint.node): "hoisted" for one in self._plan.hoisted}
        return engines | {str(one.node): "pyshacl" for one in self._apart}
