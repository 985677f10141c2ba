"""Workbooks open with numbers as numbers, dates as dates, and their proof."""

from __future__ import annotations

import datetime as dt
import io
import time
from typing import TYPE_CHECKING

import openpyxl
from pyoxigraph import Literal, NamedNode

from tripartite.exports.rows import write
from tripartite.exports.xlsx import as_workbook, as_xlsx
from tripartite.model import Citation, Passage, Table
from tripartite.vocabulary import STANDARDS, XSD_DATE, XSD_DECIMAL, entity

if TYPE_CHECKING:
    import pytest

CLAIM = entity("claim", "a")
TABLE = Table(
    ("body", "name", "sum", "day", "current", "claim"),
    (
        (
            entity("body", "mhlw"),
            Literal("厚生労働省", language="ja"),
            Literal("228.7", datatype=XSD_DECIMAL),
            Literal("2011-05-11", datatype=XSD_DATE),
            Literal(True),  # noqa: FBT003  the value itself
            CLAIM,
        ),
        (
            None,
            Literal('=HYPERLINK("x")'),
            Literal(2**60),
            Literal("1850-01-01", datatype=XSD_DATE),
            Literal("NaN", datatype=NamedNode(f"{STANDARDS['xsd']}double")),
            None,
        ),
    ),
    citations=(
        Citation(CLAIM, "stated", "", (Passage("brochure", 0, 7, "H", "words"),) * 2, "why"),
        Citation(entity("claim", "b"), "editorial", "disputed", ()),
    ),
)


def read(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_cells_keep_their_kind_and_formulas_stay_text() -> None:
    sheet = read(as_xlsx(TABLE)).worksheets[0]

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        list(TABLE.columns),
        ["body:mhlw", "厚生労働省", 228.7, dt.datetime(2011, 5, 11), True, "[1]"],  # noqa: DTZ001  Excel's have no zone
        [None, '=HYPERLINK("x")', str(2**60), "1850-01-01", "NaN", None],
    ]
    assert sheet["B3"].data_type == "s"


def test_the_header_is_bold_and_frozen() -> None:
    sheet = read(as_xlsx(TABLE)).worksheets[0]

    assert sheet.freeze_panes == "A2"
    assert all(cell.font.bold for cell in sheet[1])


def test_citations_are_a_sheet_of_their_own_with_a_row_a_passage() -> None:
    sheets = read(as_xlsx(TABLE))

    rows = [[cell.value for cell in row] for row in sheets["Citations"].iter_rows(min_row=2)]
    stated = ["[1]", "claim:a", "stated", None, "brochure", "H", 0, 7, "words", "why", None, None]
    assert rows == [
        stated,
        stated,
        ["[2]", "claim:b", "editorial", "disputed", *[None] * 8],
    ]
    assert read(as_xlsx(Table(("a",), ()))).sheetnames == ["Table"]


def test_classes_are_sheets_whose_names_excel_accepts() -> None:
    names = ["Project", "project", "a/b[c]", "History", "x" * 40, "x" * 41, "労働者団体", ""]

    sheets = read(as_workbook(dict.fromkeys(names, Table(("entity",), ()))))

    assert sheets.sheetnames == [
        "Project",
        "project 2",
        "a b c",
        "History 2",
        "x" * 31,
        "x" * 29 + " 2",
        "労働者団体",
        "Table",
    ]


def test_the_same_table_gives_the_same_bytes_at_another_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = as_xlsx(TABLE)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))

    assert write("xlsx", TABLE) == first
    properties = read(first).properties
    assert properties.created == dt.datetime(2000, 1, 1)  # noqa: DTZ001  Excel's have no zone
