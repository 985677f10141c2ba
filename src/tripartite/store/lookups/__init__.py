"""Queries by which a server is asked for what the embedded engine looks up."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tripartite.model import Term

_SLOT: Final = re.compile(r"^ *VALUES \?(\w+) \{ UNDEF \}\n", re.MULTILINE)


def lookup(name: str, terms: Mapping[str, Iterable[Term]]) -> str:
    """Return a query of this folder with terms for its variables; the others match all."""

    def values(slot: re.Match[str]) -> str:
        given = " ".join(str(term) for term in terms.get(slot[1], ()))
        return f"VALUES ?{slot[1]} {{ {given} }}\n" if given else ""

    return _SLOT.sub(values, _text(name))


@cache
def _text(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text(encoding="utf-8")
