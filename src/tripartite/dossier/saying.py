"""Relations as sentences and as rows: the summary, the partners, the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.dossier import relations
from tripartite.dossier.content import Grid, Section, Span
from tripartite.dossier.figure import Figure
from tripartite.dossier.naming import again, subject
from tripartite.dossier.ranking import is_summed_up, rank
from tripartite.dossier.reading import STANDINGS, SUREST
from tripartite.dossier.words import joined, sentence
from tripartite.network import phrasing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import NamedNode

    from tripartite.dossier.content import Line
    from tripartite.dossier.reading import Reader, Relation

_SENTENCES: Final = 9  # of a summary
_NAMES: Final = 4  # of a sentence of it
_MONEY: Final = ("money-", "figure")


def summary(reader: Reader, iri: NamedNode, said: Iterable[Relation]) -> Section | None:
    """Return the first things to know, a sentence each; ``None`` where nothing is known.

    What is not stated is said in a sentence of its own standing, and marked.
    """
    groups = list(_groups(reader, filter(is_summed_up, said)))
    starts = [subject(reader, iri), *[again(reader, iri)] * _SENTENCES]
    lines = tuple(
        _sentence(reader, start, group)
        for start, group in zip(starts, groups[:_SENTENCES], strict=False)
    )
    return Section("summary", reader.text("summary"), lines=lines) if lines else None


def rows(reader: Reader, key: str, said: Iterable[Relation], head: str) -> Section | None:
    """Return relations as a table: how, to whom, by which standing."""
    found = tuple(_row(reader, group) for group in _groups(reader, said))
    if not found:
        return None
    columns = tuple(reader.text(name) for name in ("relation", head, "standing"))
    return Section(key, reader.text(key), grids=(Grid("", columns, (3, 8, 2), found),))


def names(reader: Reader, key: str, said: Iterable[Relation]) -> Section | None:
    """Return what relations lead to, as lines of their own."""
    found: dict[NamedNode, list[Relation]] = {}
    for relation in said:
        found.setdefault(relation.other, []).append(relation)
    rows = tuple(
        (
            (reader.name(other, [source for r in group for source in r.sources]),),
            reader.standing([source for r in group for source in r.sources]),
        )
        for other, group in found.items()
    )
    columns = tuple(reader.text(name) for name in ("what", "standing"))
    grid = Grid("", columns, (11, 2), rows)
    return Section(key, reader.text(key), grids=(grid,)) if rows else None


def phrase(reader: Reader, said: Relation) -> str:
    """Return how the entity stands to the other, in words."""
    if said.phrase == "type":
        return reader.text("kind").lower()
    detail = _detail(reader, said)
    label = reader.label(said.predicate)
    words = relations.name(said.phrase, reader.language, detail, label, forward=said.forward)
    if not detail or said.phrase == "post":
        return words
    return f"{words}{reader.text('open')}{detail}{reader.text('close')}"


def _groups(reader: Reader, related: Iterable[Relation]) -> Iterator[tuple[Relation, ...]]:
    """Yield relations that one sentence of one standing can say, the most telling first.

    What reads the same from either end is said once.
    """

    def place(said: Relation) -> tuple[object, ...]:
        standing = STANDINGS.index(reader.surest(said.sources))
        return rank(said), said.phrase, said.forward, standing, _detail(reader, said)

    found: dict[tuple[str, str], dict[NamedNode, Relation]] = {}
    for said in sorted(related, key=place):
        group = found.setdefault((phrase(reader, said), reader.surest(said.sources)), {})
        known = group.setdefault(said.other, said)
        every = dict.fromkeys((*known.sources, *said.sources))
        group[said.other] = known._replace(sources=tuple(every))
    for group in found.values():
        yield tuple(group.values())


def _sentence(reader: Reader, start: str, group: tuple[Relation, ...]) -> Line:
    first = group[0]
    language = reader.language
    template = phrasing.template(first.phrase, language, forward=first.forward)
    # Names that a count stands for have no note here: a part below shows each.
    shown = group if len(group) <= _NAMES + 1 else group[:_NAMES]
    quoted: list[Line] = [(reader.quoted(said.other, said.sources),) for said in shown]
    others = joined(quoted, language, len(group) - len(shown))
    line = sentence(template, start, others, _detail(reader, first))
    standing = reader.standing(first.sources)
    is_stated = reader.surest(first.sources) == SUREST
    return (*line, *(() if is_stated else reader.bracketed(standing)), Span(reader.text("stop")))


def _row(reader: Reader, group: tuple[Relation, ...]) -> tuple[Line, ...]:
    others: list[Line] = [(reader.name(said.other, said.sources),) for said in group]
    return (
        (Span(phrase(reader, group[0])),),
        joined(others, reader.language),
        reader.standing(group[0].sources),
    )


def _detail(reader: Reader, said: Relation) -> str:
    if said.via and said.phrase.startswith(_MONEY):
        return Figure(reader, said.via).detail
    return said.detail
