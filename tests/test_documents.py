"""The data beside the five documents: every claim is there, and every sentence is claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.places import ROOT
from tripartite import KnowledgeGraph, places
from tripartite.build import sources
from tripartite.verification.files import read_files
from tripartite.verification.naming import Naming
from tripartite.verification.reading import read
from tripartite.verification.words import occurrences, parts

if TYPE_CHECKING:
    from pathlib import Path

    from tripartite.verification.values import Designation

SLUGS = sorted(path.stem for path in (ROOT / "data" / "documents").glob("*.trig"))


@pytest.fixture(scope="module")
def beside(project: Path, shared: Path) -> KnowledgeGraph:
    """Our own data with the documents at hand."""
    return KnowledgeGraph.open(str(project), str(shared / "documents"))


@pytest.fixture(scope="module")
def naming(shared: Path) -> Naming:
    reading = read(sources.read(places.locate()))
    return Naming(reading, read_files(reading.documents, shared / "documents").texts)


def test_the_five_documents_were_read(naming: Naming) -> None:
    assert len(SLUGS) == 5
    assert sorted(naming.texts) == SLUGS
    assert {span.document for span in naming.reading.owners} == set(SLUGS)


def test_enough_is_compared(naming: Naming) -> None:
    claims = naming.reading.claims.values()

    assert len([claim for claim in claims if claim.standing == "stated"]) > 500
    assert len([claim for claim in claims if claim.literals()]) > 150
    assert len(naming.reading.owners) > 1000


def test_the_documents_bear_every_claim_out(beside: KnowledgeGraph) -> None:
    assert beside.verify().rows == ()


def test_every_sentence_heading_and_list_item_is_covered(beside: KnowledgeGraph) -> None:
    assert beside.uncovered().rows == ()


def test_the_example_is_verified_and_covered() -> None:
    example = KnowledgeGraph.open(str(ROOT / "docs" / "example"))

    assert example.verify().rows == ()
    assert example.uncovered().rows == ()


def test_every_stated_claim_has_passages_and_a_context(naming: Naming) -> None:
    bare = [
        iri
        for iri, claim in naming.reading.claims.items()
        if claim.standing == "stated" and not (claim.passages and claim.contexts)
    ]

    assert bare == []


def test_every_designation_means_something_somewhere(naming: Naming) -> None:
    every = [d for found in naming.reading.designations.values() for d in found]

    assert len(every) > 30
    assert [d for d in every if not is_used(d, naming)] == []


def is_used(designation: Designation, naming: Naming) -> bool:
    """Tell whether a claim's passage has one of the wordings, within the span."""
    slug = designation.span.document
    passages = (
        naming.texts[slug][span.start : span.end]
        for claim in naming.reading.claims.values()
        if designation.entity in claim.terms()
        for span in claim.passages
        if span.lies_in(designation.span)
    )
    wanted = [parts(wording) for wording in designation.wordings]
    return any(True for text in passages for w in wanted for _ in occurrences(w, parts(text)))
