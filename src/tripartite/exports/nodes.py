"""Compact JSON-LD as text, node by node, spelled as pyld spells an example of each kind.

pyld takes 0.2 ms a triple, most of it to decide the same again. Where one example does not tell
(lists, blank nodes, a context with more than plain terms) pyld writes the whole.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tripartite.exports import compaction
from tripartite.exports.compaction import IRI, UnlearnedError
from tripartite.exports.facts import TYPE, unquoted
from tripartite.exports.iris import Iris

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tripartite.exports.compaction import Kind, Learned, Spelling
    from tripartite.exports.facts import Facts

_STEP: Final = "  "
_TOP: Final = _STEP * 2  # before a node of the default graph
_WITHIN: Final = _STEP * 4  # before one of a named graph
_FEW: Final = 2  # nodes: fewer are not put into a list


def written(graphs: dict[str, Facts], context: object) -> str:
    """Write a dataset.

    Args:
        graphs: Facts in order, by the name of their graph, the default graph's by none.
        context: What stands behind ``@context``.

    Raises:
        UnlearnedError: pyld has to write it.
    """
    default = graphs.pop("", {})
    names = sorted(default.keys() | graphs.keys(), key=_plain)
    if len(names) < _FEW:
        raise UnlearnedError
    kinds, classes = _kinds((default, *graphs.values()))
    learned = compaction.learn(context, kinds, classes)
    iris = Iris(learned.prefixes)
    top, within = _Writer(learned, iris, _TOP), _Writer(learned, iris, _WITHIN)
    nodes = []
    for name in names:
        held = graphs.get(name, {})
        inner = [within.node(one, held[one]) for one in sorted(held, key=_plain)]
        more = {learned.graph: _list(inner, f"{_TOP}{_STEP}")} if inner else {}
        nodes.append(top.node(name, default.get(name, {}), more))
    head = json.dumps({"@context": context}, ensure_ascii=False, indent=2).removesuffix("\n}")
    body = _list(nodes, _STEP)
    return f"{head},\n{_STEP}{_quoted(learned.graph)}: {body}\n}}\n"


def _kinds(graphs: Iterable[Facts]) -> tuple[list[Kind], list[str]]:
    """Return the kinds of values and the classes that there are.

    Raises:
        UnlearnedError: There are blank nodes or triples about triples.
    """
    kinds: set[Kind] = set()
    classes: set[str] = set()
    for found in graphs:
        for about in found.values():
            for predicate, values in about.items():
                for value in values:
                    kind = value[value.rfind('"') :]
                    if predicate == TYPE and kind == IRI:
                        classes.add(value)
                    else:
                        kinds.add((predicate, kind))
                    if value[1] == "<":
                        raise UnlearnedError
    if not all(kind == IRI or kind.startswith('"') for _, kind in kinds):
        raise UnlearnedError
    return sorted(kinds), sorted(classes)


class _Writer:
    """Writes nodes that stand at one depth."""

    def __init__(self, learned: Learned, iris: Iris, indent: str) -> None:
        self._identifier = learned.identifier
        self._types = {one: spelling.opening for one, spelling in learned.types.items()}
        self._type = next(iter(learned.types.values()), None)
        self._single = {k: one for k, one in learned.types.items() if not one.is_listed}
        self._spellings = learned.spellings
        self._iris = iris
        self._indent = indent
        self._inner = f"{indent}{_STEP}"
        self._orders: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    def node(
        self, subject: str, about: Mapping[str, list[str]], more: Mapping[str, str] | None = None
    ) -> str:
        """Write one.

        Args:
            subject: Its IRI.
            about: What is said of it.
            more: Entries that are written already.
        """
        entries = {self._identifier: self._iris[subject], **(more or {})}
        for predicate, values in about.items():
            if len(values) == 1:
                value = values[0]
                if predicate == TYPE and value in self._single:
                    entries[self._single[value].key] = self._single[value].opening
                    continue
                kind = value[value.rfind('"') :]
                spelling = self._spellings.get((predicate, kind))
                if spelling and not spelling.language and not spelling.is_listed:
                    text = self._text(value, kind)
                    if spelling.opening:
                        text = self._wrapped(text, spelling, self._inner)
                    entries[spelling.key] = text
                    continue
            entries |= self._entries(predicate, values)
        keys = tuple(entries)
        order = self._orders.get(keys)
        if order is None:
            order = self._orders[keys] = [
                (key, f"{self._inner}{_quoted(key)}: ") for key in sorted(keys, key=compaction.rank)
            ]
        lines = ",\n".join([f"{start}{entries[key]}" for key, start in order])
        return f"{self._indent}{{\n{lines}\n{self._indent}}}"

    def _entries(self, predicate: str, values: Collection[str]) -> dict[str, str]:
        """Return what one property's values become: lists, maps of languages, several keys."""
        lists: dict[str, list[tuple[str, Spelling]]] = {}
        maps: dict[str, dict[str, list[tuple[str, Spelling]]]] = {}
        classes = [value for value in values if predicate == TYPE and value in self._types]
        for value in values:
            if predicate == TYPE and value in self._types:
                continue
            kind = value[value.rfind('"') :]
            spelling = self._spellings[predicate, kind]
            found = maps.setdefault(spelling.key, {}) if spelling.language else lists
            key = spelling.language or spelling.key
            found.setdefault(key, []).append((self._text(value, kind), spelling))
        entries = {key: self._values(found, self._inner) for key, found in lists.items()}
        if maps.keys() & lists.keys():
            raise UnlearnedError
        for key, said in maps.items():
            deeper = f"{self._inner}{_STEP}"
            lines = [
                f"{deeper}{_quoted(one)}: {self._values(said[one], deeper)}"
                for one in sorted(said, key=compaction.rank)
            ]
            entries[key] = "{\n" + ",\n".join(lines) + f"\n{self._inner}}}"
        if classes and self._type:
            names = [self._types[one] for one in classes]
            if len(names) > 1 or self._type.is_listed:
                names = [_list([f"{self._inner}{_STEP}{one}" for one in names], self._inner)]
            entries[self._type.key] = names[0]
        return entries

    def _values(self, found: list[tuple[str, Spelling]], indent: str) -> str:
        """Write values of one key, a single one without a list."""
        if len(found) == 1 and not found[0][1].is_listed:
            return self._wrapped(*found[0], indent)
        deeper = f"{indent}{_STEP}"
        return _list([f"{deeper}{self._wrapped(*one, deeper)}" for one in found], indent)

    def _wrapped(self, text: str, spelling: Spelling, indent: str) -> str:
        opening = spelling.opening.replace("\n", f"\n{indent}")
        return f"{opening}{text}{spelling.closing.replace(chr(10), chr(10) + indent)}"

    def _text(self, value: str, kind: str) -> str:
        """Write an IRI or a text; the engine's quoted text is JSON's, but for escapes."""
        if kind == IRI:
            return self._iris[value]
        quoted = value[: len(value) - len(kind) + 1]
        return _quoted(unquoted(quoted)) if "\\" in quoted else quoted


def _list(items: Collection[str], indent: str) -> str:
    return "[\n" + ",\n".join(items) + f"\n{indent}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    return text[1:-1]
