"""Findings as SARIF 2.1.0, which code hosts and editors show beside the line concerned.

Source: OASIS SARIF 2.1.0, 27 March 2020.
"""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from tripartite.curie import shorten
from tripartite.vocabulary import STANDARDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tripartite.model import Term
    from tripartite.reports import Finding
    from tripartite.validation.foreign import Checked
    from tripartite.validation.report import Result

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final[Mapping[str, str]] = {
    f"{STANDARDS['sh']}Violation": "error",
    f"{STANDARDS['sh']}Warning": "warning",
    f"{STANDARDS['sh']}Info": "note",
}
_OTHER: Final = "warning"  # a severity that the shapes declare themselves
_TEXTS: Final = (f"{STANDARDS['sh']}message", f"{STANDARDS['sh']}description")


class Mark(NamedTuple):
    """One finding.

    Attributes:
        texts: Of its rule, by language.
        place: ``file:line``; empty where no file names the focus.
        more: What SARIF has no word for, by name; what is empty is left out.
    """

    rule: str
    level: str
    message: str
    focus: str
    place: str
    texts: Mapping[str, str]
    more: Mapping[str, str]


def of_files(checked: Checked, language: str) -> str:
    """Return what a check of files found."""
    marks = [_mark(result, checked, language) for result in checked.report.results]
    return _log(marks, checked.notes, language)


def of_findings(findings: Iterable[Finding], language: str) -> str:
    """Return what a check of the project found; a rule says it in this language only."""
    marks = [
        Mark(
            finding.rule,
            "error",
            finding.message,
            finding.focus,
            finding.place,
            {language: finding.message},
            {"property": finding.property, "value": finding.value, "claim": finding.claim},
        )
        for finding in findings
    ]
    return _log(marks, (), language)


def _mark(result: Result, checked: Checked, language: str) -> Mark:
    texts = {**_described(result, checked), **result.messages}
    more = {
        "path": checked.path(result.path) if result.path else "",
        "value": _text(result.value),
        "component": shorten(result.component),
        "engine": checked.engine(result),
    }
    return Mark(
        checked.name(result.shape),
        _LEVELS.get(result.severity.value, _OTHER),
        texts.get(language) or texts.get("en") or next(iter(texts.values()), more["component"]),
        _text(result.focus),
        checked.places.get(result.focus, ""),
        texts,
        more,
    )


def _described(result: Result, checked: Checked) -> dict[str, str]:
    """Return what a shape says of itself, by language."""
    return {
        text.language or "": text.value
        for name in reversed(_TEXTS)
        for text in checked.shapes.values(result.shape, NamedNode(name))
        if isinstance(text, Literal)
    }


def _log(marks: Sequence[Mark], notes: Iterable[str], language: str) -> str:
    rules = {mark.rule: mark for mark in reversed(marks)}
    order = {rule: index for index, rule in enumerate(sorted(rules))}
    told = [{"level": "note", "message": {"text": note}} for note in notes]
    run = {
        "tool": {
            "driver": {
                "name": "tripartite",
                "version": version("tripartite"),
                "rules": [_rule(rules[rule], language) for rule in order],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": told}],
        "results": [_result(mark, order[mark.rule]) for mark in marks],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(mark: Mark, language: str) -> dict[str, Any]:
    others = [text for name, text in sorted(mark.texts.items()) if name != language]
    texts = [*filter(None, [mark.texts.get(language)]), *others] or [mark.message]
    return {
        "id": mark.rule,
        "shortDescription": {"text": texts[0]},
        "help": {"text": "\n\n".join(dict.fromkeys(texts))},
        "defaultConfiguration": {"level": mark.level},
    }


def _result(mark: Mark, index: int) -> dict[str, Any]:
    more = {name: text for name, text in mark.more.items() if text}
    same = "\n".join((mark.rule, mark.focus, *mark.more.values()))
    location: dict[str, Any] = {
        **dict(_physical(mark.place)),
        "logicalLocations": [{"fullyQualifiedName": mark.focus, "kind": "resource"}],
    }
    return {
        "ruleId": mark.rule,
        "ruleIndex": index,
        "level": mark.level,
        "message": {"text": mark.message},
        "locations": [location],
        "partialFingerprints": {"finding/v1": hashlib.sha256(same.encode()).hexdigest()},
        "properties": more,
    }


def _physical(place: str) -> Iterator[tuple[str, Any]]:
    path, _, line = place.rpartition(":")
    if path and path != "-":
        file = PurePath(path)
        uri = file.as_uri() if file.is_absolute() else quote(file.as_posix())
        region = {"startLine": int(line)}
        yield "physicalLocation", {"artifactLocation": {"uri": uri}, "region": region}


def _text(term: Term | None) -> str:
    if isinstance(term, NamedNode):
        return shorten(term)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)
