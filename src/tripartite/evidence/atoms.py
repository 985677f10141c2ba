"""What there is to prove of a solution: each atom names the variables that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tripartite.syntax.paths import Alternative, Inverse, Link, Negated, Path, Repeat, Sequence
from tripartite.syntax.scope import projected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.syntax.nodes import Group, Query


class TripleAtom(NamedTuple):
    """One triple; ``graph`` is empty for the default graph."""

    subject: str
    predicate: str
    value: str
    graph: str
    mark: str


class PathAtom(NamedTuple):
    """One path between two nodes."""

    subject: str
    path: Path
    value: str
    graph: str
    mark: str


class GraphAtom(NamedTuple):
    """That a named graph exists."""

    graph: str
    mark: str


class SelectAtom(NamedTuple):
    """One row of a subselect."""

    query: Query
    graph: str
    mark: str


class ExistsAtom(NamedTuple):
    """Whatever a positive ``EXISTS`` found; ``shared`` are the variables it was given."""

    group: Group
    shared: tuple[str, ...]
    graph: str
    mark: str


class RemarkAtom(NamedTuple):
    """A remark; if ``absent`` names variables, only where one of them is unbound."""

    key: str
    absent: tuple[str, ...]
    mark: str


Atom: TypeAlias = TripleAtom | PathAtom | GraphAtom | SelectAtom | ExistsAtom | RemarkAtom


class Plan(NamedTuple):
    """A group's text without its braces, and what its solutions rest on."""

    text: str
    atoms: tuple[Atom, ...]


def needed(plan: Plan) -> tuple[str, ...]:
    """Return the variables that say what a solution rests on, marks included."""
    names = (name for atom in plan.atoms for name in (*variables(atom), atom.mark) if name)
    return tuple(dict.fromkeys(names))


def variables(atom: Atom) -> tuple[str, ...]:
    """Return the variables whose values an atom needs, each once."""
    if isinstance(atom, RemarkAtom):
        return atom.absent
    if isinstance(atom, SelectAtom):
        return tuple(dict.fromkeys((*projected(atom.query), *_names((atom.graph,)))))
    if isinstance(atom, ExistsAtom):
        return atom.shared
    return tuple(dict.fromkeys(_names(_terms(atom))))


def _terms(atom: TripleAtom | PathAtom | GraphAtom) -> tuple[str, ...]:
    if isinstance(atom, TripleAtom):
        return (atom.subject, atom.predicate, atom.value, atom.graph)
    return (atom.subject, atom.value, atom.graph) if isinstance(atom, PathAtom) else (atom.graph,)


def _names(terms: Iterable[str]) -> Iterator[str]:
    return (term for term in terms if term.startswith("?"))


def spelled(atom: Atom) -> Iterator[str]:
    """Yield the constants that an atom names, as the query spells them."""
    if isinstance(atom, (TripleAtom, PathAtom, GraphAtom)):
        yield from (term for term in _terms(atom) if term and not term.startswith("?"))
    if isinstance(atom, PathAtom):
        yield from _links(atom.path)


def _links(path: Path) -> Iterator[str]:
    if isinstance(path, Link):
        yield path.iri
    elif isinstance(path, (Inverse, Repeat)):
        yield from _links(path.path)
    elif isinstance(path, Negated):
        yield from (*path.forward, *path.backward)
    elif isinstance(path, (Sequence, Alternative)):
        for part in path.parts:
            yield from _links(part)
