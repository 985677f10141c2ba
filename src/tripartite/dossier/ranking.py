"""What a dossier says first, and which part says what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.dossier.reading import Relation

# A phrase and whether it leads from the entity; the first are said first.
_SUMMARY: Final = tuple(
    (line.split()[0], line.split()[1] == ">")
    for line in """
subOrganizationOf >
memberStateOf >
componentOf >
predecessor >
fundedBy >
fundedThrough >
isPartOf >
money-receiver >
money-receiver <
money-purpose <
fundedBy <
establishedBy >
runBy >
implementedBy >
initiatedBy >
technicalExpertiseFrom >
implementedIn >
implementedIn <
benefits >
assistedIn >
covers >
fundedThrough <
assistedIn <
benefits <
plannedIn <
affected <
party <
party >
constituentOf >
theme >
sector >
targetGroup >
theme <
supports >
worksWith >
worksWith <
respondsTo >
respondsTo <
contributedTo >
resultedIn >
predecessor <
componentOf <
establishedBy <
runBy <
implementedBy <
initiatedBy <
supports <
foundingMemberOf >
post >
participant <
organizedBy <
policyOf <
""".strip().splitlines()
)
PARTS: Final[Mapping[str, frozenset[str]]] = {
    "activities": frozenset(
        {"project", "component", "programme", "fund", "scheme", "channel", "partnership", "event"}
    ),
    "partners": frozenset({"body", "person", "group", "role"}),
    "results": frozenset({"objective", "outcome", "output", "action"}),
    "background": frozenset({"observation", "happening"}),
}
# Says what the entity itself is, whatever it leads to.
_OWN: Final = frozenset({"type", "subOrganizationOf", "memberStateOf", "hasPriority"})
_PAID: Final = frozenset({"componentOf", "establishedBy", "fundedBy", "isPartOf", "runBy"})
_THERE: Final = frozenset({"assistedIn", "benefits", "covers", "implementedIn", "plannedIn"})
_RANKS: Final = {pair: rank for rank, pair in enumerate(_SUMMARY)}


def rank(relation: Relation) -> int:
    """Return the place of a relation among all; the least is said first."""
    if relation.phrase == "type":
        return -1
    return _RANKS.get((relation.phrase, relation.forward), len(_RANKS))


def is_summed_up(relation: Relation) -> bool:
    """Tell whether the summary may say this."""
    return (relation.phrase, relation.forward) in _RANKS


def part(relation: Relation) -> str:
    """Return the key of the section that a relation belongs to."""
    if relation.forward and relation.phrase in _OWN:
        return "facts"
    found = (key for key, kinds in PARTS.items() if relation.kind in kinds)
    return next(found, "facts")


def is_work(relation: Relation) -> bool:
    """Tell whether the results and dates of the other belong to the dossier.

    A partnership is the entity's own only where it is a party: what the whole partnership did
    says little of one country that it assists.
    """
    return relation.kind != "partnership" or relation.phrase == "party"


def is_paid(relation: Relation) -> bool:
    """Tell whether the other's figures belong to the dossier: the entity pays, runs or has it."""
    return relation.phrase in _PAID and not relation.forward and is_work(relation)


def is_there(relation: Relation) -> bool:
    """Tell whether the other is work in, for or over the entity, which is a place."""
    return relation.phrase in _THERE and not relation.forward
