"""What rows rest on, in each format that has a place for it."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from tripartite.curie import passage
from tripartite.errors import UnsupportedFormatError
from tripartite.exports import rows
from tripartite.exports.footnotes import of_rows
from tripartite.exports.proof_columns import COLUMNS, SEPARATOR
from tripartite.exports.xlsx import as_xlsx
from tripartite.messages import LANGUAGES, say
from tripartite.messages.en import ENGLISH
from tripartite.model import Citation, Passage, Proof, Table
from tripartite.vocabulary import entity

FIRST, SECOND = entity("claim", "brochure-a"), entity("claim", "annex-b")
BOUNDS = entity("derivation", "bounds-x")
CITED = (
    Citation(FIRST, "stated", "", (Passage("brochure", 5, 9, "A HEADING", "a|b"),)),
    Citation(SECOND, "implied", "disputed", (Passage("annex", 1, 4), Passage("annex", 7, 8))),
    Citation(BOUNDS, "inferred", "", (), "", "bounds of a figure", (SECOND, FIRST)),
)
EVERY = "proof-editorial"
TABLE = Table(
    ("name", "claim"),
    (
        (Literal("x"), FIRST),
        (Literal("y"), None),
        (Literal("z"), None),
    ),
    citations=CITED,
    proofs=(
        Proof((FIRST,), (), (EVERY,)),
        Proof((FIRST, SECOND, BOUNDS), (), (EVERY, "proof-negation")),
        Proof((), (), (EVERY,)),
    ),
)
IN_TABLE = """\
name  claim  evidence
────  ─────  ───────────
x     [1]
y            [1]–[3] [a]
z

[1] stated · brochure § A HEADING · 5–9 “a|b”
[2] implied, disputed · annex · 1–4, 7–8
[3] inferred · by rule: bounds of a figure · from [1] [2]
[a] rests in part on something not being there, which no claim can show

Every row · some of it is editorial: no document says it (a label, a code, a mapping)

3 rows
"""
IN_MARKDOWN = """\
| name | claim | 根拠 |
| --- | --- | --- |
| x | [^1] |  |
| y |  | [^1] [^2] [^3] [^a] |
| z |  |  |

[^1]: stated · brochure § A HEADING · 5–9 “a\\|b”
[^2]: implied, 疑義あり · annex · 1–4, 7–8
[^3]: inferred · 規則：bounds of a figure · 根拠：\\[1\\] \\[2\\]
[^a]: 該当するものがないことにも基づいており、それを示す主張はありません

すべての行 · 一部は編集上の情報です（ラベル、コード、対応付けなど、文書に記載のないもの）

