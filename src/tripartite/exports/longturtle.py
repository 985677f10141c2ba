"""Readable Turtle in the layout of rdflib's ``longturtle``: a line a value.

Written here, because rdflib 7.6 shortens doubles to seven digits, writes ``5.`` for a decimal
(which no parser reads), moves a subject when something else refers to it, and takes 0.2 s to
import. A test compares the layout with rdflib's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tripartite.curie import split_name, split_passage
from tripartite.errors import UnsupportedFormatError
from tripartite.exports.facts import TYPE, split_literal
from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tripartite.exports.facts import Facts

_INDENT = "    "
# Turtle 1.1, section 2.5: what stands without quotes.
_BARE = {
    f"{STANDARDS['xsd']}{name}": re.compile(pattern)
    for name, pattern in {
        "integer": r"[+-]?[0-9]+",
        "decimal": r"[+-]?[0-9]*\.[0-9]+",
        "double": r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+",
        "boolean": r"true|false",
    }.items()
}


def write(found: Facts, prefixes: Mapping[str, str]) -> str:
    """Write facts in the order they have, with those of ``prefixes`` that they use.

    Args:
        found: The triples of one graph.
        prefixes: Of what may be used; a document's slug is one for its passages, if it is free.

    Raises:
        UnsupportedFormatError: A triple speaks of a triple.
    """
    names = Names(prefixes)
    starts = _Starts(names)
    blocks = []
    for subject, about in found.items():
        lines = [
            f"{starts[one]} {names[values[0]]} ;"
            if len(values) == 1
            else f"{starts[one]}{_listed(values, names)} ;"
            for one, values in about.items()
        ]
        blocks.append(f"\n{names[subject]}\n" + "\n".join(lines) + "\n.\n")
    header = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(names.used.items()))
    return header + "".join(blocks) if header else "".join(blocks).removeprefix("\n")


def _listed(values: list[str], names: Names) -> str:
    return ",".join([f"\n{_INDENT * 2}{names[one]} " for one in values]).rstrip(" ")


class _Starts(dict[str, str]):
    """What a line of each property begins with."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, predicate: str) -> str:
        start = self[predicate] = f"{_INDENT}{self._names.spell_property(predicate)}"
        return start


class Names(dict[str, str]):
    """Spells terms, given as N-Triples spell them, and remembers which prefixes that took.

    Attributes:
        used: Namespaces by prefix.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes
        self._names = {namespace: name for name, namespace in prefixes.items()}
        self.used: dict[str, str] = {}

    def __missing__(self, text: str) -> str:
        """Spell a name, a literal or an IRI as Turtle does, once.

        Raises:
            UnsupportedFormatError: It is a triple.
        """
        if text.startswith("<<"):
            raise UnsupportedFormatError(
                "not-for-this-result", format="turtle", known="ntriples, nquads, trig"
            )
        if text.startswith("<"):
            spelled = self._spell_iri(text[1:-1])
        elif text.endswith(">"):
            spelled = self._spell_literal(*split_literal(text))
        else:
            spelled = text
        self[text] = spelled
        return spelled

    def spell_property(self, predicate: str) -> str:
        """Return ``a`` for a type, else the name."""
        return "a" if predicate == TYPE else self[predicate]

    def _spell_iri(self, iri: str) -> str:
        namespace, local = split_name(iri) or ("", "")
        if namespace in self._names:
            return self._use(self._names[namespace], namespace, local)
        passage = split_passage(iri)
        if passage and passage[0] not in self._prefixes:
            cut = iri.rfind("=") + 1
            return self._use(passage[0], iri[:cut], iri[cut:].replace(",", "\\,"))
        return f"<{iri}>"

    def _use(self, name: str, namespace: str, local: str) -> str:
        self.used[name] = namespace
        return f"{name}:{local}"

    def _spell_literal(self, quoted: str, kind: str) -> str:
        datatype = kind.removeprefix("^^<").removesuffix(">")
        if datatype in _BARE and _BARE[datatype].fullmatch(quoted, 1, len(quoted) - 1):
            return quoted[1:-1]
        return f"{quoted}^^{self._spell_iri(datatype)}"
