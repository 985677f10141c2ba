"""Every failure is documented, and said in both languages."""

from __future__ import annotations

import re
import string

import pytest

from tests.tools.places import ROOT
from tripartite import errors
from tripartite.messages import LANGUAGES, say
from tripartite.messages.en import ENGLISH
from tripartite.messages.ja import JAPANESE

CLASSES = [
    found
    for found in vars(errors).values()
    if isinstance(found, type)
    and issubclass(found, errors.TripartiteError)
    and found is not errors.TripartiteError  # never raised itself
]
CODES = {2, 3, 4}


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def test_error_classes_were_found() -> None:
    assert len(CLASSES) > 8
    assert {found.exit_code for found in CLASSES} == CODES


@pytest.mark.parametrize("found", CLASSES, ids=lambda found: found.__name__)
def test_an_error_has_a_heading_in_the_documentation(
    found: type[errors.TripartiteError],
) -> None:
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")

    assert re.search(rf"^#+ .*\b{found.__name__}\b", text, re.MULTILINE)


def test_both_languages_have_the_same_messages() -> None:
    assert ENGLISH.keys() == JAPANESE.keys()
    assert {"en", "ja"} == set(LANGUAGES)


@pytest.mark.parametrize("key", sorted(ENGLISH))
def test_a_message_says_the_same_things_in_both_languages(key: str) -> None:
    assert placeholders(ENGLISH[key]) == placeholders(JAPANESE[key])


def test_every_message_is_said_somewhere() -> None:
    every = (*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.html"))
    paths = [path for path in every if path.parent.name != "messages"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    # Put together: from a parameter's kind, a column, a standing, a family of nodes, a kind of
    # relation; or by say().
    built = ("kind-", "column-", "edges-", "family-", "map-kind-", "did-you-mean")
    # From a part, a sign, a precision and the like; test_draw_timeline looks for each.
    dated = ("part-", "name-", "sign-", "undated-", "length-", "precision-", "start", "end")

    unused = [
        key
        for key in ENGLISH
        if not re.search(f"['\"]{key}['\"]", code)
        and not key.startswith((*built, *(f"timeline-{name}" for name in dated)))
    ]

    assert unused == []


def test_every_key_that_is_raised_has_a_message() -> None:
    sources = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "src").rglob("*.py"))
    raised = set(re.findall(r'(?:Error|\bsay)\(\s*"([a-z-]+)"', sources))

    assert len(raised) > 20
    assert raised - ENGLISH.keys() == set()


def test_an_unknown_language_is_answered_in_english() -> None:
    assert say("conforms", "fr") == ENGLISH["conforms"]


def test_the_nearest_name_is_offered_in_either_language() -> None:
    error = errors.UnknownNameError("unknown-query", name="a", nearest="b")

    assert str(error) == error.text("en") == "no query is named 'a'; did you mean 'b'?"
    assert error.text("ja").endswith("'b' のことですか")
