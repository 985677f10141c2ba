"""The fast engine and pySHACL report the same, but for faults of pySHACL that we name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import pyoxigraph as ox
import pytest

from tests.tools.random_graph import data, shapes
from tests.tools.shapes import DECLARED, report, turtle
from tripartite import vocabulary as v
from tripartite.errors import QueryFailedError, UnreadableFileError
from tripartite.validation import validate

if TYPE_CHECKING:
    from tripartite.validation import Report, Result

SH: Final = v.STANDARDS["sh"]
CORE: Final = (
    *("Class", "Datatype", "NodeKind", "MinCount", "MaxCount", "MinExclusive", "MinInclusive"),
    *("MaxExclusive", "MaxInclusive", "MinLength", "MaxLength", "Pattern", "LanguageIn"),
    *("UniqueLang", "Equals", "Disjoint", "LessThan", "LessThanOrEquals", "Not", "And", "Or"),
    *("Xone", "Node", "QualifiedMinCount", "QualifiedMaxCount", "Closed", "HasValue", "In"),
    "SPARQL",
)


class Told(NamedTuple):
    """What of a result both engines must agree on."""

    focus: str
    path: str
    value: str
    component: str
    severity: str
    shape: str
    messages: tuple[tuple[str, str], ...]


class Both(NamedTuple):
    """Two reports of the same data and shapes."""

    fast: Report
    reference: Report


def told(result: Result) -> Told:
    terms = (result.focus, result.path, result.value, result.component, result.severity)
    focus, path, value, component, severity, shape = map(str, (*terms, result.shape))
    messages = tuple(sorted(result.messages.items()))
    return Told(focus, path, value, component, severity, shape, messages)


def is_incomparable(one: Told) -> bool:
    """PySHACL passes a value that has no order with a bound; the standard reports it."""
    bounds = ("MinExclusive", "MinInclusive", "MaxExclusive", "MaxInclusive")
    lexical = one.value.removeprefix('"').partition('"')[0]
    number = lexical.strip("+-").replace(".", "").replace("e", "").isdigit()
    return not number and one.component in {f"<{SH}{name}ConstraintComponent>" for name in bounds}


@pytest.fixture(scope="module", params=[1, 2])
def both(request: pytest.FixtureRequest) -> Both:
    graph, rules = turtle(data(request.param)), turtle(DECLARED + shapes())
    return Both(validate(graph, rules), validate(graph, rules, "pyshacl"))


@pytest.mark.slow
def test_both_engines_tell_the_same(both: Both) -> None:
    fast = Counter(map(told, both.fast.results))
    reference = Counter(map(told, both.reference.results))

    assert reference - fast == Counter()
    assert [one for one in fast - reference if not is_incomparable(one)] == []


@pytest.mark.slow
def test_there_is_enough_to_tell(both: Both) -> None:
    components = {result.component.value for result in both.fast.results}

    assert len(both.fast.results) > 500
    assert {f"{SH}{name}ConstraintComponent" for name in CORE} <= components
    assert any("Longest" in name for name in components)
    assert any(isinstance(one.focus, ox.BlankNode) for one in both.fast.results)
    assert any(isinstance(one.shape, ox.BlankNode) for one in both.fast.results)
    assert {*both.fast.engines.values()} == {"shacl", "hoisted", "pyshacl"}


SHAPE: Final = "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; {} ] ."
DATA: Final = "ex:a a ex:C ; ex:p {} ; ex:q {} ."


class Fault(NamedTuple):
    """Something that pySHACL does otherwise than the standard; numbers of results by engine."""

    shapes: str
    data: str
    fast: int
    reference: int | None  # None where it gives up


QUERY: Final = """ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:sparql [ sh:prefixes ex: ;
sh:select "SELECT $this WHERE {{ {} }}" ] ."""
FAULTS: Final = {
    "a bound passes what it cannot be compared with": Fault(
        SHAPE.format("sh:maxExclusive 1"), DATA.format('"2020-01-01"^^xsd:date', 1), 1, 0
    ),
    "equal rows of a query are one result": Fault(
        QUERY.format("{ $this ex:p ?v } UNION { $this ex:q ?v }"), DATA.format(1, 1), 2, 1
    ),
    "a blank node cannot be less than anything": Fault(
        SHAPE.format("sh:lessThan ex:q"), DATA.format("_:b", 1), 1, None
    ),
    "a date may be less than a number": Fault(
        SHAPE.format("sh:lessThan ex:q"), DATA.format('"2020-01-01"^^xsd:date', 1), 1, 0
    ),
    "an ill-formed number ends the comparison": Fault(
        SHAPE.format("sh:lessThanOrEquals ex:q"), DATA.format('"abc"^^xsd:integer', 1), 1, None
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_of_pyshacl_is_as_we_know_it(fault: Fault) -> None:
    fast = report(fault.shapes, fault.data)

    assert len(fast.results) == fault.fast
    if fault.reference is None:
        with pytest.raises((QueryFailedError, UnreadableFileError)):
            report(fault.shapes, fault.data, "pyshacl")
    else:
        assert len(report(fault.shapes, fault.data, "pyshacl").results) == fault.reference
