"""Make project data like that of IATI publishers, in this project's model: same seed, same bytes.

A project has donors, countries, sectors, results, a status and commitments, each said by claims
with passages of a source document. A share of the triples breaks shapes: copies of the examples
in ``tests/shapes``, which between them break every one.

    python -m benchmarks.generate 100000 > data.nt
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from itertools import count, cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from tripartite import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import BlankNode

    _Term = TypeVar("_Term", NamedNode, BlankNode, Literal, Triple)

EXAMPLES: Final = Path(__file__).parent.parent / "tests" / "shapes"
SHARE: Final = 0.05  # of the triples that break shapes
PER_DOCUMENT: Final = 5  # projects, as in our own data: the queries run once a document
_LENGTH: Final = 1000  # characters of a document that speak of one project
_COUNTRIES: Final = ("BD", "BR", "CN", "FJ", "GH", "ID", "KE", "KH", "LA", "LK", "NP", "TH", "VN")
_NOUNS: Final = ("work", "training", "inspection", "safety", "wages", "skills", "dialogue")
# Codes that a shape lists one by one: with a number behind them they would be others.
_FIXED: Final = ("ontology#", "standing/", "verdict/", "extent/", "privacy/")
_OURS: Final = re.compile(re.escape(v.BASE) + r"([a-z-]+/[^#]*)(#.*)?")
_CONCEPT: Final = NamedNode(f"{v.STANDARDS['skos']}Concept")
_LISTS: Final = {
    "theme": 40,
    "sector": 60,
    "people": 12,
    "level": 3,
    "measure": 4,
    "status": 4,
    "realisation": 5,
    "qualifier": 3,
    "basis": 3,
}


def triples(size: int, seed: int = 0, share: float = SHARE) -> Iterator[Triple]:
    """Yield exactly ``size`` triples.

    Args:
        size: About 4,000 are needed before every kind of thing is there.
        seed: Another one gives other choices, as many of each kind.
        share: Of the triples that belong to broken examples; the 1,700 of one round of them
            break each shape at least once.
    """
    blocks = _blocks(random.Random(seed), share)  # noqa: S311 (data, no secret)
    left = size
    while len(block := next(blocks)) <= left:
        yield from block
        left -= len(block)
    for number in range(left):
        name = Literal(f"Another name {number}", language="en")
        yield Triple(v.entity("project", "g-0"), v.SKOS_ALT_LABEL, name)


def _blocks(chance: random.Random, share: float) -> Iterator[list[Triple]]:
    """Yield things whole, for ever: a project cut short would break a shape by chance."""
    yield [*_codes()]
    broken = _broken()
    due = 0.0
    for number in count(0):
        made = [*_project(number, chance)]
        if number % PER_DOCUMENT == 0:
            made = [*_document(number // PER_DOCUMENT), *made]
        yield made
        due += len(made) * share / (1 - share)
        while due > 0:
            example = next(broken)
            yield example
            due -= len(example)


def _codes() -> Iterator[Triple]:
    """Yield the codes, countries and bodies that projects refer to."""
    for scheme, size in _LISTS.items():
        for number in range(size):
            yield Triple(_code(scheme, number), v.RDF_TYPE, _CONCEPT)
    for code in _COUNTRIES:
        country = v.entity("country", f"g-{code.lower()}")
        yield from _labelled(country, v.tp("Country"), f"Country {code}", f"国{code}")
        yield Triple(country, v.tp("iso3166"), Literal(code))
    yield Triple(v.tp("Agency"), v.RDFS_SUBCLASS_OF, _ORGANIZATION)
    for number in range(50):
        body = v.entity("body", f"g-{number}")
        yield from _labelled(body, v.tp("Agency"), f"Agency {number}", f"機関{number}")


def _project(number: int, chance: random.Random) -> Iterator[Triple]:
    project = v.entity("project", f"g-{number}")
    noun = chance.choice(_NOUNS)
    title = f"Decent {noun}, phase {number}"
    yield from _labelled(project, v.tp("Project"), title, f"プロジェクト{number}")
    yield Triple(project, _DCTERMS_TITLE, Literal(title, language="en"))
    for name, kind, size, most in _RELATIONS:
        for one in sorted(chance.sample(range(size), chance.randint(1, most))):
            yield Triple(project, v.tp(name), v.entity(kind, f"g-{one}"))
    for country in sorted(chance.sample(_COUNTRIES, chance.randint(1, 3))):
        yield Triple(project, v.tp("implementedIn"), v.entity("country", f"g-{country.lower()}"))
    yield from _figures(project, number, chance)
    yield from _results(project, number, chance)
    yield from _claims(number, chance)


_DCTERMS_TITLE: Final = NamedNode(f"{v.STANDARDS['dcterms']}title")
_RELATIONS: Final = (
    ("fundedBy", "body", 50, 2),
    ("implementedBy", "body", 50, 3),
    ("theme", "theme", 40, 3),
    ("sector", "sector", 60, 2),
    ("targetGroup", "people", 12, 2),
    ("operatesAt", "level", 3, 1),
)


def _figures(project: NamedNode, number: int, chance: random.Random) -> Iterator[Triple]:
    for one in range(chance.randint(1, 3)):
        figure = v.entity("figure", f"g-{number}-{one}")
        yield Triple(figure, v.RDF_TYPE, v.tp("Figure"))
        yield Triple(figure, v.tp("about"), project)
        for name in ("measure", "qualifier", "basis"):
            code = _code(name, chance.randrange(_LISTS[name]))
            yield Triple(figure, v.tp(name), code)
        amount = str(chance.randint(10_000, 5_000_000))
        for name in ("amount", "lower", "upper"):
            yield Triple(figure, v.tp(name), Literal(amount, datatype=v.XSD_DECIMAL))
        yield Triple(figure, v.tp("currency"), Literal("USD"))
        year = Literal(str(chance.randint(1990, 2025)), datatype=v.EDTF)
        yield Triple(figure, v.tp("period"), year)


def _results(project: NamedNode, number: int, chance: random.Random) -> Iterator[Triple]:
    for kind, name, relation in (
        ("outcome", "Outcome", "hasOutcome"),
        ("output", "Output", "hasOutput"),
        ("action", "Action", "hasAction"),
    ):
        node = v.entity(kind, f"g-{number}")
        yield Triple(project, v.tp(relation), node)
        yield from _labelled(node, v.tp(name), f"{name} of {number}", f"{number}の成果")
        code = _code("realisation", chance.randrange(_LISTS["realisation"]))
        yield Triple(node, v.tp("realisation"), code)
    seen = v.entity("observation", f"g-{number}")
    yield Triple(seen, v.RDF_TYPE, v.tp("StatusObservation"))
    yield Triple(seen, v.tp("about"), project)
    yield Triple(seen, v.tp("status"), _code("status", chance.randrange(_LISTS["status"])))
    yield Triple(seen, v.tp("observedOn"), v.entity("document", f"g-{number // PER_DOCUMENT}"))


def _claims(number: int, chance: random.Random) -> Iterator[Triple]:
    document, start = number // PER_DOCUMENT, number % PER_DOCUMENT * _LENGTH
    context = _span(document, start, start + _LENGTH)
    yield from _spanned(document, start, start + _LENGTH)
    for one in range(4):
        claim = v.entity("claim", f"g-{document}-{number}-{one}")
        first = start + one * 200 + chance.randrange(100)
        yield Triple(claim, v.RDF_TYPE, v.CLAIM)
        yield Triple(claim, v.STANDING, v.STATED)
        yield Triple(claim, v.PASSAGE, _span(document, first, first + 40))
        yield Triple(claim, v.CONTEXT, context)
        yield from _spanned(document, first, first + 40)


def _span(document: int, start: int, end: int) -> NamedNode:
    return NamedNode(f"{v.BASE}document/g-{document}#char={start},{end}")


def _spanned(document: int, start: int, end: int) -> Iterator[Triple]:
    passage = _span(document, start, end)
    selector = v.entity("selector", f"g-{document}-{start}-{end}")
    yield Triple(passage, v.RDF_TYPE, v.OA_SPECIFIC_RESOURCE)
    yield Triple(passage, v.OA_HAS_SOURCE, v.entity("document", f"g-{document}"))
    yield Triple(passage, v.OA_HAS_SELECTOR, selector)
    yield Triple(selector, v.RDF_TYPE, v.OA_POSITION_SELECTOR)
    yield Triple(selector, v.OA_START, _integer(start))
    yield Triple(selector, v.OA_END, _integer(end))


def _document(number: int) -> Iterator[Triple]:
    document = v.entity("document", f"g-{number}")
    yield from _labelled(document, v.SOURCE_DOCUMENT, f"Report {number}", f"報告{number}")
    publisher = v.entity("body", f"g-{number % 50}")
    for name, text in (("title", Literal(f"Report {number}", language="en")), ("language", _EN)):
        yield Triple(document, NamedNode(f"{v.STANDARDS['dcterms']}{name}"), text)
    yield Triple(document, NamedNode(f"{v.STANDARDS['dcterms']}publisher"), publisher)
    page = NamedNode(f"https://example.org/report/{number}")
    yield Triple(document, NamedNode(f"{v.STANDARDS['foaf']}page"), page)
    yield Triple(document, v.tp("fileName"), Literal(f"report-{number}.txt"))
    yield Triple(document, v.tp("sha256"), Literal(f"{number:064x}"))
    yield Triple(document, v.tp("length"), _integer(PER_DOCUMENT * _LENGTH))
    for name, day in (("earliest", "2024-01-01"), ("latest", "2024-12-31")):
        yield Triple(document, v.tp(name), Literal(day, datatype=v.XSD_DATE))
        for why, language in (("As its title says.", "en"), ("題名による。", "ja")):
            yield Triple(document, v.tp(f"{name}Reason"), Literal(why, language=language))


_ORGANIZATION: Final = NamedNode(f"{v.STANDARDS['org']}Organization")
_EN: Final = Literal("en")


def _labelled(node: NamedNode, kind: NamedNode, english: str, japanese: str) -> Iterator[Triple]:
    yield Triple(node, v.RDF_TYPE, kind)
    yield Triple(node, v.RDFS_LABEL, Literal(english, language="en"))
    yield Triple(node, v.RDFS_LABEL, Literal(japanese, language="ja"))


def _code(scheme: str, number: int) -> NamedNode:
    return v.entity(scheme, f"g-{number}")


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=v.XSD_INTEGER)


def _broken() -> Iterator[list[Triple]]:
    """Yield the examples that break a shape, again and again, each time of other things."""
    files = sorted(EXAMPLES.glob("*/invalid-*.ttl"))
    examples = [[q.triple for q in parse(path=str(p), format=RdfFormat.TURTLE)] for p in files]
    same: set[Triple] = set()  # of things that keep their names
    for number, example in enumerate(cycle(examples)):
        renamed = [
            Triple(_renamed(one.subject, number), one.predicate, _renamed(one.object, number))
            for one in example
            if not (one.object == _CONCEPT and _is_fixed(one.subject))
        ]
        yield [one for one in renamed if one not in same]
        same.update(set(renamed) & set(example))


def _renamed(term: _Term, number: int) -> _Term:
    if not isinstance(term, NamedNode) or _is_fixed(term):
        return term
    found = _OURS.fullmatch(term.value)
    return NamedNode(f"{v.BASE}{found[1]}-{number}{found[2] or ''}") if found else term


def _is_fixed(term: object) -> bool:
    return isinstance(term, NamedNode) and term.value.startswith(
        tuple(f"{v.BASE}{name}" for name in _FIXED)
    )


def main() -> int:
    """Write N-Triples to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int, help="triples")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--share", type=float, default=SHARE, help="of triples that break shapes")
    given = parser.parse_args()
    made = triples(given.count, given.seed, given.share)
    serialize(made, output=sys.stdout.buffer, format=RdfFormat.N_TRIPLES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
