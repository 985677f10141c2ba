"""Every shape is alive: an example that it accepts, and one for each way to break it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph, Literal
from rdflib.namespace import RDF, SH

from tests.tools.places import SHAPES, TESTS
from tripartite.validation import validate

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = sorted((TESTS / "shapes").glob("*/*.ttl"))
FOLDERS = sorted(path for path in (TESTS / "shapes").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def triples() -> list[ox.Triple]:
    paths = sorted(SHAPES.glob("*.ttl"))
    return [quad.triple for path in paths for quad in ox.parse(path=str(path))]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


def speaking(shapes: Graph) -> dict[str, list[Literal]]:
    """Return the messages of each shape that has any, by the shape's local name."""
    found: dict[str, list[Literal]] = {}
    for shape, message in shapes.subject_objects(SH.message):
        assert isinstance(message, Literal)
        found.setdefault(str(shape).rpartition("/")[2], []).append(message)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_an_example_breaks_the_shape_of_its_folder_or_none(
    engine: str, path: Path, triples: list[ox.Triple]
) -> None:
    report = validate((quad.triple for quad in ox.parse(path=str(path))), triples, engine)

    broken = {result.shape.value.rpartition("/")[2] for result in report.results}

    assert broken == (set() if path.stem.startswith("valid") else {path.parent.name})


def test_examples_of_both_kinds_were_found() -> None:
    valid = [path for path in EXAMPLES if path.stem.startswith("valid")]
    invalid = [path for path in EXAMPLES if path.stem.startswith("invalid-")]

    assert len(valid) > 150
    assert len(invalid) > 200
    assert len(valid) + len(invalid) == len(EXAMPLES)


def test_every_shape_with_a_message_has_examples_and_every_example_a_shape(shapes: Graph) -> None:
    assert {folder.name for folder in FOLDERS} == speaking(shapes).keys()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shape_has_a_valid_and_an_invalid_example(folder: Path) -> None:
    names = {path.stem for path in folder.glob("*.ttl")}

    assert any(name.startswith("valid") for name in names)
    assert any(name.startswith("invalid-") for name in names)


def test_every_message_is_in_both_languages(shapes: Graph) -> None:
    languages = {
        name: sorted(message.language or "" for message in messages)
        for name, messages in speaking(shapes).items()
    }

    assert languages
    assert {name for name, found in languages.items() if found != ["en", "ja"]} == set()


def test_every_property_shape_that_is_reported_has_a_message(shapes: Graph) -> None:
    declared = {
        str(shape).rpartition("/")[2] for shape in shapes.subjects(RDF.type, SH.PropertyShape)
    }

    assert len(declared) > 150
    assert declared <= speaking(shapes).keys()


@pytest.mark.slow
def test_the_shapes_are_shapes_themselves(shapes: Graph) -> None:
    short = shapes + Graph()
    for values in shapes.objects(None, SH["in"]):
        # pySHACL takes time squared in a list's length: 15 s for the country codes.
        short.set((values, RDF.rest, RDF.nil))

    conforms, _, text = pyshacl.validate(
        Graph(), shacl_graph=short, meta_shacl=True, inference="none"
    )

    assert conforms, text
