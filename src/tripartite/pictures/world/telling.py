"""The map in words: its title and summary, what each place says of itself, with the proof."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tripartite import vocabulary as v
from tripartite.curie import shorten
from tripartite.exports.footnotes import line
from tripartite.messages import say
from tripartite.network import kinds as network_kinds
from tripartite.network.phrasing import quoted, template
from tripartite.pictures.world.kinds import BACKWARD, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import NamedNode

    from tripartite.documents.citations import Citations
    from tripartite.pictures.world.facts import Fact
    from tripartite.pictures.world.geometry import World
    from tripartite.pictures.world.spots import Mark, Spot, Spots
    from tripartite.store import EmbeddedStore


class Teller:
    """Says what a map shows, in one language."""

    def __init__(self, store: EmbeddedStore, citations: Citations, language: str) -> None:
        """Take what names and cites."""
        self._store = store
        self._citations = citations
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """Return one of our own texts."""
        return say(key, self.language, **values)

    def label(self, iri: NamedNode) -> str:
        """Return a label, else a CURIE."""
        return self._store.text(iri, v.RDFS_LABEL, self.language) or shorten(iri)

    def standing(self, code: str) -> str:
        """Return what a reader calls a standing."""
        return self.label(v.entity("standing", code))

    def kind(self, kind: str) -> str:
        """Return what a reader calls a kind of relation."""
        return self.say(f"map-kind-{kind}")

    def title(self, entities: Sequence[NamedNode]) -> str:
        """Return the heading of the picture."""
        if not entities:
            return self.say("map-title")
        names = self.say("list-comma").join(map(self.label, entities))
        return self.say("map-title-of", names=names)

    def summary(self, spots: Spots) -> str:
        """Return how many countries there are, by their strongest relation."""
        strongest = Counter(spot.marks[0].kind for spot in spots.countries)
        parts = (
            self.say("map-counted", kind=self.kind(kind), count=strongest[kind])
            for kind in KINDS
            if strongest[kind]
        )
        counted = self.say("list-comma").join(parts)
        many = self.say(
            "map-countries" if counted else "map-no-country",
            count=len(spots.countries),
            parts=counted,
        )
        others = self.say("map-others", count=len(spots.others)) if spots.others else ""
        return f"{many}{others}"

    def limits(self, spots: Spots, entities: Sequence[NamedNode]) -> tuple[str, ...]:
        """Return by which rule work is shown, and what is not counted."""
        rule = (self.say("map-rule"),) if entities else ()
        return (*rule, self.say("map-not-spread")) if any(spots) else rule

    def remarks(self, world: World, spots: Spots, entities: Sequence[NamedNode]) -> tuple[str, ...]:
        """Return what is said below the map: how to read it, and whose boundaries it has."""
        reading = (self.say("map-reading"),) if any(spots) else ()
        boundaries = self.say("map-boundaries", source=world.source, centre=world.centre)
        return (*reading, *self.limits(spots, entities), boundaries)

    def spot(self, spot: Spot) -> str:
        """Return what a place says of itself: its marks, then each relation with its proof."""
        marks = self.say("list-separator").join(map(self._mark, spot.marks))
        facts = [fact for mark in spot.marks for fact in mark.facts]
        return "\n".join((self.say("map-spot", name=spot.label, marks=marks), *self._proved(facts)))

    def _mark(self, mark: Mark) -> str:
        disputed = f"{self.say('list-comma')}{self.say('disputed')}" if mark.disputed else ""
        return self.say(
            "map-mark",
            kind=self.kind(mark.kind),
            count=mark.number,
            standing=self.standing(mark.standing) + disputed,
        )

    def _proved(self, facts: Iterable[Fact]) -> Iterator[str]:
        """Yield a line for each relation: what is said, and by which claims."""
        groups: dict[tuple[NamedNode, ...], list[Fact]] = {}
        for fact in facts:
            groups.setdefault((fact.relation, fact.place, fact.subject), []).append(fact)
        for group in groups.values():
            said = dict.fromkeys(s for fact in group for s in self._sentences(fact))
            sources = dict.fromkeys(step.claim for fact in group for step in fact.steps)
            cited = {c.claim: c for c in self._citations.cite(sources)}
            proof = "; ".join(line(cited[source], self.language) for source in sources)
            yield f"{self.say('map-space').join(said)} [{proof}]"

    def _sentences(self, fact: Fact) -> Iterator[str]:
        yield self._sentence(fact.subject, fact.relation, fact.place)
        if fact.within and fact.country:
            yield self._sentence(fact.place, v.tp("locatedIn"), fact.country)
        tie = fact.tie
        if tie and tie.relation and tie.by:
            ends = (fact.subject, tie.by)
            start, end = reversed(ends) if tie.relation in BACKWARD else ends
            yield self._sentence(start, tie.relation, end)

    def _sentence(self, subject: NamedNode, relation: NamedNode, value: NamedNode) -> str:
        """Return a relation as a sentence."""
        phrase = relation.value.rpartition("#")[2].rpartition("/")[2]
        said = template(phrase, self.language, forward=True).format(
            a=self._name(subject), b=self._name(value), detail="", label=self.label(relation)
        )
        return self.say("map-sentence", said=said[:1].upper() + said[1:])

    def _name(self, iri: NamedNode) -> str:
        return quoted(self.label(iri), network_kinds.kind(iri), self.language)
