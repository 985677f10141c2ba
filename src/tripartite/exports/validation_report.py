"""Findings as a SHACL validation report, without blank nodes.

Source: W3C SHACL, section 3.6, Validation Report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from tripartite import vocabulary as v
from tripartite.curie import expand
from tripartite.exports.rdf import as_turtle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tripartite.reports import Finding

_BOOLEAN = NamedNode(f"{v.STANDARDS['xsd']}boolean")
_REPORT = v.entity("report", "check")


def as_report(findings: Sequence[Finding], lang: str) -> str:
    """Return the report in Turtle; one ``sh:ValidationResult`` a finding."""
    conforms = Literal("false" if findings else "true", datatype=_BOOLEAN)
    triples = [
        Triple(_REPORT, v.RDF_TYPE, _sh("ValidationReport")),
        Triple(_REPORT, _sh("conforms"), conforms),
    ]
    for number, finding in enumerate(findings, start=1):
        result = v.entity("report", f"check-{number}")
        triples.append(Triple(_REPORT, _sh("result"), result))
        triples += _result(result, finding, lang)
    return as_turtle(triples)


def _result(result: NamedNode, finding: Finding, lang: str) -> Iterator[Triple]:
    yield Triple(result, v.RDF_TYPE, _sh("ValidationResult"))
    yield Triple(result, _sh("resultSeverity"), _sh("Violation"))
    yield Triple(result, _sh("resultMessage"), Literal(finding.message, language=lang))
    iris = (
        ("focusNode", expand(finding.focus)),
        ("resultPath", expand(finding.path)),
        ("sourceShape", expand(finding.rule)),
        ("sourceConstraintComponent", expand(finding.component)),
    )
    yield from (Triple(result, _sh(name), iri) for name, iri in iris if iri is not None)
    claim = expand(finding.claim)
    if claim is not None:
        yield Triple(result, v.PROV_DERIVED_FROM, claim)
    if finding.value:
        yield Triple(result, v.RDFS_LABEL, Literal(finding.value))
    if finding.place:
        yield Triple(result, v.SKOS_NOTE, Literal(finding.place))


def _sh(name: str) -> NamedNode:
    return NamedNode(f"{v.STANDARDS['sh']}{name}")
