"""Turtle, TriG, N-Triples, N-Quads and RDF/XML: the same graph, the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)
from rdflib.compare import isomorphic

from tripartite.errors import UnsupportedFormatError
from tripartite.exports import rdf, trig
from tripartite.vocabulary import (
    BASE,
    CLAIM,
    DERIVATION,
    PASSAGE,
    PREFIXES,
    RDF_TYPE,
    RDFS_LABEL,
    SOURCE_DOCUMENT,
    STANDARDS,
    entity,
    tp,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

XSD = STANDARDS["xsd"]
EXAMPLE = "http://example.org/"


def passage(slug: str, start: int, end: int) -> NamedNode:
    return NamedNode(f"{BASE}document/{slug}#char={start},{end}")


def claim(slug: str, start: int | None = None, document: str = "brochure") -> list[Quad]:
    name = entity("claim", slug)
    about = entity("project", slug)
    quads = [
        Quad(about, RDFS_LABEL, Literal(f"Project {slug}", language="en"), name),
        Quad(about, RDF_TYPE, tp("Project"), name),
        Quad(name, RDF_TYPE, CLAIM),
        Quad(name, tp("standing"), entity("standing", "stated")),
    ]
    if start is not None:
        quads += [
            Quad(name, PASSAGE, passage(document, start, start + 9)),
            Quad(name, PASSAGE, passage(document, start + 1000, start + 1009)),
        ]
    return quads


DATASET = [
    *claim("brochure-b", 9),
    *claim("brochure-a", 10),
    *claim("annex-z", 100, "annex"),
    *claim("editorial-1"),
    Quad(entity("document", "brochure"), RDF_TYPE, SOURCE_DOCUMENT),
    Quad(entity("document", "brochure"), tp("length"), Literal(12000)),
    Quad(entity("figure", "x"), tp("lower"), Literal(4), entity("derivation", "x")),
    Quad(entity("derivation", "x"), RDF_TYPE, DERIVATION),
]
TRIG = """\
@prefix annex: <https://w3id.org/tripartite/document/annex#char=> .
@prefix claim: <https://w3id.org/tripartite/claim/> .
@prefix document: <https://w3id.org/tripartite/document/> .
@prefix project: <https://w3id.org/tripartite/project/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix standing: <https://w3id.org/tripartite/standing/> .
@prefix tp: <https://w3id.org/tripartite/ontology#> .

document:brochure a tp:SourceDocument ;
\ttp:length 12000 .

claim:annex-z {
\tproject:annex-z a tp:Project ;
\t\trdfs:label "Project annex-z"@en .
}
claim:annex-z a tp:Claim ;
\ttp:passage annex:100\\,109 , annex:1100\\,1109 ;
\ttp:standing standing:stated .
"""
TURTLE = """\
PREFIX brochure: <https://w3id.org/tripartite/document/brochure#char=>
PREFIX figure: <https://w3id.org/tripartite/figure/>
PREFIX sdg: <https://w3id.org/tripartite/sdg/>
PREFIX tp: <https://w3id.org/tripartite/ontology#>

figure:x
    a tp:Figure ;
    tp:amount 1400000 ;
    tp:context brochure:9\\,20 ;
    tp:theme
        sdg:8.5 ,
        sdg:8.7 ;
