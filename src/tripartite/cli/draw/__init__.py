"""``tripartite draw``: pictures, one module each."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

import click

from tripartite.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

CUT: Final = 4  # the exit code of a picture that a limit left something out of
PICTURES: Final[Mapping[str, str]] = {
    "graph": "Draw entities and their relations.",
    "flow": "Draw money from funders over channels to projects and places.",
    "map": "Draw countries by their relation to the work.",
    "timeline": "Draw what is dated, by calendar or Japanese fiscal year.",
}
_EXAMPLES = """
\b
Examples:
  tripartite draw graph MHLW -o mhlw.svg
  tripartite draw timeline --years fiscal -o timeline.html
  tripartite draw graph --lang ja 厚生労働省 ベトナム --path -o path.png
"""


class _Pictures(click.Group):
    """Pictures by name, each imported when it is drawn."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(PICTURES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in PICTURES:
            return None
        found = getattr(importlib.import_module(f"tripartite.cli.draw.{cmd_name}"), cmd_name)
        assert isinstance(found, click.Command)  # noqa: S101 (a module's command has its name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in PICTURES and not args[0].startswith("-"):
            close = nearest(args[0], PICTURES)
            hint = f"; did you mean {close!r}?" if close else ""
            ctx.fail(f"no picture is named {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("PICTURES"):
            formatter.write_dl(list(PICTURES.items()))


@click.group(cls=_Pictures, epilog=_EXAMPLES)
def draw() -> None:
    """Draw what the graph says; each mark has its standing and its proof."""
