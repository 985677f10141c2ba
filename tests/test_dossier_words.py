"""Amounts, periods and names as a person reads them, in English and Japanese."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pyoxigraph import NamedNode

from tripartite import vocabulary as v
from tripartite.amounts import amount, myriads
from tripartite.dossier.content import Span, plain
from tripartite.dossier.naming import in_sentence
from tripartite.dossier.words import joined, relation
from tripartite.network import phrasing
from tripartite.periods import fiscal_year, period


@pytest.mark.parametrize(
    ("values", "currency", "unit", "qualifier", "english", "japanese"),
    [
        (
            [1400000],
            "USD",
            ("", ""),
            "equivalent",
            "the equivalent of US$1.4 million",
            "140万米ドル相当",
        ),
        ([4000000], "USD", ("", ""), "more-than", "more than US$4 million", "400万米ドル超"),
        ([177800000], "USD", ("", ""), "exact", "US$177.8 million", "1億7,780万米ドル"),
        ([600000], "USD", ("", ""), "about", "about US$600,000", "約60万米ドル"),
        ([80000000], "JPY", ("", ""), "exact", "¥80 million", "8,000万円"),
        ([1234567], "USD", ("", ""), "exact", "US$1,234,567", "123万4,567米ドル"),
        ([Decimal("0.5")], "", ("share", "割合"), "nearly", "nearly 50 %", "50％近く"),
        ([20], "", ("country", "country"), "more-than", "more than 20 countries", "20country超"),
        ([1, 2], "", ("year", "year"), "between", "1 to 2 years", "1～2year"),
        ([1], "", ("month", "month"), "exact", "1 month", "1か月"),
    ],
)
def test_an_amount_reads_as_each_language_has_it(  # noqa: PLR0913, PLR0917 (a column a value)
    values: list[Decimal | int],
    currency: str,
    unit: tuple[str, str],
    qualifier: str,
    english: str,
    japanese: str,
) -> None:
    given = [Decimal(value) for value in values]

    said = [amount(given, currency, unit, qualifier, language) for language in ("en", "ja")]

    assert said == [english, japanese]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("0", "0"),
        ("9999", "9,999"),
        ("10000", "1万"),
        ("100000001", "1億1"),
        ("1000000000000", "1兆"),
        ("1.5", "1.5"),
    ],
)
def test_myriads(number: str, said: str) -> None:
    assert myriads(Decimal(number)) == said


@pytest.mark.parametrize(
    ("edtf", "english", "japanese", "fiscal"),
    [
        ("2011", "2011", "2011年", "平成22年度または平成23年度"),
        ("2011-12", "December 2011", "2011年12月", "平成23年度"),
        ("2017-05-11", "11 May 2017", "2017年5月11日", "平成29年度"),
        ("2020/..", "since 2020", "2020年以降", "令和元年度または令和2年度から"),
        ("../198X", "until the 1980s", "1980年代まで", None),
        ("2004/2009", "2004 to 2009", "2004年～2009年", None),
    ],
)
def test_a_period_reads_as_each_language_has_it(
    edtf: str, english: str, japanese: str, fiscal: str | None
) -> None:
    assert (period(edtf, "en"), period(edtf, "ja")) == (english, japanese)
    if fiscal is not None:
        assert fiscal_year(edtf, "ja") == fiscal


def test_names_in_a_row_are_counted_where_they_are_many() -> None:
    names = [(Span(letter),) for letter in "ABCDEF"]

    assert plain(joined(names[:3], "en")) == "A, B and C"
    assert plain(joined(names[:4], "en", 2)) == "A, B, C, D and 2 more"
    assert plain(joined(names[:4], "ja", 2)) == "A、B、C、Dほか2件"


@pytest.mark.parametrize(
    ("phrase", "forward", "english", "japanese"),
    [
        ("fundedBy", 1, "is funded by", "…から資金の提供を受けている"),
        ("fundedBy", 0, "funds", "…に資金を提供している"),
        ("implementedIn", 0, "is where … is implemented", "…が実施されている"),
    ],
)
def test_a_relation_keeps_its_verb(phrase: str, forward: int, english: str, japanese: str) -> None:
    said = [
        relation(phrasing.template(phrase, language, forward=bool(forward)), language)
        for language in ("en", "ja")
    ]

    assert said == [english, japanese]


@pytest.mark.parametrize(
    ("kind", "label", "said"),
    [
        ("body", "Ministry of Foreign Affairs", "the Ministry of Foreign Affairs"),
        ("country", "Japan", "Japan"),
        ("project", "Industry Skills", "“Industry Skills”"),
        (
            "programme",
            "ILO/Japan Multi-bilateral Programme",
            "the ILO/Japan Multi-bilateral Programme",
        ),
    ],
)
def test_a_name_has_its_article(kind: str, label: str, said: str) -> None:
    assert in_sentence(label, NamedNode(f"{v.BASE}{kind}/x"), "en") == said
