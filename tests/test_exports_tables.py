"""Tables in every row format: what a terminal, a program and a spreadsheet read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
)

from tripartite.errors import UnsupportedFormatError
from tripartite.exports.classes import as_files, as_long_csv
from tripartite.exports.delimited import as_csv, as_tsv
from tripartite.exports.footnotes import line
from tripartite.exports.json_rows import as_json
from tripartite.exports.layout import display_width, wrap
from tripartite.exports.markdown import as_markdown
from tripartite.exports.rows import FORMATS, write, write_truth
from tripartite.exports.sparql_results import as_srj, as_srx
from tripartite.exports.terminal import as_text
from tripartite.model import Citation, Passage, Table
from tripartite.vocabulary import BASE, STANDARDS, entity

if TYPE_CHECKING:
    from tripartite.model import Cell

XSD = STANDARDS["xsd"]
CLAIM = entity("claim", "brochure-k7m2")
CITATION = Citation(
    CLAIM,
    "stated",
    "",
    (
        Passage("brochure", 555, 740, "A HEADING", "some\nwords"),
        Passage("brochure", 800, 805, "A HEADING", "again"),
        Passage("annex", 1, 5),
    ),
)
PROJECTS = Table(
    ("project", "title", "amount", "claim"),
    (
        (
            entity("project", "a"),
            Literal("Skills|for \u201call\u201d", language="en"),
            Literal(1400000),
            CLAIM,
        ),
        (entity("project", "b"), Literal("厚生労働省", language="ja"), None, CLAIM),
    ),
    notes=("rows are invented",),
    citations=(CITATION,),
)
PROOF = (
    "stated · brochure § A HEADING · 555\u2013740 “some words”, 800\u2013805 “again”"
    " · annex · 1\u20135"
)
texts = st.text(max_size=30)
BREAKS = "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def one_cell(cell: Cell) -> Table:
    return Table(("cell",), ((cell,),))


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(f"{XSD}{datatype}"))


def test_a_table_for_people_is_aligned_with_its_proof_and_its_count() -> None:
    text = as_text(PROJECTS)

    assert text == (
        "project    title              amount  claim\n"
        "─────────  ────────────────  ───────  ─────\n"
        "project:a  Skills|for “all”  1400000  [1]\n"
        "project:b  厚生労働省                 [1]\n"
        "\n"
        f"[1] {PROOF}\n"
        "\n"
        "2 rows\n"
    )


@pytest.mark.parametrize(
    ("rows", "lang", "expected"),
    [(0, "en", "0 rows"), (1, "en", "1 row"), (2, "en", "2 rows"), (2, "ja", "2件")],
)
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_the_last_line_for_people_is_the_count(
    form: str, rows: int, lang: str, expected: str
) -> None:
    table = Table(("a",), ((Literal("x"),),) * rows)

    text = write(form, table, lang)

    assert isinstance(text, str)
    assert text.endswith(f"\n{expected}\n")


def test_full_width_characters_count_two_columns() -> None:
    assert display_width("ILO") == 3
    assert display_width("労働") == 4
    assert display_width("ｱ") == 1
    assert display_width("e\u0301") == 1


def test_a_long_cell_is_wrapped_to_the_width_and_cut_nowhere() -> None:
    words = Literal("one two three four five six seven eight nine ten")
    long = Literal("社会セーフティネット構築のための基金")

    text = as_text(Table(("words", "long"), ((words, long), (long, words))), width=30)

    body = text.split("\n\n")[1:3]
    assert all(display_width(line) <= 30 for line in text.splitlines())
    assert all(word in text for word in words.value.split())
    assert "".join(row[16:].strip() for row in body[0].splitlines()).startswith("社会")


@given(texts, st.integers(2, 12))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)

    kept = "".join(lines).replace(" ", "")
    assert kept == text.replace("\n", "").replace(" ", "")
    assert all(display_width(line) <= width for line in lines)


def test_data_cannot_steer_the_terminal() -> None:
    text = as_text(one_cell(Literal("red \x1b[31m\x07 bell")))

    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_citation_says_standing_verdict_place_and_remark() -> None:
    disputed = Citation(CLAIM, "implied", "disputed", (), "fits one\naddend only")

    assert line(disputed, "en") == "implied, disputed · fits one addend only"


def test_csv_holds_full_iris_and_no_line_break_in_a_cell() -> None:
    table = Table(
        ("a", "b", "c"),
        ((entity("body", "ilo"), Literal('say "hi",\r\nthere'), None),),
    )

    assert as_csv(table) == f'a,b,c\n{BASE}body/ilo,"say ""hi"", there",\n'
    assert as_tsv(table) == f'a\tb\tc\n{BASE}body/ilo\tsay "hi", there\t\n'


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_any_text_comes_back_from_csv_but_for_line_breaks(rows: list[tuple[str, str]]) -> None:
    table = Table(("a", "b"), tuple((Literal(a), Literal(b, language="ja")) for a, b in rows))

    back = list(csv.reader(io.StringIO(as_csv(table), newline="")))

    flat = str.maketrans(dict.fromkeys(BREAKS, " "))
    assert back == [
        ["a", "b"],
        *([cell.replace("\r\n", " ").translate(flat) for cell in row] for row in rows),
    ]


@given(texts)
def test_tsv_has_a_line_a_row_and_a_tab_a_cell(text: str) -> None:
    lines = as_tsv(Table(("a", "b"), ((Literal(text), Literal(text)),))).splitlines()

    assert [line.count("\t") for line in lines] == [1, 1]


@given(texts)
def test_any_text_comes_back_from_json(text: str) -> None:
    table = Table(("cell",), ((Literal(text),), (Literal(text, language="ja"),)))

    rows = json.loads(as_json(table))["rows"]

    assert rows == [{"cell": text}, {"cell": text}]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (None, None),
        (Literal(1400000), 1400000),
        (typed("01", "int"), 1),
        (typed("7", "nonNegativeInteger"), 7),
        (typed("228.70", "decimal"), 228.7),
        (typed("1e3", "double"), 1000.0),
        (typed("INF", "double"), "INF"),
        (typed("NaN", "double"), "NaN"),
        (typed("many", "integer"), "many"),
        (typed("true", "boolean"), True),
        (typed("0", "boolean"), False),
        (typed("2011-05-11", "date"), "2011-05-11"),
        (entity("body", "ilo"), f"{BASE}body/ilo"),
        (BlankNode("x"), "_:x"),
    ],
    ids=str,
)
def test_json_knows_numbers_truth_and_nothing(cell: Cell, expected: object) -> None:
    value = json.loads(as_json(one_cell(cell)))["rows"][0]["cell"]

    assert value == expected
    assert type(value) is type(expected)


def test_json_is_one_object_with_notes_and_citations() -> None:
    text = as_json(PROJECTS)

    content = json.loads(text)
    assert list(content) == ["columns", "rows", "total", "notes", "citations"]
    assert content["total"] == 2
    assert content["notes"] == ["rows are invented"]
    assert content["citations"][0]["claim"] == content["rows"][0]["claim"]
    assert content["citations"][0]["passages"][2] == {
        "iri": f"{BASE}document/annex#char=1,5",
        "document": "annex",
        "start": 1,
        "end": 5,
        "heading": None,
        "words": None,
    }
    assert "厚生労働省" in text
    assert text.endswith("}\n")
    assert "citations" not in json.loads(as_json(one_cell(None)))


def test_markdown_escapes_pipes_and_keeps_the_proof_as_footnotes() -> None:
    assert as_markdown(PROJECTS, "ja") == (
        "| project | title | amount | claim |\n"
        "| --- | --- | --- | --- |\n"
        "| project:a | Skills\\|for “all” | 1400000 | [^1] |\n"
        "| project:b | 厚生労働省 |  | [^1] |\n"
        "\n"
        f"[^1]: {PROOF}\n"
        "\n"
        "2件\n"
    )


@given(texts)
def test_any_cell_is_one_cell_of_markdown(text: str) -> None:
    lines = as_markdown(one_cell(Literal(text))).split("\n")

    unescaped = lines[2].replace("\\\\", "").replace("\\|", "")
    assert unescaped.count("|") == 2


term = (
    st.builds(Literal, texts)
    | st.builds(lambda text: Literal(text, language="ja"), texts)
    | st.sampled_from([typed("1.50", "decimal"), entity("body", "ilo"), BlankNode("b"), None])
)


@pytest.mark.parametrize("form", ["srj", "srx"])
@given(rows=st.lists(st.tuples(term, term), max_size=4))
def test_sparql_results_are_read_by_the_engine(form: str, rows: list[tuple[Cell, Cell]]) -> None:
    table = Table(("a", "b"), tuple(rows))
    try:
        text = write(form, table)
    except UnsupportedFormatError:
        return  # a control character, in XML

    kind = {"srj": QueryResultsFormat.JSON, "srx": QueryResultsFormat.XML}[form]
    results = parse_query_results(text, format=kind)

    assert isinstance(results, QuerySolutions)
    assert [variable.value for variable in results.variables] == ["a", "b"]
    assert [tuple(solution) for solution in results] == rows


@pytest.mark.parametrize("answer", [True, False])
def test_a_truth_value_is_written_in_every_format(answer: bool) -> None:  # noqa: FBT001  a case
    word = str(answer).lower()
    assert set(FORMATS) == {"table", "csv", "tsv", "json", "markdown", "xlsx", "srj", "srx"}

    assert write_truth("table", answer) == ("yes\n" if answer else "no\n")
    assert write_truth("csv", answer) == f"answer\n{word}\n"
    assert json.loads(write_truth("json", answer))["rows"] == [{"answer": answer}]
    for form, kind in (("srj", QueryResultsFormat.JSON), ("srx", QueryResultsFormat.XML)):
        result = parse_query_results(write_truth(form, answer), format=kind)
        assert isinstance(result, QueryBoolean)
        assert bool(result) is answer


def test_sparql_results_refuse_what_they_cannot_hold() -> None:
    iri = entity("body", "ilo")

    with pytest.raises(UnsupportedFormatError, match="srx"):
        as_srx(one_cell(Literal("bell \x07")))
    for form in (as_srj, as_srx):
        with pytest.raises(UnsupportedFormatError, match="csv"):
            form(one_cell(Triple(iri, iri, iri)))


def test_the_tables_of_classes_make_files_or_one_long_table() -> None:
    project = (entity("project", "a"), Literal("A"))
    tables = {
        "Project": Table(
            ("entity", "label", "runs in", "starts"),
            (
                (*project, Literal("Lao PDR"), Literal("2008")),
                (*project, Literal("Nepal"), Literal("2008")),
            ),
        ),
        "project": Table(("entity", "label"), (project,)),
        "労働者団体": Table(("entity", "label"), ()),
    }

    assert list(as_files(tables)) == ["project.csv", "project-2.csv", "労働者団体.csv"]
    assert as_long_csv(tables) == (
        "class,entity,label,property,value\n"
        f"Project,{BASE}project/a,A,runs in,Lao PDR\n"
        f"Project,{BASE}project/a,A,starts,2008\n"
        f"Project,{BASE}project/a,A,runs in,Nepal\n"
    )


def test_a_table_on_a_terminal_imports_no_heavy_library() -> None:
    script = (
        "import sys, tripartite.exports.rows\n"
        "print([n for n in ('rdflib', 'xlsxwriter', 'pyld', 'rich', 'click') if n in sys.modules])"
    )

    done = subprocess.run(  # noqa: S603  our own interpreter and script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"


def test_columns_that_do_not_fit_become_a_block_a_row() -> None:
    columns = ("subject", "amount", "period", "claim")
    rows = tuple(
        (Literal(f"a long name of a fund, number {n}"), Literal(177800000), None, Literal("[1]"))
        for n in (1, 2)
    )

    lines = as_text(Table(columns, rows), width=30).splitlines()

    assert lines[:5] == [
        "─" * 30,
        "subject  a long name of a",
        "         fund, number 1",
        "amount   177800000",
        "claim    [1]",
    ]
    assert lines.count("─" * 30) == 2
    assert lines[-1] == "2 rows"


def test_a_number_is_never_broken_into_two_lines() -> None:
    row = (Literal("n" * 40), Literal(177800000177800000), Literal("m" * 40))

    shown = as_text(Table(("one", "sum", "two"), (row,)), width=60)

    assert "177800000177800000" in shown
