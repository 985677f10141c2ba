"""One report of everything wrong: shapes on every graph, and the check queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from tripartite import library
from tripartite import vocabulary as v
from tripartite.build import sources as files
from tripartite.build.materialise import materialise
from tripartite.checks.reporting import MARK, Reporter, text
from tripartite.origins import Origins
from tripartite.store import EmbeddedStore
from tripartite.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tripartite.build.sources import Sources
    from tripartite.places import Places
    from tripartite.reports import Finding

_WHOLE: Final = NamedNode(f"{v.TP}needsWholeGraph")
_DEACTIVATED: Final = NamedNode(f"{v.STANDARDS['sh']}deactivated")
_TRUE: Final = Literal("true", datatype=NamedNode(f"{v.STANDARDS['xsd']}boolean"))


def check(places: Places, language: str, engine: str = "fast") -> tuple[Finding, ...]:
    """Return every finding, sorted by file and line; empty if the project is in order.

    Args:
        places: The project's folders.
        language: That of labels and messages.
        engine: What validates: ``fast``, or ``pyshacl`` for the reference.

    Raises:
        UnreadableFileError: A file of the project does not parse.
        MissingInputError: The project lacks a folder.
    """
    project = files.read(places)
    dataset = materialise(project)
    store = EmbeddedStore.of((*dataset.quads(), *_file_graphs(project)))
    reporter = Reporter(store, Origins(project), language)
    shapes = read_shapes(places)
    reports = (
        validate((quad.triple for quad in dataset.default), shapes, engine, None),
        validate(_apart(dataset.claims), (*shapes, *_local(shapes)), engine, None),
    )
    found = {
        *(finding for report in reports for finding in reporter.results(report.results)),
        *(f for query in library.checks(places.queries) for f in reporter.rows(query)),
        *reporter.queries(library.load(places.queries, n) for n in library.names(places.queries)),
        *reporter.tensions(store),
    }
    return tuple(sorted(found, key=lambda finding: (finding.place, finding.focus, finding.rule)))


def _apart(claims: Iterable[Quad]) -> Iterator[Triple]:
    """Yield every claim's graph so that none touches another.

    Its subjects are renamed by the claim, and so validated as that claim alone has them.
    """
    graphs: dict[str, list[Quad]] = {}
    for quad in claims:
        graphs.setdefault(text(quad.graph_name), []).append(quad)
    for claim, quads in graphs.items():
        mark = f"{MARK}{claim.rpartition('/')[2]}"
        own = {text(q.subject): NamedNode(f"{text(q.subject)}{mark}") for q in quads}
        for quad in quads:
            value = own.get(text(quad.object)) if isinstance(quad.object, NamedNode) else None
            yield Triple(own[text(quad.subject)], quad.predicate, value or quad.object)


def read_shapes(places: Places) -> tuple[Triple, ...]:
    """Return the project's shapes."""
    read = (files.read_file(path, places.root) for path in places.shape_files())
    return tuple(quad.triple for source in read for quad in source.quads)


def _local(shapes: Iterable[Triple]) -> Iterator[Triple]:
    """Yield what switches off the shapes that are true of the whole graph only."""
    for triple in shapes:
        if triple.predicate == _WHOLE:
            yield Triple(triple.subject, _DEACTIVATED, _TRUE)


def _file_graphs(project: Sources) -> Iterator[Quad]:
    """Yield what stands in no claim under its file's name: editorial has an origin too.

    A document's file is none of ours: outside its claims it only describes them and itself.
    """
    ours = (source for source in project.all() if source.path.parent.name != "documents")
    for source in ours:
        name = NamedNode(f"{v.BASE}file/{source.name}")
        for quad in source.quads:
            if quad.graph_name == DefaultGraph():
                yield Quad(quad.subject, quad.predicate, quad.object, name)
                if quad.predicate in (v.EDITORIAL_LABEL, v.SKOS_PREF_LABEL):
                    yield Quad(quad.subject, v.RDFS_LABEL, quad.object, name)
