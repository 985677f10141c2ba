"""What ``draw timeline`` draws: everything that is dated, or what is around some entities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pyoxigraph import NamedNode

from tripartite.errors import UnknownNameError
from tripartite.nearest import nearest
from tripartite.network.answer import node
from tripartite.network.facts import Facts
from tripartite.pictures.drawing import Drawing, narrowed
from tripartite.pictures.png import as_png
from tripartite.pictures.timeline import svg
from tripartite.pictures.timeline.choosing import Asked, choose
from tripartite.pictures.timeline.cropping import crop
from tripartite.pictures.timeline.reading import Reading
from tripartite.pictures.timeline.scale import YEARS
from tripartite.pictures.timeline.table import table
from tripartite.pictures.timeline.telling import tell
from tripartite.pictures.timeline.words import Words
from tripartite.readable import with_verdicts

if TYPE_CHECKING:
    from tripartite.documents.citations import Citations
    from tripartite.pictures.timeline.marks import Mark, Timeline
    from tripartite.store import EmbeddedStore


# What a person reads beside the picture: each date once, in words.
_TWIN: Final = (
    *("part", "subject", "kind", "relation", "detail", "period", "precision"),
    *("standing", "verdict", "claim"),
)


class Small(NamedTuple):
    """What is dated around one entity, for a text about it.

    Attributes:
        svg: Drawn narrow; empty where nothing is dated.
        marks: What is drawn, in the order of time, each with its date in words.
    """

    svg: str = ""
    marks: tuple[tuple[Mark, str], ...] = ()


def timeline(store: EmbeddedStore, citations: Citations, asked: Asked, language: str) -> Drawing:
    """Draw what is dated, and list what is not.

    Raises:
        UnknownNameError: Nothing has a name that is used, or a standing or kind of year is none.
        AmbiguousNameError: Several entities have a name.
        BadParameterError: It is a figure or the like, or the last year is before the first.
    """
    reading, chosen = _chosen(store, asked, language)
    words = _words(reading, chosen, citations)
    told = tell(chosen, words, svg.WHOLE)
    rows = table(chosen, reading, words)
    if "disputed" in asked.include:
        rows = with_verdicts(store, rows)

    def drawn() -> str:
        return svg.whole(chosen, words, told)

    return Drawing(
        told.title,
        told.summary,
        rows._replace(notes=(*told.before, *told.remarks)),
        {"svg": drawn, "png": lambda: as_png(drawn())},
        twin=narrowed(rows, _TWIN),
        is_cut=bool(chosen.left_out or chosen.clipped),
    )


def compact(
    store: EmbeddedStore, citations: Citations, iri: str, language: str, name: str = "years"
) -> Small:
    """Return what is dated around one entity as a narrow SVG, and in words.

    Args:
        store: The graph.
        citations: Gives the passages of each claim.
        iri: The entity.
        language: Of all texts.
        name: Begins every id, so that two pictures can stand on one page.
    """
    years = "fiscal" if language == "ja" else "calendar"  # as an official of either reads them
    reading, chosen = _chosen(store, Asked((iri,), years), language)
    if not chosen.marks:
        return Small()
    words = _words(reading, chosen, citations)
    drawn = svg.compact(chosen, words, tell(chosen, words, svg.SMALL), name)
    return Small(drawn, tuple((mark, words.when(mark)) for mark in chosen.marks))


def _chosen(store: EmbeddedStore, asked: Asked, language: str) -> tuple[Reading, Timeline]:
    if asked.years not in YEARS:
        close = nearest(asked.years, YEARS)
        raise UnknownNameError(
            "unknown-years", name=asked.years, known=", ".join(YEARS), nearest=close
        )
    focus = tuple(NamedNode(node(store, name)) for name in dict.fromkeys(asked.entities))
    reading = Reading(Facts(store), language, asked.include)
    return reading, crop(choose(reading, focus, asked), asked)


def _words(reading: Reading, chosen: Timeline, citations: Citations) -> Words:
    every = dict.fromkeys(source.iri for sources in chosen.said for source in sources)
    return Words(reading, {cited.claim: cited for cited in citations.cite(every)})
