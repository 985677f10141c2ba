"""``tripartite dossier``: one document about one entity, to be read and sent on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tripartite.cli import formats
from tripartite.cli.options import choosing, shared

if TYPE_CHECKING:
    from tripartite.cli.options import Session

_EXAMPLES = """
\b
Examples:
  tripartite dossier MHLW --lang ja -o mhlw.pdf
  tripartite dossier "Viet Nam" -o viet-nam.html
  tripartite dossier fund:ssn -f markdown
"""


@click.command(epilog=_EXAMPLES)
@click.argument("entity", nargs=-1, required=True)
@choosing
@shared
def dossier(session: Session, entity: tuple[str, ...]) -> None:
    """Write one document about ENTITY, every statement with the passage that proves it.

    ENTITY is one name in either language, a CURIE or an IRI. A dossier is about one entity: several
    words are read as one name, with or without quotation marks.

    As html (the default), markdown, pdf or xlsx.
    """
    from tripartite.dossier.writing import write

    target = session.target
    form = formats.choose(target.form, target.output, formats.DOSSIERS, "html")
    target.text(write(session.graph.dossier(" ".join(entity)), form))
