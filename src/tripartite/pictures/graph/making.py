"""What ``draw graph`` draws: a neighbourhood, the ways between two, or an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite import resolve
from tripartite.messages import say
from tripartite.model import Table
from tripartite.network import answer, kinds, projection, routes
from tripartite.network.facts import Facts
from tripartite.pictures.graph import choosing
from tripartite.pictures.graph.answered import network_of
from tripartite.pictures.graph.choosing import Wanted
from tripartite.pictures.graph.describing import describe, furnish
from tripartite.pictures.graph.drawing import draw
from tripartite.pictures.graph.svg import as_svg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tripartite.documents.citations import Citations
    from tripartite.network.answer import Question
    from tripartite.network.projection import Network
    from tripartite.pictures.drawing import Drawing
    from tripartite.pictures.graph.choosing import Part
    from tripartite.pictures.graph.scene import Scene
    from tripartite.store import Answer, EmbeddedStore


_NARROW: Final = 17  # nodes: eight on either side


class Maker:
    """Makes pictures of one graph, in one language."""

    def __init__(self, store: EmbeddedStore, citations: Citations, language: str) -> None:
        """Read what the claims of the graph say."""
        self._said = Facts(store)
        self._citations = citations
        self._language = language

    def neighbourhood(self, wanted: Wanted) -> Drawing:
        """Draw what is around some entities, or the whole network.

        Raises:
            UnknownNameError: Nothing has a name that is used.
            AmbiguousNameError: Several entities have it.
            BadParameterError: It is no node.
        """
        focus = tuple(
            dict.fromkeys(answer.node(self._said.store, name) for name in wanted.entities)
        )
        nodes = kinds.nodes(wanted.extras, focus)
        network = projection.project(self._said, self._language, nodes, wanted.include)
        part = choosing.neighbourhood(network, focus, wanted)
        return self._drawn(part, wanted.include)

    def star(self, network: Network, iri: str) -> str:
        """Return, as SVG, an entity among what it is directly related to, for a narrow page.

        Empty where it is related to no other entity.
        """
        entities = kinds.ENTITIES
        named = [n for n in network if network.nodes[n]["kind"] in entities or n == iri]
        around = choosing.neighbourhood(
            choosing.part_of(network, named), (iri,), Wanted(max_nodes=_NARROW)
        )
        part = choosing.star(around)
        if not part.network.number_of_edges():
            return ""
        return as_svg(describe(self._said.store, part, self._citations, self._language))

    def ways(self, question: Question) -> Drawing:
        """Draw the paths between two entities.

        Raises:
            UnknownNameError: Nothing has a name that is used.
            AmbiguousNameError: Several entities have it.
            BadParameterError: Both ends are one, or an end is no node.
        """
        store = self._said.store
        ends = answer.ends(store, question)
        avoid = {resolve.entity(store, name).value for name in question.avoid}
        nodes = kinds.nodes(question.extras, ends)
        network = projection.project(self._said, self._language, nodes, question.include)
        graph = routes.simple(network, avoid)
        found = routes.routes(graph, *ends, question.max_hops, question.most)
        part = choosing.ways(network, found.ways or tuple((end,) for end in ends))
        names = [network.nodes[end]["label"] for end in ends]
        title = say("scene-between", self._language, start=names[0], end=names[1])
        remarks = (
            (say("scene-paths-cut", self._language, most=question.most),) if found.is_cut else ()
        )
        shown = part._replace(focus=ends)
        drawn = self._drawn(shown, question.include, title, remarks)
        return drawn._replace(is_cut=found.is_cut)

    def result(self, found: Answer, title: str, ends: tuple[str, str]) -> Drawing:
        """Draw the result of a query: triples, or rows with a column for either end.

        Raises:
            BadParameterError: The rows have no such columns, or the answer is true or false.
        """
        network, aside = network_of(self._said, found, self._language, ends)
        part = choosing.Part(network, (), tuple(network))
        title = title or say("scene-answer", self._language)
        is_cut = isinstance(found, Table) and found.is_cut
        remarks = (
            *((say("scene-not-drawn", self._language, count=aside),) if aside else ()),
            *((say("scene-rows-cut", self._language),) if is_cut else ()),
        )
        drawn = self._drawn(part, ("implied", "disputed"), title, remarks)
        return drawn._replace(is_cut=is_cut)

    def _drawn(
        self, part: Part, include: Sequence[str], title: str = "", remarks: Sequence[str] = ()
    ) -> Drawing:
        """Return the picture of a part; ``remarks`` say, at its head, what it does not show."""
        scene = describe(self._said.store, part, self._citations, self._language)
        summary = "".join((scene.summary, *remarks))
        named = scene._replace(title=title or scene.title, summary=summary)

        def furnished() -> Scene:
            return furnish(named, self._said, part.network, self._citations, include)

        return draw(named, part.network, furnished)
