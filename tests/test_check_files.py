"""``check --data --shapes``: any files, nothing fetched, shapes first, a place for each finding."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SH

from tests.test_cli_contract import rows_of
from tests.tools.loopback import Loopback, loopback
from tripartite import KnowledgeGraph
from tripartite.cli.formats import TABLES
from tripartite.errors import InvalidShapesError, UnreadableFileError
from tripartite.exports.formats import as_rdf
from tripartite.validation import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tools.running import Command

SH_PREFIX = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> .\n"
SHAPES = """
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:S a sh:NodeShape ; sh:targetClass ex:Person ; sh:property ex:Age ,
  [ sh:path ( ex:knows ex:age ) ; sh:minCount 1 ; sh:severity sh:Warning ] .
ex:Age sh:path ex:age ; sh:datatype xsd:integer ;
  sh:message "An age is a whole number."@en , "年齢は整数です。"@ja .
"""
DATA = """@prefix ex: <http://example.org/> .

ex:someone ex:knows ex:a .

ex:a a ex:Person ;
  ex:age "ten" ;
  ex:knows ex:b .
ex:b ex:age 11 .
"""
FORMATS = {
    ".ttl": "turtle",
    ".trig": "trig",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".xml": "rdfxml",
}


@pytest.fixture
def shapes(tmp_path: Path) -> str:
    """Shapes that ``DATA`` breaks once."""
    return written(tmp_path, "shapes.ttl", SH_PREFIX + SHAPES)


@pytest.fixture
def data(tmp_path: Path) -> str:
    """One person whose age is no number."""
    return written(tmp_path, "data.ttl", DATA)


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server that counts who asks it."""
    with loopback() as found:
        yield found


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_violation_is_a_row_with_message_engine_and_line(
    data: str, shapes: str, command: Command
) -> None:
    outcome = command("check", "--data", data, "--shapes", shapes, "-f", "json")

    (row,) = outcome.json["rows"]
    assert outcome.code == 1
    assert row["focus"] == "http://example.org/a"
    assert row["value"] == "ten"
    assert row["message"] == "An age is a whole number."
    assert row["engine"] == "shacl"
    assert row["place"] == f"{data}:5"


def test_the_message_is_in_the_language_asked_for(data: str, shapes: str, command: Command) -> None:
    outcome = command("check", "--data", data, "--shapes", shapes, "--lang", "ja", "-f", "tsv")

    assert "年齢は整数です。" in outcome.text
    assert outcome.stderr.splitlines()[-1] == "指摘1件"


def test_data_that_conforms_exits_with_0(tmp_path: Path, shapes: str, command: Command) -> None:
    fine = written(tmp_path, "fine.ttl", DATA.replace('"ten"', "10"))

    outcome = command("check", "--data", fine, "--shapes", shapes, "-f", "csv")

    assert outcome.code == 0
    assert "conforms" in outcome.stderr


@pytest.mark.parametrize("form", TABLES)
def test_findings_of_files_take_every_row_format(
    form: str, data: str, shapes: str, command: Command
) -> None:
    outcome = command("check", "--data", data, "--shapes", shapes, "-f", form)

    assert outcome.code == 1
    if form in ("table", "markdown"):
        assert "An age is a whole number." in outcome.text
    else:
        assert len(rows_of(form, outcome)) == 1


def test_both_engines_find_the_same(data: str, shapes: str, command: Command) -> None:
    both = [
        command("check", "--data", data, "--shapes", shapes, "-f", "tsv", "--engine", engine).text
        for engine in ("fast", "pyshacl")
    ]

    assert both[0] == both[1].replace("\tpyshacl\t", "\tshacl\t")


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_is_known_by_its_ending(
    ending: str, packed: str, tmp_path: Path, shapes: str, graph: KnowledgeGraph
) -> None:
    quads = ox.parse(DATA.encode(), format=ox.RdfFormat.TURTLE)
    text = as_rdf(quads, FORMATS[ending], graph.places.ontology).encode()
    path = tmp_path / f"data{ending}{packed}"
    path.write_bytes(gzip.compress(text, mtime=0) if packed else text)

    checked = KnowledgeGraph.check_files([path], [shapes])

    (result,) = checked.report.results
    assert str(result.value) == '"ten"'
    assert checked.places[result.focus].startswith(f"{path}:")


def test_the_formats_are_all_that_are_read() -> None:
    assert FORMATS == files.ENDINGS


