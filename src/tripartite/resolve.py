"""A name in either language, a CURIE or an IRI → the entity, or a term for a parameter."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import expand, shorten
from tripartite.errors import AmbiguousNameError, BadParameterError, UnknownNameError
from tripartite.naming import IDENTIFIER, LABEL
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from tripartite.model import Parameter
    from tripartite.store import GraphStore

# Codes of others, whose names often are those of our themes.
_FOREIGN = (f"{v.BASE}dac/", f"{v.BASE}sdg/")
# Codes that are subjects too, of which one asks by name; other codes are no suggestion.
_SUBJECTS = ("theme", "sector", "people")
_CODES = tuple(f"{v.BASE}{scheme}/" for scheme in v.CODE_LISTS if scheme not in _SUBJECTS)
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def entity(store: GraphStore, name: str) -> NamedNode:
    """Return the entity of this IRI, CURIE, label or alias.

    A label written exactly so wins over one that differs in case or width, and that over
    an alias: "ASEAN" is the organisation although its group of states is also called so.
    A code of others (OECD-DAC, SDG) gives way to what is ours.

    Raises:
        UnknownNameError: Nothing has this name; the message suggests the nearest.
        AmbiguousNameError: Several entities have it; the message lists them.
    """
    iri = expand(name)
    if iri is not None and _occurs(store, iri):
        return iri
    from tripartite import name_index  # noqa: PLC0415 (SQLite, which an IRI does not need)

    ranked: dict[int, set[NamedNode]] = {}
    for found in name_index.exact(store, name):
        if found.rank != IDENTIFIER:
            rank = (0 if found.text == name else 1) + (0 if found.rank == LABEL else 2)
            rank += 4 if found.iri.value.startswith(_FOREIGN) else 0
            ranked.setdefault(rank, set()).add(found.iri)
    if not ranked:
        every = name_index.of(store).every()
        known = {entry.text: entry.iri for entry in every if not entry.iri.startswith(_CODES)}
        iris = dict.fromkeys(map(NamedNode, known.values()))
        close = nearest(name, [*known, *map(shorten, iris)])
        raise UnknownNameError("unknown-entity", name=name, nearest=close)
    best = sorted(ranked[min(ranked)], key=str)
    if len(best) > 1:
        listed = ", ".join(shorten(candidate) for candidate in best)
        raise AmbiguousNameError("ambiguous-name", name=name, candidates=listed)
    store.expect(best)
    return best[0]


def term(store: GraphStore, parameter: Parameter, text: str) -> NamedNode | Literal:
    """Return the term a parameter is bound to.

    Raises:
        BadParameterError: The text is not of the parameter's kind.
        UnknownNameError: An entity of this name does not exist.
        AmbiguousNameError: Several entities have this name.
    """
    if parameter.kind == "iri":
        return entity(store, text)
    try:
        if parameter.kind == "number":
            if not _NUMBER.fullmatch(text):
                raise ValueError(text)  # noqa: TRY301 (refused as a date that is none)
            return Literal(text, datatype=v.XSD_DECIMAL if "." in text else v.XSD_INTEGER)
        if parameter.kind == "date":
            return Literal(date.fromisoformat(text).isoformat(), datatype=v.XSD_DATE)
    except ValueError as error:
        raise BadParameterError(
            "bad-value", name=parameter.name, value=text, kind=parameter.kind
        ) from error
    return Literal(text)


def _occurs(store: GraphStore, iri: NamedNode) -> bool:
    return any(True for _ in store.quads(iri)) or any(True for _ in store.quads(None, None, iri))
