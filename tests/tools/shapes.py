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
DECLARED: Final = "".join(
    f'ex: sh:declare ex:{name} . ex:{name} sh:prefix "{name}" ; sh:namespace "{PREFIXES[name]}" .\n'
    for name in ("ex", "xsd")
)


def turtle(text: str) -> list[ox.Triple]:
    """Return the triples of a text that declares no prefixes."""
    parsed = ox.parse(f"{_HEADER}{text}", format=ox.RdfFormat.TURTLE)
    return [quad.triple for quad in parsed]


def report(shapes: str, data: str, engine: str = "fast", most: int | None = 10_000) -> Report:
    """Validate ``data`` against ``shapes``, both in Turtle."""
    return validate(turtle(data), turtle(DECLARED + shapes), engine, most)
