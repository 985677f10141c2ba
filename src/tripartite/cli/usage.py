"""What click finds wrong with a command line, in one line of the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tripartite.messages import say
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def show(error: click.ClickException, language: str) -> None:
    """Write what is wrong; of a group without a command, its help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
    else:
        click.echo(f"tripartite: {explain(error, language)}", err=True)


def explain(error: click.ClickException, language: str) -> str:
    """Return what is wrong, and the command whose help says what would be right."""
    said = _said(error, language)
    context = error.ctx if isinstance(error, click.UsageError) else None
    return (
        said
        if context is None
        else said + say("usage-help", language, command=f"{context.command_path} --help")
    )


def _said(error: click.ClickException, language: str) -> str:
    if isinstance(error, click.NoSuchOption):
        known = error.possibilities or ()
        close = nearest(error.option_name, known)
        return say("usage-no-option", language, name=error.option_name, nearest=close)
    if isinstance(error, click.BadOptionUsage):
        return say("usage-no-value", language, name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        key = "usage-missing" if isinstance(error, click.MissingParameter) else "usage-bad-value"
        name = _name(error.param)
        return say(key, language, name=name, expected=_expected(error.param.type, language))
    given = error.format_message().rstrip(".")
    if given.startswith("Got unexpected extra"):
        return say("usage-extra", language, given=given.partition("(")[2].rpartition(")")[0])
    return given


def _name(parameter: click.Parameter) -> str:
    """Return a parameter as it is written on the command line."""
    is_argument = isinstance(parameter, click.Argument)
    return parameter.human_readable_name if is_argument else max(parameter.opts, key=len)


def _expected(kind: click.ParamType[Any], language: str) -> str:
    """Return which values an option takes; nothing where it takes any text."""
    for of_type, describe in _TYPES.items():
        if isinstance(kind, of_type):
            return describe(kind, language)
    return ""


def _choice(kind: Any, language: str) -> str:
    return say("usage-choice", language, choices=", ".join(map(repr, kind.choices)))


def _range(kind: Any, language: str) -> str:
    if kind.min_open:
        return say("usage-above", language, low=kind.min, high=kind.max)
    key = "usage-from" if kind.max is None else "usage-between"
    return say(key, language, low=kind.min, high=kind.max)


_TYPES: Mapping[type[click.ParamType[Any]], Callable[[Any, str], str]] = {
    click.Choice: _choice,
    click.IntRange: _range,
    click.FloatRange: _range,
}
