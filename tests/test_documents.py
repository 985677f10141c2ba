"""Every stated claim beside its document: the words are there and say what it says."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import Literal, NamedNode

from tests.tools import claims, texts
from tests.tools.places import ROOT
from tripartite import vocabulary as v
from tripartite.curie import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tools.claims import Claim, Reading, Span
    from tripartite import KnowledgeGraph

SLUGS = sorted(path.stem for path in (ROOT / "data" / "documents").glob("*.trig"))
LONGEST = 400
NUMBERS = [
    v.tp(n) for n in ["amount", "minimum", "maximum", "ordinal", "phaseNumber", "conventionNumber"]
]
NAMED = [
    "agreement",
    "body",
    "channel",
    "component",
    "convention",
    "country",
    "event",
    "fund",
    "group",
    "happening",
    "locality",
    "partnership",
    "person",
    "policy",
    "programme",
    "project",
    "region",
    "scheme",
]
CURRENCIES = {"USD": r"\$|dollar", "JPY": r"¥|yen", "EUR": "€|euro"}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

# "Finally" counts as the third of three, after "firstly" and "secondly".
UNNUMBERED: Final = {("claim:brochure-u77t", Decimal(3))}

# What no document calls by a name, or not everywhere, and the words that mean it there.
DESCRIBED: Final = {
    "body:government-of-lao-pdr": "the Government",
    "body:japanese-associations": "associations",
    "body:mhlw": "Minister of Health, Labour and Welfare",
    "component:greener-business-asia-philippines": "the Philippines",
    "component:greener-business-asia-thailand": "Thailand",
    "country:japan": "Japanese|Japanese-supported",
    "country:lao-pdr": "Lao",
    "country:mali": "Malian",
    "event:guy-ryder-constituents-meetings-2017": "meetings|met",
    "event:guy-ryder-visit-japan-2017": "visit",
    "event:memorandum-of-cooperation-signing-2017": "signed|signing|sign",
    "group:asean-member-states": "ASEAN",
    "happening:greater-mekong-floods-2011": "flooding|floods",
    "happening:japan-earthquake-2011": "earthquake",
    "happening:japan-tsunami-2011": "tsunami",
    "happening:pakistan-earthquake-2005": "earthquake|earthquakes",
    "happening:pakistan-earthquake-2008": "earthquake|earthquakes",
    "happening:sichuan-earthquake-2008": "earthquake|earthquakes",
    "partnership:ilo-jica": "collaboration|cooperation|JICA",
    "partnership:ilo-mhlw": "collaboration|works closely",
    "partnership:ilo-mofa": "cooperation",
    "partnership:japan-ilo": "partnership|relationship|cooperation|Japan|Japan's",
    "policy:thailand-unemployment-insurance": "UI scheme",
    "policy:viet-nam-unemployment-insurance": "UI scheme",
    "programme:itc-training": "training programs",
    "project:brochure-japan-supported-projects": "projects",
    "project:central-java-earthquake-recovery": "the project",
    "project:japan-funded-projects": "projects|project work",
    "project:lao-garment": "the project",
    "project:multi-bilateral-early-japan": "projects",
    "project:multi-bilateral-regional": "projects|project",
    "project:osh-asia": "project|project's|projects|OSH work|Occupational Safety and Health",
    "region:asia": "Asian",
}


@pytest.fixture(scope="module")
def reading(graph: KnowledgeGraph, shared: Path) -> Reading:
    return claims.read(graph, shared / "documents")


def stated(reading: Reading) -> Iterator[tuple[str, Claim]]:
    """Yield the stated claims that have triples."""
    for name, claim in reading.claims.items():
        if claim.standing == "stated":
            yield name, claim


def test_the_five_documents_were_found(reading: Reading) -> None:
    assert len(SLUGS) == 5
    assert sorted(reading.texts) == SLUGS


def test_more_than_five_hundred_claims_are_stated(reading: Reading) -> None:
    assert len(dict(stated(reading))) > 500


@pytest.mark.parametrize("slug", SLUGS)
def test_a_document_is_the_file_that_was_read(
    slug: str, graph: KnowledgeGraph, reading: Reading
) -> None:
    document = v.entity("document", slug)
    length, digest = (graph.store.text(document, v.tp(n), "en") for n in ("length", "sha256"))

    assert hashlib.sha256(reading.texts[slug].encode()).hexdigest() == digest
    assert len(reading.texts[slug]) == int(length)


def test_every_span_lies_in_its_document_between_words(reading: Reading) -> None:
    spans = [
        (name, span) for name, c in reading.claims.items() for span in (*c.passages, *c.contexts)
    ]

    assert len(spans) > 1000
    assert [found for found in spans if not is_whole(reading, found[1])] == []


def is_whole(reading: Reading, span: Span) -> bool:
    slug, start, end = span
    text = reading.texts[slug]
    if not 0 <= start < end <= len(text) or text[start].isspace() or text[end - 1].isspace():
        return False
    cuts_before = start > 0 and (text[start - 1] + text[start]).isalnum()
    cuts_behind = end < len(text) and (text[end - 1] + text[end]).isalnum()
    return not (cuts_before or cuts_behind)


def test_every_passage_is_short(reading: Reading) -> None:
    long = [
        (name, end - start)
        for name, claim in reading.claims.items()
        for _, start, end in claim.passages
        if end - start > LONGEST
    ]

    assert long == []


def test_every_stated_claim_has_passages_and_a_context(reading: Reading) -> None:
    bare = [name for name, claim in stated(reading) if not (claim.passages and claim.contexts)]

    assert bare == []


def test_the_numbers_of_a_claim_stand_in_its_passages(reading: Reading) -> None:
    said = [
        (name, Decimal(quad.object.value), reading.words(claim.passages))
        for name, claim in stated(reading)
        for quad in claim.quads
        if quad.predicate in NUMBERS and isinstance(quad.object, Literal)
    ]

    missing = [
        (n, number, words) for n, number, words in said if number not in texts.numbers(words)
    ]

    assert len(said) > 50
    assert [found for found in missing if found[:2] not in UNNUMBERED] == []
    assert {found[:2] for found in missing} >= UNNUMBERED


def test_the_currency_of_a_claim_stands_in_its_passages(reading: Reading) -> None:
    said = [
        (name, CURRENCIES[quad.object.value], texts.folded(reading.words(claim.passages)))
        for name, claim in stated(reading)
        for quad in claim.quads
        if quad.predicate == v.tp("currency") and isinstance(quad.object, Literal)
    ]

    assert len(said) > 5
    assert [found for found in said if not re.search(found[1], found[2])] == []


def test_the_dates_of_a_claim_stand_in_its_passages(reading: Reading) -> None:
    said = [
        (name, quad.object.value, reading.words(claim.passages))
        for name, claim in stated(reading)
        for quad in claim.quads
        if isinstance(quad.object, Literal) and quad.object.datatype == v.EDTF
    ]

    assert len(said) > 50
    assert [found for found in said if not says_date(found[1], found[2])] == []


def says_date(period: str, words: str) -> bool:
    """Tell whether words name the years, months and days of an EDTF period."""
    plain = texts.folded(re.sub(r"(\d{4})s\b", r"\1", words))
    wanted = {year.replace("X", "0") for year in re.findall(r"\d{3}[\dX]", period)}
    months = [MONTHS[int(month) - 1] for month in re.findall(r"\d{4}-(\d\d)", period)]
    days = [int(day) for day in re.findall(r"\d{4}-\d\d-(\d\d)", period)]
    return (
        wanted <= texts.years(plain)
        and all(re.search(rf"\b{m}\b|\b{m[:3]}\b|\b{MONTHS.index(m) + 1}\b", plain) for m in months)
        and all(Decimal(day) in texts.numbers(plain) for day in days)
    )


def test_the_names_of_a_claim_stand_in_its_words(reading: Reading) -> None:
    said = [
        (name, term, reading.words(claim.passages + claim.contexts))
        for name, claim in stated(reading)
        for term in sorted({t for q in claim.quads for t in named(q.subject, q.object)})
    ]

    missing = [(n, shorten(NamedNode(iri)), w) for n, iri, w in said if not names(reading, iri, w)]

    assert len(said) > 1000
    assert missing == []


def named(*terms: object) -> Iterator[str]:
    """Yield the IRIs of entities that have names of their own."""
    for term in terms:
        if isinstance(term, NamedNode):
            base, _, name = term.value.partition(v.BASE)
            if not base and name.partition("/")[0] in NAMED:
                yield term.value


def names(reading: Reading, iri: str, words: str) -> bool:
    known = [*reading.names.get(iri, ()), *DESCRIBED.get(shorten(NamedNode(iri)), "").split("|")]
    return any(texts.says(words, name) for name in known if name)


def test_nothing_is_excused_that_needs_no_excuse(reading: Reading) -> None:
    alone = {shorten(NamedNode(iri)): found for iri, found in reading.names.items()}
    needed = {
        shorten(NamedNode(iri))
        for _, claim in stated(reading)
        for iri in {t for q in claim.quads for t in named(q.subject, q.object)}
        if not any(
            texts.says(reading.words(claim.passages + claim.contexts), name)
            for name in alone.get(shorten(NamedNode(iri)), ())
        )
    }

    assert DESCRIBED.keys() - needed == set()
