"""The documents say what is so: their blocks run, their links resolve, nothing is missing."""

from __future__ import annotations

import doctest
import re
from typing import TYPE_CHECKING

import pytest

from tests.tools import docs_output, reference
from tests.tools.places import QUERIES, ROOT
from tripartite import cli, library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TOP = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
_ALL = (*(ROOT / name for name in _TOP), *sorted((ROOT / "docs").rglob("*.md")))
_RUN = docs_output.documents()
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    docs_output.copy_project(folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("path", _RUN, ids=_name)
def test_each_console_block_shows_what_its_commands_print(path: Path, project: Path) -> None:
    text = _text(path)

    shown = docs_output.rewritten(text, lambda command: docs_output.run(command, project))

    assert shown == text


@pytest.mark.slow
def test_each_picture_is_what_its_command_draws(project: Path) -> None:
    found = []
    for path in _RUN:
        for example in docs_output.examples(_text(path)):
            for picture in docs_output.drawn(f"```console\n$ {example.command}\n```"):
                (project / picture).unlink(missing_ok=True)
                docs_output.run(example.command, project)
                found.append(picture)

    assert len(found) >= 3
    assert [p for p in found if (project / p).read_bytes() != (ROOT / p).read_bytes()] == []


def test_no_picture_in_the_documents_is_drawn_by_hand() -> None:
    drawn = {picture for path in _RUN for picture in docs_output.drawn(_text(path))}

    kept = {path.relative_to(ROOT) for path in (ROOT / "docs" / "pictures").iterdir()}

    assert kept == drawn


def test_the_documents_show_commands_of_every_family() -> None:
    commands = [e.command for path in _RUN for e in docs_output.examples(_text(path))]
    used = {word for command in commands for word in re.findall(r"tripartite (\w+)", command)}

    assert len(commands) > 30
    assert used >= set(cli.COMMANDS)


@pytest.mark.parametrize("path", _ALL, ids=_name)
def test_each_python_block_is_true(
    path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    source = "\n".join(block[1] for block in _PYTHON.finditer(_text(path)))
    examples = doctest.DocTestParser().get_doctest(source, {}, _name(path), str(path), 0)

    result = doctest.DocTestRunner(verbose=False).run(examples)

    assert result.failed == 0


def test_the_readme_has_a_python_block() -> None:
    found = _PYTHON.findall(_text(ROOT / "README.md"))

    assert any(">>>" in block for block in found)


@pytest.mark.parametrize("path", reference.pages(), ids=_name)
def test_the_reference_is_as_generated(path: Path) -> None:
    assert _text(path) == reference.pages()[path], "run `make docs`"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_is_documented(name: str) -> None:
    assert f"\n## {name}\n" in _text(reference.REFERENCE / "commands.md")


@pytest.mark.parametrize("name", library.names(QUERIES))
def test_each_named_query_is_documented(name: str) -> None:
    assert f"\n### {name}\n" in _text(reference.REFERENCE / "queries.md")


@pytest.mark.parametrize("error", reference.error_classes(), ids=lambda error: error.__name__)
def test_each_error_has_a_heading_and_its_exit_code(error: type) -> None:
    sections = re.split(r"^## ", _text(ROOT / "docs" / "errors.md"), flags=re.MULTILINE)

    found = [section for section in sections if section.startswith(f"{error.__name__}\n")]

    assert len(found) == 1
    assert f"Exit code {vars(error).get('exit_code', 2)}." in found[0]


def test_errors_lists_every_exit_code() -> None:
    listed = re.findall(r"^\| (\d+) \|", _text(ROOT / "docs" / "errors.md"), re.MULTILINE)

    assert [int(code) for code in listed] == list(reference.exit_codes())


@pytest.mark.parametrize("path", _ALL, ids=_name)
def test_each_link_inside_the_project_resolves(path: Path) -> None:
    broken = [target for target in _links(path) if not _resolves(path, target)]

    assert broken == []


def test_some_links_have_an_anchor() -> None:
    targets = [target for path in _ALL for target in _links(path)]

    assert len(targets) > 20
    assert any("#" in target for target in targets)


def test_the_changelog_has_a_heading_a_kind_of_reader() -> None:
    versions = re.split(r"^## ", _text(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)[1:]
    headings = [re.findall(r"^### (.*)$", version, re.MULTILINE) for version in versions]

    assert headings == [["Ontology", "Data", "Queries", "Software"]] * len(versions)


def test_architecture_is_one_page() -> None:
    assert len(_text(ROOT / "ARCHITECTURE.md").splitlines()) < 150


def test_the_first_screen_is_fifteen_lines() -> None:
    screen, rest, _ = _text(ROOT / "README.md").partition("## What makes it different")
    lines = [line for line in screen.splitlines() if line and not line.startswith("```")]

    assert rest
    assert len(lines) <= 16  # fifteen, and the command itself


def _links(path: Path) -> Iterator[str]:
    for target in _LINK.findall(_CODE.sub("", _text(path))):
        if not target.startswith(("http://", "https://", "mailto:")):
            yield target


def _resolves(path: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    file = (path.parent / name).resolve() if name else path
    return file.exists() and (not anchor or anchor in _anchors(file))


def _anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", _CODE.sub("", _text(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
