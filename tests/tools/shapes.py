"""Shapes and data written in a line or two, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tripartite import vocabulary as v
from tripartite.validation import validate

if TYPE_CHECKING:
    from tripartite.validation import Report

EX: Final = "http://example.org/"
PREFIXES: Final = {
    "": EX,
    "ex": EX,
    **{name: v.STANDARDS[name] for name in ("rdf", "rdfs", "sh", "xsd", "owl")},
}
_HEADER: Final = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
# What queries call prefixes is declared at ``ex:``, which each constraint names.
_DECLARED: Final = f'ex: sh:declare [ sh:prefix "ex" ; sh:namespace "{EX}"^^xsd:anyURI ] .\n'


def turtle(text: str) -> list[ox.Triple]:
    """Return the triples of a text that declares no prefixes."""
    parsed = ox.parse(f"{_HEADER}{_DECLARED}{text}", format=ox.RdfFormat.TURTLE)
    return [quad.triple for quad in parsed]


def report(shapes: str, data: str, engine: str = "fast", most: int | None = 10_000) -> Report:
    """Validate ``data`` against ``shapes``, both in Turtle."""
    return validate(turtle(data), turtle(shapes), engine, most)
