"""From a finding back to the file, the line and the claim it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import NamedNode

from tripartite.curie import shorten
from tripartite.vocabulary import CONTEXT, PASSAGE

if TYPE_CHECKING:
    from tripartite.build.sources import Source, Sources


_Found: TypeAlias = tuple["Source", str, str, str]  # file, property, value, claim


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a triple was written.

    Attributes:
        claim: The claim's IRI; empty for what is editorial.
        place: ``file:line``; empty where no file names the node.
    """

    claim: str
    place: str


class Origins:
    """Looks subjects and properties up in a project's files."""

    def __init__(self, project: Sources) -> None:
        """Index the files' quads by subject when first asked."""
        self._project = project

    def of(self, focus: str, predicate: str, value: str, claim: str) -> Origin:
        """Return where ``focus`` is given this value, or is first mentioned at all.

        Args:
            focus: The subject's IRI.
            predicate: The property's IRI; empty if none is known.
            value: The value's text; empty if none is known.
            claim: The claim's IRI if it is known already, else empty.
        """
        if citing := self._citing(value):
            source, claim = citing
            return Origin(claim, f"{source.name}:{_line(source, claim, value)}")
        candidates = self._by_subject.get(focus, []) or self._by_object.get(focus, [])
        if not candidates:
            return Origin(claim, "")

        def distance(found: _Found) -> tuple[bool, ...]:
            source, given, text, name = found
            elsewhere = bool(claim) and name != claim
            other_file = (
                source not in self._project.claims
            )  # one that judges claims, not the claim's
            return elsewhere, given != predicate, text != value, not name, other_file

        source, _, _, name = min(candidates, key=distance)
        return Origin(name or claim, f"{source.name}:{_line(source, name or focus, focus)}")

    def _citing(self, value: str) -> tuple[Source, str] | None:
        """Return the file and the claim that cite a passage; ``None`` for any other value."""
        if "#char=" not in value:
            return None
        for source in self._project.claims:
            for quad in source.quads:
                if quad.predicate in (PASSAGE, CONTEXT) and _text(quad.object) == value:
                    return source, _text(quad.subject)
        return None

    @cached_property
    def _by_subject(self) -> dict[str, list[_Found]]:
        return self._index("subject")

    @cached_property
    def _by_object(self) -> dict[str, list[_Found]]:
        return self._index("object")

    def _index(self, position: str) -> dict[str, list[_Found]]:
        found: dict[str, list[_Found]] = {}
        for source in self._project.all():
            for quad in source.quads:
                term = getattr(quad, position)
                if isinstance(term, NamedNode):
                    graph = quad.graph_name
                    claim = graph.value if isinstance(graph, NamedNode) else ""
                    text = _text(quad.object)
                    entry = (source, quad.predicate.value, text, claim)
                    found.setdefault(term.value, []).append(entry)
        return found


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def _line(source: Source, *nodes: str) -> int:
    """Return the line that begins with one of ``nodes``, else the first that names it.

    The first node goes first.
    """
    lines = source.path.read_text(encoding="utf-8", errors="replace").splitlines()
    for node in nodes:
        short = shorten(NamedNode(node)).replace(",", "\\,")
        pattern = re.compile(rf"(?<![\w:-]){re.escape(short)}(?![\w-])|<{re.escape(node)}>")
        named = [number for number, line in enumerate(lines, 1) if pattern.search(line)]
        begun = (number for number in named if pattern.match(lines[number - 1]))
        if named:
            return next(begun, named[0])
    return 1
