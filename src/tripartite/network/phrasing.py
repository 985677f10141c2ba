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
    said = template(edge["phrase"], language, forward=edge["forward"]).format(
        a=_name(network, start, language),
        b=_name(network, end, language),
        detail=edge["detail"],
        label=edge["label"],
    )
    return said[:1].upper() + said[1:] + _STOPS[language]


def template(phrase: str, language: str, *, forward: bool) -> str:
    """Return the sentence of a phrase with its slots ``{a}``, ``{b}``, ``{detail}``, ``{label}``.

    Args:
        phrase: An edge's attribute ``phrase``.
        language: ``en`` or ``ja``.
        forward: Whether ``{a}`` is the edge's subject.
    """
    known = _TEMPLATES[language]
    return known.get(phrase, known["other"])[0 if forward else 1]


def quoted(label: str, kind: str, language: str) -> str:
    """Return a label as it stands in a sentence: titles and our own words in quotation marks."""
    opening, closing = _QUOTES[language]
    return f"{opening}{label.translate(_INNER)}{closing}" if kind in _QUOTED else label


def _name(network: Network, node: str, language: str) -> str:
    attributes = network.nodes[node]
    return quoted(attributes["label"], attributes["kind"], language)
