"""What ``draw map`` draws: the countries of some entities' work, or of all work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.build.choosing import included
from tripartite.errors import BadParameterError
from tripartite.model import Table
from tripartite.network import kinds
from tripartite.network.answer import node
from tripartite.pictures.drawing import Drawing
from tripartite.pictures.png import as_png
from tripartite.pictures.world import facts
from tripartite.pictures.world.geometry import world
from tripartite.pictures.world.kinds import KINDS
from tripartite.pictures.world.spots import Spots, gather
from tripartite.pictures.world.svg import Scene, as_svg
from tripartite.pictures.world.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from tripartite.documents.citations import Citations
    from tripartite.model import Cell
    from tripartite.pictures.world.facts import Ask, Fact
    from tripartite.pictures.world.geometry import World
    from tripartite.store import EmbeddedStore

_COLUMNS: Final = (
    *("country", "countryLabel", "kind", "kindLabel", "relation", "relationLabel"),
    *("place", "placeLabel", "activity", "activityLabel", "subject", "subjectLabel"),
    *("standing", "claim", "placeClaim"),
)
_TIED: Final = ("entity", "entityLabel", "tie", "tieLabel", "by", "byLabel", "tieClaim")
# What work can belong to; a document or a class has none.
_OWNERS: Final = kinds.nodes(("topics", "results", "background"))


class Maker:
    """Makes maps of one graph, in one language."""

    def __init__(self, store: EmbeddedStore, citations: Citations, ask: Ask, language: str) -> None:
        """Take what answers, cites and names."""
        self._store = store
        self._ask = ask
        self._teller = Teller(store, citations, language)

    def draw(self, names: Iterable[str], include: Collection[str]) -> Drawing:
        """Draw the countries that the work of some entities relates to; of none, of all work.

        Raises:
            UnknownNameError: Nothing has a name that is used, or a standing is none.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: It is a figure, a document or the like.
            MissingInputError: The build has not made the geometry.
        """
        entities = tuple(dict.fromkeys(self._entity(name) for name in names))
        read = facts.read(self._ask, entities, included(include))
        geometry = world()
        spots = _on(geometry, gather(self._store, read, self._teller.label))
        title, summary = self._teller.title(entities), self._teller.summary(spots)
        remarks = self._teller.remarks(geometry, spots, entities)
        told = {spot.iri: self._teller.spot(spot) for group in spots for spot in group}
        scene = Scene(title, summary, spots, told, remarks)
        limits = self._teller.limits(spots, entities)
        table = self._table(read, is_tied=bool(entities))._replace(notes=limits)

        def svg() -> str:
            return as_svg(scene, geometry, self._teller)

        return Drawing(title, summary, table, {"svg": svg, "png": lambda: as_png(svg())})

    def _entity(self, name: str) -> NamedNode:
        iri = NamedNode(node(self._store, name))
        if not _OWNERS.has(iri):
            raise BadParameterError("not-on-map", name=name)
        return iri

    def _table(self, read: Iterable[Fact], *, is_tied: bool) -> Table:
        columns = (*_COLUMNS, *(_TIED if is_tied else ()))
        rows = {self._row(fact)[: len(columns)]: self._order(fact) for fact in read}
        return Table(columns, tuple(sorted(rows, key=rows.__getitem__)))

    def _order(self, fact: Fact) -> tuple[object, ...]:
        label = self._teller.label
        named = (fact.country, fact.place, fact.activity, fact.subject)
        labels = [label(iri) if iri else "" for iri in named]
        return (
            fact.country is None,
            labels[0],
            KINDS.index(fact.kind),
            *labels[1:],
            fact.relation.value,
            [step.claim.value for step in fact.steps],
            str(fact.tie),
        )

    def _row(self, fact: Fact) -> tuple[Cell, ...]:
        return (
            *self._named(fact.country),
            Literal(fact.kind),
            Literal(self._teller.kind(fact.kind)),
            *self._named(fact.relation),
            *self._named(fact.place),
            *self._named(fact.activity),
            *self._named(fact.subject),
            v.entity("standing", fact.standing),
            fact.step.claim,
            fact.within.claim if fact.within else None,
            *self._tied(fact),
        )

    def _tied(self, fact: Fact) -> Iterator[Cell]:
        tie = fact.tie
        if tie:
            yield from self._named(tie.entity)
            yield tie.relation
            yield Literal(
                self._teller.label(tie.relation) if tie.relation else self._teller.say("map-itself")
            )
            yield from self._named(tie.by)
            yield tie.step.claim if tie.step else None

    def _named(self, iri: NamedNode | None) -> tuple[Cell, Cell]:
        return (iri, Literal(self._teller.label(iri))) if iri else (None, None)


def _on(geometry: World, spots: Spots) -> Spots:
    """Return the places, countries without an outline among those that cannot be painted."""
    painted = tuple(spot for spot in spots.countries if spot.code in geometry.codes)
    unknown = tuple(spot for spot in spots.countries if spot.code not in geometry.codes)
    return Spots(painted, spots.parts, (*unknown, *spots.others))
