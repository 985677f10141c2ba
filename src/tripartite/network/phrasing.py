"""A relation as a sentence, from the end where the reader stands, in English or Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tripartite.network.english import ENGLISH
from tripartite.network.japanese import JAPANESE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.network.projection import Network

# Titles and what our own words name are quoted; a name is not.
_QUOTED: Final = frozenset(
    {
        *("agreement", "component", "document", "event", "policy", "priority", "project"),
        *("action", "objective", "observation", "outcome", "output"),
    }
)
_TEMPLATES: Final = {"en": ENGLISH, "ja": JAPANESE}
_QUOTES: Final = {"en": ("“", "”"), "ja": ("「", "」")}
_INNER: Final = str.maketrans("「」", "『』")
_STOPS: Final = {"en": ".", "ja": "。"}


def sentence(network: Network, start: str, end: str, edge: Mapping[str, Any], language: str) -> str:
    """Return what an edge says, beginning with ``start``.

    Args:
        network: Holds both ends.
        start: The end that the sentence begins with.
        end: The other end.
        edge: The edge's attributes, and ``forward``: whether it leads from start to end.
        language: ``en`` or ``ja``; also that of the network's labels.
    """
    templates = _TEMPLATES[language]
    forward, backward = templates.get(edge["phrase"], templates["other"])
    said = (forward if edge["forward"] else backward).format(
        a=_name(network, start, language),
        b=_name(network, end, language),
        detail=edge["detail"],
        label=edge["label"],
    )
    return said[:1].upper() + said[1:] + _STOPS[language]


def _name(network: Network, node: str, language: str) -> str:
    opening, closing = _QUOTES[language]
    attributes = network.nodes[node]
    label: str = attributes["label"]
    if attributes["kind"] not in _QUOTED:
        return label
    return f"{opening}{label.translate(_INNER)}{closing}"
