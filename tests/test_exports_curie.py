"""IRIs are spelled short and read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from tripartite.curie import expand, shorten
from tripartite.vocabulary import BASE, PREFIXES, entity, tp

SPELLINGS = [
    (entity("body", "ilo"), "body:ilo"),
    (entity("sdg", "8.7"), "sdg:8.7"),
    (entity("convention-class", "technical"), "convention-class:technical"),
    (entity("document", "brochure"), "document:brochure"),
    (tp("Claim"), "tp:Claim"),
    (NamedNode(f"{BASE}document/brochure#char=10,20"), "brochure:10,20"),
    (NamedNode(f"{BASE}document/body#char=10,20"), "body:10,20"),
    (NamedNode("http://example.org/a"), "<http://example.org/a>"),
    (NamedNode(f"{BASE}body/"), f"<{BASE}body/>"),
    (NamedNode(f"{BASE}body/a/b"), f"<{BASE}body/a/b>"),
    (NamedNode(f"{BASE}document/brochure#char=10,"), f"<{BASE}document/brochure#char=10,>"),
    (NamedNode("tel:+66"), "<tel:+66>"),
]


@pytest.mark.parametrize(("iri", "text"), SPELLINGS, ids=[text for _, text in SPELLINGS])
def test_an_iri_has_one_short_spelling(iri: NamedNode, text: str) -> None:
    assert shorten(iri) == text
    assert expand(text) == iri


@given(
    st.sampled_from([*PREFIXES.values(), f"{BASE}document/x#char=", "http://example.org/"]),
    st.from_regex(r"[A-Za-z0-9_.,/#-]{0,12}", fullmatch=True),
)
def test_what_is_shortened_expands_to_itself(namespace: str, name: str) -> None:
    try:
        iri = NamedNode(namespace + name)
    except ValueError:
        return  # two fragments

    assert expand(shorten(iri)) == iri


def test_bare_web_addresses_and_escaped_passages_are_read() -> None:
    assert expand("https://example.org/a") == NamedNode("https://example.org/a")
    assert expand(r"brochure:10\,20") == NamedNode(f"{BASE}document/brochure#char=10,20")


@pytest.mark.parametrize("text", ["", "ILO", "nobody:ilo", "body:two words", "<no scheme>", "労働"])
def test_other_text_is_no_iri(text: str) -> None:
    assert expand(text) is None


def test_given_prefixes_replace_the_known_ones() -> None:
    prefixes = {"ex": "http://example.org/"}

    assert shorten(NamedNode("http://example.org/a"), prefixes) == "ex:a"
    assert shorten(entity("body", "ilo"), prefixes) == f"<{BASE}body/ilo>"
    assert expand("ex:a", prefixes) == NamedNode("http://example.org/a")
