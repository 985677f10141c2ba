"""Options of the commands that walk the network: which relations and nodes they add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def drawing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--include``; a picture shows what is implied unless told otherwise."""
    return click.option(
        "--include",
        "standings",
        metavar="STANDING[,…]",
        default="implied",
        show_default=True,
        callback=_parts,
        help="Draw what only such claims state: implied, disputed; '' for neither.",
    )(command)


def extra_nodes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--with``; it receives ``extras``."""
    return click.option(
        "--with",
        "extras",
        metavar="NODES[,…]",
        callback=_parts,
        help="Add nodes: results, topics, background, codes, classes, provenance.",
    )(command)


def widening(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--include`` and ``--with``; it receives ``standings`` and ``extras``."""
    include = click.option(
        "--include",
        "standings",
        metavar="STANDING[,…]",
        callback=_parts,
        help="Add relations that only such claims state: implied, disputed.",
    )
    return include(extra_nodes(command))


def _parts(context: click.Context, option: click.Parameter, text: str | None) -> tuple[str, ...]:
    del context, option
    return tuple(part.strip() for part in text.split(",") if part.strip()) if text else ()