def test_standard_input_has_the_format_named(shapes: str, command: Command) -> None:
    line = b'<http://example.org/a> <http://example.org/age> "ten" .\n'
    kind = line.replace(b"age", b"x").replace(b'"ten"', b"<http://example.org/b>")
    typed = kind.replace(
        b"http://example.org/x", b"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    )
    typed = typed.replace(b"example.org/b", b"example.org/Person")

    outcome = command(
        *("check", "--data", "-", "--input-format", "ntriples", "--shapes", shapes, "-f", "json"),
        stdin=line + typed,
    )

    assert [row["place"] for row in outcome.json["rows"]] == ["-:1", "-:1"]


def test_files_are_one_graph_but_their_blank_nodes_are_not_one(tmp_path: Path, shapes: str) -> None:
    head = "@prefix ex: <http://example.org/> .\n"
    first = written(tmp_path, "first.ttl", f"{head}_:x a ex:Person ; ex:knows ex:b .")
    second = written(tmp_path, "second.ttl", f'{head}_:x ex:age "ten" . ex:b ex:age 3 .')

    checked = KnowledgeGraph.check_files([first, second], [shapes])

    assert checked.report.conforms


def test_a_node_without_a_label_is_called_the_same_in_each_run(
    tmp_path: Path, shapes: str, command: Command
) -> None:
    head = "@prefix ex: <http://example.org/> .\n"
    path = written(tmp_path, "blank.ttl", f'{head}[] a ex:Person ; ex:age "ten" .')
    arguments = ("check", "--data", path, "--shapes", shapes)

    runs = {command(*arguments, "-f", form).text for form in ("turtle", "turtle")}

    assert len(runs) == 1


def test_named_graphs_are_validated_with_the_default_graph(tmp_path: Path, shapes: str) -> None:
    text = DATA.replace("ex:b ex:age 11 .", "ex:g { ex:b ex:age 11 . }")
    path = written(tmp_path, "data.trig", text)

    checked = KnowledgeGraph.check_files([path], [shapes])

    assert len(checked.report.results) == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("data.csv", b"a,b", "no RDF format has the ending '.csv'; known: .ttl, .trig, "),
        ("data", b"", "no RDF format has the ending ''"),
        ("bad.ttl", b"<a> <b> .\n", "bad.ttl:1:9: "),
        ("bad.nt", b"<http://a> <http://b> <http://c> .\n<http://a> <b> .\n", "bad.nt:2:12: "),
        ("bad.rdf", b"<a>\n  <b></c>\n</a>", "bad.rdf:2:8: mismatched tag"),
        ("bad.jsonld", b'{"a": [1,\n2}', "bad.jsonld:2:2: "),
        ("cut.nt.gz", gzip.compress(b"x" * 100, mtime=0)[:20], "the file ends early"),
        ("no.nt.gz", b"<http://a> <http://b> <http://c> .", "Not a gzipped file"),
        ("latin.ttl", b'<a> <b> "\xe9" .', "latin.ttl:1:"),
        ("star.ttl", b"<a> <b> <<( <a> <b> <c> )>> .", "a triple inside a triple"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_with_its_place(  # noqa: PLR0913, PLR0917 (a table)
    name: str, content: bytes, said: str, tmp_path: Path, shapes: str, command: Command
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    outcome = command("check", "--data", str(path), "--shapes", shapes)

    assert outcome.code == 3
    assert outcome.stdout == b""
    assert len(outcome.stderr.splitlines()) == 1
    assert outcome.stderr.startswith(f"tripartite: {path}")
    assert said in outcome.stderr


def test_a_file_that_is_not_there_is_one_line(shapes: str, command: Command) -> None:
    outcome = command("check", "--data", "nowhere.ttl", "--shapes", shapes)

    assert outcome.code == 3
    assert outcome.stderr.startswith("tripartite: nowhere.ttl: cannot be read: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--data", "x.ttl"), "--shapes is missing"),
        (("--shapes", "x.ttl"), "--data is missing"),
        (("--data", "-", "--shapes", "-"), "once only"),
    ],
)
def test_a_call_that_cannot_be_meant_is_a_usage_error(
    arguments: tuple[str, ...], said: str, command: Command
) -> None:
    outcome = command("check", *arguments)

    assert outcome.code == 2
    assert said in outcome.stderr


