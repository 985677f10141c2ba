"""A part of the network as a picture, as a table and as files for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.model import Table
from tripartite.pictures.drawing import Drawing
from tripartite.pictures.graph import interchange
from tripartite.pictures.graph.svg import as_svg
from tripartite.pictures.png import as_png

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tripartite.model import Cell
    from tripartite.network.projection import Network
    from tripartite.pictures.graph.scene import Scene

COLUMNS: Final = (
    "from",
    "fromLabel",
    "relation",
    "relationLabel",
    "detail",
    "to",
    "toLabel",
    "standing",
    "claim",
    "derivation",
    "sentence",
)


def draw(scene: Scene, network: Network, furnished: Callable[[], Scene]) -> Drawing:
    """Return the picture of a scene.

    Args:
        scene: What is shown.
        network: The same nodes and edges, for other programs.
        furnished: Gives the scene with all that a page says of its nodes.
    """
    table = Table(COLUMNS, tuple(_rows(scene, network)))

    def svg() -> str:
        return as_svg(scene)

    def page() -> str:
        from tripartite.pictures.graph.explorer import as_page  # noqa: PLC0415 (only for html)

        return as_page(furnished())

    return Drawing(
        scene.title,
        scene.summary,
        table,
        {
            "svg": svg,
            "png": lambda: as_png(svg()),
            "html": page,
            "dot": lambda: interchange.as_dot(network),
            "graphml": lambda: interchange.as_graphml(network),
            "gexf": lambda: interchange.as_gexf(network),
            "json": lambda: interchange.as_json(network),
        },
        is_cut=bool(scene.left_out),
    )


def _rows(scene: Scene, network: Network) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each proof of each edge; one without a claim where nobody says it."""
    sentences = {(e.source, e.target, e.key): e.sentence for e in scene.edges}
    for start, end, key, data in network.edges(keys=True, data=True):
        for claim, standing, derivation in data["proofs"] or (("", "", ""),):
            yield (
                NamedNode(start),
                Literal(network.nodes[start]["label"]),
                NamedNode(data["predicate"]) if data["predicate"] else None,
                Literal(data["label"]),
                Literal(data["detail"]) if data["detail"] else None,
                NamedNode(end),
                Literal(network.nodes[end]["label"]),
                v.entity("standing", standing) if standing else None,
                NamedNode(claim) if claim else None,
                NamedNode(derivation) if derivation else None,
                Literal(sentences[start, end, key]),
            )
