"""Are shapes well-formed? What an engine would pass over in silence is said here.

Sources: W3C SHACL, 20 July 2017; its shapes of shapes (shacl-shacl) and its vocabulary, as the
package of pySHACL carries them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from tripartite.curie import shorten
from tripartite.errors import InvalidShapesError
from tripartite.nearest import nearest
from tripartite.validation.lines import places
from tripartite.validation.shape_graph import (
    FIRST,
    NIL,
    PATH,
    PROPERTY,
    REST,
    TYPE,
    ShapeGraph,
    sh,
)
from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tripartite.model import Term
    from tripartite.validation.files import Input
    from tripartite.validation.report import Report, Result

_SH: Final = STANDARDS["sh"]
_SEVERITIES: Final = frozenset(map(sh, ("Info", "Warning", "Violation")))
_KEYS: Final = {  # what is wrong with a value, by the constraint that found it
    sh("MinCountConstraintComponent"): "shape-few",
    sh("MaxCountConstraintComponent"): "shape-many",
}
_IN: Final = sh("in")
_PREFIX: Final = re.compile(r"[\w.\-]*")
_NAMESPACE: Final = re.compile(r'[^\x00-\x20<>"{}|^`\\]*')
_Fault = tuple[str, "Term", dict[str, str]]  # message key, what to find in the files, values


def check(
    shapes: ShapeGraph,
    inputs: Sequence[Input],
    validate: Callable[[Iterable[Triple], Iterable[Triple]], Report],
) -> None:
    """Refuse shapes that SHACL does not allow.

    Args:
        shapes: What the files hold.
        inputs: The files, for the places.
        validate: An engine, given data and shapes.

    Raises:
        InvalidShapesError: Something is wrong; the message gives a line a fault, with its place.
    """
    faults = [*_unknown_terms(shapes), *_severities(shapes), *_pathless(shapes)]
    faults += _declarations(shapes)
    faults += _malformed(shapes, validate(_trimmed(shapes), _standard("shacl-shacl")))
    if not faults:
        return
    owners = {node: shapes.owner(node) for _, node, _ in faults}
    found = places(inputs, owners.values())
    lines = dict.fromkeys(
        (key, tuple({"place": found.get(owners[node], inputs[0].name), **values}.items()))
        for key, node, values in faults
    )
    raise InvalidShapesError([(key, dict(values)) for key, values in lines])


def _unknown_terms(shapes: ShapeGraph) -> Iterator[_Fault]:
    known = {term.subject for term in _standard("shacl")}
    names = [term.value.removeprefix(_SH) for term in known if isinstance(term, NamedNode)]
    used = dict.fromkeys(term for triple in shapes.triples for term in triple)
    for term in used:
        if isinstance(term, NamedNode) and term.value.startswith(_SH) and term not in known:
            close = nearest(term.value.removeprefix(_SH), names)
            yield "shape-unknown-term", term, {"term": shorten(term), "nearest": _sh(close)}


def _sh(name: str) -> str:
    return f"sh:{name}" if name else ""


def _severities(shapes: ShapeGraph) -> Iterator[_Fault]:
    for shape in shapes.subjects(sh("severity")):
        for severity in shapes.values(shape, sh("severity")):
            declared = sh("Severity") in shapes.values(severity, TYPE)
            # A misspelled term of SHACL is reported as such.
            if not (severity in _SEVERITIES or declared or _is_sh(severity)):
                values = {"shape": short(shape), "severity": short(severity)}
                yield "shape-unknown-severity", shape, values


def _is_sh(term: Term) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(_SH)


def _pathless(shapes: ShapeGraph) -> Iterator[_Fault]:
    for shape in _property_shapes(shapes):
        if not shapes.values(shape, PATH):
            yield "shape-pathless", shape, {"shape": short(shapes.owner(shape))}


def _declarations(shapes: ShapeGraph) -> Iterator[_Fault]:
    """Yield prefixes and namespaces that would be more than that in front of a query."""
    for name, allowed in ((sh("prefix"), _PREFIX), (sh("namespace"), _NAMESPACE)):
        for node in shapes.subjects(name):
            for value in shapes.values(node, name):
                if isinstance(value, Literal) and not allowed.fullmatch(value.value):
                    values = {"path": shorten(name), "value": short(value)}
                    yield "shape-value", node, {"shape": short(shapes.owner(node)), **values}


def _property_shapes(shapes: ShapeGraph) -> Iterator[Term]:
    for triple in shapes.triples:
        if triple.predicate == PROPERTY:
            yield triple.object
        elif triple.predicate == TYPE and triple.object == sh("PropertyShape"):
            yield triple.subject


def _malformed(shapes: ShapeGraph, report: Report) -> Iterator[_Fault]:
    """Yield what the shapes of shapes found: of each node its properties, else itself."""
    spoken = {r.focus for r in report.results if isinstance(r.path, NamedNode)}
    for result in report.results:
        shape = {"shape": short(shapes.owner(result.focus))}
        if result.path == PATH and result.value is None:
            continue  # what has no path is reported as such
        if isinstance(result.path, NamedNode):
            key = _KEYS.get(result.component, "shape-value")
            yield key, result.focus, {**shape, **_property(result, key)}
        elif result.focus not in spoken:
            yield "shape-malformed", result.focus, shape


def _property(result: Result, key: str) -> dict[str, str]:
    assert isinstance(result.path, NamedNode)  # noqa: S101 (told apart by the caller)
    path = {"path": shorten(result.path)}
    return {**path, "value": short(result.value)} if key == "shape-value" else path


def _trimmed(shapes: ShapeGraph) -> Iterator[Triple]:
    """Yield the triples with long ``sh:in`` lists that are lists cut short.

    pySHACL takes time squared in a list's length: 23 s for the country codes.
    """
    heads = (head for node in shapes.subjects(_IN) for head in shapes.values(node, _IN))
    cut = {head for head in heads if _is_list(shapes, head)}
    for triple in shapes.triples:
        if triple.predicate == REST and triple.subject in cut:
            yield Triple(triple.subject, REST, NIL)
        else:
            yield triple


def _is_list(shapes: ShapeGraph, head: Term) -> bool:
    seen: set[Term] = set()
    while head != NIL:
        rest = shapes.values(head, REST)
        if head in seen or len(rest) != 1 or len(shapes.values(head, FIRST)) != 1:
            return False
        seen.add(head)
        head = rest[0]
    return True


def short(term: Term | None) -> str:
    """Return a term as errors name it."""
    return shorten(term) if isinstance(term, NamedNode) else str(term or "")


@cache
def _standard(name: str) -> tuple[Triple, ...]:
    path = files("pyshacl").joinpath("assets", f"{name}.ttl")
    return tuple(q.triple for q in parse(path.read_bytes(), format=RdfFormat.TURTLE))
