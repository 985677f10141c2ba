"""Readable Turtle in the layout of rdflib's ``longturtle``: a line a value.

Written here, because rdflib 7.6 shortens doubles to seven digits, writes ``5.`` for a decimal
(which no parser reads), moves a subject when something else refers to it, and takes 0.2 s to
import. A test compares the layout with rdflib's own.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from tripartite.curie import split_name, split_passage
from tripartite.errors import UnsupportedFormatError
from tripartite.vocabulary import RDF_TYPE, STANDARDS, XSD_STRING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite.model import Term

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


def write(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Write triples that are sorted, with those of ``prefixes`` that they use.

    Args:
        triples: In the order wanted, subjects and properties together.
        prefixes: Those of passages among them.

    Raises:
        UnsupportedFormatError: A triple speaks of a triple.
    """
    names = Names(prefixes)
    blocks = [
        f"\n{names.spell(subject)}\n{_properties(group, names)}\n.\n"
        for subject, group in groupby(triples, key=lambda triple: triple.subject)
    ]
    header = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(names.used.items()))
    return header + "".join(blocks) if header else "".join(blocks).removeprefix("\n")


def _properties(triples: Iterable[Triple], names: Names) -> str:
    return "\n".join(
        f"{_INDENT}{names.spell_property(predicate)}"
        f"{_values([names.spell(triple.object) for triple in group])} ;"
        for predicate, group in groupby(triples, key=lambda triple: triple.predicate)
    )


def _values(values: list[str]) -> str:
    if len(values) == 1:
        return f" {values[0]}"
    return ",".join(f"\n{_INDENT * 2}{value} " for value in values).rstrip(" ")


class Names:
    """Spells terms and remembers which prefixes that took.

    Attributes:
        used: Namespaces by prefix.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._names = {namespace: name for name, namespace in prefixes.items()}
        self.used: dict[str, str] = {}

    def spell_property(self, predicate: NamedNode) -> str:
        """Return ``a`` for a type, else the name."""
        return "a" if predicate == RDF_TYPE else self._spell_iri(predicate.value)

    def spell(self, term: Term) -> str:
        """Return a name, a literal or an IRI as Turtle spells it.

        Raises:
            UnsupportedFormatError: It is a triple.
        """
        if isinstance(term, NamedNode):
            return self._spell_iri(term.value)
        if isinstance(term, Literal):
            return self._spell_literal(term)
        if isinstance(term, Triple):
            raise UnsupportedFormatError(
                "not-for-this-result", format="turtle", known="ntriples, nquads, trig"
            )
        return str(term)

    def _spell_iri(self, iri: str) -> str:
        namespace, local = split_name(iri) or ("", "")
        if namespace in self._names:
            return self._use(self._names[namespace], namespace, local)
        cut = iri.rfind("=") + 1
        if split_passage(iri) and iri[:cut] in self._names:
            return self._use(self._names[iri[:cut]], iri[:cut], iri[cut:].replace(",", "\\,"))
        return f"<{iri}>"

    def _use(self, name: str, namespace: str, local: str) -> str:
        self.used[name] = namespace
        return f"{name}:{local}"

    def _spell_literal(self, literal: Literal) -> str:
        datatype = literal.datatype.value
        if datatype in _BARE and _BARE[datatype].fullmatch(literal.value):
            return literal.value
        if literal.language or literal.datatype == XSD_STRING:
            return str(literal)
        return f"{Literal(literal.value)}^^{self._spell_iri(datatype)}"
