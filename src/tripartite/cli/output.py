"""Write one result where it was asked for: standard output is data, the rest is stderr."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from tripartite.cli import formats
from tripartite.errors import UnwritableOutputError
from tripartite.messages import say
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyoxigraph import Triple

    from tripartite.model import View
    from tripartite.store import Answer

    Serializer = Callable[[tuple[Triple, ...], str], str]


@dataclass(frozen=True, slots=True)
class Target:
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

    def answer(self, answer: Answer, serialize: Serializer) -> None:
        """Write what a query returned: rows, a truth value or triples."""
        if isinstance(answer, Table):
            self.rows(answer, {**formats.ROWS, **formats.RESULTS})
        elif isinstance(answer, bool):
            self._truth(answer)
        else:
            self.triples(answer, serialize)

    def rows(self, table: Table, known: Mapping[str, str] = formats.ROWS) -> None:
        """Write a table, and its count: last line of a table, else last line of stderr."""
        default = "table" if self.is_terminal else "tsv"
        form = formats.choose(self.form, self.output, tuple(known), default)
        write = formats.writer(known[form])
        if form == "table":
            text = write(table, self.language, self._width())
        elif form == "markdown":
            text = write(table, self.language)
        else:
            text = write(table)
        self.text(text)
        for note in table.notes:
            self.note(note)
        if form not in ("table", "markdown"):
            self.note(count("rows", "one-row", len(table.rows), self.language))

    def triples(self, triples: tuple[Triple, ...], serialize: Serializer) -> None:
        """Write the triples of a CONSTRUCT or DESCRIBE, as Turtle by default."""
        self.text(
            serialize(triples, formats.choose(self.form, self.output, formats.GRAPHS, "turtle"))
        )

    def view(self, view: View) -> None:
        """Write an entity: laid out as text for people, else all its rows."""
        default = "table" if self.is_terminal else "tsv"
        if formats.choose(self.form, self.output, tuple(formats.ROWS), default) == "table":
            self.text(formats.writer("view.as_view")(view, self.language))
        else:
            self.rows(view.table())

    def text(self, content: str | bytes) -> None:
        """Write text or bytes to the file or to standard output.

        Raises:
            UnwritableOutputError: The file cannot be written; an older one stays as it was.
        """
        data = content.encode() if isinstance(content, str) else content
        if self.output in (None, "-"):
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        assert self.output is not None  # noqa: S101 (told apart from None above)
        _replace(self.output, data)
        self.note(say("written", self.language, path=self.output))

    def note(self, text: str) -> None:
        """Say something to the person, not to the program that reads the data."""
        if not self.quiet:
            click.echo(text, err=True)

    def _truth(self, answer: bool) -> None:  # noqa: FBT001 (the value written, not a switch)
        known = {**formats.ROWS, **formats.RESULTS}
        default = "table" if self.is_terminal else "tsv"
        form = formats.choose(self.form, self.output, tuple(known), default)
        if form in formats.RESULTS:
            self.text(formats.writer(known[form])(answer))
        elif form == "table":
            key = "answer-true" if answer else "answer-false"
            self.text(f"{say(key, self.language)}\n")
        else:
            self.text(
                formats.writer(known[form])(formats.writer("sparql_results.as_table")(answer))
            )

    def _width(self) -> int | None:
        return shutil.get_terminal_size().columns if self.is_terminal else None


def count(many: str, one: str, number: int, language: str) -> str:
    """Return ``3 rows`` or ``1 row``."""
    return say(one, language) if number == 1 else say(many, language, count=number)


def _replace(path: str, data: bytes) -> None:
    """Write beside the file, then put it in its place: a full disk loses nothing."""
    draft = f"{path}.part"
    try:
        with open(draft, "wb") as file:  # noqa: PTH123 (the path is the user's own text)
            file.write(data)
        os.replace(draft, path)  # noqa: PTH105 (the same)
    except OSError as error:
        if os.path.exists(draft):  # noqa: PTH110 (the same)
            os.unlink(draft)  # noqa: PTH108 (the same)
        why = error.strerror or error
        raise UnwritableOutputError("not-written", path=path, why=why) from error
