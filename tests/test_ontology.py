"""Terms that were once published stay: ``terms.txt`` may only grow."""

from __future__ import annotations

import re

import pytest
from pyoxigraph import NamedNode, parse

from tests.tools.places import ROOT, TESTS
from tripartite.vocabulary import BASE, CODE_LISTS, KINDS, PREFIXES, TP

TERMS = TESTS / "terms.txt"
ONTOLOGY = sorted((ROOT / "ontology").glob("*.ttl")) + sorted(
    (ROOT / "ontology" / "codelists").glob("*.ttl")
)
OURS = (TP, *(f"{BASE}{name}/" for name in CODE_LISTS))


def defined() -> set[str]:
    """Return our own classes, properties and codes."""
    subjects = (quad.subject for path in ONTOLOGY for quad in parse(path=str(path)))
    return {s.value for s in subjects if isinstance(s, NamedNode) and s.value.startswith(OURS)}


def test_no_published_term_has_vanished() -> None:
    published = TERMS.read_text(encoding="utf-8").split()

    assert len(published) > 150
    assert published == sorted(set(published))
    assert set(published) - defined() == set()


def test_every_term_is_listed_as_published() -> None:
    listed = set(TERMS.read_text(encoding="utf-8").split())

    assert defined() - listed == set(), "add the new terms to tests/terms.txt"


@pytest.mark.parametrize("path", ONTOLOGY, ids=lambda path: path.stem)
def test_a_file_has_no_blank_node_and_only_known_prefixes(path: object) -> None:
    parser = parse(path=str(path))
    quads = list(parser)
    prefixes = {name: iri for name, iri in parser.prefixes.items() if name in PREFIXES}

    assert quads
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    assert prefixes == {name: PREFIXES[name] for name in prefixes}


def test_every_code_list_has_a_file() -> None:
    files = {path.stem for path in (ROOT / "ontology" / "codelists").glob("*.ttl")}

    assert set(CODE_LISTS) <= files
    assert files <= {*CODE_LISTS, *KINDS}


def test_slugs_need_no_escaping() -> None:
    wrong = [iri for iri in defined() if not re.search(r"[#/][A-Za-z][A-Za-z0-9-]*$", iri)]

    assert [iri for iri in wrong if "/sdg/" not in iri and "/dac/" not in iri] == []
