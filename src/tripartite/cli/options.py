"""Options that commands share, each defined once, and what they amount to."""

from __future__ import annotations

import functools
import time
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tripartite.cli.output import Target
from tripartite.errors import BadParameterError, UnsupportedStoreError
from tripartite.graph import KnowledgeGraph

if TYPE_CHECKING:
    from collections.abc import Callable


class Session(NamedTuple):
    """What a command works with: the graph asked for, and where the answer goes.

    Attributes:
        verbose: Whether to say which project answered, and how fast.
        started: Seconds of the monotonic clock when the command began.
    """

    graph: KnowledgeGraph
    target: Target
    verbose: bool
    started: float

    def close(self) -> None:
        """Say what the reader should know of the opening, and with --verbose the time."""
        for note in self.graph.notes:
            self.target.note(note)
        if self.verbose:
            elapsed = time.monotonic() - self.started
            click.echo(f"{self.graph.places.name}: {elapsed:.3f} s", err=True)


# The commands that ask a server as they ask the graph on this machine.
_ANYWHERE = ("query", "queries", "show", "find", "export", "check")
_OPTIONS = (
    click.option(
        "--store", metavar="STORE", help="A project, a published graph, or a server's address."
    ),
    click.option("--documents", metavar="DIR", help="The documents, to show their words."),
    click.option(
        "--lang",
        type=click.Choice(["en", "ja"]),
        default="en",
        envvar="TRIPARTITE_LANG",
        show_envvar=True,
        help="Language of labels and messages.",
    ),
    click.option("-o", "--output", metavar="FILE", help="Write here; the ending tells the format."),
    click.option(
        "-f", "--format", "form", metavar="FORMAT", help="The format, whatever the ending."
    ),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour on a terminal; NO_COLOR is obeyed.",
    ),
    click.option("--quiet", is_flag=True, help="No notes on standard error."),
    click.option("--verbose", is_flag=True, help="Say which project answered, and how fast."),
)


_CHOICE = (
    click.option("--as-of", metavar="DATE", help="Only what stood on this day."),
    click.option(
        "--include",
        metavar="STANDINGS",
        default="",
        help="Count in claims that answers leave out: implied, disputed, or both.",
    ),
)


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that choose claims; ``shared`` stands below and takes them."""
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(_CHOICE), command)


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the shared options; it receives a ``Session`` in their place."""

    @functools.wraps(command)
    def with_session(  # noqa: PLR0913 (one argument an option)
        *,
        store: str | None,
        documents: str | None,
        lang: str,
        output: str | None,
        form: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
        as_of: str | None = None,
        include: str = "",
        **rest: Any,
    ) -> Any:
        graph = KnowledgeGraph.open(
            store,
            documents,
            lang,
            as_of=_day(as_of),
            include=tuple(name.strip() for name in include.split(",") if name.strip()),
        )
        asked = click.get_current_context().info_name
        if graph.places.endpoint and asked not in _ANYWHERE:
            raise UnsupportedStoreError("only-here", store=graph.places.name)
        target = Target(output, form, lang, quiet, color)
        session = Session(graph, target, verbose, time.monotonic())
        result = command(session, **rest)
        session.close()
        return result

    return functools.reduce(
        lambda wrapped, option: option(wrapped), reversed(_OPTIONS), with_session
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError as error:
        raise BadParameterError("bad-date", name="--as-of", value=text) from error
