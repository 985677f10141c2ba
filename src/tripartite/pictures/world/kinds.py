"""Kinds of relation between work and a place, the strongest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode

_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "implemented": ("implementedIn", "locatedIn"),  # an event is held where it is located
    "assisted": ("assistedIn",),
    "benefits": ("benefits",),
    "covered": ("covers",),
    "participants": ("participantsFrom",),
    "planned": ("plannedIn",),
    "context": ("mentionsAsContext", "affected"),
}
KINDS: Final = tuple(_NAMES)
_KIND_OF: Final[Mapping[NamedNode, str]] = {
    v.tp(name): kind for kind, names in _NAMES.items() for name in names
}
# Ties that lead from the entity to the work; all others lead from the work to the entity.
BACKWARD: Final = frozenset(
    v.tp(name)
    for name in (
        "supports",
        "facilitates",
        "respondsTo",
        "hasAction",
        "hasObjective",
        "hasOutcome",
        "hasOutput",
    )
)


def kind(relation: NamedNode) -> str:
    """Return the kind that a relation is of."""
    return _KIND_OF[relation]
