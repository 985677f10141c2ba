"""The network for other programs: DOT, GraphML, GEXF, JSON as nodes and links."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import graphviz  # type: ignore[import-untyped] # only DOT's quoting is used
import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.network.projection import Network

_SEPARATOR: Final = " | "  # of several values where a format has no lists
_WRITTEN: Final = re.compile(r' lastmodifieddate="[^"]*"')  # the same network, the same bytes
_STYLES: Final[Mapping[str, Mapping[str, str]]] = {
    "stated": {"style": "solid"},
    "implied": {"style": "dashed"},
    "editorial": {"style": "dotted"},
    "inferred": {"color": "black:invis:black"},  # two lines
    "": {"style": "dotted", "arrowhead": "odot"},  # no claim says so
}
_CROSS: Final = " \N{MULTIPLICATION SIGN}"  # behind what only disputed claims say


def as_json(network: Network) -> str:
    """Return the network as networkx's node-link JSON, every attribute kept."""
    data = nx.node_link_data(network, edges="links")
    return json.dumps(data, ensure_ascii=False, indent=1, default=list) + "\n"


def as_graphml(network: Network) -> str:
    """Return GraphML; several values are one text."""
    return "\n".join(nx.generate_graphml(_flat(network), named_key_ids=True)) + "\n"


def as_gexf(network: Network) -> str:
    """Return GEXF 1.2; several values are one text."""
    written = io.BytesIO()
    nx.write_gexf(_flat(network), written)
    return _WRITTEN.sub("", written.getvalue().decode()) + "\n"


def as_dot(network: Network) -> str:
    """Return a graph for Graphviz: a line style for each standing."""
    dot = graphviz.Digraph(
        graph_attr={"rankdir": "LR"},
        node_attr={"shape": "box", "fontname": "Noto Sans JP,Helvetica"},
        edge_attr={"fontname": "Noto Sans JP,Helvetica", "fontsize": "10"},
    )
    for node, data in network.nodes(data=True):
        dot.node(_name(node), graphviz.escape(data["label"]), URL=node, kind=data["kind"])
    for start, end, data in network.edges(data=True):
        dot.edge(
            _name(start),
            _name(end),
            graphviz.escape(data["label"]) + (_CROSS if data["disputed"] else ""),
            standing=data["standing"] or "none",
            tooltip=_SEPARATOR.join(data["claims"]),
            **_STYLES[data["standing"]],
        )
    return str(dot.source)


def _name(iri: str) -> str:
    """Return a name without a colon, which DOT would take for a port."""
    return quote(iri, safe="/#")


def _flat(network: Network) -> Network:
    flat: Network = nx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        flat.add_node(node, **_texts(data))
    for start, end, key, data in network.edges(keys=True, data=True):
        flat.add_edge(start, end, key=key, **_texts(data))
    return flat


def _texts(data: Mapping[str, Any]) -> dict[str, str | bool]:
    return {
        key: value if isinstance(value, str | bool) else _SEPARATOR.join(map(_joined, value))
        for key, value in data.items()
    }


def _joined(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
