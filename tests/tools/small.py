"""Small graphs for tests: claims in TriG with our prefixes, materialised as a build does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from tripartite import vocabulary as v
from tripartite.build.materialise import materialise
from tripartite.build.sources import Source, Sources, read_file
from tripartite.places import locate
from tripartite.store import EmbeddedStore

if TYPE_CHECKING:
    from pathlib import Path

_DATED = {"early": ("2012-01-01", "2012-12-31"), "late": ("2020-01-01", "2022-12-31")}


def claim(name: str, facts: str, document: str = "early", more: str = "") -> str:
    """Return one stated claim; its passage is the first nine characters."""
    passage = f"<{v.BASE}document/{document}#char=0,9>"
    return (
        f"claim:{document}-{name} {{ {facts} }}\n"
        f"claim:{document}-{name} a tp:Claim ; tp:standing standing:stated ;"
        f" tp:passage {passage} ; tp:context {passage} {more}.\n"
    )


def figure(name: str, document: str = "early", more: str = "", **changed: str) -> str:
    """Return a claim that gives one figure: four dollars a year from Japan to the ILO."""
    parts = {
        "measure": "measure:contribution",
        "about": "partnership:japan-ilo",
        "provider": "country:japan",
        "receiver": "body:ilo",
        "amount": "4",
        "currency": '"USD"',
        "qualifier": "qualifier:exact",
        "basis": "basis:per-year",
        "period": '"2018"^^edtf:EDTF',
        **changed,
    }
    facts = " ; ".join(f"tp:{key} {value}" for key, value in parts.items() if value)
    return claim(name, f"figure:{name} a tp:Figure ; {facts} .", document, more)


def graph(*claims: str, described: str = "") -> EmbeddedStore:
    """Return the graph of these claims, of two documents of 2012 and of 2020."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in v.PREFIXES.items())
    documents = "".join(
        f'document:{slug} a tp:SourceDocument ; tp:earliest "{first}"^^xsd:date ;'
        f' tp:latest "{last}"^^xsd:date .\n'
        for slug, (first, last) in _DATED.items()
    )
    quads = tuple(parse(prefixes + documents + "".join(claims), format=RdfFormat.TRIG))
    entities = tuple(parse(prefixes + described, format=RdfFormat.TURTLE))
    places = locate()
    vocabulary = tuple(read_file(path, places.root) for path in places.vocabulary_files())
    sources = Sources(vocabulary, (_source(entities),), (_source(quads),))
    return EmbeddedStore.of(materialise(sources).quads())


def _source(quads: tuple[object, ...]) -> Source:
    path: Path = locate().root
    return Source("small", path, quads)  # type: ignore[arg-type]  # quads as parsed