3件
"""


def cells(form: str) -> list[dict[str, str]]:
    """Return the rows of a delimited format, keyed by column."""
    written = rows.write(form, TABLE)
    if isinstance(written, bytes):
        sheet = openpyxl.load_workbook(io.BytesIO(written)).worksheets[0]
        lines = [[str(cell or "") for cell in row] for row in sheet.values]
    else:
        lines = [line.split("\t") for line in written.splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def test_a_table_marks_its_rows_and_says_below_what_the_marks_mean() -> None:
    assert rows.write("table", TABLE, "en") == IN_TABLE


def test_markdown_links_every_mark_to_its_footnote() -> None:
    assert rows.write("markdown", TABLE, "ja") == IN_MARKDOWN


def test_a_table_without_proofs_has_no_column_for_them() -> None:
    assert "evidence" not in str(rows.write("table", TABLE._replace(proofs=())))


def test_one_row_is_not_every_row() -> None:
    one = TABLE._replace(rows=TABLE.rows[2:], proofs=TABLE.proofs[2:], citations=())

    assert "This row · some of it is editorial" in str(rows.write("table", one))


@pytest.mark.parametrize("form", ["tsv", "xlsx"])
def test_a_format_of_cells_has_a_column_for_each_part_of_the_proof(form: str) -> None:
    found = cells(form)

    name = "[1]" if form == "xlsx" else FIRST.value
    assert list(found[0]) == ["name", "claim", *COLUMNS]
    assert found[0]["claim"] == name
    assert found[0]["evidence_claims"] == FIRST.value
    assert found[1] == {
        "name": "y",
        "claim": "",
        "evidence_claims": SEPARATOR.join((FIRST.value, SECOND.value, BOUNDS.value)),
        "evidence_standings": "stated | implied, disputed | inferred",
        "evidence_documents": "brochure | annex",
        "evidence_passages": SEPARATOR.join(
            passage(*span).value for span in (("brochure", 5, 9), ("annex", 1, 4), ("annex", 7, 8))
        ),
        "evidence_words": "a¦b |  | ",
        "evidence_rules": "bounds of a figure",
        "evidence_remarks": SEPARATOR.join(say(key) for key in (EVERY, "proof-negation")),
    }
    assert found[2]["evidence_claims"] == found[2]["evidence_words"] == ""


def test_a_workbook_has_the_rule_and_the_premises_beside_the_citations() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(TABLE)))

    last = [cell.value for cell in list(book["Citations"])[-1]]
    assert last[0] == "[3]"
    assert last[-2:] == ["bounds of a figure", "[2] [1]"]


def test_json_has_the_evidence_of_each_row_and_says_nothing_twice() -> None:
    found = json.loads(rows.write("json", TABLE, "ja"))

    second = found["rows"][1]
    assert "citations" not in found
    assert [source["claim"] for source in second["evidence"]] == [
        FIRST.value,
        SECOND.value,
        BOUNDS.value,
    ]
    assert second["evidence"][0]["passages"][0] == {
        "iri": passage("brochure", 5, 9).value,
        "document": "brochure",
        "start": 5,
        "end": 9,
        "heading": "A HEADING",
        "words": "a|b",
    }
    assert second["evidence"][1]["verdict"] == "disputed"
    assert second["evidence"][2]["rule"] == "bounds of a figure"
    assert second["evidence"][2]["premises"] == [SECOND.value, FIRST.value]
    assert [remark["code"] for remark in second["evidence_remarks"]] == ["editorial", "negation"]
    assert second["evidence_remarks"][1]["text"] == say("proof-negation", "ja")


def test_a_claim_that_only_a_cell_names_keeps_its_citation_in_json() -> None:
    table = TABLE._replace(proofs=(Proof(),) * 3)

    found = json.loads(rows.write("json", table))

    assert [citation["claim"] for citation in found["citations"]] == [
        citation.claim.value for citation in CITED
    ]


@pytest.mark.parametrize(
    ("form", "column"),
    [("csv", "evidence_claims"), ("json", "evidence"), ("json", "evidence_remarks")],
)
def test_a_column_that_evidence_needs_is_refused_by_name(form: str, column: str) -> None:
    table = TABLE._replace(columns=("name", column))

    with pytest.raises(UnsupportedFormatError, match=column):
        rows.write(form, table)


def test_a_text_too_long_for_a_spreadsheet_is_refused_and_not_dropped() -> None:
    with pytest.raises(UnsupportedFormatError, match="32767"):
        as_xlsx(Table(("a",), ((Literal("x" * 32_768),),)))


@given(st.lists(st.text(max_size=9), min_size=1, max_size=4))
def test_a_cell_can_be_taken_apart_into_its_values(words: list[str]) -> None:
    places = tuple(Passage("annex", n, n + 1, "", text) for n, text in enumerate(words))
    cited = Citation(FIRST, "stated", "", places)
    table = Table(("a",), ((None,),), citations=(cited,), proofs=(Proof((FIRST,)),))

    line = str(rows.write("tsv", table)).split("\n")[1].split("\t")

    assert len(line) == 1 + len(COLUMNS)
    assert line[4].count("#char=") == len(words)
    if any(words):
        assert line[5].count("|") == len(words) - 1


@given(st.sets(st.integers(0, 30)))
def test_runs_of_marks_name_the_same_citations_as_single_marks(chosen: set[int]) -> None:
    names = [entity("claim", f"a-{number}") for number in range(31)]
    citations = tuple(Citation(name, "stated", "", ()) for name in names)
    proof = Proof(tuple(names[number] for number in chosen))
    table = Table(("a",), ((None,),), citations=citations, proofs=(proof,))

    (short,) = of_rows(table, "{}") or ("",)
    (long,) = of_rows(table, "{}", runs=False) or ("",)

    meant = set[int]()
    for part in short.split():
        first, _, last = part.partition("–")
        meant |= set(range(int(first), int(last or first) + 1))
    assert meant == {int(number) for number in long.split()} == {n + 1 for n in chosen}


def test_every_remark_is_said_in_both_languages_and_has_a_letter() -> None:
    remarks = [key for key in ENGLISH if key.startswith("proof-")]
    table = TABLE._replace(
        citations=(),
        rows=((None, None),) * 2,
        proofs=(Proof(remarks=tuple(remarks)), Proof()),
    )

    for language in LANGUAGES:
        text = str(rows.write("table", table, language))
        assert all(say(key, language) in text for key in remarks)
    assert 5 < len(remarks) <= 26
