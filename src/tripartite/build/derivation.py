"""One derivation: triples that follow by a rule, in a named graph of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import NamedNode, Quad, Triple

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Premises: TypeAlias = "Mapping[Triple, Sequence[NamedNode]]"  # the claims that say a triple
Facts: TypeAlias = "Mapping[NamedNode, Sequence[Triple]]"  # the triples about a subject


@dataclass(frozen=True, slots=True)
class Derivation:
    """Triples that follow by one rule from some premises.

    Attributes:
        slug: Local name; made of the rule and of what it is about, so it is stable.
        premises: Claims, or the document for what follows from a passage's own IRI.
    """

    slug: str
    rule: str
    premises: tuple[NamedNode, ...]
    triples: tuple[Triple, ...]

    def quads(self) -> Iterator[Quad]:
        """Yield the derivation's graph and its description."""
        name = v.entity("derivation", self.slug)
        yield from (Quad(t.subject, t.predicate, t.object, name) for t in self.triples)
        yield Quad(name, v.RDF_TYPE, v.DERIVATION)
        yield Quad(name, v.RULE, v.entity("rule", self.rule))
        yield Quad(name, v.STANDING, v.INFERRED)
        yield from (Quad(name, v.PROV_DERIVED_FROM, premise) for premise in self.premises)


def slug(node: NamedNode) -> str:
    """Return ``kind-name`` of an entity's IRI, for the name of a derivation about it."""
    return node.value.removeprefix(v.BASE).replace("/", "-").replace("#", "-")
