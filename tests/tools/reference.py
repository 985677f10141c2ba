"""Write the reference and the output in the documents: ``python -m tests.tools.reference``.

With ``--check`` nothing is written; the exit code is 1 where a file differs.
"""

from __future__ import annotations

import inspect
import sys
import tempfile
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from benchmarks import table
from tests.tools import docs_output
from tests.tools.places import QUERIES, ROOT, SHAPES
from tripartite import cli, errors, library
from tripartite.cli import formats
from tripartite.curie import shorten
from tripartite.vocabulary import STANDARDS, TP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tripartite.model import Term

REFERENCE: Final = ROOT / "docs" / "reference"
_ONTOLOGY: Final = ROOT / "ontology"
_TYPE: Final = f"{STANDARDS['rdf']}type"
_LABEL: Final = f"{STANDARDS['rdfs']}label"
_SUBCLASS: Final = f"{STANDARDS['rdfs']}subClassOf"
_SUBPROPERTY: Final = f"{STANDARDS['rdfs']}subPropertyOf"
_DEFINITION: Final = f"{STANDARDS['skos']}definition"
_EXAMPLE: Final = f"{STANDARDS['skos']}example"
_PREFERRED: Final = f"{STANDARDS['skos']}prefLabel"
_SCHEME: Final = f"{STANDARDS['skos']}ConceptScheme"
_IN_SCHEME: Final = f"{STANDARDS['skos']}inScheme"
_CLASS: Final = f"{STANDARDS['owl']}Class"
_PATH: Final = f"{STANDARDS['sh']}path"
_MESSAGE: Final = f"{STANDARDS['sh']}message"
_HELP_WIDTH: Final = 80

Facts = dict[str, dict[str, list["Term"]]]


def pages() -> dict[Path, str]:
    """Return every page of the reference by its path."""
    makers: Mapping[str, Callable[[], Iterator[str]]] = {
        "commands": _commands,
        "queries": _queries,
        "terms": _terms,
        "shapes": _shapes,
        "checks": _checks,
        "benchmarks": _benchmarks,
    }
    note = "<!-- Written by `make docs`. Do not edit. -->"
    return {
        REFERENCE / f"{name}.md": "\n".join([note, "", *make()]).rstrip() + "\n"
        for name, make in makers.items()
    }


