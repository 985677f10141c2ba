"""A group of commands by name, each imported when it is used: a cold start stays short."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple

import click

from tripartite.errors import UnknownNameError
from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping


class Offer(NamedTuple):
    """What a group offers.

    Attributes:
        package: Holds a module for each command; module and command have its name.
        sections: Each command's summary by its name, under a heading.
        unknown: Key of the message that none has a name.
    """

    package: str
    sections: Mapping[str, Mapping[str, str]]
    unknown: str


class LazyGroup(click.Group):
    """Commands that are found by name; its subclass says in ``offer`` which there are."""

    offer: Offer

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every name, in the order of the sections."""
        del ctx
        return [name for section in self.offer.sections.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; ``None`` where none has the name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{self.offer.package}.{cmd_name}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 (a module's command has its name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or say what was perhaps meant."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            close = nearest(args[0], known)
            listed = ", ".join(known)
            raise UnknownNameError(self.offer.unknown, name=args[0], known=listed, nearest=close)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections of the help."""
        del ctx
        for heading, commands in self.offer.sections.items():
            with formatter.section(heading):
                formatter.write_dl(list(commands.items()))
