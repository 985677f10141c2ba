"""A small graph of claims and queries over it, all drawn by a seeded generator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from tripartite import vocabulary as v
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from random import Random

NODES: Final = 9
LINKS: Final = 4
CLAIMS: Final = 34
_EX: Final = "http://example.org/"
_NAMES: Final = ("?a", "?b", "?c", "?d")
_DISPUTED, _IMPLIED, _TWOFOLD, _DERIVED = 3, 4, 7, 5  # every so many claims


class Claims(NamedTuple):
    """Claims with what they say; ``stated`` ones enter the default graph."""

    says: dict[NamedNode, tuple[Triple, ...]]
    standing: dict[NamedNode, NamedNode]
    disputed: frozenset[NamedNode]

    def store(self, kept: Collection[NamedNode] | None = None) -> EmbeddedStore:
        """Build the graph of the claims that are kept, by default of all."""
        claims = self.says if kept is None else [claim for claim in self.says if claim in kept]
        return EmbeddedStore.of(quad for claim in claims for quad in self._quads(claim))

    def _quads(self, claim: NamedNode) -> Iterator[Quad]:
        yield Quad(claim, v.RDF_TYPE, v.CLAIM)
        yield Quad(claim, v.STANDING, self.standing[claim])
        accepted = self.standing[claim] == v.STATED and claim not in self.disputed
        if claim in self.disputed:
            yield Quad(claim, v.VERDICT, v.DISPUTED)
        for triple in self.says[claim]:
            yield from _in(triple, claim, DefaultGraph() if accepted else None)
        if accepted and _number(claim) % _DERIVED == 0:
            yield from self._derived(claim)

    def _derived(self, claim: NamedNode) -> Iterator[Quad]:
        """Yield what follows from one claim: its first triple, the other way round."""
        first = self.says[claim][0]
        name = v.entity("derivation", f"reverse-{_number(claim)}")
        yield Quad(name, v.RDF_TYPE, v.DERIVATION)
        yield Quad(name, v.STANDING, v.INFERRED)
        yield Quad(name, v.PROV_DERIVED_FROM, claim)
        if isinstance(first.object, NamedNode):
            reverse = Triple(first.object, _link(LINKS), first.subject)
            yield from _in(reverse, name, DefaultGraph())


def draw_claims(rng: Random) -> Claims:
    """Return claims of which some say the same, some more than one thing, some are no facts."""
    says: dict[NamedNode, tuple[Triple, ...]] = {}
    for number in range(CLAIMS):
        size = 2 if number % _TWOFOLD == 0 else 1
        says[v.entity("claim", f"random-{number}")] = tuple(_fact(rng) for _ in range(size))
    numbers = {claim: _number(claim) for claim in says}
    implied = {claim for claim, number in numbers.items() if number % _IMPLIED == 1}
    return Claims(
        says,
        {c: v.entity("standing", "implied") if c in implied else v.STATED for c in says},
        frozenset(claim for claim, number in numbers.items() if number % (_DISPUTED * 4) == 2),
    )


class Queries:
    """Draws queries; each asks for what the generator's dice say."""

    def __init__(self, rng: Random) -> None:
        """Draw with ``rng``."""
        self._rng = rng
        self._count = 0

    def draw(self) -> str:
        """Return one query."""
        self._count = 0
        where = self._group(2)
        form = self._rng.choice(["plain"] * 6 + ["distinct"] * 2 + ["count"] * 3 + ["ask", "make"])
        shown = " ".join(self._rng.sample(_NAMES, self._rng.randint(1, 3)))
        if form == "ask":
            return f"ASK {where}"
        if form == "make":
            return (
                f"CONSTRUCT {{ ?a <{_EX}made> ?b . ?b <{_EX}from> _:x . _:x a ?c }} WHERE {where}"
            )
        if form == "count":
            return self._grouped(where)
        distinct = "DISTINCT " if form == "distinct" else ""
        order = self._maybe(0.3, f" ORDER BY {shown} LIMIT {self._rng.randint(1, 4)}")
        extra = self._maybe(0.2, ' (CONCAT(STR(?a), "!") AS ?text)')
        return f"SELECT {distinct}{shown}{extra} WHERE {where}{order}"

    def _grouped(self, where: str) -> str:
        key = self._rng.choice(_NAMES[:2])
        what = self._rng.choice(["COUNT(*)", "COUNT(DISTINCT ?c)", "MIN(?d)", "COUNT(?b)"])
        by = self._rng.choice([f"GROUP BY {key}", f"GROUP BY (STR({key}) AS ?key)", ""])
        shown = {"": "", f"GROUP BY {key}": key}.get(by, self._maybe(0.7, "?key"))
        having = self._maybe(0.3, f" HAVING ({what} > 1)") if by and "COUNT" in what else ""
        return f"SELECT {shown} ({what} AS ?n) WHERE {where} {by}{having}"

    def _group(self, depth: int) -> str:
        parts = [self._triple() for _ in range(self._rng.randint(1, 2))]
        makers: list[Callable[[int], str]] = [
            self._path,
            self._filter,
            self._bind,
            self._named,
            self._values,
        ]
        if depth:
            makers += [self._optional, self._union, self._subselect, self._exists, self._optional]
        drawn = (self._rng.choice(makers) for _ in range(self._rng.randint(0, 3)))
        parts.extend(make(depth - 1) for make in drawn)
        return f"{{ {' '.join(parts)} }}"

    def _triple(self) -> str:
        link = _link(self._rng.randint(0, LINKS)) if self._rng.random() < 0.85 else "?p"
        node = self._maybe(0.15, str(_node(self._rng))) or self._name()
        return f"{self._name()} {link} {node} ."

    def _path(self, _depth: int) -> str:
        one, other = (_link(self._rng.randint(0, LINKS)) for _ in range(2))
        paths = (
            "{0}/{1}", "^{0}", "{0}|{1}", "{0}+", "{0}*", "{0}?", "!({0}|^{1})", "({0}/{1})+",
            "({0}|^{1})/{1}", "!{0}", "({0}/^{1})|{1}",
        )  # fmt: skip
        path = self._rng.choice(paths).format(one, other)
        return f"{self._name()} {path} {self._name()} ."

    def _filter(self, _depth: int) -> str:
        one, other = self._rng.sample(_NAMES, 2)
        conditions = (f"{one} != {other}", f"{one} = {_node(self._rng)}", f"ISIRI({one})")
        return f"FILTER({self._rng.choice(conditions)})"

    def _bind(self, _depth: int) -> str:
        return f"BIND(STR({self._name()}) AS ?v{self._next()})"

    def _named(self, _depth: int) -> str:
        graph = self._maybe(0.7, "?g") or str(
            v.entity("claim", f"random-{self._rng.randint(0, 9)}")
        )
        optional = self._maybe(0.2, f"OPTIONAL {{ {self._triple()} }}")
        return f"GRAPH {graph} {{ {self._triple()} {optional} }}"

    def _values(self, _depth: int) -> str:
        nodes = " ".join({str(_node(self._rng)) for _ in range(4)} | {"UNDEF"})
        return f"VALUES {self._name()} {{ {nodes} }}"

    def _optional(self, depth: int) -> str:
        return f"OPTIONAL {self._group(depth)}"

    def _union(self, depth: int) -> str:
        return f"{self._group(depth)} UNION {self._group(depth)}"

    def _exists(self, depth: int) -> str:
        either = self._maybe(0.2, f" || {self._name()} = {_node(self._rng)}")
        negated = self._maybe(0.2, "NOT ") if not either else ""
        return f"FILTER({negated}EXISTS {self._group(depth)}{either})"

    def _subselect(self, depth: int) -> str:
        one, other = self._rng.sample(_NAMES, 2)
        where = self._group(depth)
        kinds = (
            f"SELECT {one} {other} WHERE {where}",
            f"SELECT DISTINCT {one} WHERE {where}",
            f"SELECT {one} (COUNT(*) AS ?n{self._next()}) WHERE {where} GROUP BY {one}",
            f"SELECT {one} WHERE {where} ORDER BY {one} LIMIT 3",
        )
        return f"{{ {self._rng.choice(kinds)} }}"

    def _name(self) -> str:
        return self._rng.choice(_NAMES)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _maybe(self, chance: float, text: str) -> str:
        return text if self._rng.random() < chance else ""


def _in(triple: Triple, graph: NamedNode, other: DefaultGraph | None) -> Iterator[Quad]:
    three = triple.subject, triple.predicate, triple.object
    yield Quad(*three, graph)
    if other is not None:
        yield Quad(*three, other)


def _fact(rng: Random) -> Triple:
    return Triple(_node(rng), _link(rng.randrange(LINKS)), _node(rng))


def _node(rng: Random) -> NamedNode:
    return NamedNode(f"{_EX}n{rng.randrange(NODES)}")


def _link(number: int) -> NamedNode:
    return NamedNode(f"{_EX}p{number}")


def _number(claim: NamedNode) -> int:
    return int(claim.value.rpartition("-")[2])
