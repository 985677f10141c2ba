"""Objectives, outcomes, outputs and actions, by how far they are said to have come."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.dossier.content import BREAK, Grid, Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader, Relation

_LINKS: Final = tuple(
    v.tp(name) for name in ("hasObjective", "hasOutcome", "hasOutput", "hasAction")
)
_REALISATION: Final = v.tp("realisation")
_STAGES: Final = ("claimed-achieved", "verified", "ongoing", "planned", "possible")
_KINDS: Final = ("objective", "outcome", "output", "action")


class Result(NamedTuple):
    """An objective, outcome, output or action.

    Attributes:
        owner: The work or body that has it.
        stage: How far it is said to have come.
        sources: Claims that say whose it is.
    """

    node: NamedNode
    owner: NamedNode
    stage: str
    sources: tuple[NamedNode, ...]


def found(
    reader: Reader,
    iri: NamedNode,
    works: Iterable[NamedNode],
    related: Iterable[Relation],
) -> tuple[Result, ...]:
    """Return what the entity and its works aim at, do and achieve.

    Args:
        reader: Of the dossier.
        iri: The entity; what itself is a result of it comes first.
        works: Activities whose results belong to the dossier.
        related: Relations to results, of which some are not the entity's own.
    """
    results: dict[NamedNode, Result] = {}
    for owner in dict.fromkeys((iri, *works)):
        _walk(reader, owner, owner, results)
    for said in related:
        known = results.get(said.other)
        if known:
            sources = tuple(dict.fromkeys((*known.sources, *said.sources)))
            results[said.other] = known._replace(sources=sources)
        else:
            owner = iri if said.forward else _owner(reader, said.other) or iri
            stage = _stage(reader, said.other)
            results[said.other] = Result(said.other, owner, stage, said.sources)
    return tuple(results.values())


def section(reader: Reader, iri: NamedNode, results: Sequence[Result]) -> Section | None:
    """Return the results of an entity and its works by stage; ``None`` where there is none."""
    with_owner = any(result.owner != iri for result in results)
    grids = [
        _grid(
            reader,
            stage,
            [result for result in results if result.stage == stage],
            with_owner=with_owner,
        )
        for stage in ("objectives", *_STAGES, "unknown")
        if any(result.stage == stage for result in results)
    ]
    if not grids:
        return None
    text = reader.text
    remark = text("results-remark") if with_owner else ""
    return Section("results", text("results"), remark, grids=tuple(grids))


def owners(reader: Reader, result: NamedNode) -> dict[NamedNode, list[NamedNode]]:
    """Return what has a result, with the claims that say so."""
    found: dict[NamedNode, list[NamedNode]] = {}
    for link in _LINKS:
        for quad in sorted(reader.store.quads(None, link, result), key=str):
            owner, claim = quad.subject, quad.graph_name
            if isinstance(owner, NamedNode) and isinstance(claim, NamedNode):
                found.setdefault(owner, []).append(claim)
    return found


def _walk(
    reader: Reader, node: NamedNode, owner: NamedNode, found: dict[NamedNode, Result]
) -> None:
    for (predicate, result), claims in reader.claimed(node).items():
        if predicate not in _LINKS or not isinstance(result, NamedNode) or result in found:
            continue
        if all(map(reader.notes.is_disputed, claims)):
            continue
        found[result] = Result(result, owner, _stage(reader, result), tuple(claims))
        _walk(reader, result, owner, found)


def _owner(reader: Reader, result: NamedNode) -> NamedNode | None:
    """Return who has a result, itself no result, as claims say; ``None`` if none does."""
    own = sorted(owners(reader, result), key=lambda owner: (_kind(owner) in _KINDS, str(owner)))
    if not own or _kind(own[0]) not in _KINDS:
        return own[0] if own else None
    return _owner(reader, own[0])


def _stage(reader: Reader, result: NamedNode) -> str:
    if _kind(result) == "objective":
        return "objectives"
    stages = [
        value.value.rpartition("/")[2]
        for (predicate, value), claims in reader.claimed(result).items()
        if predicate == _REALISATION and isinstance(value, NamedNode)
    ]
    return next((stage for stage in _STAGES if stage in stages), "unknown")


def _grid(reader: Reader, stage: str, results: list[Result], *, with_owner: bool) -> Grid:
    """Return a row an owner, kind and standing; what they have is a line each."""
    text = reader.text
    names = (*(("of",) if with_owner else ()), "kind", "result", "standing")
    weights = (*((4,) if with_owner else ()), 2, 8, 2)
    groups: dict[tuple[NamedNode, str, str], list[Result]] = {}
    for result in sorted(results, key=lambda result: _KINDS.index(_kind(result.node))):
        key = (result.owner, _label(reader, result.node), reader.surest(result.sources))
        groups.setdefault(key, []).append(result)
    owners = list(dict.fromkeys(result.owner for result in results))
    rows = []
    for owner, kind, standing in sorted(groups, key=lambda key: owners.index(key[0])):
        every = [_said(reader, result) for result in groups[owner, kind, standing]]
        lines = tuple(span for said in every for span in (Span(BREAK), *said))[1:]
        first: tuple[Line, ...] = ((Span(reader.label(owner)),),) if with_owner else ()
        rows.append((*first, (Span(kind),), lines, reader.badge(standing)))
    return Grid(text(stage), tuple(text(name) for name in names), weights, tuple(rows))


def _said(reader: Reader, result: Result) -> Line:
    """Return a result, and what its stage leaves open where a claim remarks on that."""
    name = reader.name(result.node, result.sources)
    remarks: dict[str, list[NamedNode]] = {}
    for (predicate, _), claims in reader.claimed(result.node).items():
        for claim in claims if predicate == _REALISATION else ():
            remark = reader.store.text(claim, v.SKOS_NOTE, reader.language)
            remarks.setdefault(" ".join(remark.split()), []).append(claim)
    told = [
        reader.beside(f"{reader.text('dash')}{remark}", claims, result.sources)
        for remark, claims in remarks.items()
        if remark
    ]
    return (name, *chain.from_iterable(told))


def _label(reader: Reader, node: NamedNode) -> str:
    types = [value for (name, value) in reader.claimed(node) if name == v.RDF_TYPE]
    return reader.text("comma").join(dict.fromkeys(map(reader.label, types)))


def _kind(node: NamedNode) -> str:
    return node.value.rsplit("/", 2)[1]
