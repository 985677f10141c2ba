"""Years of a period: calendar, Japanese fiscal, ILO biennium, each with its own name."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripartite.build.years import (
    SYSTEMS,
    biennium,
    fiscal_name,
    fiscal_year,
    of_days,
    of_period,
)

CALENDAR, FISCAL, BIENNIUM = SYSTEMS
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("period", "calendar", "fiscal", "two_years"),
    [
        ("2017-05-11", "2017", "FY2017", "2016–17"),
        ("2011-03", "2011", "FY2010", "2010–11"),
        ("2011-12", "2011", "FY2011", "2010–11"),
        ("2011", "2011", "FY2010 or FY2011", "2010–11"),
        ("200X", "one of 2000 to 2009", "one of FY1999 to FY2009", "one of 2000–01 to 2008–09"),
        (
            "2018/2022",
            "2018 to 2022",
            "FY2017 or FY2018 to FY2021 or FY2022",
            "2018–19 to 2022–23",
        ),
        ("2017-05-10/2017-05-13", "2017", "FY2017", "2016–17"),
        ("2020/..", "from 2020", "from FY2019 or FY2020", "from 2020–21"),
        ("../2013-11", "until 2013", "until FY2013", "until 2012–13"),
    ],
)
def test_a_period_is_named_in_each_system(
    period: str, calendar: str, fiscal: str, two_years: str
) -> None:
    names = [of_period(period, system).names["en"] for system in SYSTEMS]

    assert names == [calendar, fiscal, two_years]


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1918, "大正7年度"),
        (1926, "大正15年度"),
        (1927, "昭和2年度"),
        (1974, "昭和49年度"),
        (1988, "昭和63年度"),
        (1989, "平成元年度"),
        (2011, "平成23年度"),
        (2018, "平成30年度"),
        (2019, "令和元年度"),
        (2022, "令和4年度"),
    ],
)
def test_a_fiscal_year_has_the_name_of_its_era(year: int, name: str) -> None:
    assert fiscal_name(year, "ja") == name


def test_japanese_says_which_year_is_meant_and_which_may_be() -> None:
    assert of_period("2013-11", FISCAL).names["ja"] == "平成25年度"
    assert of_period("2011", FISCAL).names["ja"] == "平成22年度または平成23年度"
    assert of_period("2010/2015", BIENNIUM).names["ja"] == "2010–11年から2014–15年まで"


def test_a_fiscal_year_begins_on_the_first_of_april() -> None:
    assert fiscal_year(date(2011, 3, 31)) == 2010
    assert fiscal_year(date(2011, 4, 1)) == 2011


def test_the_numbers_of_a_span_are_all_its_years() -> None:
    assert of_period("2018/2022", CALENDAR).numbers == (2018, 2019, 2020, 2021, 2022)
    assert of_period("2018/2022", FISCAL).numbers == (2017, 2018, 2019, 2020, 2021, 2022)
    assert of_period("2018/2022", BIENNIUM).numbers == (2018, 2020, 2022)


def test_an_open_period_has_the_numbers_of_its_known_end() -> None:
    assert of_period("1987/..", FISCAL).numbers == (1986, 1987)
    assert of_period("../198X", BIENNIUM).numbers == (1980, 1982, 1984, 1986, 1988)


@pytest.mark.parametrize("period", ["", "../..", "May 2011", "2011-13"])
def test_what_is_no_period_is_refused(period: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        of_period(period, CALENDAR)


@given(DAYS)
def test_a_day_lies_in_one_year_of_each_system(day: date) -> None:
    for system in SYSTEMS:
        (number,) = of_days(day, day, system).numbers

        assert number <= day.year < number + 2
    assert biennium(day) % 2 == 0


@given(DAYS, st.integers(min_value=0, max_value=4000))
def test_each_day_of_a_stretch_lies_in_one_of_its_years(first: date, length: int) -> None:
    last = first + timedelta(days=length)

    for system in SYSTEMS:
        numbers = of_days(first, last, system).numbers

        assert {system.number(first), system.number(last)} <= set(numbers)
        assert {b - a for a, b in pairwise(numbers)} <= {system.step}
