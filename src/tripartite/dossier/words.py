"""Words, names in a row, and the notes that prove each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tripartite.dossier.content import Span
from tripartite.dossier.english import ENGLISH
from tripartite.dossier.japanese import JAPANESE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tripartite.dossier.content import Line

_TEXTS: Final = {"en": ENGLISH, "ja": JAPANESE}
_SLOT: Final = "\x00"
# What stands between the entity and the rest of a Japanese sentence that begins with it.
_PARTICLES: Final = re.compile(r"^\x01(?:には|では|から|は|を|の|に)")


def text(key: str, language: str, *values: object, **named: object) -> str:
    """Return the text of a key with its values."""
    return _TEXTS[language][key].format(*values, **named)


def joined(names: Sequence[Line], language: str, more: int = 0) -> Line:
    """Return names in a row, ``A, B and C``, or ``A, B, C and 2 more``."""
    spans: list[Span] = []
    for number, name in enumerate(names):
        if number:
            is_last = number == len(names) - 1 and not more
            spans.append(Span(text("last-comma" if is_last else "comma", language)))
        spans += name
    return (*spans, *((Span(text("more-names", language, more)),) if more else ()))


def sentence(template: str, start: str, others: Line, detail: str) -> Line:
    """Return a relation as a sentence that begins with ``start``, without its full stop.

    Args:
        template: Of ``network.phrasing``, with ``{a}``, ``{b}`` and ``{detail}``.
        start: The name of the entity the dossier is about.
        others: Stands for ``{b}``.
        detail: The figure or the post.
    """
    said = template.format(a=start, b=_SLOT, detail=detail)
    before, _, after = said.partition(_SLOT)
    before = before[:1].upper() + before[1:]
    return (Span(before), *others, *((Span(after),) if after else ()))


def relation(template: str, language: str) -> str:
    """Return what a sentence says between its ends: ``is funded by …``, ``…に属している``."""
    said = template.replace("({detail})", "").replace("（{detail}）", "")  # noqa: RUF001 (Japanese brackets)
    said = said.format(a="\x01", b="…", detail="…")
    said = _PARTICLES.sub("", said) if language == "ja" else said.replace("\x01", "")
    return said.replace("\x01", "").strip().removesuffix(" …").strip()
