"""Read a project's files as a second reader does: what is said, and where the words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import DefaultGraph, Literal, NamedNode

from tripartite import vocabulary as v
from tripartite.curie import split_passage
from tripartite.verification.values import Claim, Designation, Document, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Quad

    from tripartite.build.sources import Sources

_NAMES = (v.RDFS_LABEL, v.EDITORIAL_LABEL, v.SKOS_PREF_LABEL, v.SKOS_ALT_LABEL)
_WORDINGS = (*_NAMES, v.SKOS_HIDDEN_LABEL)
_CLAIMS = f"{v.BASE}claim/"
_SECTIONS = f"{v.BASE}section/"

_Facts: TypeAlias = "Mapping[NamedNode, Sequence[object]]"


def read(project: Sources) -> Reading:
    """Read the claims, names, documents and sections of a project's files."""
    quads = [quad for source in project.all() for quad in source.quads]
    described = [quad for quad in quads if quad.graph_name == DefaultGraph()]
    subjects = _by_subject(described)
    spans = {iri: span for iri, facts in subjects.items() if (span := _span(facts))}
    sections: dict[str, list[tuple[Span, str]]] = {}
    for iri, span in spans.items():
        if iri.startswith(_SECTIONS):
            heading = _first(subjects[iri], v.RDFS_LABEL)
            sections.setdefault(span.document, []).append((span, heading))
    claims = _claims(quads)
    documents = (_document(iri, facts) for iri, facts in sorted(subjects.items()))
    return Reading(
        claims=claims,
        names=_texts(described, _NAMES),
        wordings=_texts(described, _WORDINGS),
        notes=_texts(described, (v.SKOS_NOTE,)),
        designations=_designations(subjects, spans),
        documents={document.slug: document for document in documents if document},
        sections={slug: tuple(sorted(found)) for slug, found in sections.items()},
        unmodelled=tuple(s for iri, s in spans.items() if "/unmodelled/" in iri),
        owners=_owners(claims, spans),
    )


def claim_of(iri: NamedNode, quads: Iterable[Quad]) -> Claim:
    """Return one claim from its graph and its description."""
    return _claims([*quads])[iri.value]


def _claims(quads: Iterable[Quad]) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    for quad in quads:
        described = quad.graph_name == DefaultGraph()
        name = quad.subject if described else quad.graph_name
        if isinstance(name, NamedNode) and name.value.startswith(_CLAIMS):
            claim = claims.setdefault(name.value, Claim(name))
            if described:
                _describe(claim, quad)
            else:
                claim.quads.append(quad)
    return claims


def _describe(claim: Claim, quad: Quad) -> None:
    value = _value(quad.object)
    if quad.predicate in (v.PASSAGE, v.CONTEXT):
        if found := split_passage(value):
            spans = claim.passages if quad.predicate == v.PASSAGE else claim.contexts
            spans.append(Span(*found))
    elif quad.predicate == v.STANDING:
        claim.standing = value.rpartition("/")[2]
    elif quad.predicate == v.PRIVACY:
        claim.is_personal = quad.object == v.PERSONAL


def _owners(claims: Mapping[str, Claim], spans: Mapping[str, Span]) -> dict[Span, tuple[str, ...]]:
    owners: dict[Span, dict[str, None]] = {}
    for iri, span in spans.items():
        owners.setdefault(span, {})[iri] = None
    for iri, claim in claims.items():
        for span in claim.cited():
            owners.setdefault(span, {})[iri] = None
    return {span: tuple(iris) for span, iris in owners.items()}


def _texts(quads: Iterable[Quad], predicates: Sequence[NamedNode]) -> dict[str, frozenset[str]]:
    texts: dict[str, set[str]] = {}
    for quad in quads:
        if quad.predicate in predicates and isinstance(quad.object, Literal):
            texts.setdefault(_value(quad.subject), set()).add(quad.object.value)
    return {iri: frozenset(found) for iri, found in texts.items()}


def _designations(
    subjects: Mapping[str, _Facts], spans: Mapping[str, Span]
) -> dict[str, tuple[Designation, ...]]:
    found: dict[str, list[Designation]] = {}
    for iri, span in spans.items():
        if entity := _first(subjects[iri], v.DESIGNATES):
            wordings = tuple(sorted(map(_value, subjects[iri].get(v.WORDING, ()))))
            found.setdefault(entity, []).append(Designation(entity, span, wordings))
    return {entity: tuple(designations) for entity, designations in found.items()}


def _document(iri: str, facts: _Facts) -> Document | None:
    if v.SOURCE_DOCUMENT not in facts.get(v.RDF_TYPE, ()):
        return None
    name, sha256, length = (_first(facts, v.tp(key)) for key in ("fileName", "sha256", "length"))
    return Document(iri.rpartition("/")[2], name, sha256, int(length) if length.isdigit() else -1)


def _by_subject(quads: Iterable[Quad]) -> dict[str, dict[NamedNode, list[object]]]:
    subjects: dict[str, dict[NamedNode, list[object]]] = {}
    for quad in quads:
        facts = subjects.setdefault(_value(quad.subject), {})
        facts.setdefault(quad.predicate, []).append(quad.object)
    return subjects


def _span(facts: _Facts) -> Span | None:
    found = split_passage(_first(facts, v.SPAN))
    return Span(*found) if found else None


def _first(facts: _Facts, predicate: NamedNode) -> str:
    values = facts.get(predicate, ())
    return _value(values[0]) if values else ""


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
