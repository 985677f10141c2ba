"""Which kinds of node the network has: always, when asked, or never of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tripartite import vocabulary as v
from tripartite.errors import UnknownNameError
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pyoxigraph import NamedNode

CONTRACTED: Final = frozenset({"figure", "membership", "state"})
_TOPICS: Final = frozenset({"theme", "sector", "people"})
_RESULTS: Final = frozenset({"objective", "outcome", "output", "action"})
_BACKGROUND: Final = frozenset({"observation"})
_DOCUMENTS: Final = frozenset({"document"})
_CLASS: Final = "class"
_NAMED = """
agreement body channel component convention country event fund group happening locality
partnership person policy priority programme project region scheme
"""
# What a reader names. A kind that stands nowhere here is never a node: a claim, a tension.
ENTITIES: Final = frozenset(_NAMED.split())
_TOLD: Final = ENTITIES | _RESULTS | _BACKGROUND
# What can be asked for beside the entities.
EXTRAS: Final[Mapping[str, frozenset[str]]] = {
    "results": _RESULTS,
    "topics": _TOPICS,
    "background": _BACKGROUND,
    "codes": frozenset(v.CODE_LISTS) - _TOPICS,
    "classes": frozenset({_CLASS}),
    "provenance": _DOCUMENTS,
}


class Nodes(NamedTuple):
    """Which nodes a network has.

    Attributes:
        kinds: All nodes of these kinds.
        named: Nodes of any other kind that were asked for by name.
    """

    kinds: frozenset[str] = ENTITIES
    named: frozenset[str] = frozenset()

    def has(self, iri: NamedNode) -> bool:
        """Tell whether this is a node."""
        return kind(iri) in self.kinds or iri.value in self.named

    def stands_alone(self, iri: NamedNode) -> bool:
        """Tell whether this is a node even without a relation; a code or a class is not."""
        return kind(iri) in self.kinds & _TOLD

    def have(self, extra: str) -> bool:
        """Tell whether one of ``EXTRAS`` was asked for as a whole."""
        return EXTRAS[extra] <= self.kinds


def nodes(extras: Collection[str] = (), named: Collection[str] = ()) -> Nodes:
    """Return which nodes a network with these ``EXTRAS`` has.

    Raises:
        UnknownNameError: There is no such extra.
    """
    found = set(ENTITIES)
    for name in extras:
        if name not in EXTRAS:
            known = ", ".join(EXTRAS)
            raise UnknownNameError(
                "unknown-extra", name=name, known=known, nearest=nearest(name, EXTRAS)
            )
        found |= EXTRAS[name]
    return Nodes(frozenset(found), frozenset(named))


def kind(iri: NamedNode) -> str:
    """Return ``body``, ``project`` … for what is ours, ``class`` for a class, else nothing."""
    text = iri.value
    if text.startswith(v.BASE) and not text.startswith(v.TP):
        name, slash, _ = text.removeprefix(v.BASE).partition("/")
        return name if slash and "#" not in text else ""
    local = text.rpartition("#")[2].rpartition("/")[2]
    return _CLASS if local[:1].isupper() else ""


def is_document(iri: str) -> bool:
    """Tell whether this is the IRI of a source document."""
    return iri.startswith(f"{v.BASE}document/")


def may_be_asked_for(iri: NamedNode) -> bool:
    """Tell whether something can be a node when it is named: no figure, no claim."""
    return kind(iri) in ENTITIES.union(*EXTRAS.values())