.
"""
texts = st.text(max_size=20)  # never a lone surrogate: an RDF text is Unicode
SPACES = [EXAMPLE, f"{BASE}body/", f"{BASE}document/x#char=", BASE, "urn:x:"]
NAMES = ["a", "b.c", "-d", "8.7", "10,20", "9,20", "e.", "a/b", "é日", "p(q)"]
iris = st.builds(
    lambda space, name: NamedNode(space + name), st.sampled_from(SPACES), st.sampled_from(NAMES)
)
predicates = st.sampled_from([RDF_TYPE, PASSAGE, RDFS_LABEL, NamedNode(f"{EXAMPLE}p")])
literals = (
    st.builds(Literal, texts)
    | st.builds(lambda text: Literal(text, language="ja"), texts)
    | st.builds(
        lambda text, kind: Literal(text, datatype=NamedNode(kind)),
        st.sampled_from(["1", "01", "+1", "1.50", "5.", ".5", "1e5", "1.0E-3", "true", "0", "abc"])
        | st.from_regex(r"[0-9]{1,20}\.[0-9]{1,20}", fullmatch=True),
        st.sampled_from([f"{XSD}{name}" for name in ("integer", "decimal", "double", "boolean")]),
    )
    | st.just(Literal("2011/..", datatype=NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")))
)
triples = st.builds(Triple, iris, predicates, iris | literals)
graphs = st.lists(triples, max_size=12)
blank = st.builds(BlankNode, st.sampled_from(["a", "b", "c"]))
blank_graphs = st.lists(
    st.builds(Triple, iris | blank, predicates, iris | literals | blank), max_size=8
)
datasets = st.lists(
    st.builds(
        lambda triple, graph: Quad(
            triple.subject, triple.predicate, triple.object, graph or DefaultGraph()
        ),
        triples,
        st.none() | iris,
    ),
    max_size=12,
)
WRITERS = {
    "turtle": (rdf.as_turtle, RdfFormat.TURTLE),
    "data-turtle": (trig.as_turtle, RdfFormat.TURTLE),
    "ntriples": (rdf.as_ntriples, RdfFormat.N_TRIPLES),
    "rdfxml": (rdf.as_rdfxml, RdfFormat.RDF_XML),
}
writers = pytest.mark.parametrize(("write", "form"), WRITERS.values(), ids=WRITERS)


def read(text: str, form: RdfFormat) -> set[Quad]:
    return set(parse(text.encode(), format=form))


def canonical(quads: Iterable[Quad]) -> set[Quad]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def in_xml(graph: Iterable[Triple]) -> bool:
    """Say whether XML can hold the graph."""
    try:
        rdf.as_rdfxml(graph)
    except UnsupportedFormatError:
        return False
    return True


def test_trig_puts_documents_first_and_a_graph_before_its_description() -> None:
    text = trig.as_trig([*claim("annex-z", 100, "annex"), *DATASET[-4:-2]])

    assert text == TRIG


def test_claims_stand_in_the_order_of_their_first_passage() -> None:
    lines = trig.as_trig(DATASET).splitlines()

    opened = [line.removesuffix(" {") for line in lines if line.endswith(" {")]
    assert opened == [
        "claim:annex-z",
        "claim:brochure-b",
        "claim:brochure-a",
        "claim:editorial-1",
        "derivation:x",
    ]


def test_no_graph_writes_nothing() -> None:
    assert trig.as_trig([]) == ""
    assert rdf.as_turtle([]) == ""
    assert rdf.as_nquads([]) == ""


@given(datasets)
def test_trig_written_twice_is_written_once(quads: list[Quad]) -> None:
    once = trig.as_trig(quads)

    twice = trig.as_trig(read(once, RdfFormat.TRIG))

    assert twice == once


@given(datasets)
def test_trig_and_nquads_hold_the_same_quads(quads: list[Quad]) -> None:
    assert read(trig.as_trig(quads), RdfFormat.TRIG) == set(quads)
    assert read(rdf.as_nquads(quads), RdfFormat.N_QUADS) == set(quads)


@given(st.permutations(DATASET))
def test_the_order_of_the_input_does_not_matter(quads: list[Quad]) -> None:
    assert trig.as_trig(quads) == trig.as_trig(DATASET)
    assert rdf.as_nquads(quads) == rdf.as_nquads(DATASET)


@given(datasets)
def test_trig_needs_each_prefix_it_declares(quads: list[Quad]) -> None:
    text = trig.as_trig(quads)

    for line in re.findall(r"^@prefix .*\n", text, re.MULTILINE):
        with pytest.raises(SyntaxError):
            read(text.replace(line, ""), RdfFormat.TRIG)


@writers
@given(graph=graphs)
@settings(max_examples=50)
def test_a_graph_comes_back_as_itself(
    write: Callable[[list[Triple]], str], form: RdfFormat, graph: list[Triple]
) -> None:
    if form == RdfFormat.RDF_XML and not in_xml(graph):
        return

    text = write(graph)

    assert {quad.triple for quad in read(text, form)} == set(graph)
    assert write(graph[::-1]) == text


@writers
@given(graph=blank_graphs)
@settings(max_examples=50)
def test_blank_nodes_come_back_isomorphic_and_named_alike(
    write: Callable[[list[Triple]], str], form: RdfFormat, graph: list[Triple]
) -> None:
    if form == RdfFormat.RDF_XML and not in_xml(graph):
        return
    renamed = [
        Triple(
            BlankNode(f"z{triple.subject.value}")
            if isinstance(triple.subject, BlankNode)
            else triple.subject,
            triple.predicate,
            BlankNode(f"z{triple.object.value}")
            if isinstance(triple.object, BlankNode)
            else triple.object,
        )
        for triple in graph
    ]

    text = write(graph)

    assert canonical(read(text, form)) == canonical(Quad(*triple) for triple in graph)
    assert write(renamed) == text


@writers
@pytest.mark.parametrize(
    "text",
    ["", 'a "quoted" text', "two\nlines", "tab\tand\r\nreturn", "厚生労働省", "back\\slash", "<&>"],
)
def test_rdflib_reads_the_same_text(
    write: Callable[[list[Triple]], str], form: RdfFormat, text: str
) -> None:
    subject, predicate = entity("body", "ilo"), RDFS_LABEL
    expected = rdflib.Graph()
    for language in ("en", "ja"):
        expected.add(
            (
                rdflib.URIRef(subject.value),
                rdflib.URIRef(predicate.value),
                rdflib.Literal(text, lang=language),
            )
        )

    written = write(
        [Triple(subject, predicate, Literal(text, language=name)) for name in ("ja", "en")]
    )

    media_type = form.media_type
    assert isomorphic(rdflib.Graph().parse(data=written, format=media_type), expected)


# rdflib 7.6 warns of its own use of what it deprecates.
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_rdflib_reads_the_same_dataset() -> None:
    expected = {str(quad) for quad in DATASET}

    for text, form in (
        (trig.as_trig(DATASET), "trig"),
        (rdf.as_nquads(DATASET), "nquads"),
    ):
        dataset = rdflib.Dataset().parse(data=text, format=form)
        lines = dataset.serialize(format="nquads")
        assert {str(quad) for quad in parse(lines.encode(), format=RdfFormat.N_QUADS)} == expected


def test_turtle_for_people_has_a_line_a_value_and_only_the_prefixes_used() -> None:
    figure = entity("figure", "x")

    text = rdf.as_turtle(
        [
            Triple(figure, tp("theme"), entity("sdg", "8.7")),
            Triple(figure, tp("theme"), entity("sdg", "8.5")),
            Triple(figure, tp("amount"), Literal(1400000)),
            Triple(figure, tp("context"), passage("brochure", 9, 20)),
            Triple(figure, RDF_TYPE, tp("Figure")),
        ]
    )

    assert text == TURTLE


def test_turtle_for_people_has_the_layout_of_rdflib() -> None:
    triples = [quad.triple for quad in DATASET if "#char=" not in str(quad.object)]
    graph = rdflib.Graph(bind_namespaces="none")
    for name, namespace in PREFIXES.items():
        graph.bind(name, namespace)
    graph.parse(data=rdf.as_ntriples(triples), format="nt")

    text = rdf.as_turtle(triples)

    # rdflib moves a subject that others refer to, and may declare a prefix too many.
    theirs = graph.serialize(format="longturtle").strip().split("\n\n")
    ours = text.strip().split("\n\n")
    assert set(ours[0].splitlines()) <= set(theirs[0].splitlines())
    assert sorted(ours[1:]) == sorted(theirs[1:])


def test_rdfxml_is_readable_and_declares_the_namespaces_of_its_elements() -> None:
    text = rdf.as_rdfxml([Triple(entity("body", "ilo"), RDF_TYPE, tp("Donor"))])

    assert '<tp:Donor rdf:about="https://w3id.org/tripartite/body/ilo">' in text
    assert "xmlns:skos" not in text


@pytest.mark.parametrize("name", ["turtle", "data-turtle", "ntriples", "rdfxml"])
def test_a_format_without_graphs_refuses_them(name: str) -> None:
    write, _ = WRITERS[name]

    with pytest.raises(UnsupportedFormatError, match=r"trig, nquads"):
        write(DATASET)


@pytest.mark.parametrize(
    "triple",
    [
        Triple(entity("body", "x"), NamedNode(f"{EXAMPLE}1"), Literal("x")),
        Triple(entity("body", "x"), RDF_TYPE, NamedNode(EXAMPLE)),
        Triple(entity("body", "x"), RDFS_LABEL, Literal("bell \x07")),
    ],
    ids=["property-ends-in-digit", "class-ends-in-slash", "control-character"],
)
def test_rdfxml_refuses_what_xml_cannot_hold(triple: Triple) -> None:
    with pytest.raises(UnsupportedFormatError, match="ntriples"):
        rdf.as_rdfxml([triple])


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    script = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from test_exports_graphs import DATASET, rdf, trig\n"
        "flat = [quad.triple for quad in set(DATASET)]\n"
        "print(trig.as_trig(set(DATASET)), rdf.as_nquads(set(DATASET)), rdf.as_turtle(flat),"
        " rdf.as_rdfxml(flat), rdf.as_ntriples(flat), trig.as_turtle(flat))"
    )

    outputs = {
        subprocess.run(  # noqa: S603  our own interpreter and script
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outputs) == 1
