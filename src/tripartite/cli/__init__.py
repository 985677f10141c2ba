"""The command line: one module a command, errors turned into exit codes here only."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

import click

from tripartite.cli import usage
from tripartite.cli.lazy import LazyGroup, Offer
from tripartite.cli.writing import ClosedPipeError
from tripartite.errors import TripartiteError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The four families of the design; a command's module is its name.
FAMILIES: Final[Mapping[str, Mapping[str, str]]] = {
    "ASK": {
        "query": "Answer a named query, a file, or a text.",
        "queries": "List what can be asked, in both languages.",
        "find": "Find an entity by label or alias.",
        "show": "Show all that is known of one entity, with proof.",
        "path": "Show how two entities are connected, step by step.",
    },
    "JUDGE": {
        "check": "Say what breaks the shapes and the check queries.",
        "verify": "Read the documents again: is each claim there, is each sentence claimed?",
        "tensions": "List where claims disagree, and why.",
        "gaps": "List what the documents do not say.",
        "compare": "Compare two figures, or say why they cannot be.",
    },
    "SEE": {
        "draw": "Draw relationships: graph, flow, timeline, map.",
        "dossier": "Write one document about an entity: html, markdown, pdf, xlsx.",
        "stats": "Say what the network of entities hangs on.",
    },
    "MOVE": {
        "build": "Build the graph from its files.",
        "export": "Write the graph as RDF or tables.",
        "publish": "Put the graph on a SPARQL server.",
        "locate": "Give the span of a text in a document (for curators).",
    },
}
COMMANDS: Final[Mapping[str, str]] = {
    name: summary for family in FAMILIES.values() for name, summary in family.items()
}


class _Commands(LazyGroup):
    offer = Offer("tripartite.cli", FAMILIES, "unknown-command")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tripartite", message="%(prog)s %(version)s")
def tripartite() -> None:
    """Ask a knowledge graph of Japan's cooperation with the ILO; each answer has its proof."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with the contract's exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    try:
        result = tripartite.main(arguments, prog_name="tripartite", standalone_mode=False)
        sys.stdout.flush()
    except TripartiteError as error:
        click.echo(f"tripartite: {error.text(_language(arguments))}", err=True)
        return error.exit_code
    except click.ClickException as error:
        usage.show(error, _language(arguments))
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except ClosedPipeError:
        # The reader has gone: nothing is left to say, and Python must not say so either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception:  # noqa: BLE001 (our bug: shown whole, with its own exit code)
        import traceback

        traceback.print_exc()
        return 5
    return result if isinstance(result, int) else 0


def _language(arguments: Sequence[str] | None) -> str:
    """Return the language asked for, also where parsing the options failed."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if "--lang" in given[:-1]:
        return given[given.index("--lang") + 1]
    return os.environ.get("TRIPARTITE_LANG", "en")
