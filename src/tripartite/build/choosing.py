"""A graph in memory of the claims that a question chooses: other standings, another day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite import vocabulary as v
from tripartite.build import as_of, sources
from tripartite.build.materialise import Choice, materialise
from tripartite.errors import UnknownNameError
from tripartite.messages import say
from tripartite.nearest import nearest
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from pyoxigraph import NamedNode

    from tripartite.build.as_of import Bounds
    from tripartite.build.sources import Sources
    from tripartite.places import Places

INCLUDED: Final = ("implied", "disputed")


def included(names: Collection[str]) -> tuple[str, ...]:
    """Return the standings and verdicts that a person adds to an answer, each checked.

    Raises:
        UnknownNameError: One of them cannot be added.
    """
    for name in names:
        if name not in INCLUDED:
            known = ", ".join(INCLUDED)
            close = nearest(name, INCLUDED)
            raise UnknownNameError("unknown-standing", name=name, known=known, nearest=close)
    return tuple(names)


def choice(day: date | None, include: Collection[str]) -> Choice:
    """Return which claims enter the default graph.

    Raises:
        UnknownNameError: ``include`` names what cannot be chosen.
    """
    names = included(include)
    implied = {v.IMPLIED} if "implied" in names else set()
    return Choice(Choice().standings | implied, "disputed" in names, day)


def open_chosen(
    places: Places, chosen: Choice, language: str
) -> tuple[EmbeddedStore, tuple[str, ...]]:
    """Make the graph, and say what the reader should know of the choice.

    The files are parsed again: that takes an eighth of the time of reading the build back.

    Raises:
        UnreadableFileError: A file does not parse.
    """
    places.inputs()  # says which folder is missing
    project = sources.read(places)
    store = EmbeddedStore.of(materialise(project, chosen).quads())
    return store, tuple(_notes(project, chosen, language))


def _notes(project: Sources, chosen: Choice, language: str) -> Iterator[str]:
    added = [name for name in INCLUDED if _is_included(name, chosen)]
    if added:
        yield say("also-included", language, standings=", ".join(say(n, language) for n in added))
    if chosen.day is None:
        return
    quads = (quad for source in project.claims for quad in source.quads)
    found = as_of.documents(quads, chosen.day)
    for key, which in (("left-out", found.later), ("perhaps-later", found.perhaps_later)):
        if which:
            yield say(key, language, day=chosen.day, documents=_listed(which, language))


def _is_included(name: str, chosen: Choice) -> bool:
    return chosen.disputed if name == "disputed" else v.IMPLIED in chosen.standings


def _listed(documents: Mapping[NamedNode, Bounds], language: str) -> str:
    between = (
        f"{iri.value.rpartition('/')[2]} ({bounds.earliest or ''}/{bounds.latest or ''})"
        for iri, bounds in sorted(documents.items(), key=str)
    )
    return say("list-comma", language).join(between)
