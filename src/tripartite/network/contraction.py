"""Nodes without a name of their own, a figure or a post, as relations between those they join."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.network.facts import literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pyoxigraph import Triple

    from tripartite.network.facts import Source
    from tripartite.network.kinds import Nodes

# Who stands first in what such a node says; the others are joined to it.
_ABOUT: Final = v.tp("about")
_HUBS: Final = (v.ORG_MEMBER, v.tp("provider"), _ABOUT)
_HOW_MUCH: Final = tuple(v.tp(name) for name in ("measure", "unit", "qualifier", "basis"))
_UNSPECIFIED: Final = v.entity("basis", "unspecified")
_NUMBERS: Final = ("amount", "minimum", "maximum")
_MONEY: Final = ("receiver", "purpose", "fundedThrough", "drawnFrom")
_FIRST: Final = tuple(v.tp(name) for name in _MONEY)  # says more than tp:about the same thing
_JAPANESE_PREFIXES: Final = ("約", "ほぼ")  # other qualifiers stand behind the unit

_COLONS: Final = {"en": ": ", "ja": "："}  # noqa: RUF001 (the colon of Japanese)
_COMMAS: Final = {"en": ", ", "ja": "、"}
_EXACT: Final = v.entity("qualifier", "exact")

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
        others = sorted(participants[1:], key=lambda found: (_place(found[0], _FIRST), str(found)))
        is_given = any(predicate == _FIRST[0] for predicate, *_ in others)
        seen = {hub}
        for predicate, other, sources in others:
            # What money goes to is who receives it; what else it is about joins nobody.
            if other not in seen and not (is_given and predicate == _ABOUT):
                every = tuple(dict.fromkeys((*sources, *known)))
                phrase, detail = _saying(predicate, texts, language)
                yield Relation(hub, predicate, other, every, phrase, detail, node)
            seen.add(other)


def saying(facts: Facts, label: Label, language: str) -> tuple[str, str]:
    """Return what one node without a name says: the measure of a figure, and the rest in words.

    Of a post or a status the first is empty.
    """
    texts = _texts(facts, label, language)
    if "measure" in texts:
        colon = _COLONS[language]
        return texts["measure"], _figure(texts, language).removeprefix(f"{texts['measure']}{colon}")
    return "", _COMMAS[language].join(texts.values())


def _place(predicate: NamedNode, order: tuple[NamedNode, ...]) -> int:
    return order.index(predicate) if predicate in order else len(order)


def _saying(predicate: NamedNode, texts: Mapping[str, str], language: str) -> tuple[str, str]:
    """Return the key of the sentence, and the post or figure it mentions."""
    if "measure" in texts:
        name = predicate.value.removeprefix(v.TP)
        is_money = "currency" in texts and name in _MONEY
        return (f"money-{name}" if is_money else "figure"), _figure(texts, language)
    if predicate == v.ORG_ORGANIZATION:
        return ("post", texts["role"]) if "role" in texts else ("member", "")
    return "other", texts.get("role", "")


def _texts(facts: Facts, label: Label, language: str) -> Mapping[str, str]:
    """Return the values of a node's properties as texts, by the properties' local names."""
    found: dict[str, str] = {}
    for triple, _ in facts:
        value = triple.object
        text = label(value) if isinstance(value, NamedNode) else literal(triple)
        if value == _UNSPECIFIED:
            text = f"{label(triple.predicate)}{_COLONS[language]}{text}"
        if value != _EXACT:
            found.setdefault(triple.predicate.value.rpartition("#")[2], text)
    if "currency" not in found and any(triple.object == _UNSPECIFIED for triple, _ in facts):
        del found["basis"]  # a count has none
    return found


def _figure(texts: Mapping[str, str], language: str) -> str:
    """Return ``contribution: more than 4,000,000 USD, basis, period``."""
    numbers = "–".join(_number(texts[name]) for name in _NUMBERS if name in texts)  # noqa: RUF001 (an en dash joins a range)
    unit = texts.get("currency") or texts.get("unit", "")
    qualifier = texts.get("qualifier", "")
    if language == "ja" and qualifier not in _JAPANESE_PREFIXES:
        amount = f"{numbers} {unit}{qualifier}"
    else:
        amount = f"{qualifier} {numbers} {unit}".strip()
    rest = (texts.get(name, "") for name in ("basis", "period"))
    parts = (f"{texts['measure']}{_COLONS[language]}{amount}", *rest)
    return _COMMAS[language].join(part for part in parts if part)


def _number(text: str) -> str:
    return f"{int(text):,}" if text.isdigit() else text
