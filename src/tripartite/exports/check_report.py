"""What a check of files found, as a SHACL validation report in Turtle.

Source: W3C SHACL, section 3.6, Validation Report. That an engine ran a shape or a constraint is
said in PROV-O: an activity that used it, by an agent of the engine's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from tripartite import vocabulary as v
from tripartite.exports.facts import facts
from tripartite.exports.longturtle import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tripartite.model import Term
    from tripartite.validation.foreign import Checked
    from tripartite.validation.report import Result

_REPORT = BlankNode("validation-report")
_BOOLEAN = NamedNode(f"{v.STANDARDS['xsd']}boolean")


def as_report(checked: Checked) -> str:
    """Return one ``sh:ValidationReport`` with its results and their paths."""
    return write(facts(_triples(checked)), v.PREFIXES)


def _triples(checked: Checked) -> Iterator[Triple]:
    report = checked.report
    results = [BlankNode(f"validation-result-{n}") for n in range(1, len(report.results) + 1)]
    conforms = Literal("true" if report.conforms else "false", datatype=_BOOLEAN)
    yield Triple(_REPORT, v.RDF_TYPE, _sh("ValidationReport"))
    yield Triple(_REPORT, _sh("conforms"), conforms)
    yield from (Triple(_REPORT, v.RDFS_COMMENT, Literal(note)) for note in checked.notes)
    engines = sorted(set(report.engines.values()))
    yield from (Triple(_REPORT, _prov("wasGeneratedBy"), _run(engine)) for engine in engines)
    yield from (Triple(_REPORT, _sh("result"), node) for node in results)
    for node, result in zip(results, report.results, strict=True):
        yield from _result(node, result, checked)
    yield from _paths(checked)
    for engine in engines:
        yield from _engine(engine, report.engines)


def _result(node: BlankNode, result: Result, checked: Checked) -> Iterator[Triple]:
    yield Triple(node, v.RDF_TYPE, _sh("ValidationResult"))
    terms = (
        ("focusNode", result.focus),
        ("resultPath", result.path),
        ("value", result.value),
        ("sourceShape", result.shape),
        ("sourceConstraint", result.constraint),
        ("sourceConstraintComponent", result.component),
        ("resultSeverity", result.severity),
    )
    yield from (Triple(node, _sh(name), term) for name, term in terms if term is not None)
    for language, text in sorted(result.messages.items()):
        said = Literal(text, language=language) if language else Literal(text)
        yield Triple(node, _sh("resultMessage"), said)
    engine, place = checked.engine(result), checked.places.get(result.focus)
    if engine:
        yield Triple(node, _prov("wasGeneratedBy"), _run(engine))
    if place:
        yield Triple(node, v.SKOS_NOTE, Literal(place))


def _paths(checked: Checked) -> Iterator[Triple]:
    """Yield the triples that describe longer paths, each once."""
    paths = (result.path for result in checked.report.results)
    todo: list[Term] = [path for path in paths if isinstance(path, BlankNode)]
    seen: set[Term] = set()
    while todo:
        node = todo.pop(0)
        if node not in seen:
            seen.add(node)
            own = checked.shapes.about(node)
            yield from own
            todo += [triple.object for triple in own if isinstance(triple.object, BlankNode)]


def _engine(engine: str, engines: Mapping[str, str]) -> Iterator[Triple]:
    yield Triple(_run(engine), v.RDF_TYPE, _prov("Activity"))
    yield Triple(_run(engine), _prov("wasAssociatedWith"), BlankNode(f"engine-{engine}"))
    used = _terms(spelled for spelled, name in engines.items() if name == engine)
    yield from (Triple(_run(engine), _prov("used"), term) for term in used)
    yield Triple(BlankNode(f"engine-{engine}"), v.RDF_TYPE, _prov("SoftwareAgent"))
    yield Triple(BlankNode(f"engine-{engine}"), v.RDFS_LABEL, Literal(engine))


def _terms(spelled: Iterable[str]) -> Iterator[NamedNode | BlankNode]:
    for text in sorted(spelled):
        yield BlankNode(text[2:]) if text.startswith("_:") else NamedNode(text[1:-1])


def _run(engine: str) -> BlankNode:
    return BlankNode(f"run-of-{engine}")


def _sh(name: str) -> NamedNode:
    return NamedNode(f"{v.STANDARDS['sh']}{name}")


def _prov(name: str) -> NamedNode:
    return NamedNode(f"{v.STANDARDS['prov']}{name}")
