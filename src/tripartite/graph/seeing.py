"""SEE: pictures, dossiers, the network and what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from tripartite import library
from tripartite.graph.judging import Judgeable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tripartite.dossier.content import Dossier
    from tripartite.network.answer import Question
    from tripartite.network.projection import Network
    from tripartite.network.statistics import Asked
    from tripartite.pictures.drawing import Drawing
    from tripartite.pictures.graph.choosing import Wanted
    from tripartite.pictures.graph.making import Maker
    from tripartite.pictures.timeline.choosing import Asked as Dated
    from tripartite.reports import Reply
    from tripartite.store import Answer


class Visible(Judgeable):
    """Shows the graph."""

    def network(self, *, include: Iterable[str] = (), extras: Iterable[str] = ()) -> Network:
        """Return the named entities and their relations as a ``networkx.MultiDiGraph``.

        ``docs/network.md`` says what is a node and lists the attributes.

        Args:
            include: ``implied`` or ``disputed``: relations that only such claims state.
            extras: Nodes beside the entities: ``topics``, ``background``, ``codes``,
                ``classes``, ``provenance``.

        Raises:
            UnknownNameError: There is no such standing or extra.
        """
        from tripartite.network import kinds, projection
        from tripartite.network.facts import Facts

        nodes = kinds.nodes(tuple(extras))
        return projection.project(Facts(self.store), self.language, nodes, tuple(include))

    def dossier(self, name: str) -> Dossier:
        """Return one document about an entity: sections of facts, each with its notes.

        Raises:
            UnknownNameError: Nothing has this name.
            AmbiguousNameError: Several entities have it.
            BadParameterError: It is a figure, a claim or the like.
        """
        from tripartite.dossier import compose
        from tripartite.dossier.content import Pictures
        from tripartite.dossier.reading import Reader
        from tripartite.network.answer import node
        from tripartite.pictures.timeline.making import compact

        iri = NamedNode(node(self.store, name))
        extras = ("results", "topics", "background", "codes", "classes")
        network = self.network(include=("implied",), extras=extras)
        reader = Reader(self.store, network, self._citations(), self._table, self.language)
        pictures = Pictures(
            self._maker().star(network, iri.value),
            compact(self.store, self._citations(), iri.value, self.language),
        )
        return compose(reader, iri, self.tensions(iri.value), self.gaps(iri.value).table, pictures)

    def draw_graph(self, wanted: Wanted) -> Drawing:
        """Draw what is around some entities, or the whole network.

        Raises:
            UnknownNameError: Nothing has a name that is used, a type or a standing is none.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: An entity is no node of the network.
        """
        return self._cited(self._maker().neighbourhood(wanted))

    def draw_path(self, question: Question) -> Drawing:
        """Draw the paths between two entities.

        Raises:
            UnknownNameError: Nothing has a name that the question uses.
            AmbiguousNameError: Several entities have it.
            BadParameterError: An end is no node of the network.
        """
        return self._cited(self._maker().ways(question))

    def draw_answer(
        self, answer: Answer, title: str, ends: tuple[str, str] = ("source", "target")
    ) -> Drawing:
        """Draw what a query returned: triples, or rows with a column for either end.

        Args:
            answer: Of ``query`` or ``sparql``.
            title: Of the picture; the name of a query becomes its summary.
            ends: The columns of an edge's ends.

        Raises:
            BadParameterError: The rows have no such columns, or the answer is true or false.
        """
        if title in library.names(self.places.queries):
            title = self.named(title).questions[self.language]
        return self._cited(self._maker().result(answer, title, ends))

    def draw_flow(self, *names: str, include: Iterable[str] = ("implied",)) -> Drawing:
        """Draw the way of money from funders over channels and projects to places.

        Args:
            names: Of entities; only what comes to them and goes on is drawn.
            include: ``implied`` or ``disputed``: adds what only such claims state.

        Raises:
            UnknownNameError: Nothing has a name that is used, or there is no such standing.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: It is a figure, a claim or the like.
        """
        from tripartite.pictures.flow.making import draw

        citations, asked = self._citations(), tuple(include)
        return self._cited(draw(self.store, citations, self.language, names, asked))

    def draw_map(self, *names: str, include: Iterable[str] = ("implied",)) -> Drawing:
        """Draw the countries that the work of some entities relates to; without any, all work.

        Args:
            names: Of ministries, donors, funds, programmes, projects, themes, places.
            include: ``implied`` or ``disputed``: relations that only such claims state.

        Raises:
            UnknownNameError: Nothing has a name that is used, or there is no such standing.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: It is a figure, a claim or the like.
            MissingInputError: The build has not made the geometry.
        """
        from tripartite.pictures.world.making import Maker

        maker = Maker(self.store, self._citations(), self._table, self.language)
        return self._cited(maker.draw(names, tuple(include)))

    def draw_timeline(self, asked: Dated) -> Drawing:
        """Draw what is dated, as precisely as it is, and list what is not.

        Raises:
            UnknownNameError: Nothing has a name that is used, or a standing or kind of year is
                none.
            AmbiguousNameError: Several entities have a name.
            BadParameterError: It is a figure or the like, or the last year is before the first.
        """
        from tripartite.pictures.timeline.making import timeline

        return self._cited(timeline(self.store, self._citations(), asked, self.language))

    def stats(self, asked: Asked) -> Reply:
        """Return what the network hangs on, each value with a plain-language reading.

        Raises:
            UnknownNameError: Nothing has the entity's name, or a standing or extra is none.
            AmbiguousNameError: Several entities have it.
            BadParameterError: It is no node.
        """
        from tripartite.network.statistics import stats

        return stats(self.store, asked, self.language)

    def _maker(self) -> Maker:
        from tripartite.pictures.graph.making import Maker

        return Maker(self.store, self._citations(), self.language)

    def _cited(self, drawing: Drawing) -> Drawing:
        """Return a picture with its claims cited, what its reader must know, and as a page."""
        table = self.cite(self._reserved(drawing.table))
        drawn = drawing._replace(table=table)

        def page() -> str:
            from tripartite.pictures.page import as_page

            # Rows of fewer columns name the same claims, by the same numbers.
            rows = drawn.twin or table
            shown = rows._replace(notes=table.notes, citations=table.citations)
            return as_page(drawn, self.readable(shown), self.language)

        return drawn._replace(writers={"html": page, **drawn.writers})