def test_a_remote_json_ld_context_is_refused_and_not_fetched(
    tmp_path: Path, shapes: str, server: Loopback
) -> None:
    where = f"http://{server.host}/context"
    contexts = [where, [{"a": "http://a"}, where], {"@import": where}]
    inner = {"a": {"@id": "http://a", "@context": where}}
    for number, context in enumerate([*contexts, inner]):
        text = json.dumps({"@context": context, "a": {"b": 1}})
        path = written(tmp_path, f"{number}.jsonld", text)

        with pytest.raises(UnreadableFileError, match="context that lies elsewhere"):
            KnowledgeGraph.check_files([path], [shapes])

    assert server.requests == []


def test_an_external_xml_entity_is_refused_and_not_fetched(
    tmp_path: Path, shapes: str, server: Loopback
) -> None:
    where = f"http://{server.host}/entity"
    for number, declared in enumerate(
        (f'<!ENTITY x SYSTEM "{where}">', f'<!ENTITY % x PUBLIC "x" "{where}"> %x;')
    ):
        text = f"<?xml version='1.0'?>\n<!DOCTYPE a [{declared}]><a>&x;</a>"
        path = written(tmp_path, f"{number}.rdf", text)

        with pytest.raises(UnreadableFileError, match=r"rdf:2: the entity 'x' lies elsewhere"):
            KnowledgeGraph.check_files([path], [shapes])

    assert server.requests == []


def test_an_external_document_type_is_not_fetched(
    tmp_path: Path, shapes: str, server: Loopback
) -> None:
    quads = ox.parse(DATA.encode(), format=ox.RdfFormat.TURTLE)
    text = (ox.serialize((q.triple for q in quads), format=ox.RdfFormat.RDF_XML) or b"").decode()
    declared = text.replace("<rdf:RDF", f'<!DOCTYPE rdf SYSTEM "http://{server.host}/"><rdf:RDF')
    path = written(tmp_path, "data.rdf", declared)

    checked = KnowledgeGraph.check_files([path], [shapes])

    assert "DOCTYPE" in declared
    assert len(checked.report.results) == 1
    assert server.requests == []


def test_entities_that_multiply_are_refused(tmp_path: Path, shapes: str) -> None:
    more = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
    text = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{more}]><x>&j;</x>'
    path = written(tmp_path, "laughs.rdf", text)

    with pytest.raises(UnreadableFileError, match="amplification"):
        KnowledgeGraph.check_files([path], [shapes])


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_an_import_is_not_fetched_and_the_reader_is_told(
    engine: str, tmp_path: Path, server: Loopback
) -> None:
    imports = f"<x> <http://www.w3.org/2002/07/owl#imports> <http://{server.host}/more.ttl> .\n"
    importing = written(tmp_path, "importing.ttl", SH_PREFIX + SHAPES + imports)
    about = written(tmp_path, "about.ttl", DATA + imports)

    checked = KnowledgeGraph.check_files([about], [importing], engine)

    assert len(checked.report.results) == 1
    (note,) = checked.notes
    assert note.startswith(f"owl:imports of <http://{server.host}/more.ttl> is not followed")
    assert server.requests == []


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ("ex:S a sh:NodeShape ;\n  sh:minCout 1 .", "3: sh:minCout is no term of SHACL; did you"),
        ("ex:S sh:path ex:p ; sh:severity ex:Bad .", "2: <http://example.org/S>: <http://example"),
        ("ex:S sh:severity sh:Warnung .", "2: sh:Warnung is no term of SHACL; did you mean 'sh:W"),
        ("ex:S sh:property [ sh:minCount 1 ] .", "2: <http://example.org/S>: a property shape"),
        ("\nex:P a sh:PropertyShape .", "3: <http://example.org/P>: a property shape here has no"),
        (
            'ex:P sh:path ex:p ; sh:minCount "one" .',
            "2: <http://example.org/P>: sh:minCount cannot",
        ),
        ("ex:P sh:path ex:p ; sh:maxCount 1 , 2 .", "sh:maxCount stands here more often than"),
        (
            "ex:S a sh:NodeShape ; sh:in ex:x .",
            "sh:in cannot have the value <http://example.org/x>",
        ),
        ("ex:S a sh:NodeShape ; sh:nodeKind sh:Iri .", "sh:Iri is no term of SHACL; did you mean"),
        (
            "ex:P sh:path [ sh:inversePath 3 ] ; sh:minCount 1 .",
            "this is not written as SHACL asks",
        ),
    ],
)
@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_shapes_that_shacl_does_not_allow_are_refused_with_their_line(  # noqa: PLR0913, PLR0917 (a table)
    engine: str, shape: str, said: str, tmp_path: Path, data: str, command: Command
) -> None:
    path = written(tmp_path, "bad.ttl", SH_PREFIX + shape)

    outcome = command("check", "--data", data, "--shapes", path, "--engine", engine)

    assert outcome.code == 3
    assert outcome.stdout == b""
    assert said in outcome.stderr
    assert f"{path}:" in outcome.stderr


