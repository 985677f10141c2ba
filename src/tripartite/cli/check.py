"""``tripartite check``: what the data breaks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tripartite.cli.built import check_build
from tripartite.cli.limiting import timeout as ending
from tripartite.cli.options import shared
from tripartite.cli.output import count
from tripartite.cli.progress import progress
from tripartite.errors import BadParameterError, UnreadableFileError
from tripartite.messages import say
from tripartite.store.limits import VALIDATION

if TYPE_CHECKING:
    from tripartite.cli.options import Session
    from tripartite.validation.files import Input

_EXAMPLES = """
\b
Examples:
  tripartite check --lang ja -o report.ttl
  tripartite check --build
  tripartite check --data projects.ttl --shapes shapes.ttl -o findings.sarif
"""
_MOST = 1 << 30  # bytes of standard input
_STDIN = ("turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml")


@click.command(epilog=_EXAMPLES)
@click.option("--data", multiple=True, metavar="FILE", help="Check this file; repeatable.")
@click.option("--shapes", multiple=True, metavar="FILE", help="Against these shapes; repeatable.")
@click.option(
    "--input-format",
    type=click.Choice(_STDIN),
    default="turtle",
    help="Of standard input, where a FILE is -.",
)
@click.option(
    "--engine",
    type=click.Choice(["fast", "pyshacl"]),
    default="fast",
    help="pyshacl is the slow reference.",
)
@click.option(
    "--max-results",
    type=click.IntRange(min=0),
    default=10_000,
    metavar="N",
    help="At most so many of FILE's results; 0 for all.",
)
@ending("the check of FILE", VALIDATION.seconds)
@click.option("--build", is_flag=True, help="Check the published build, not the files.")
@shared
def check(  # noqa: PLR0913, PLR0917 (one argument an option)
    session: Session,
    data: tuple[str, ...],
    shapes: tuple[str, ...],
    input_format: str,
    engine: str,
    max_results: int,
    timeout: float | None,
    build: bool,  # noqa: FBT001 (an option of the command)
) -> int:
    """Validate the project's files, or any FILE; exit with 1 if anything is found."""
    if timeout is not None and (build or not (data or shapes)):
        raise BadParameterError("timeout-of-files")
    if build:
        return check_build(session)
    language = session.target.language
    if not (data or shapes):
        with progress(say("checking", language), quiet=session.target.quiet):
            findings = session.graph.check(engine)
        session.target.findings(findings)
        return _end(session, len(findings))
    about, against = _inputs(data, shapes, input_format)
    limits = VALIDATION if timeout is None else VALIDATION._replace(seconds=timeout)
    with progress(say("checking-files", language), quiet=session.target.quiet):
        checked = session.graph.check_files(
            about, against, engine, max_results or None, language, limits=limits
        )
    session.target.checked(checked)
    return _end(session, len(checked.report.results))


def _end(session: Session, found: int) -> int:
    language = session.target.language
    session.target.note(
        count("findings", "one-finding", found, language)
        if found
        else say("conforms" if session.graph.places.has_files else "no-findings", language)
    )
    return 1 if found else 0


def _inputs(
    data: tuple[str, ...], shapes: tuple[str, ...], form: str
) -> tuple[list[Input | str], list[Input | str]]:
    """Return the files to read, standard input read already.

    Raises:
        BadParameterError: One of the two is missing, or standard input is named twice.
    """
    if not (data and shapes):
        missing = "--shapes" if data else "--data"
        raise BadParameterError("check-needs-both", missing=missing)
    if (data + shapes).count("-") > 1:
        raise BadParameterError("stdin-once")
    from tripartite.validation.files import Input

    def read(name: str) -> Input | str:
        return Input("-", form, _standard_input()) if name == "-" else name

    return [read(name) for name in data], [read(name) for name in shapes]


def _standard_input() -> bytes:
    """Return what standard input holds.

    Raises:
        UnreadableFileError: It is longer than what is read into memory; it may have no end.
    """
    content = sys.stdin.buffer.read(_MOST + 1)
    if len(content) > _MOST:
        why = f"longer than {_MOST >> 20} MiB; give a file"
        raise UnreadableFileError("not-read", path="-", why=why)
    return content
