"""RDF 1.2 Turtle: a triple is followed by the claims that make it, each by its own name.

A named graph becomes the reifier of its triples. What the default graph holds is asserted; a
triple that only a named graph holds, as one of an implied or disputed claim, is a triple term
and asserted by nobody. Source: W3C RDF 1.2 Turtle, sections 2.10 and 2.11.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Quad, Triple

from tripartite.exports.longturtle import Names
from tripartite.exports.terms import as_quads, in_order, subject_key
from tripartite.vocabulary import PREFIXES, RDF_REIFIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tripartite.model import Term

_INDENT = "    "


def as_turtle12(statements: Iterable[Quad | Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Write triples, each with its reifiers; a reifier is described where it first stands.

    Args:
        statements: In any order; the same ones give the same bytes.
        prefixes: Those that may be used; only those that are used are written.
    """
    quads = in_order(reified(as_quads(statements)))
    triples = sorted((quad.triple for quad in quads), key=_key)
    writer = _Writer(triples, prefixes)
    blocks = list(writer.blocks())
    header = [f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(writer.used.items())]
    return "".join(['VERSION "1.2"\n', *header, *blocks])


def reified(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield triples of one graph: a quad's graph name reifies what it holds."""
    for quad in quads:
        if isinstance(quad.graph_name, DefaultGraph):
            yield quad
        else:
            yield Quad(quad.graph_name, RDF_REIFIES, quad.triple)


def _key(triple: Triple) -> tuple[object, ...]:
    """Order as Turtle is, but reifiers of triples that nobody asserts after all else."""
    return (triple.predicate == RDF_REIFIES, subject_key(triple))


class _Writer:
    """Knows which triples are asserted, who reifies them, and who has been described."""

    def __init__(self, triples: Sequence[Triple], prefixes: Mapping[str, str]) -> None:
        asserted = {triple for triple in triples if triple.predicate != RDF_REIFIES}
        self._names = Names(prefixes)
        self._reifiers: dict[Triple, list[Term]] = {}
        self._facts: dict[Term, list[Triple]] = {}
        for triple in triples:
            what = triple.object
            if isinstance(what, Triple) and triple.predicate == RDF_REIFIES and what in asserted:
                self._reifiers.setdefault(what, []).append(triple.subject)
            else:
                self._facts.setdefault(triple.subject, []).append(triple)
        annotating = {reifier for found in self._reifiers.values() for reifier in found}
        # One that is itself annotated needs a block of its own, or the two would never end.
        self._inline = {
            reifier
            for reifier in annotating
            if not any(triple in self._reifiers for triple in self._facts.get(reifier, ()))
        }

    @property
    def used(self) -> Mapping[str, str]:
        """Namespaces by prefix, of what was written."""
        return self._names.used

    def blocks(self) -> Iterator[str]:
        """Yield a block a subject; a reifier that stands in another's block has none."""
        described: set[Term] = set()
        for subject, facts in self._facts.items():
            if subject not in self._inline:
                body = "".join(self._properties(facts, 1, described))
                yield f"\n{self._names[str(subject)]}\n{body}.\n"

    def _properties(
        self, facts: Sequence[Triple], depth: int, described: set[Term]
    ) -> Iterator[str]:
        pad = _INDENT * depth
        for predicate, group in groupby(facts, key=lambda triple: triple.predicate):
            same = list(group)
            name = self._names.spell_property(str(predicate))
            below = depth + min(len(same), 2)
            lines = [
                f"{self._spell(triple.object)}{self._proof(triple, below, described)}"
                for triple in same
            ]
            if len(lines) == 1:
                yield f"{pad}{name} {lines[0]} ;\n"
            else:
                yield f"{pad}{name}\n"
                yield " ,\n".join(f"{pad}{_INDENT}{line}" for line in lines) + " ;\n"

    def _proof(self, triple: Triple, depth: int, described: set[Term]) -> str:
        """Return a line a reifier, described within ``{| … |}`` where it stands first."""
        pad = "\n" + _INDENT * depth
        return "".join(
            f"{pad}~ {self._names[str(reifier)]}{self._description(reifier, depth, described)}"
            for reifier in self._reifiers.get(triple, ())
        )

    def _description(self, reifier: Term, depth: int, described: set[Term]) -> str:
        facts = self._facts.get(reifier, [])
        if reifier not in self._inline or reifier in described or not facts:
            return ""
        described.add(reifier)
        body = "".join(self._properties(facts, depth + 1, described))
        return f" {{|\n{body}{_INDENT * depth}|}}"

    def _spell(self, term: Term) -> str:
        if not isinstance(term, Triple):
            return self._names[str(term)]
        subject, predicate = self._names[str(term.subject)], term.predicate
        name = self._names.spell_property(str(predicate))
        return f"<<( {subject} {name} {self._spell(term.object)} )>>"
