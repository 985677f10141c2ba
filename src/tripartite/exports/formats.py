"""RDF formats by name: one function writes them all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tripartite.errors import UnknownNameError, UnreadableFileError
from tripartite.exports import facts, jsonld, nodes, rdf, trig, turtle12
from tripartite.exports.compaction import UnlearnedError
from tripartite.garbage import uncollected
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from pyoxigraph import Quad, Triple

_PLAIN: Final[Mapping[str, Callable[[Iterable[Quad | Triple]], str]]] = {
    "turtle": rdf.as_turtle,
    "turtle12": turtle12.as_turtle12,
    "ntriples": rdf.as_ntriples,
    "nquads": rdf.as_nquads,
    "trig": trig.as_trig,
    "jsonld-expanded": jsonld.as_expanded,
    "rdfxml": rdf.as_rdfxml,
}
OF_LINES: Final = ("turtle", "ntriples", "jsonld")
_NAMES = (*_PLAIN, "jsonld", "jsonld-framed")


def as_rdf(quads: Iterable[Quad | Triple], form: str, ontology: Path) -> str:
    """Return quads in the format named.

    Args:
        quads: What to write.
        form: An RDF format's name.
        ontology: The folder that holds ``context.jsonld`` and ``frame.jsonld``.

    Raises:
        UnknownNameError: There is no such format.
        UnsupportedFormatError: The format has no named graphs, and the quads have.
        UnreadableFileError: The JSON-LD context or frame cannot be read.
    """
    if form in _PLAIN:
        return _PLAIN[form](quads)
    if form not in _NAMES:
        known = ", ".join(_NAMES)
        raise UnknownNameError(
            "unknown-format", name=form, known=known, nearest=nearest(form, _NAMES)
        )
    context = _read(ontology / "context.jsonld")
    if form == "jsonld":
        return jsonld.as_compact(quads, context)
    return jsonld.as_framed(quads, context, _read(ontology / "frame.jsonld"))


def of_lines(lines: str, form: str, ontology: Path) -> str | None:
    """Return the triples of one graph, as the engine writes them in N-Triples, in a format.

    The same text as ``as_rdf`` of the same triples, in half the time: none becomes an object.

    Args:
        lines: Distinct, a line a triple.
        form: One of ``OF_LINES``.
        ontology: As for ``as_rdf``.

    Returns:
        ``None`` where a text of lines is not enough: there are blank nodes, which need new names,
        nothing at all, or what only pyld can write.

    Raises:
        UnsupportedFormatError: There are triples about triples.
        UnreadableFileError: The JSON-LD context cannot be read.
    """
    if not lines or lines.startswith("_:") or "\n_:" in lines or " _:" in lines:
        return None
    with uncollected():
        if form == "ntriples":
            return rdf.in_lines(lines)
        if form == "turtle":
            return rdf.turtle(facts.read(lines))
        context = _read(ontology / "context.jsonld")
        try:
            return nodes.written({"": facts.in_order(facts.read(lines))}, context["@context"])
        except UnlearnedError:
            return None


def _read(path: Path) -> Mapping[str, object]:
    try:
        found: Mapping[str, object] = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise UnreadableFileError("not-read", path=path, why=error) from error
    return found
