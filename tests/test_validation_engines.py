"""The engines stand in for one another, and the report says which one looked."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from tests.tools.shapes import DECLARED, report, turtle
from tripartite.errors import QueryFailedError, UnreadableFileError
from tripartite.validation import Validator, validate

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command

NAMED = """ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:P ; sh:sparql ex:Q .
ex:P sh:path ex:p ; sh:maxLength 1 ; sh:message "short"@en , "短く"@ja .
ex:Q sh:select "SELECT $this ?value WHERE { $this ex:q ?value }" ; sh:prefixes ex: .
"""
BROKEN = """ex:a a ex:C ; ex:p "abc" ; ex:q ex:b ."""


@pytest.fixture
def _no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the import of the fast engine's package fail, as where it has no wheel."""
    monkeypatch.setitem(sys.modules, "shacl", None)


def test_the_report_names_the_engine_of_each_shape_and_constraint() -> None:
    found = report(NAMED, BROKEN)

    assert found.engines == {"<http://example.org/S>": "shacl", "<http://example.org/Q>": "hoisted"}
    assert found.notes == ()


def test_the_reference_is_named_where_it_was_asked_for() -> None:
    found = report(NAMED, BROKEN, "pyshacl")

    assert set(found.engines.values()) == {"pyshacl"}
    assert found.notes == ()


@pytest.mark.usefixtures("_no_package")
def test_without_the_package_pyshacl_runs_and_the_report_says_so() -> None:
    found = report(NAMED, BROKEN)

    assert set(found.engines.values()) == {"pyshacl"}
    assert found.notes == ("engine-missing",)
    assert len(found.results) == 2


@pytest.mark.slow
@pytest.mark.usefixtures("_no_package")
def test_check_says_that_another_engine_ran(command: Command) -> None:
    outcome = command("check")

    assert outcome.code == 0
    assert "pySHACL validated" in outcome.stderr


def test_messages_keep_their_languages_in_either_engine() -> None:
    told = [
        [dict(one.messages) for one in report(NAMED, BROKEN, engine).results if one.path]
        for engine in ("fast", "pyshacl")
    ]

    assert told == [[{"en": "short", "ja": "短く"}]] * 2


def test_a_report_is_cut_and_says_so() -> None:
    many = " ".join(f'ex:a{n} a ex:C ; ex:p "abc" .' for n in range(5))

    whole, cut = report(NAMED, many), report(NAMED, many, most=3)

    assert not whole.is_cut
    assert cut.is_cut
    assert len(cut.results) == 3
    assert {*map(str, cut.results)} <= {*map(str, whole.results)}
    assert not cut.conforms


