"""Findings as a SHACL report: what a SHACL tool reads, and no blank node."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, parse

from tripartite import vocabulary as v
from tripartite.exports.validation_report import as_report
from tripartite.reports import Finding

SH = v.STANDARDS["sh"]
FINDING = Finding(
    entity="Bangladesh",
    focus="country:bangladesh",
    property="ISO 3166-1 code",
    value="ZZ",
    message="A country's code exists.",
    claim="claim:example-abcd",
    place="data/entities/country.ttl:6",
    rule="shape:Country-iso3166",
    path=f"{v.TP}iso3166",
    component=f"{SH}InConstraintComponent",
)


def values(report: str, name: str) -> list[str]:
    quads = parse(report.encode(), format=RdfFormat.TURTLE)
    wanted = NamedNode(f"{SH}{name}")
    return [getattr(quad.object, "value", "") for quad in quads if quad.predicate == wanted]


def test_no_finding_conforms() -> None:
    report = as_report((), "en")

    assert values(report, "conforms") == ["true"]
    assert values(report, "result") == []


def test_a_finding_is_a_result_with_focus_path_shape_and_component() -> None:
    report = as_report((FINDING,), "en")

    assert values(report, "conforms") == ["false"]
    assert values(report, "focusNode") == [f"{v.BASE}country/bangladesh"]
    assert values(report, "resultPath") == [f"{v.TP}iso3166"]
    assert values(report, "sourceShape") == [f"{v.BASE}shape/Country-iso3166"]
    assert values(report, "sourceConstraintComponent") == [f"{SH}InConstraintComponent"]
    assert values(report, "resultMessage") == ["A country's code exists."]
    assert "_:" not in report
    assert "[" not in report
