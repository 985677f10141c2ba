"""The generator of the benchmarks: same seed, same bytes, and every shape can bite."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice

import pyoxigraph as ox
import pytest

from benchmarks.generate import triples
from tests.tools.places import ROOT, SHAPES
from tripartite.validation import validate


def shapes() -> tuple[ox.Triple, ...]:
    return tuple(
        quad.triple for path in sorted(SHAPES.glob("*.ttl")) for quad in ox.parse(path=str(path))
    )


def test_the_same_seed_gives_the_same_triples() -> None:
    assert list(triples(20_000, seed=7)) == list(triples(20_000, seed=7))
    assert set(triples(20_000, seed=7)) != set(triples(20_000, seed=8))


@pytest.mark.parametrize("size", [10_000, 54_321])
def test_there_are_as_many_triples_as_asked_for_and_no_two_are_one(size: int) -> None:
    found = list(triples(size))

    assert len(found) == len(set(found)) == size


def test_the_script_writes_what_the_function_returns() -> None:
    command = [sys.executable, "-m", "benchmarks.generate", "5000", "--seed", "3"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603 (our own)

    read = [quad.triple for quad in ox.parse(done.stdout, format=ox.RdfFormat.N_TRIPLES)]
    assert read == list(triples(5000, seed=3))


def test_without_a_share_nothing_is_broken() -> None:
    report = validate(triples(20_000, share=0), shapes())

    assert report.conforms


def test_with_a_share_every_shape_with_a_message_is_broken() -> None:
    speaking = {t.subject for t in shapes() if t.predicate.value.endswith("shacl#message")}

    report = validate(triples(60_000), shapes(), most=None)

    names = {str(result.shape) for result in report.results}
    assert len(speaking) > 150
    assert {str(shape) for shape in speaking} - names == set()
    assert "hoisted" in report.engines.values()


def test_a_larger_size_begins_like_a_smaller_one() -> None:
    small = list(islice(triples(30_000), 9_000))

    assert small == list(islice(triples(10_000), 9_000))
