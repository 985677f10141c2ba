"""Nodes without a name of their own, a figure or a post, as relations between those they join."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.messages import say
from tripartite.network import figures
from tripartite.network.facts import literal
from tripartite.periods import period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.network.facts import Source
    from tripartite.network.kinds import Nodes

# Who stands first in what such a node says; the others are joined to it.
_ABOUT: Final = v.tp("about")
_HUBS: Final = (v.ORG_MEMBER, v.tp("provider"), _ABOUT)
_HOW_MUCH: Final = tuple(v.tp(name) for name in ("measure", "unit", "qualifier", "basis"))
PERIODS: Final = tuple(v.tp(name) for name in ("period", "startPeriod", "endPeriod"))
# What the build reckons from periods and amounts: not said beside them.
_YEARS: Final = ("calendarYear", "fiscalYear", "biennium")
DERIVED: Final = frozenset(
    v.tp(name)
    for name in (
        *("earliest", "latest", "lower", "upper"),
        *_YEARS,
        *(f"{year}Name" for year in _YEARS),
    )
)
_MONEY: Final = ("receiver", "purpose", "fundedThrough", "drawnFrom")
_FIRST: Final = tuple(v.tp(name) for name in _MONEY)  # says more than tp:about the same thing

if TYPE_CHECKING:
    Facts: TypeAlias = list[tuple[Triple, list[Source]]]
    Label: TypeAlias = Callable[[NamedNode], str]


class Relation(NamedTuple):
    """One relation between two nodes, and what says so.

    Attributes:
        phrase: Key of the sentence it makes.
        detail: The post or the figure, as a person reads it; empty for a plain relation.
        via: The node that was contracted into it; ``None`` for a plain relation.
    """

    subject: NamedNode
    predicate: NamedNode
    object: NamedNode
    sources: tuple[Source, ...]
    phrase: str
    detail: str = ""
    via: NamedNode | None = None


def relations(
    facts_of: Mapping[NamedNode, Facts], nodes: Nodes, label: Label, language: str
) -> Iterator[Relation]:
    """Join the first named participant of each node to every other one.

    Args:
        facts_of: The triples of each node to contract.
        nodes: Which participants count.
        label: Gives a label in ``language``.
        language: Of posts and figures.
    """
    for node, facts in facts_of.items():
        participants = [
            (triple.predicate, triple.object, sources)
            for triple, sources in facts
            if isinstance(triple.object, NamedNode)
            and triple.predicate not in _HOW_MUCH
            and nodes.has(triple.object)
        ]
        participants.sort(key=lambda found: (_place(found[0], _HUBS), str(found)))
        if not participants:
            continue
        _, hub, known = participants[0]
        texts = _texts(facts, label, language)
        measure, amount = saying(facts, label, language)
        figure = say("relation-figure", language, measure=measure, amount=amount)
        others = sorted(participants[1:], key=lambda found: (_place(found[0], _FIRST), str(found)))
        is_given = any(predicate == _FIRST[0] for predicate, *_ in others)
        seen = {hub}
        for predicate, other, sources in others:
            # What money goes to is who receives it; what else it is about joins nobody.
            if other not in seen and not (is_given and predicate == _ABOUT):
                every = tuple(dict.fromkeys((*sources, *known)))
                phrase, detail = _saying(predicate, texts, figure)
                yield Relation(hub, predicate, other, every, phrase, detail, node)
            seen.add(other)


def saying(facts: Facts, label: Label, language: str) -> tuple[str, str]:
    """Return what one node without a name says: the measure of a figure, and the rest in words.

    Of a post or a status the first is empty.
    """
    triples = [triple for triple, _ in facts]
    if figures.is_figure(triples):
        return figures.said(triples, label, language)
    return "", say("list-comma", language).join(_texts(facts, label, language).values())


def _place(predicate: NamedNode, order: tuple[NamedNode, ...]) -> int:
    return order.index(predicate) if predicate in order else len(order)


def _saying(predicate: NamedNode, texts: Mapping[str, str], figure: str) -> tuple[str, str]:
    """Return the key of the sentence, and the post or figure it mentions."""
    if "measure" in texts:
        name = predicate.value.removeprefix(v.TP)
        is_money = "currency" in texts and name in _MONEY
        return (f"money-{name}" if is_money else "figure"), figure
    if predicate == v.ORG_ORGANIZATION:
        return ("post", texts["role"]) if "role" in texts else ("member", "")
    return "other", texts.get("role", "")


def _texts(facts: Facts, label: Label, language: str) -> Mapping[str, str]:
    """Return the values of a node's properties as texts, by the properties' local names."""
    found: dict[str, str] = {}
    for triple, _ in facts:
        value = triple.object
        if triple.predicate in DERIVED:
            continue
        if triple.predicate in PERIODS:
            text = period(literal(triple), language)
        else:
            text = label(value) if isinstance(value, NamedNode) else literal(triple)
        found.setdefault(triple.predicate.value.rpartition("#")[2], text)
    return found
