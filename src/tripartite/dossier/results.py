"""Objectives, outcomes, outputs and actions, by how far they are said to have come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.dossier.content import BREAK, Grid, Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader, Relation

_LINKS: Final = tuple(
    v.tp(name) for name in ("hasObjective", "hasOutcome", "hasOutput", "hasAction")
)
_STAGES: Final = ("claimed-achieved", "verified", "ongoing", "planned", "possible")
_KINDS: Final = ("objective", "outcome", "output", "action")


class _Result(NamedTuple):
    node: NamedNode
    owner: NamedNode
    stage: str
    sources: tuple[NamedNode, ...]


def section(
    reader: Reader,
    iri: NamedNode,
    works: Iterable[NamedNode],
    related: Iterable[Relation],
) -> Section | None:
    """Return what the entity and its works aim at, do and achieve; ``None`` where nothing is.

    Args:
        reader: Of the dossier.
        iri: The entity; what itself is a result of it comes first.
        works: Activities whose results belong to the dossier.
        related: Relations to results, of which some are not the entity's own.
    """
    found: dict[NamedNode, _Result] = {}
    for owner in dict.fromkeys((iri, *works)):
        _walk(reader, owner, owner, found)
    for said in related:
        known = found.get(said.other)
        if known:
            sources = tuple(dict.fromkeys((*known.sources, *said.sources)))
            found[said.other] = known._replace(sources=sources)
        else:
            owner = iri if said.forward else _owner(reader, said.other) or iri
            stage = _stage(reader, said.other)
            found[said.other] = _Result(said.other, owner, stage, said.sources)
    with_owner = any(result.owner != iri for result in found.values())
    grids = [
        _grid(
            reader,
            stage,
            [result for result in found.values() if result.stage == stage],
            with_owner=with_owner,
        )
        for stage in ("objectives", *_STAGES, "unknown")
        if any(result.stage == stage for result in found.values())
    ]
    if not grids:
        return None
    text = reader.text
    remark = text("results-remark") if with_owner else ""
    return Section("results", text("results"), remark, grids=tuple(grids))


def _walk(
    reader: Reader, node: NamedNode, owner: NamedNode, found: dict[NamedNode, _Result]
) -> None:
    for (predicate, result), claims in reader.claimed(node).items():
        if predicate not in _LINKS or not isinstance(result, NamedNode) or result in found:
            continue
        if all(map(reader.notes.is_disputed, claims)):
            continue
        found[result] = _Result(result, owner, _stage(reader, result), tuple(claims))
        _walk(reader, result, owner, found)


def _owner(reader: Reader, result: NamedNode) -> NamedNode | None:
    """Return who has a result, itself no result, as claims say; ``None`` if none does."""
    owners = {
        quad.subject
        for link in _LINKS
        for quad in reader.store.quads(None, link, result)
        if isinstance(quad.subject, NamedNode)
    }
    own = sorted(owners, key=lambda owner: (_kind(owner) in _KINDS, str(owner)))
    if not own or _kind(own[0]) not in _KINDS:
        return own[0] if own else None
    return _owner(reader, own[0])


def _stage(reader: Reader, result: NamedNode) -> str:
    if _kind(result) == "objective":
        return "objectives"
    stages = [
        value.value.rpartition("/")[2]
        for (predicate, value), claims in reader.claimed(result).items()
        if predicate == v.tp("realisation") and isinstance(value, NamedNode)
    ]
    return next((stage for stage in _STAGES if stage in stages), "unknown")


def _grid(reader: Reader, stage: str, results: list[_Result], *, with_owner: bool) -> Grid:
    """Return a row an owner, kind and standing; what they have is a line each."""
    text = reader.text
    names = (*(("of",) if with_owner else ()), "kind", "result", "standing")
    weights = (*((4,) if with_owner else ()), 2, 8, 2)
    groups: dict[tuple[NamedNode, str, str], list[_Result]] = {}
    for result in sorted(results, key=lambda result: _KINDS.index(_kind(result.node))):
        key = (result.owner, _label(reader, result.node), reader.surest(result.sources))
        groups.setdefault(key, []).append(result)
    owners = list(dict.fromkeys(result.owner for result in results))
    rows = []
    for owner, kind, standing in sorted(groups, key=lambda key: owners.index(key[0])):
        found = [reader.name(r.node, r.sources) for r in groups[owner, kind, standing]]
        lines = tuple(span for name in found for span in (Span(BREAK), name))[1:]
        first: tuple[Line, ...] = ((Span(reader.label(owner)),),) if with_owner else ()
        rows.append((*first, (Span(kind),), lines, reader.badge(standing)))
    return Grid(text(stage), tuple(text(name) for name in names), weights, tuple(rows))


def _label(reader: Reader, node: NamedNode) -> str:
    types = [value for (name, value) in reader.claimed(node) if name == v.RDF_TYPE]
    return reader.text("comma").join(dict.fromkeys(map(reader.label, types)))


def _kind(node: NamedNode) -> str:
    return node.value.rsplit("/", 2)[1]
