"""Statements as text by subject and property, spelled as N-Triples spell them.

The engine spells a term many times faster than Python takes it apart, so an export of a million
triples reads, sorts and writes spellings.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import DefaultGraph, RdfFormat

from tripartite.curie import CHARACTERS, DOCUMENT, split_passage
from tripartite.exports.terms import written
from tripartite.vocabulary import RDF_TYPE, STANDARDS, XSD_STRING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad, Triple

    from tripartite.exports.terms import Key, Node

# A subject's properties, a property's values.
Facts: TypeAlias = dict[str, dict[str, list[str]]]

TYPE: Final = str(RDF_TYPE)
_DOCUMENT: Final = f"<{DOCUMENT}"
_LANGUAGE: Final = f"{STANDARDS['rdf']}langString"
_DIRECTED: Final = f"{STANDARDS['rdf']}dirLangString"
_DATATYPE: Final = len("^^<")


def facts(statements: Iterable[Quad] | Iterable[Triple], graph: Node | None = None) -> Facts:
    """Group statements in the order given.

    Args:
        statements: Distinct.
        graph: The one that all of them are in; ``None`` if it is the default graph.
    """
    return read(written(statements, RdfFormat.N_QUADS), f" {graph} .\n" if graph else " .\n")


def read(lines: str, end: str = " .\n") -> Facts:
    """Group distinct statements as the engine writes them, a line each."""
    found: Facts = {}
    last = ""
    about: dict[str, list[str]] = {}
    # A line break in a literal is escaped, so this ends lines only.
    for line in lines.split(end)[:-1]:
        subject, predicate, value = line.split(" ", 2)
        if subject != last:
            last, about = subject, found.setdefault(subject, {})
        if predicate in about:
            about[predicate].append(value)
        else:
            about[predicate] = [value]
    return found


def by_graph(quads: Iterable[Quad]) -> dict[str, Facts]:
    """Return the facts of each graph in order, by its name; the default graph's by none."""
    found: dict[DefaultGraph | object, list[Quad]] = {}
    for quad in quads:
        found.setdefault(quad.graph_name, []).append(quad)
    graphs = {}
    for held in found.values():
        name = held[0].graph_name
        if isinstance(name, DefaultGraph):
            graphs[""] = in_order(facts(held))
        else:
            graphs[str(name)] = in_order(facts(held, name))
    return graphs


def in_order(found: Facts) -> Facts:
    """Sort as ``terms.subject_key`` does: subjects, types first, properties, values."""
    orders: dict[tuple[str, ...], list[str]] = {}
    ordered: Facts = {}
    for subject in sorted(found, key=value_key):
        about = found[subject]
        for values in about.values():
            if len(values) > 1:
                values.sort(key=value_key)
        given = tuple(about)
        order = orders.get(given)
        if order is None:
            order = orders[given] = sorted(given, key=_property_key)
        ordered[subject] = {one: about[one] for one in order}
    return ordered


def value_key(text: str) -> Key:
    """Order as ``terms.term_key`` does: IRIs, passages by their place, and literals last."""
    if text.startswith(_DOCUMENT) and (passage := split_passage(text[1:-1])):
        slug, start, end = passage
        return (0, f"{DOCUMENT}{slug}{CHARACTERS}", start, end)
    if text.startswith("<"):
        return (0, text[1:-1], 0, 0)
    if not text.startswith('"'):
        return (1, text)
    quoted, kind = split_literal(text)
    return (2, unquoted(quoted), *_kind(kind))


def split_literal(text: str) -> tuple[str, str]:
    """Return the quoted text, and what follows it: nothing, ``@ja`` or ``^^<…>``."""
    cut = text.rindex('"') + 1
    return text[:cut], text[cut:]


def unquoted(quoted: str) -> str:
    """Return what a quoted text says: the engine's escapes are among those of JSON."""
    said: str = json.loads(quoted, strict=False) if "\\" in quoted else quoted[1:-1]
    return said


def _property_key(predicate: str) -> tuple[bool, str]:
    return (predicate != TYPE, predicate[1:-1])


def _kind(kind: str) -> tuple[str, str]:
    """Return language and datatype."""
    if kind.startswith("@"):
        language, directed, _ = kind[1:].partition("--")
        return language, _DIRECTED if directed else _LANGUAGE
    return "", kind[_DATATYPE:-1] or XSD_STRING.value
