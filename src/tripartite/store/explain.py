"""Say in one line where a query is not SPARQL and why."""

from __future__ import annotations

import re

from tripartite.errors import QuerySyntaxError

_PLACE = re.compile(r"\bat (\d+):(\d+)(?:: (.*))?", re.DOTALL)
_LONGEST = 120  # of what the engine expected, in characters
_TOKEN_NOISE = re.compile(r"\[[^]]*\](?:\.\.=\S+)?|\\u\{[0-9A-F]+\}")


def syntax_error(message: str, source: str) -> QuerySyntaxError:
    """Turn the engine's message into place and reason on one line."""
    place = _PLACE.search(message)
    if place is None:
        return QuerySyntaxError("query-unplaced", source=source, why=" ".join(message.split()))
    line, column, expected = place.groups()
    if expected and "Prefix not found" in expected:
        why = "a prefix is neither declared nor predeclared"
    else:
        readable = " ".join(_TOKEN_NOISE.sub("", expected or "not SPARQL 1.1").split())
        why = readable if len(readable) <= _LONGEST else f"{readable[:_LONGEST]}…"
    return QuerySyntaxError("query-syntax", source=source, line=line, column=column, why=why)
