"""How wide texts are and where their lines break, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripartite.pictures.measure import lines, width

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=80
)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Ministry of Health", 200, ("Ministry of Health",)),
        ("Ministry of Health", 70, ("Ministry of", "Health")),
        ("Multi-bilateral", 50, ("Multi-", "bilateral")),
        ("厚生労働省", 36, ("厚生労", "働省")),
        ("児童、労働", 24, ("児", "童、", "労働")),
        ("「労働」の話", 24, ("「労", "働」", "の話")),
    ],
    ids=[
        "whole",
        "at a space",
        "behind a hyphen",
        "between characters",
        "no comma first",
        "quotes",
    ],
)
def test_a_line_breaks_where_it_may(text: str, room: float, expected: tuple[str, ...]) -> None:
    assert lines(text, 12, room) == expected


def test_what_is_left_over_ends_in_an_ellipsis() -> None:
    assert lines("one two three four five six", 12, 50, most=2) == ("one two", "three…")
    assert lines("Donaudampfschifffahrt", 12, 60) == ("Donaud…",)


@given(TEXTS, st.integers(min_value=30, max_value=400), st.integers(min_value=1, max_value=4))
def test_no_line_is_wider_than_the_room_nor_are_there_too_many(
    text: str, room: int, most: int
) -> None:
    found = lines(text, 12, room, most)

    assert 1 <= len(found) <= most
    assert all(width(line, 12) <= room for line in found)


@given(TEXTS)
def test_with_room_nothing_is_lost(text: str) -> None:
    assert "".join(lines(text, 12, 10_000)) == text.strip()
