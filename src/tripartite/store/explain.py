"""Say in one line where a query is not SPARQL, what stands there and what could."""

from __future__ import annotations

import re

from tripartite.errors import QuerySyntaxError

_PLACE = re.compile(r"\bat (\d+):(\d+)(?:: (.*))?", re.DOTALL)
_KEYWORD = re.compile(r"(?<!\{)\b[A-Z]{2,}\b(?! *'|\})")  # neither quoted nor a code point
_UPDATE = re.compile(
    r"\s*(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b", re.IGNORECASE
)
_SHOWN = 20  # characters of what was found


def syntax_error(message: str, text: str, source: str) -> QuerySyntaxError:
    """Turn the engine's message about ``text`` into place, what was found, what could stand."""
    place = _PLACE.search(message)
    if place is None:
        return QuerySyntaxError("query-unplaced", source=source, why=" ".join(message.split()))
    line, column, expected = int(place[1]), int(place[2]), place[3] or ""
    where = {"source": source, "line": line, "column": column}
    if "Prefix not found" in expected:
        return QuerySyntaxError("query-prefix", **where)
    if _UPDATE.match(_line(text, line)):
        return QuerySyntaxError("query-update", source=source, line=line)
    found = _rest(text, line, column)
    keywords = ", ".join(_KEYWORD.findall(expected))
    if not found:
        return QuerySyntaxError("query-ends", **where)
    key = "query-syntax" if keywords else "query-unexpected"
    return QuerySyntaxError(key, **where, found=found, expected=keywords)


def _rest(text: str, line: int, column: int) -> str:
    return _line(text, line)[column - 1 :].strip()[:_SHOWN]


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1] if number <= len(lines) else ""
