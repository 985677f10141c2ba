"""How a relation reads in English: from its subject, and from its object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Key: a property's local name, or what a contracted node says; {a} is where the walk comes from.
ENGLISH: Final[Mapping[str, tuple[str, str]]] = {
    "about": ("{a} is about {b}", "{a} is what {b} is about"),
    "adoptedBy": ("{a} was adopted by {b}", "{a} adopted {b}"),
    "affected": ("{a} affected {b}", "{a} was affected by {b}"),
    "agreedAt": ("{a} was agreed at {b}", "{a} is where {b} was agreed"),
    "assistedIn": ("{a} gives technical assistance in {b}", "{a} is assisted by {b}"),
    "benefits": ("{a} is for the benefit of {b}", "{a} is to benefit from {b}"),
    "causedBy": ("{a} was caused by {b}", "{a} caused {b}"),
    "componentOf": ("{a} is a component of {b}", "{a} has the component {b}"),
    "constituentOf": ("{a} is a constituent of {b}", "{a} has {b} as a constituent"),
    "contributedTo": ("{a} contributed to {b}", "{a} was furthered by {b}"),
    "covers": ("{a} covers {b}", "{a} is covered by {b}"),
    "drawnFrom": ("{a} is drawn from {b}", "{a} pays for {b}"),
    "establishedBy": ("{a} was established by {b}", "{a} established {b}"),
    "facilitates": ("{a} facilitates {b}", "{a} is facilitated by {b}"),
    "foundingMemberOf": ("{a} is a founding member of {b}", "{a} has {b} as a founding member"),
    "fundedBy": ("{a} is funded by {b}", "{a} funds {b}"),
    "fundedThrough": ("{a} is funded through {b}", "{a} is a channel of funds for {b}"),
    "guidedBy": ("{a} is guided by {b}", "{a} guides {b}"),
    "hasAction": ("{a} has the action {b}", "{a} is an action of {b}"),
    "hasObjective": ("{a} has the objective {b}", "{a} is an objective of {b}"),
    "hasOutcome": ("{a} has the outcome {b}", "{a} is an outcome of {b}"),
    "hasOutput": ("{a} has the output {b}", "{a} is an output of {b}"),
    "hasPost": ("{a} has the post {b}", "{a} is a post of {b}"),
    "hasPriority": ("{a} has the priority {b}", "{a} is a priority of {b}"),
    "implementedBy": ("{a} is implemented by {b}", "{a} implements {b}"),
    "implementedIn": ("{a} is implemented in {b}", "{a} is where {b} is implemented"),
    "initiatedBy": ("{a} was initiated by {b}", "{a} initiated {b}"),
    "isPartOf": ("{a} is part of {b}", "{a} includes {b}"),
    "locatedIn": ("{a} is located in {b}", "{a} is where {b} is located"),
    "memberStateOf": ("{a} is a member State of {b}", "{a} has {b} as a member State"),
    "membersOf": ("{a} are the members of {b}", "{a} has as its members {b}"),
    "mentionsAsContext": ("{a} mentions {b} as context", "{a} is context for {b}"),
    "operatesAt": ("{a} works at the level: {b}", "{a} is a level of {b}"),
    "organizedBy": ("{a} was organized by {b}", "{a} organized {b}"),
    "participant": ("{a} had {b} taking part", "{a} took part in {b}"),
    "participantsFrom": ("{a} had participants from {b}", "{a} sent participants to {b}"),
    "party": ("{a} has {b} as a party", "{a} is a party to {b}"),
    "plannedIn": ("{a} is planned in {b}", "{a} is where {b} is planned"),
    "policyOf": ("{a} is a policy or instrument of {b}", "{a} has the policy or instrument {b}"),
    "predecessor": ("{a} follows {b}", "{a} was followed by {b}"),
    "refersTo": ("{a} refers to {b}", "{a} is referred to by {b}"),
    "reportedBy": ("{a} is reported by {b}", "{a} reports {b}"),
    "respondsTo": ("{a} responds to {b}", "{a} is addressed by {b}"),
    "resultedIn": ("{a} resulted in {b}", "{a} resulted from {b}"),
    "runBy": ("{a} is run by {b}", "{a} runs {b}"),
    "sector": ("{a} is in the sector {b}", "{a} is the sector of {b}"),
    "signatory": ("{a} has {b} as a signatory", "{a} is a signatory of {b}"),
    "signs": ("{a} was the signing of {b}", "{a} was signed at {b}"),
    "subOrganizationOf": ("{a} belongs to {b}", "{a} includes {b}"),
    "supports": ("{a} supports {b}", "{a} is supported by {b}"),
    "targetGroup": ("{a} is meant for {b}", "{a} are the people whom {b} is meant for"),
    "technicalExpertiseFrom": (
        "{a} has its technical expertise from {b}",
        "{a} gives its technical expertise to {b}",
    ),
    "theme": ("{a} has the theme {b}", "{a} is a theme of {b}"),
    "type": ("{a} is classed as {b}", "{a} is the class of {b}"),
    "wasDerivedFrom": ("{a} is spoken of in {b}", "{a} speaks of {b}"),
    "withinFrameworkOf": ("{a} is within the framework of {b}", "{a} is the framework of {b}"),
    "worksTowardsRatificationOf": (
        "{a} works towards the ratification of {b}",
        "{a} is to be ratified with the help of {b}",
    ),
    "worksWith": ("{a} works with {b}", "{a} works with {b}"),
    # contracted nodes; {detail} is the post or the figure
    "member": ("{a} is a member of {b}", "{a} has {b} as a member"),
    "post": ("{a} serves as {detail} at {b}", "{a} has {b} serving as {detail}"),
    "money-receiver": (
        "{a} provides money to {b} ({detail})",
        "{a} receives money from {b} ({detail})",
    ),
    "money-purpose": (
        "{a} provides money for {b} ({detail})",
        "{a} is what {b} provides money for ({detail})",
    ),
    "money-fundedThrough": (
        "{a} provides money through {b} ({detail})",
        "{a} is a channel of money from {b} ({detail})",
    ),
    "money-drawnFrom": (
        "{a} draws money from {b} ({detail})",
        "{a} is drawn on by {b} ({detail})",
    ),
    "figure": ("A figure of {a} concerns {b} ({detail})", "{a} is in a figure of {b} ({detail})"),
    # any other property
    "other": ("{a} – {label}: {b}", "{b} – {label}: {a}"),  # noqa: RUF001 (a dash of print)
}

# What a measure is called, and what a value of it means.
MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    "entities": ("entities", "The network has {value} entities."),
    "pairs": ("pairs", "Pairs of entities that are directly related: {value}."),
    "parts": ("parts", "The network falls into parts that nothing joins: {value}."),
    "largest-part": ("largest part", "The largest part has {value} entities."),
    "diameter": ("diameter", "In the largest part, two entities are at most {value} steps apart."),
    "distance": (
        "distance",
        "In the largest part, two entities are {value} steps apart on average.",
    ),
    "degree": ("degree", "{name} is directly related to {value}: {others}."),
    "betweenness": (
        "betweenness",
        "The shortest path between two others passes {name} in {percent} % of cases.",
    ),
    "cut-off": ("cut off", "Without {name}, the rest loses {value}: {others}."),
    "broken-pairs": ("broken pairs", "Without {name}, {value} pairs of others have no path left."),
    "bridge": (
        "bridge",
        "Without the relation between {name} and {other}, the rest loses {value}: {others}.",
    ),
    "community": (
        "community",
        "A group of {value} around {name}, closer to each other than to the rest: {others}.",
    ),
    "isolated": ("isolated", "{name} has no relation to any other entity."),
    "isolated-implied": (
        "isolated",
        "{name} is related to others only with --include implied: {others}.",
    ),
    "holds-nothing": ("cut off", "Without {name}, nothing else loses its connection."),
}