def main(arguments: list[str]) -> int:
    """Write what differs, or with ``--check`` only name it; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = pages() | docs_output.update(Path(folder))
    different = [path for path, text in wanted.items() if _read(path) != text]
    for path in different:
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    if different and "--check" in arguments:
        sys.stdout.write("these differ from what the project says: run `make docs`\n")
        return 1
    return 0


def exit_codes() -> dict[int, str]:
    """Return the exit codes of the contract with what each means."""
    return {
        0: "fine",
        1: "a check found something, or ASK is false under `--exit-status`",
        2: "usage, or an unknown or ambiguous name",
        3: "input missing or unreadable, output unwritable, or a query that is not SPARQL",
        4: "the engine refused or gave up on a query",
        5: "our bug; please report it with what it printed",
        130: "interrupted",
        141: "the reader of a pipe has gone",
    }


def error_classes() -> tuple[type[errors.TripartiteError], ...]:
    """Return the failures that a user can put right, by name."""
    found = (value for _, value in inspect.getmembers(errors, inspect.isclass))
    base = errors.TripartiteError
    return tuple(value for value in found if issubclass(value, base) and value is not base)


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield from ("", "Four families; each command's examples stand at its foot.", "")
    yield from _table(
        ("family", "command", "what it does"),
        (
            (family, f"[{name}](#{name})", summary)
            for family, commands in cli.FAMILIES.items()
            for name, summary in commands.items()
        ),
    )
    for name in cli.COMMANDS:
        command = getattr(import_module(f"tripartite.cli.{name}"), name)
        yield from _help(f"tripartite {name}", command, "##")
    yield from ("## Formats", "", "The format follows the file's ending; `-f` overrides it.", "")
    kinds = {"rows": formats.ROWS, "graphs": formats.GRAPHS, "export": formats.EXPORTS}
    yield from _table(
        ("result", "formats"),
        ((kind, ", ".join(f"`{form}`" for form in known)) for kind, known in kinds.items()),
    )
    yield from _table(
        ("ending", "format"), ((f"`{e}`", f"`{f}`") for e, f in formats.ENDINGS.items())
    )
    yield from ("## Exit codes", "")
    yield from _table(("code", "meaning"), ((str(k), v) for k, v in exit_codes().items()))
    yield from ("## Environment", "")
    yield from _table(
        ("variable", "instead of"),
        (
            ("`TRIPARTITE_STORE`", "`--store`"),
            ("`TRIPARTITE_DOCUMENTS`", "`--documents`"),
            ("`TRIPARTITE_LANG`", "`--lang`"),
            ("`NO_COLOR`", "`--color never`"),
        ),
    )


def _queries() -> Iterator[str]:
    names = library.names(QUERIES)
    yield from ("# Named queries", "", f"{len(names)} questions that the graph answers.", "")
    yield "Ask one with `tripartite query NAME`; set a parameter with `--set NAME=VALUE`."
    for topic, group in groupby(names, key=lambda name: name.partition("/")[0]):
        yield from ("", f"## {topic}")
        for name in group:
            query = library.load(QUERIES, name)
            parameters = (f"`{p.name}` ({p.kind})" for p in query.parameters)
            yield from ("", f"### {name}", "", query.questions["en"], "", query.questions["ja"])
            yield from ("", f"- {query.summary}")
            yield f"- parameters: {', '.join(parameters) or 'none'}"
            yield f"- columns: {', '.join(f'`{column}`' for column in query.columns)}"
            if query.empty:
                yield f"- empty, because: {query.empty['en']}"


def _terms() -> Iterator[str]:
    ontology = _facts(sorted(_ONTOLOGY.glob("*.ttl")))
    ours = {iri: facts for iri, facts in ontology.items() if iri.startswith(TP) and _LABEL in facts}
    classes = {i: f for i, f in ours.items() if NamedNode(_CLASS) in f[_TYPE]}
    yield from ("# Terms", "", f"The ontology is `{TP}`, prefix `tp:`.", "")
    for heading, found in (("Classes", classes), ("Properties", ours)):
        yield from (f"## {heading}", "")
        listed = found if found is classes else {i: f for i, f in ours.items() if i not in classes}
        yield from _table(
            ("term", "English", "日本語", "kind of", "definition", "example"),
            (_term_row(iri, facts) for iri, facts in sorted(listed.items())),
        )
    yield from ("## Code lists", "")
    codes = _facts(sorted((_ONTOLOGY / "codelists").glob("*.ttl")))
    for scheme in sorted(i for i, f in codes.items() if NamedNode(_SCHEME) in f[_TYPE]):
        members = {i: f for i, f in codes.items() if NamedNode(scheme) in f.get(_IN_SCHEME, [])}
        facts = codes[scheme]
        title = f"{scheme.rpartition('/')[2]}: {_text(facts, _PREFERRED, 'en')}"
        yield from (f"### {title} ({_text(facts, _PREFERRED, 'ja')})", "")
        yield from (_text(facts, _DEFINITION, "en"), "")
        yield from _table(
            ("code", "English", "日本語", "definition"),
            (_code_row(iri, found) for iri, found in sorted(members.items())),
        )


def _shapes() -> Iterator[str]:
    yield from ("# Shapes", "", "What `tripartite check` asks of the data, by SHACL.")
    for path in sorted(SHAPES.glob("*.ttl")):
        found = {i: f for i, f in _facts([path]).items() if _MESSAGE in f}
        yield from ("", f"## {path.stem}", "")
        yield from _table(
            ("shape", "property", "what is right", "日本語"),
            (_shape_row(iri, facts) for iri, facts in sorted(found.items())),
        )


def _checks() -> Iterator[str]:
    yield from ("# Check queries", "", "Each row of one of these queries is a defect.", "")
    yield from _table(
        ("query", "what it finds", "what to do", "日本語"),
        (
            (f"`{q.name}`", q.summary, q.messages["en"], q.messages["ja"])
            for q in library.checks(QUERIES)
        ),
    )


def _benchmarks() -> Iterator[str]:
    yield from (
        "# Benchmarks: the figures",
        "",
        "What is compared with what, and the bars, stands in",
    )
    yield "[benchmarks](../benchmarks.md). Each part is one run; `make bench` writes it anew."
    for name in table.recorded():
        found = table.result(name)
        yield from ("", f"## {name}", "", _run(found), "")
        rows = list(table.rows(name))
        if rows:
            yield from _table(table.COLUMNS, rows)


def _run(found: Mapping[str, Any]) -> str:
    """Say when and where a benchmark was run."""
    machine = ", ".join(f"{name} {value}" for name, value in found["machine"].items())
    packages = ", ".join(f"{name} {value}" for name, value in found["versions"].items())
    return f"{found['date']}; {machine}; {packages}."


def _term_row(iri: str, facts: dict[str, list[Term]]) -> tuple[str, ...]:
    above = facts.get(_SUBCLASS, []) + facts.get(_SUBPROPERTY, [])
    return (
        f"`{_short(iri)}`",
        _text(facts, _LABEL, "en"),
        _text(facts, _LABEL, "ja"),
        ", ".join(sorted(_short(t.value) for t in above if isinstance(t, NamedNode))),
        _text(facts, _DEFINITION, "en"),
        _text(facts, _EXAMPLE, "en"),
    )


def _code_row(iri: str, facts: dict[str, list[Term]]) -> tuple[str, ...]:
    return (
        f"`{_short(iri)}`",
        _text(facts, _PREFERRED, "en"),
        _text(facts, _PREFERRED, "ja"),
        _text(facts, _DEFINITION, "en"),
    )


def _shape_row(iri: str, facts: dict[str, list[Term]]) -> tuple[str, ...]:
    paths = [_short(term.value) for term in facts.get(_PATH, []) if isinstance(term, NamedNode)]
    return (
        f"`{_short(iri)}`",
        ", ".join(paths),
        _text(facts, _MESSAGE, "en"),
        _text(facts, _MESSAGE, "ja"),
    )


def _facts(paths: Iterable[Path]) -> Facts:
    found: Facts = {}
    for path in paths:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode):
                values = found.setdefault(quad.subject.value, {})
                values.setdefault(quad.predicate.value, []).append(quad.object)
    return {iri: {_TYPE: [], **facts} for iri, facts in found.items()}


def _text(facts: Mapping[str, list[Term]], predicate: str, language: str) -> str:
    texts = (term for term in facts.get(predicate, []) if isinstance(term, Literal))
    return next((text.value for text in texts if text.language == language), "")


def _short(iri: str) -> str:
    return shorten(NamedNode(iri))


def _help(path: str, command: click.Command, heading: str) -> Iterator[str]:
    """Yield the help of a command, then that of the commands below it."""
    context = click.Context(
        command,
        info_name=path,
        terminal_width=_HELP_WIDTH,
        max_content_width=_HELP_WIDTH,
        help_option_names=["-h", "--help"],
    )
    name = path.removeprefix("tripartite ")
    yield from (f"{heading} {name}", "", "```text", command.get_help(context), "```", "")
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            found = command.get_command(context, each)
            assert found is not None
            yield from _help(f"{path} {each}", found, f"{heading}#")


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(columns)
    yield _row(("---",) * len(columns))
    yield from (_row(row) for row in rows)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
