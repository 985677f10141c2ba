"""A query from outside, and how it is told that it is refused."""

from __future__ import annotations

import re
from typing import NamedTuple

from tripartite.errors import QueryRefusedError


class ForeignQuery(NamedTuple):
    """A query from outside.

    Attributes:
        source: What errors call it, usually its file.
        hosts: The hosts that it may ask.
    """

    text: str
    source: str
    hosts: tuple[str, ...] = ()

    def refused(self, key: str, start: int, **values: object) -> QueryRefusedError:
        """Return the refusal of what begins at this code point."""
        before = re.split(r"\r\n|[\r\n]", self.text[:start])
        line, column = len(before), len(before[-1]) + 1
        return QueryRefusedError(key, source=self.source, line=line, column=column, **values)
