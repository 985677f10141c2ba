"""A dossier in the format asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tripartite.dossier.content import Dossier

FORMATS: Final = ("html", "markdown", "pdf", "xlsx")


def write(dossier: Dossier, form: str) -> str | bytes:
    """Return the dossier as ``form``, one of ``FORMATS``; each brings its own engine.

    Raises:
        MissingInputError: A PDF, and there is no Japanese font.
    """
    if form == "html":
        from tripartite.dossier.html import as_html  # noqa: PLC0415 (only where it is used)

        return as_html(dossier)
    if form == "pdf":
        from tripartite.dossier.pdf import as_pdf  # noqa: PLC0415 (the same)

        return as_pdf(dossier)
    if form == "xlsx":
        from tripartite.dossier.xlsx import as_xlsx  # noqa: PLC0415 (the same)

        return as_xlsx(dossier)
    from tripartite.dossier.markdown import as_markdown  # noqa: PLC0415 (the same)

    return as_markdown(dossier)
