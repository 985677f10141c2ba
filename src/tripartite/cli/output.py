"""Write one result where it was asked for: standard output is data, the rest is stderr."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

import click
from pyoxigraph import Literal

from tripartite.cli import formats
from tripartite.cli.writing import print_bytes, replace
from tripartite.errors import UnsupportedFormatError
from tripartite.exports import rows
from tripartite.messages import say
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tripartite.graph import KnowledgeGraph
    from tripartite.pictures.drawing import Drawing
    from tripartite.reports import Finding, View
    from tripartite.store import Answer
    from tripartite.validation.foreign import Checked

CUT: Final = 4  # the exit code of an answer that stopped at a limit
# What a person needs of a finding, in this order; a SHACL report holds the rest.
_FINDING = ("entity", "focus", "property", "value", "message", "claim", "place", "rule")


class Target(NamedTuple):
    """Where and how a command writes.

    Attributes:
        output: A file, ``-`` or ``None`` for standard output.
        form: The format asked for; ``None`` to decide by ending or terminal.
        color: ``auto``, ``always`` or ``never``.
    """

    output: str | None = None
    form: str | None = None
    language: str = "en"
    quiet: bool = False
    color: str = "auto"

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads standard output directly."""
        return self.output in (None, "-") and sys.stdout.isatty()

    def width(self) -> int | None:
        """Return the columns of the terminal; ``None`` where no person reads directly."""
        return os.get_terminal_size(sys.stdout.fileno()).columns if self.is_terminal else None

    def answer(self, answer: Answer, graph: KnowledgeGraph) -> None:
        """Write what a query returned: rows with their proof, a truth value or triples."""
        if isinstance(answer, Table):
            form = self.form_of(formats.ROWS)
            if form in formats.FOR_PEOPLE:
                answer = graph.readable(answer)
            elif form in formats.WITH_PROOF:
                answer = graph.cite(answer)
            self.rows(answer, formats.ROWS)
        elif isinstance(answer, bool):
            form = self.form_of(formats.ROWS)
            self.text(rows.write_truth(form, answer, self.language))
        else:
            form = formats.choose(self.form, self.output, formats.GRAPHS, "turtle")
            self.text(graph.serialize(answer, form))

    def proven(self, table: Table, graph: KnowledgeGraph) -> None:
        """Write rows with what each rests on.

        Raises:
            UnsupportedFormatError: The format has no place for evidence.
        """
        form = self.form_of((*formats.ROWS, *formats.GRAPHS))
        if form not in formats.TABLES:
            known = ", ".join(formats.TABLES)
            raise UnsupportedFormatError("not-for-evidence", format=form, known=known)
        self.rows(graph.readable(table) if form in formats.FOR_PEOPLE else table)

    def rows(self, table: Table, known: tuple[str, ...] = formats.TABLES) -> None:
        """Write a table, and its count: last line of a table, else last line of stderr."""
        form = self.form_of(known)
        written = rows.write(form, table, self.language, self.width())
        if form == "table" and isinstance(written, str) and self._is_colored():
            head, line_break, body = written.partition("\n")
            written = click.style(head, bold=True) + line_break + body
        self.text(written)
        for note in table.notes:
            self.note(note)
        if form not in ("table", "markdown"):
            self.note(count("rows", "one-row", len(table.rows), self.language))

    def view(self, view: View) -> None:
        """Write an entity: laid out as text for people, else all its rows."""
        if self.form_of(formats.TABLES) == "table":
            from tripartite.exports.view import as_view

            self.text(as_view(view, self.language))
        else:
            self.rows(view.table())

    def findings(self, findings: Sequence[Finding]) -> None:
        """Write findings as rows, as a SHACL validation report in Turtle, or as SARIF."""
        form = self.form_of(formats.FINDINGS)
        if form == "turtle":
            from tripartite.exports.validation_report import as_report

            self.text(as_report(findings, self.language))
            return
        if form == "sarif":
            from tripartite.exports.sarif import of_findings

            self.text(of_findings(findings, self.language))
            return
        rows = (tuple(getattr(f, name) or None for name in _FINDING) for f in findings)
        cells = (tuple(Literal(cell) if cell else None for cell in row) for row in rows)
        self.rows(Table(_FINDING, tuple(cells)))

    def checked(self, checked: Checked) -> None:
        """Write what a check of files found, in the formats of findings."""
        form = self.form_of(formats.FINDINGS)
        if form in formats.TABLES:
            self.rows(checked.table(self.language))
            return
        if form == "turtle":
            from tripartite.exports.check_report import as_report

            self.text(as_report(checked))
        else:
            from tripartite.exports.sarif import of_files

            self.text(of_files(checked, self.language))
        for note in checked.notes:
            self.note(note)

    def drawing(self, drawing: Drawing, graph: KnowledgeGraph) -> None:
        """Write a picture, or the rows behind it; say what it shows."""
        forms = tuple(drawing.writers)
        known = (*forms, *(form for form in formats.TABLES if form not in forms))
        form = formats.choose(self.form, self.output, known, "svg")
        if form in forms:
            self.text(drawing.write(form))
            for note in (drawing.summary, *drawing.table.notes):
                self.note(note)
        else:
            self.note(drawing.summary)
            people = form in formats.FOR_PEOPLE
            self.rows(graph.readable(drawing.table) if people else drawing.table)

    def text(self, content: str | bytes) -> None:
        """Write text or bytes to the file or to standard output.

        Raises:
            UnwritableOutputError: The file cannot be written; an older one stays as it was.
        """
        data = content.encode() if isinstance(content, str) else content
        if self.output in (None, "-"):
            print_bytes(data)
            return
        assert self.output is not None  # noqa: S101 (told apart from None above)
        replace(self.output, data)
        self.note(say("written", self.language, path=self.output))

    def files(self, contents: Mapping[str, str]) -> None:
        """Write several files into the folder that ``output`` names."""
        for name, content in contents.items():
            self._replace(output=f"{self.output}/{name}").text(content)

    def note(self, text: str) -> None:
        """Say something to the person, not to the program that reads the data."""
        if not self.quiet:
            click.echo(text, err=True)

    def form_of(self, known: tuple[str, ...]) -> str:
        """Return the format asked for or named by the file's ending, else that for rows."""
        default = "table" if self.is_terminal else "tsv"
        return formats.choose(self.form, self.output, known, default)

    def _is_colored(self) -> bool:
        wanted = self.is_terminal and not os.environ.get("NO_COLOR")
        return self.color == "always" or (self.color == "auto" and wanted)


def count(many: str, one: str, number: int, language: str) -> str:
    """Return ``3 rows`` or ``1 row``."""
    return say(one, language) if number == 1 else say(many, language, count=number)
