"""What ``draw flow`` draws: the flow of some entities, or all of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from tripartite.network.answer import node
from tripartite.network.facts import Facts
from tripartite.pictures.drawing import Drawing
from tripartite.pictures.flow.choosing import touching
from tripartite.pictures.flow.reading import read
from tripartite.pictures.flow.routing import route, without_wholes
from tripartite.pictures.flow.scale import scale
from tripartite.pictures.flow.svg import Drawn, Texts, as_svg
from tripartite.pictures.flow.table import table
from tripartite.pictures.flow.twin import twin
from tripartite.pictures.flow.words import Words
from tripartite.pictures.png import as_png

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tripartite.documents.citations import Citations
    from tripartite.pictures.flow.scale import Scale
    from tripartite.pictures.flow.values import Flow
    from tripartite.store import EmbeddedStore


def draw(
    store: EmbeddedStore,
    citations: Citations,
    language: str,
    entities: Sequence[str] = (),
    include: Sequence[str] = ("implied",),
) -> Drawing:
    """Draw the flow that some entities are on, or the whole.

    Args:
        store: The graph.
        citations: Gives the passages of each claim.
        language: Of every text.
        entities: Names of entities; none for the whole.
        include: ``implied`` and ``disputed`` add what only such claims say.

    Raises:
        UnknownNameError: Nothing has a name that is used, or a standing is none.
        AmbiguousNameError: Several entities have a name.
        BadParameterError: It is a figure, a claim or the like.
    """
    focus = tuple(dict.fromkeys(node(store, name) for name in entities))
    said = Facts(store)
    flow = without_wholes(touching(route(read(said, include)), said, focus))
    words = Words(store, citations, language)
    chosen = scale(store, flow)
    drawn = Drawn(flow, chosen, words, _texts(flow, chosen, words, focus))

    def svg() -> str:
        return as_svg(drawn)

    return Drawing(
        drawn.texts.title,
        drawn.texts.summary,
        table(drawn),
        {"svg": svg, "png": lambda: as_png(svg())},
        twin=twin(drawn),
    )


def _texts(flow: Flow, chosen: Scale | None, words: Words, focus: Sequence[str]) -> Texts:
    names = words.list(words.label(NamedNode(iri)) for iri in focus)
    title = words.say("flow-of", names=names) if focus else words.say("flow-all")
    if not flow.spots:
        summary = words.say("flow-nothing", names=names) if focus else words.say("flow-none")
        return Texts(title, summary, (), summary)
    notes = (_scale(flow, chosen, words), words.say("flow-reading"), *_wholes(flow, words))
    summary = _summary(flow, words)
    said = [words.proven(one) for ribbon in flow.ribbons for one in ribbon.statements]
    said += [
        f"{words.name(spot)}: {words.sum(note)} {words.proof(note.sources)}"
        for spot, note in flow.notes
    ]
    said += [" → ".join(map(words.name, gap)) for gap in flow.gaps]
    return Texts(title, summary, notes, "\n".join((summary, *notes, *said)))


def _summary(flow: Flow, words: Words) -> str:
    """Return how many ribbons there are, by standing, and how many bear an amount."""
    counts = Counter(ribbon.standing for ribbon in flow.ribbons)
    standings = [
        words.say(f"edges-{code}", count=counts[code])
        for code in ("stated", "editorial", "inferred", "implied")
        if counts[code]
    ]
    summed = len({ribbon.sum.figure.iri for ribbon in flow.ribbons if ribbon.sum})
    amounts = words.say("flow-sums", count=summed) if summed else words.say("flow-no-sums")
    parts = words.list(standings)
    counted = words.say("flow-counts", count=len(flow.ribbons), parts=parts)
    return f"{counted}{amounts}"


def _scale(flow: Flow, chosen: Scale | None, words: Words) -> str:
    if chosen is None:
        has_sums = any(ribbon.sum for ribbon in flow.ribbons)
        return words.say("flow-no-scale" if has_sums else "flow-no-amounts")
    figure = chosen.largest
    count = len(chosen.figures)
    return words.say("flow-scale", currency=figure.currency, basis=words.basis(figure), count=count)


def _wholes(flow: Flow, words: Words) -> list[str]:
    whole = {one.sum.figure.iri: one for one in flow.wholes if one.sum}
    return [
        words.say("flow-whole", sum=words.statement(one), standing=words.standing(one.standing))
        for one in whole.values()
    ]
