"""The catalogue of named queries as RDF, so that queries can themselves be queried.

The terms are those of SHACL Advanced Features, section 8: a query is an executable with its
text, and each parameter is described as a parameter that may be left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.model import NamedQuery, Parameter, Term

_QUERY: Final = f"{v.BASE}query/"
_SH: Final = v.STANDARDS["sh"]
_DCTERMS: Final = v.STANDARDS["dcterms"]
_SKOS: Final = v.STANDARDS["skos"]
_DATATYPES: Final[Mapping[str, NamedNode]] = {
    "number": v.XSD_DECIMAL,
    "date": v.XSD_DATE,
    "period": v.EDTF,
    "text": v.XSD_STRING,
}


def described(queries: Iterable[NamedQuery]) -> tuple[Triple, ...]:
    """Return what the headers say of the queries, with the text of each as its file has it."""
    return tuple(
        Triple(subject, NamedNode(predicate), value)
        for query in queries
        for subject, predicate, value in _about(query)
    )


def _about(query: NamedQuery) -> Iterator[tuple[NamedNode, str, Term]]:
    iri = NamedNode(_QUERY + query.name)
    for kind in ("SPARQLExecutable", "SPARQLSelectExecutable"):
        yield iri, v.RDF_TYPE.value, NamedNode(_SH + kind)
    yield iri, f"{_DCTERMS}identifier", Literal(query.name)
    yield iri, f"{_DCTERMS}description", Literal(query.summary, language="en")
    yield iri, f"{_SH}select", Literal(query.text)
    texts = {
        v.RDFS_LABEL.value: query.questions,
        f"{_SKOS}note": query.limits,
        f"{_SKOS}scopeNote": query.empty,
    }
    for predicate, by_language in texts.items():
        for language, text in by_language.items():
            yield iri, predicate, Literal(text, language=language)
    for tag in query.tags:
        yield iri, "http://www.w3.org/ns/dcat#keyword", Literal(tag, language="en")
    for parameter in query.parameters:
        yield from _of_parameter(iri, parameter)


def _of_parameter(query: NamedNode, parameter: Parameter) -> Iterator[tuple[NamedNode, str, Term]]:
    iri = NamedNode(f"{query.value}#{parameter.name}")
    yield query, f"{_SH}parameter", iri
    yield iri, v.RDF_TYPE.value, NamedNode(f"{_SH}Parameter")
    yield iri, f"{_SH}path", NamedNode(f"{v.BASE}parameter/{parameter.name}")
    yield iri, f"{_SH}optional", Literal(value=True)
    if parameter.kind == "iri":
        yield iri, f"{_SH}nodeKind", NamedNode(f"{_SH}IRI")
    else:
        yield iri, f"{_SH}datatype", _DATATYPES[parameter.kind]
