"""A description of the data set for catalogues: VoID and DCAT in Turtle, every number counted.

No address is given for a download or an endpoint, because there is none. Sources: Describing
Linked Datasets with the VoID Vocabulary (W3C, 2011); Data Catalog Vocabulary 3 (W3C, 2024).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Triple, parse

from tripartite import vocabulary as v
from tripartite.errors import MissingInputError, UnreadableFileError
from tripartite.exports.rdf import as_turtle
from tripartite.exports.void_counts import (
    counted,
    linksets,
    number,
    partitions,
    structure,
    void,
)
from tripartite.messages import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import Quad


# How the data set can be written, by the name of the format; test_export names them all.
MEDIA_TYPES: Final[Mapping[str, str]] = {
    "turtle": "text/turtle",
    "turtle12": "text/turtle",
    "ntriples": "application/n-triples",
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "jsonld": "application/ld+json",
    "jsonld-expanded": "application/ld+json",
    "jsonld-framed": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_IANA: Final = "https://www.iana.org/assignments/media-types/"
_SUBSETS: Final[Mapping[str, str]] = {"claim": "void-claim", "derivation": "void-derivation"}
_STANDARDS: Final[Mapping[str, str]] = {"turtle12": "https://www.w3.org/TR/rdf12-turtle/"}


def as_void(quads: Iterable[Quad], path: Path) -> str:
    """Describe the data set that holds ``quads``.

    Args:
        quads: All of them; the default graph is the data set, named graphs are subsets.
        path: The file that says what the data set is: title, description, licence.

    Raises:
        MissingInputError: The file does not exist or describes no data set.
        UnreadableFileError: The file does not parse.
    """
    described = _read(path)
    named = [
        t.subject for t in described if (t.predicate, t.object) == (v.RDF_TYPE, _dcat("Dataset"))
    ]
    if not named or not isinstance(named[0], NamedNode):
        raise MissingInputError("no-data-set", path=path)
    whole = named[0]
    graphs: dict[str, list[Triple]] = defaultdict(list)
    for quad in quads:
        graphs[_kind(quad.graph_name)].append(quad.triple)
    facts = graphs[""]
    return as_turtle(
        [
            *described,
            *counted(whole, facts),
            *structure(whole, facts),
            *partitions(whole, facts),
            *linksets(whole, facts),
            *_subsets(whole, graphs),
            *_distributions(whole, described),
        ],
        {**v.PREFIXES, "part": f"{whole.value}#"},
    )


def _read(path: Path) -> tuple[Triple, ...]:
    try:
        return tuple(quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE))
    except FileNotFoundError as error:
        raise MissingInputError("no-data-set", path=path) from error
    except (OSError, SyntaxError) as error:
        raise UnreadableFileError("not-read", path=path, why=error) from error


def _subsets(whole: NamedNode, graphs: Mapping[str, list[Triple]]) -> Iterator[Triple]:
    """Yield the named graphs of each kind as one subset; a triple counts once a graph."""
    for kind in sorted(graphs.keys() & _SUBSETS):
        node = NamedNode(f"{whole.value}#{kind}s")
        yield Triple(whole, void("subset"), node)
        yield Triple(node, v.RDF_TYPE, void("Dataset"))
        yield number(node, "triples", graphs[kind])
        yield from _titles(node, _SUBSETS[kind])


def _distributions(whole: NamedNode, described: Iterable[Triple]) -> Iterator[Triple]:
    licences = [t.object for t in described if t.predicate == _dcterms("license")]
    for form, media in MEDIA_TYPES.items():
        node = NamedNode(f"{whole.value}#{form}")
        yield Triple(whole, _dcat("distribution"), node)
        yield Triple(node, v.RDF_TYPE, _dcat("Distribution"))
        yield Triple(node, _dcat("mediaType"), NamedNode(_IANA + media))
        yield from (Triple(node, _dcterms("license"), licence) for licence in licences)
        yield from _titles(node, "void-distribution", form=form)
        if form in _STANDARDS:
            yield Triple(node, _dcterms("conformsTo"), NamedNode(_STANDARDS[form]))


def _titles(node: NamedNode, key: str, **values: object) -> Iterator[Triple]:
    for language in LANGUAGES:
        title = Literal(say(key, language, **values), language=language)
        yield Triple(node, _dcterms("title"), title)


def _kind(graph: object) -> str:
    """Return ``claim`` or ``derivation``; empty for the default graph."""
    if isinstance(graph, DefaultGraph):
        return ""
    return str(graph).removeprefix(f"<{v.BASE}").partition("/")[0]


def _dcat(name: str) -> NamedNode:
    return NamedNode(f"{v.STANDARDS['dcat']}{name}")


def _dcterms(name: str) -> NamedNode:
    return NamedNode(f"{v.STANDARDS['dcterms']}{name}")
