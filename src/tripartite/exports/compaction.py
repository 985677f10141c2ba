"""What a JSON-LD context makes of each kind of statement: pyld is asked once a kind.

A kind is a property with IRIs, with plain texts, with texts of one language or with one datatype.
pyld's algorithms decide; a statement is then spelled as the example of its kind was.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pyld import jsonld  # type: ignore[import-untyped]  # it ships no types

from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    Kind = tuple[str, str]  # a property and how its value ends: ``>``, ``"``, ``"@ja``, ``"^^<…>``

IRI: Final = ">"  # how the value of a kind ends that is an IRI
_KEYS: Final = {"@id", "@type", "@container"}
_CONTAINERS: Final = {"@language", "@set"}
_GENERIC: Final = ":/?#[]@"  # what a prefix must end with; RFC 3986, section 2.2
_JSON: Final = f'"^^<{STANDARDS["rdf"]}JSON>'
_FIRST: Final = ("@context", "@id", "id", "@type", "type")
_NODE: Final = "x-example:node"
_VALUE: Final = "x-example:value"


class UnlearnedError(Exception):
    """One example a kind does not tell what pyld would do; pyld has to do it."""


class Spelling(NamedTuple):
    """How the values of a kind are written.

    Attributes:
        key: Of the node.
        opening: Before the value, a line each.
        closing: Behind it.
        language: The key in a map of languages; empty where there is none.
        is_listed: Also one value stands in a list.
    """

    key: str
    opening: str = ""
    closing: str = ""
    language: str = ""
    is_listed: bool = False


class Learned(NamedTuple):
    """What pyld made of the examples.

    Attributes:
        identifier: The key of a node's IRI.
        graph: The key of what a graph holds.
        spellings: By property and kind.
        types: Key and name of each class; whether one stands in a list.
        prefixes: Namespaces by prefix.
    """

    identifier: str
    graph: str
    spellings: Mapping[Kind, Spelling]
    types: Mapping[str, Spelling]
    prefixes: Mapping[str, str]


def learn(context: object, kinds: Collection[Kind], classes: Collection[str]) -> Learned:
    """Have pyld compact one example of each.

    Raises:
        UnlearnedError: The context, or a kind, has what no example shows.
    """
    prefixes = _prefixes(context)
    if any(kind == _JSON or (kind.startswith('"@') and "--" in kind) for _, kind in kinds):
        raise UnlearnedError
    examples = [
        *({"@id": _NODE, one[1:-1]: [_value(kind)]} for one, kind in kinds),
        *({"@id": _NODE, "@type": [one[1:-1]]} for one in classes),
        *({"@id": _NODE, "@type": [_VALUE]} for _ in range(2)),  # for fewer are no list
    ]
    try:
        compacted = jsonld.compact(examples, context, {"documentLoader": None})
    except jsonld.JsonLdError as error:
        raise UnlearnedError from error
    compacted.pop("@context")
    ((graph, nodes),) = compacted.items()
    identifier = next(key for key, value in nodes[-1].items() if value == _NODE)
    parts = [{key: node[key] for key in node if key != identifier} for node in nodes]
    spellings = {k: _spelling(p, k) for k, p in zip(kinds, parts[: len(kinds)], strict=True)}
    types = {one: _type(part) for one, part in zip(classes, parts[len(kinds) : -2], strict=True)}
    owners = {(spelling.key, one) for (one, _), spelling in spellings.items()}
    owners |= {(spelling.key, "") for spelling in types.values()}
    if len(owners) > len({key for key, _ in owners}):
        raise UnlearnedError
    return Learned(identifier, graph, spellings, types, prefixes)


def ordered(value: Any) -> Any:
    """Put what a node is before what is said of it, the rest in alphabetical order."""
    if isinstance(value, list):
        return [ordered(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: ordered(value[key]) for key in sorted(value, key=rank)}


def rank(key: str) -> tuple[int, str]:
    """Return where a key stands."""
    return (_FIRST.index(key) if key in _FIRST else len(_FIRST), key)


def _prefixes(context: object) -> dict[str, str]:
    """Return the prefixes of a context that has nothing but terms of the plainest sorts."""
    if not isinstance(context, dict) or not context or not all(map(_is_plain, context.items())):
        raise UnlearnedError
    found = {
        term: meaning
        for term, meaning in context.items()
        if isinstance(meaning, str) and meaning.endswith(tuple(_GENERIC))
    }
    if any(namespace.partition(":")[0] in context for namespace in found.values()):
        raise UnlearnedError
    return found


def _is_plain(entry: tuple[str, object]) -> bool:
    term, meaning = entry
    if isinstance(meaning, dict):
        return (
            ":" not in term
            and _KEYS.issuperset(meaning)
            and _CONTAINERS.issuperset(_listed(meaning.get("@container", [])))
            and meaning.get("@type", "@id") not in {"@vocab", "@none", "@json"}
        )
    return term == "@version" or (
        isinstance(meaning, str) and ":" not in term and not term.startswith("@")
    )


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _value(kind: str) -> dict[str, str]:
    if kind == IRI:
        return {"@id": _VALUE}
    if kind.startswith('"@'):
        return {"@value": _VALUE, "@language": kind[2:]}
    return {"@value": _VALUE} | ({"@type": kind[4:-1]} if kind.startswith('"^^') else {})


def _spelling(part: Mapping[str, object], kind: Kind) -> Spelling:
    """Read what became of a node that had one value."""
    ((key, value),) = part.items()
    language = ""
    if isinstance(value, dict) and kind[1] != IRI and len(value) == 1:
        ((language, value),) = value.items()
    is_listed = isinstance(value, list)
    if isinstance(value, list):
        (value,) = value
    text = json.dumps(ordered(value), ensure_ascii=False, indent=2)
    opening, found, closing = text.partition(json.dumps(_VALUE))
    if not found or (language and opening):
        raise UnlearnedError
    return Spelling(key, opening, closing, language, is_listed)


def _type(part: Mapping[str, object]) -> Spelling:
    ((key, value),) = part.items()
    is_listed = isinstance(value, list)
    if isinstance(value, list):
        (value,) = value
    return Spelling(key, json.dumps(value, ensure_ascii=False), is_listed=is_listed)