def test_every_fault_of_the_shapes_is_a_line_in_both_languages(tmp_path: Path, data: str) -> None:
    faults = "ex:S a sh:NodeShape ; sh:minCout 1 ; sh:property [ sh:minCount 1 ] , ex:P .\n"
    path = written(tmp_path, "bad.ttl", SH_PREFIX + faults)

    with pytest.raises(InvalidShapesError) as raised:
        KnowledgeGraph.check_files([data], [path])

    for language in ("en", "ja"):
        lines = raised.value.text(language).splitlines()
        assert len(lines) == 3
        assert all(line.startswith(f"{path}:2") for line in lines)


def test_a_severity_that_the_shapes_declare_is_one(tmp_path: Path) -> None:
    own = SHAPES.replace("sh:Warning", "ex:Remark") + "ex:Remark a sh:Severity .\n"
    path = written(tmp_path, "own.ttl", SH_PREFIX + own)
    lonely = written(tmp_path, "lonely.ttl", DATA.replace("ex:knows ex:b", "ex:knows ex:c"))

    checked = KnowledgeGraph.check_files([lonely], [path])

    assert "http://example.org/Remark" in {r.severity.value for r in checked.report.results}


def test_our_own_shapes_are_in_order(graph: KnowledgeGraph, data: str) -> None:
    checked = KnowledgeGraph.check_files([data], graph.places.shape_files())

    assert checked.report.conforms


def test_results_are_cut_where_asked_and_the_reader_is_told(
    tmp_path: Path, shapes: str, command: Command
) -> None:
    many = "".join(f'<http://example.org/{n}> ex:age "x" ; a ex:Person .\n' for n in range(4))
    path = written(tmp_path, "many.ttl", f"@prefix ex: <http://example.org/> .\n{many}")
    arguments = ("check", "--data", path, "--shapes", shapes, "-f", "json", "--max-results")

    some, every = command(*arguments, "3"), command(*arguments, "0")

    assert len(some.json["rows"]) == 3
    assert "only the first 3 results are given" in some.stderr
    assert some.json["notes"] == ["only the first 3 results are given; --max-results 0 gives all"]
    assert len(every.json["rows"]) == 8
    assert "only" not in every.stderr
    assert some.code == every.code == 1


@pytest.mark.parametrize("engine", ["fast", "pyshacl"])
def test_the_turtle_report_is_a_shacl_report_that_names_its_engines(
    engine: str, tmp_path: Path, shapes: str, command: Command
) -> None:
    lonely = written(tmp_path, "lonely.ttl", DATA.replace("ex:knows ex:b", "ex:knows ex:c"))
    outcome = command(
        "check", "--data", lonely, "--shapes", shapes, "-f", "turtle", "--engine", engine
    )

    report = Graph().parse(data=outcome.text, format="turtle")
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    results = list(report.objects(node, SH.result))
    paths = {report.value(result, SH.resultPath) for result in results}
    used = list(ox.parse(outcome.stdout, format=ox.RdfFormat.TURTLE))
    name = "shacl" if engine == "fast" else "pyshacl"
    assert str(report.value(node, SH.conforms)) == "false"
    assert len(results) == 2
    assert any((path, RDF.first, None) in report for path in paths)
    assert f'rdfs:label "{name}"' in outcome.text
    assert len(used) == len(report)


def test_a_report_without_results_conforms(tmp_path: Path, shapes: str, command: Command) -> None:
    path = written(tmp_path, "none.ttl", "")

    outcome = command("check", "--data", path, "--shapes", shapes, "-o", "-", "-f", "turtle")

    report = Graph().parse(data=outcome.text, format="turtle")
    (node,) = report.subjects(RDF.type, SH.ValidationReport)
    assert outcome.code == 0
    assert str(report.value(node, SH.conforms)) == "true"
    assert not list(report.objects(node, SH.result))
