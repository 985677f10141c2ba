"""The sixty questions of real users: one command each, the answer, and the words that prove it."""

from __future__ import annotations

import re
import shlex
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from tests.tools.places import ROOT
from tripartite.vocabulary import BASE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite import KnowledgeGraph

NEAREST = 6  # so many queries a reader looks at to find the one that answers
_CODES = ("privacy", "standing", "verdict")
_ENTRY = re.compile(r"^### (\d+)\. (.+)\n\n(.+)\n\n```(?:console|sh)\n(?:\$ )?(.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """One question with what its answer must hold; the fields are explained in the file."""

    number: int
    en: str
    ja: str
    command: list[str]
    says: str
    holds: list[str] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)
    counts: int | None = None
    proof: list[tuple[str, str]] = field(default_factory=list)
    open: str = ""
    unproved: str = ""
    verified: str = ""


def _questions() -> list[Question]:
    text = (ROOT / "tests" / "questions.toml").read_text(encoding="utf-8")
    return [Question(**found) for found in tomllib.loads(text)["question"]]


QUESTIONS = _questions()
ANSWERED = [question for question in QUESTIONS if question.holds]
VERIFIED = [question for question in QUESTIONS if question.verified]
OPEN = [question for question in QUESTIONS if question.open]
# Evidence can be asked of any query, so no query is found by a question about it.
NAMED = [q for q in QUESTIONS if q.command[0] == "query" and "--evidence" not in q.command]


def _name(question: Question) -> str:
    return f"{question.number}-{'-'.join(question.command[:2])}"


def _rows(answer: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = answer["rows"]
    return rows


def _cells(answer: Any) -> set[str]:
    return {
        text for row in _rows(answer) for cell in row.values() for text in _spellings(cell) if text
    }


def _spellings(cell: object) -> tuple[str, ...]:
    """Return how a cell may be named: an entity by its CURIE, a code by its name too."""
    text = str(cell).lower() if isinstance(cell, bool) else str(cell)
    if not text.startswith(BASE):
        return ("",) if cell is None else (text,)
    kind, _, slug = text.removeprefix(BASE).partition("/")
    return (f"{kind}:{slug}", slug if kind in _CODES else "")


def _words(answer: Any) -> list[tuple[str, str]]:
    """Return the words shown with their document: as citation, as evidence, or in a row."""
    beside = [found for row in _rows(answer) for found in row.get("evidence", [])]
    quoted = [
        (passage["document"], passage["words"])
        for citation in (*answer.get("citations", []), *beside)
        for passage in citation["passages"]
    ]
    in_rows = [(row["document"], row["words"]) for row in _rows(answer) if "words" in row]
    return [(document, words) for document, words in (*quoted, *in_rows) if words]


def test_there_are_sixty_questions_in_their_order() -> None:
    assert [question.number for question in QUESTIONS] == list(range(1, 61))
    assert len(OPEN) >= 5
    assert len(ANSWERED) + len(OPEN) + len(VERIFIED) == len(QUESTIONS)
    assert all(q.proof or q.unproved for q in ANSWERED)


@pytest.mark.parametrize("question", ANSWERED, ids=_name)
def test_one_command_answers_the_question(question: Question, command: Command) -> None:
    outcome = command(*question.command, "-f", "json")

    assert outcome.code == 0
    answer = outcome.json
    assert set(question.holds) - _cells(answer) == set()
    assert set(question.lacks) & _cells(answer) == set()
    assert all(row.get(column) is None for row in _rows(answer) for column in question.lacks)
    assert question.counts in (None, len(_rows(answer)))


@pytest.mark.parametrize("question", ANSWERED, ids=_name)
def test_the_words_shown_prove_the_answer(
    question: Question, command: Command, shared: Path
) -> None:
    outcome = command(*question.command, "-f", "json", "--documents", str(shared / "documents"))

    words = _words(outcome.json)
    unproved = [
        (document, text)
        for document, text in question.proof
        if not any(text in shown for slug, shown in words if slug == document)
    ]
    assert unproved == []
    assert bool(words) != bool(question.unproved)


@pytest.mark.parametrize("question", OPEN, ids=_name)
def test_an_open_question_says_so_in_both_languages(question: Question, command: Command) -> None:
    answers = [
        command(*question.command, "-f", "json", "--lang", language).json
        for language in ("en", "ja")
    ]

    assert all(not _rows(answer) for answer in answers)
    assert question.open in " ".join(answers[0]["notes"])
    assert re.search(r"[ぁ-ん一-鿿]", " ".join(answers[1]["notes"]))


@pytest.mark.parametrize("question", VERIFIED, ids=_name)
def test_the_documents_are_read_again(question: Question, command: Command, shared: Path) -> None:
    outcome = command(*question.command, "-f", "json", "--documents", str(shared / "documents"))

    assert outcome.code == 0
    assert _rows(outcome.json) == []
    assert question.verified in " ".join(outcome.json["notes"])


@pytest.mark.parametrize("question", NAMED, ids=_name)
def test_the_question_in_either_language_finds_its_query(
    question: Question, graph: KnowledgeGraph
) -> None:
    for words in (question.en, question.ja):
        found = [query.name for query in graph.queries(words)[:NEAREST]]
        assert question.command[1] in found, words


def test_the_users_own_words_find_the_query(graph: KnowledgeGraph, shared: Path) -> None:
    text = (shared / "questions.md").read_text(encoding="utf-8")
    asked = {int(n): words for n, words in re.findall(r"^(\d+)\. (.+)$", text, re.MULTILINE)}
    asked[31] = f"{asked[30]} {asked[31]}"  # "Which ones?"

    lost = [
        q.number
        for q in NAMED
        if q.command[1] not in [query.name for query in graph.queries(asked[q.number])[:NEAREST]]
    ]

    assert len(asked) == len(QUESTIONS)
    assert len(NAMED) > len(QUESTIONS) * 0.8
    assert lost == []


def test_the_page_shows_each_question_with_its_command() -> None:
    page = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")

    entries = _ENTRY.findall(page)

    assert [(int(n), en, ja, shlex.split(line)) for n, en, ja, line in entries] == [
        (q.number, q.en, q.ja, ["tripartite", *q.command]) for q in QUESTIONS
    ]
    assert [q.number for q in QUESTIONS if f"\n{q.says}\n" not in page] == []
