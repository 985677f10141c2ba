"""Options that say how far a query may go; without them, as far as docs/limits.md says."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from tripartite.store.limits import OUTSIDE, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

_LONGEST: Final = 86_400  # seconds


class _Seconds(click.FloatRange):
    """Seconds of a limit; ``nan`` is as little in the range as infinity."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        try:
            is_none = math.isnan(float(value))
        except ValueError:
            is_none = False
        return float(super().convert(math.inf if is_none else value, param, ctx))


def timeout(what: str, usual: float) -> Callable[[Decorated], Decorated]:
    """Give a command ``--timeout``: what it ends, and after how many seconds without it."""
    return click.option(
        "--timeout",
        type=_Seconds(min=0, max=_LONGEST, min_open=True),
        metavar="SECONDS",
        help=f"End {what} after so long.  [{usual:g}]",
    )


_OPTIONS = (
    timeout("a query of one's own", OUTSIDE.seconds),
    click.option(
        "--max-rows",
        type=click.IntRange(min=1),
        metavar="N",
        help="Cut the answer after N rows, say so, and exit with 4.",
    ),
    click.option(
        "--allow-remote",
        "hosts",
        multiple=True,
        metavar="HOST",
        help="Let SERVICE ask this host; repeatable.",
    ),
)


def limiting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the limits of a query; it receives ``limits``, ``None`` if none is given."""

    @functools.wraps(command)
    def limited(
        *arguments: Any,
        timeout: float | None,
        max_rows: int | None,
        hosts: tuple[str, ...],
        **rest: Any,
    ) -> Any:
        asked = {"seconds": timeout, "rows": max_rows, "hosts": hosts}
        given: dict[str, Any] = {name: value for name, value in asked.items() if value}
        return command(*arguments, limits=Limits(**given) if given else None, **rest)

    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(_OPTIONS), limited)