def test_very_many_results_are_the_same_ones_target_by_target(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shapes = NAMED + "".join(
        f"ex:S{n} a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:P , ex:P{n} . "
        f"ex:P{n} sh:path ex:p ; sh:minLength 9 . "
        for n in range(8)
    )
    many = " ".join(f'ex:a{n} a ex:C ; ex:p "abc" .' for n in range(5))
    together = report(shapes, many, most=None)

    monkeypatch.setattr("tripartite.validation.fast._MANY", 10)

    assert report(shapes, many, most=None).results == together.results
    assert len(together.results) > 80


# ``ex:K`` stays with the core engine until the data has dates, then pySHACL runs it.
KEPT = """ex:T a sh:NodeShape ; sh:targetClass ex:C ; sh:node ex:N . ex:N sh:sparql ex:K .
ex:K sh:prefixes ex: ;
  sh:select "SELECT $this ?value WHERE { $this ex:d ?value , ?v FILTER(?value < ?v) }" .
"""
DATED = """ex:z a ex:C ; ex:d "2020-01-01"^^xsd:date , "2021-01-01"^^xsd:date ; ex:q ex:y ."""


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_shapes_made_ready_once_validate_graph_after_graph(engine: str) -> None:
    validator = Validator(turtle(DECLARED + NAMED + KEPT), engine)

    for data in (BROKEN, DATED, BROKEN, "", DATED):
        assert validator.validate(turtle(data)) == report(NAMED + KEPT, data, engine)


def test_what_pyshacl_did_for_one_graph_is_not_done_for_the_next() -> None:
    validator = Validator(turtle(DECLARED + NAMED + KEPT))

    dated, broken = (validator.validate(turtle(data)) for data in (DATED, BROKEN))

    assert dated.engines["<http://example.org/T>"] == "pyshacl"
    assert broken.engines["<http://example.org/T>"] == "shacl"


def test_several_threads_validate_with_the_same_shapes() -> None:
    validator = Validator(turtle(DECLARED + NAMED + KEPT))
    texts = [" ".join(f'ex:a{n} a ex:C ; ex:p "abc" .' for n in range(size)) for size in range(40)]

    with ThreadPoolExecutor(max_workers=8) as pool:
        found = [*pool.map(lambda text: validator.validate(turtle(text)), texts)]

    assert [len(one.results) for one in found] == [*range(40)]


def test_a_file_of_triples_is_validated_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "data.nt"
    ox.serialize(turtle(BROKEN), output=str(path), format=ox.RdfFormat.N_TRIPLES)

    assert validate(path, turtle(DECLARED + NAMED)).results == report(NAMED, BROKEN).results


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_shapes_that_an_engine_does_not_take_are_an_error_of_ours(engine: str) -> None:
    broken = NAMED.replace("?value }", "?value ")

    with pytest.raises(UnreadableFileError):
        report(broken, BROKEN, engine)


def test_a_constraint_that_is_switched_off_is_run_by_no_engine() -> None:
    off = NAMED.replace("sh:prefixes ex:", "sh:prefixes ex: ; sh:deactivated true")

    for engine in ("fast", "pyshacl"):
        found = report(off, BROKEN, engine)
        assert [str(one.shape) for one in found.results] == ["<http://example.org/P>"]


def test_blank_nodes_keep_their_labels() -> None:
    shapes = """ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property _:shape .
    _:shape sh:path ( ex:p ex:q ) ; sh:nodeKind sh:Literal ."""
    data = "_:focus ex:p ex:b . ex:b ex:q _:value . ex:c ex:p _:other . _:other ex:q 1 ."

    for engine in ("fast", "pyshacl"):
        (result,) = report(shapes, data, engine).results
        assert (str(result.focus), str(result.value), str(result.shape)) == (
            "_:focus",
            "_:value",
            "_:shape",
        )
        assert isinstance(result.path, ox.BlankNode)


ENDS = """ex:K ex:q ex:m . ex:m ex:s ex:x . ex:x a ex:C .
ex:n ex:a ex:L ; ex:q ex:o . ex:o ex:s ex:t . ex:t ex:d ex:y . ex:y a ex:C .
"""
UNRELATED = """ex:z ex:e "2020-01-01"^^xsd:date ."""
COMPARED = """ex:S sh:node ex:N . ex:N a sh:NodeShape ; sh:sparql [ sh:prefixes ex: ;
  sh:select "SELECT $this ?value WHERE { $this ex:e ?value , ?v FILTER(?value < ?v) }" ] .
"""


@pytest.mark.parametrize(
    ("path", "focus"),
    [
        ("[ sh:inversePath ( ex:q ex:s ) ]", "x"),
        ("[ sh:inversePath ( [ sh:inversePath ex:a ] ( ex:q ex:s ) ex:d ) ]", "y"),
    ],
)
def test_the_inverse_of_a_sequence_is_walked_backwards(path: str, focus: str) -> None:
    shapes = f"""ex:S a sh:NodeShape ; sh:targetClass ex:C ;
      sh:property [ sh:path {path} ; sh:maxCount 0 ] . {COMPARED}"""

    found = [
        [str(one.focus) for one in report(shapes, ENDS + more, engine).results]
        for engine in ("fast", "pyshacl")
        for more in ("", UNRELATED)  # with a date, pySHACL validates for the fast engine too
    ]

    assert found == [[f"<http://example.org/{focus}>"]] * 4


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
@pytest.mark.parametrize("spelled", ["1", "true"])
def test_a_shape_is_switched_off_in_either_spelling(spelled: str, engine: str) -> None:
    off = NAMED.replace(
        "a sh:NodeShape", f'a sh:NodeShape ; sh:deactivated "{spelled}"^^xsd:boolean'
    )

    assert report(off, BROKEN, engine).results == ()


@pytest.mark.parametrize(
    "data",
    [
        'ex:a ex:p "01"^^xsd:integer . ex:b ex:p "a" .',
        'ex:a ex:p ex:b , "01"^^xsd:integer .',
        'ex:a ex:p 1 , "01"^^xsd:integer , "a" .',
    ],
)
def test_values_that_no_engine_can_reckon_with_are_an_error_of_ours(data: str) -> None:
    shapes = """ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:sparql [ sh:prefixes ex: ;
      sh:select "SELECT $this (SUM(?v) AS ?value) WHERE { $this ex:p ?v } GROUP BY $this" ] ."""

    with pytest.raises(QueryFailedError, match="pySHACL cannot reckon with some values"):
        report(shapes, data)
