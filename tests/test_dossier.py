"""Dossiers: every statement has its proof, in both languages and every format."""

from __future__ import annotations

import io
import re
import string
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pypdf
import pytest
from pyoxigraph import NamedNode

from tests.tools.dossiers import KINDS, lines
from tests.tools.places import ROOT
from tripartite import KnowledgeGraph
from tripartite.curie import shorten
from tripartite.dossier import relations
from tripartite.dossier.content import numbers, plain, runs
from tripartite.dossier.english import ENGLISH
from tripartite.dossier.japanese import JAPANESE
from tripartite.dossier.writing import FORMATS, write
from tripartite.errors import MissingInputError
from tripartite.network.english import ENGLISH as NETWORK
from tripartite.pictures.timeline.choosing import Asked

if TYPE_CHECKING:
    from tests.tools.dossiers import Dossiers
    from tests.tools.running import Command

NAMED = (("Viet", "Nam"), ("Viet Nam",), ("MHLW", "Cambodia"))
_UNPROVED = ("sources", "names", "gaps")  # of the documents, of words, of what is not there
each_kind = pytest.mark.parametrize("name", KINDS.values(), ids=KINDS)
each_language = pytest.mark.parametrize("language", ["en", "ja"])


@each_language
@each_kind
def test_no_statement_is_without_a_claim(name: str, language: str, dossiers: Dossiers) -> None:
    said = [(key, line) for key, line in lines(dossiers(name, language)) if key not in _UNPROVED]

    assert said
    assert [plain(line) for _, line in said if not numbers(line)] == []


@each_language
@each_kind
def test_every_footnote_resolves_and_is_used(name: str, language: str, dossiers: Dossiers) -> None:
    dossier = dossiers(name, language)
    used = {number for _, line in lines(dossier) for number in numbers(line)}
    premises = {int(n) for note in dossier.notes for n in re.findall(r"\[(\d+)\]", note.rule)}

    known = [note.number for note in dossier.notes]

    assert known == list(range(1, len(known) + 1))
    assert used | premises == set(known)
    assert all(note.places or note.remark or note.rule for note in dossier.notes)


@pytest.mark.slow
@each_kind
def test_both_languages_say_the_same(name: str, dossiers: Dossiers) -> None:
    english, japanese = (dossiers(name, language) for language in ("en", "ja"))

    claims = [{note.claim for note in dossier.notes} for dossier in (english, japanese)]

    assert claims[0] == claims[1]
    assert {s.key for s in english.sections} - {"names"} == {s.key for s in japanese.sections} - {
        "names"
    }


def test_what_is_only_implied_is_said_so(dossiers: Dossiers) -> None:
    summary = dossiers("MHLW", "en").sections[0]

    funding = [line for line in summary.lines if plain(line).startswith("It funds")]

    assert [span.badge for line in funding for span in line if span.badge] == ["implied"]
    assert [plain(line).endswith("(implied).") for line in funding] == [False, True]


def test_a_disputed_figure_is_marked(dossiers: Dossiers) -> None:
    badges = {
        span.badge
        for key, line in lines(dossiers("country:japan", "en"))
        for span in line
        if key == "figures"
    }

    assert {"stated", "disputed"} <= badges


def test_relations_to_places_are_not_mixed(dossiers: Dossiers) -> None:
    texts = [plain(line) for key, line in lines(dossiers("MHLW", "en")) if key == "activities"]

    fund = next(text for text in texts if text.startswith("ILO/Japan Fund"))

    assert "for the benefit of: Aid-receiving countries, Asia and the Pacific and Asia" in fund
    assert "covers: Asia and the Pacific" in fund


def test_the_figures_of_a_whole_partnership_are_not_a_country_s(dossiers: Dossiers) -> None:
    keys = {key for key, _ in lines(dossiers("country:viet-nam", "en"))}

    assert "figures" not in keys
    assert "results" in keys


@each_language
@pytest.mark.parametrize("name", [*KINDS.values(), "body:ilo", "country:mauritania"])
def test_every_amount_is_spelled_for_a_person(name: str, language: str, dossiers: Dossiers) -> None:
    raw = re.compile(r"\d (?:USD|JPY|dollar\b|ドル)|[超約] \d|unspecified|\d{3},\d{3},\d{3}")

    texts = [plain(line) for _, line in lines(dossiers(name, language))]

    assert [text for text in texts if raw.search(text)] == []


@each_language
@pytest.mark.parametrize("name", [*KINDS.values(), "body:ilo"])
def test_no_relation_has_a_hole_in_it(name: str, language: str, dossiers: Dossiers) -> None:
    column = {"en": "Relation", "ja": "関係"}[language]

    cells = [
        plain(row[grid.columns.index(column)])
        for section in dossiers(name, language).sections
        for grid in section.grids
        if column in grid.columns
        for row in grid.rows
    ]

    assert cells
    assert [cell for cell in cells if "…" in cell] == []


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("forward", [True, False])
def test_each_sentence_has_a_name_for_tables(language: str, *, forward: bool) -> None:
    told = set(NETWORK) - {"other", "type", "figure"}

    names = {phrase: relations.name(phrase, language, "X", "", forward=forward) for phrase in told}

    assert [phrase for phrase, name in names.items() if "…" in name or not name] == []


def test_what_reads_the_same_from_both_ends_is_said_once(dossiers: Dossiers) -> None:
    sections = {section.key: section for section in dossiers("body:ilo", "en").sections}

    rows = [tuple(map(plain, row)) for row in sections["partners"].grids[0].rows]

    said = [(row[0], row[2]) for row in rows]
    assert len(said) == len(set(said))
    assert ("works with", "stated") in said


@pytest.mark.parametrize(("language", "mark"), [("en", " (as printed)"), ("ja", "（原文のまま）")])
def test_an_error_of_print_is_marked(language: str, mark: str, dossiers: Dossiers) -> None:
    dossier = dossiers("fund:ssn", language)

    texts = [value for _, value in dossier.facts] + [
        span.text for key, line in lines(dossier) if key == "facts" for span in line
    ]

    found = re.compile(r"FuFund[^;；]*?\(SSN Fund\)")
    places = [text[match.end() :] for text in texts for match in found.finditer(text)]
    assert len(places) == 2
    assert all(rest.startswith(mark) for rest in places)


def test_names_that_no_document_prints_are_listed(dossiers: Dossiers) -> None:
    names = [plain(line) for key, line in lines(dossiers("MHLW", "ja")) if key == "names"]

    assert "厚生労働省Ministry of Health, Labour and Welfare編集上" in names


def test_a_gap_is_an_answer(dossiers: Dossiers) -> None:
    gaps = [
        plain(line) for key, line in lines(dossiers("project:lao-garment", "en")) if key == "gaps"
    ]

    assert any("no document" in gap or "not" in gap for gap in gaps)


@each_language
@pytest.mark.parametrize("name", ["MHLW", "country:viet-nam", "body:ilo", "theme:employment"])
def test_a_dossier_lists_the_gaps_that_the_command_lists(
    name: str, language: str, project: Path, dossiers: Dossiers
) -> None:
    table = KnowledgeGraph.open(str(project), language=language).gaps(name).table
    fact = table.columns.index("factLabel")

    section = next(s for s in dossiers(name, language).sections if s.key == "gaps")

    listed = [plain(row[0]) for grid in section.grids for row in grid.rows]
    assert listed == [str(row[fact]).partition("@")[0][1:-1] for row in table.rows]
    assert listed


def test_the_words_are_shown_where_the_documents_are_given(
    project: Path, shared: Path, dossiers: Dossiers
) -> None:
    folder = str(shared / "documents")
    given = KnowledgeGraph.open(str(project), folder).dossier("fund:ssn")
    spans = [span for note in given.notes for place in note.places for span in place.spans]
    bare = [
        span for note in dossiers("fund:ssn", "en").notes for p in note.places for span in p.spans
    ]

    assert all(words for _, words in spans)
    assert any(words == "SSN Fund" for _, words in spans)
    assert [place for place, _ in spans] == [place for place, _ in bare]
    assert {words for _, words in bare} == {None}


def test_the_dossier_of_a_day_cites_only_what_stood_then(command: Command) -> None:
    outcome = command("dossier", "MHLW", "-f", "markdown", "--as-of", "2015-01-01")

    assert outcome.code == 0
    assert "Ministry of Health, Labour and Welfare" in outcome.text
    assert "2017" not in outcome.text


class Page(HTMLParser):
    """What an HTML page has: ids, links, headings, and what it would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.levels: list[int] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag in ("script", "link", "img", "iframe"):
            self.fetched.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))


@each_language
@each_kind
def test_the_page_is_whole_and_accessible(name: str, language: str, dossiers: Dossiers) -> None:
    dossier = dossiers(name, language)
    text = write(dossier, "html")
    assert isinstance(text, str)

    page = Page(text)

    tags = [tag for tag, _ in page.tags]
    assert text.startswith("<!doctype html>")
    assert ("html", {"lang": language}) in page.tags
    assert tags.count("h1") == tags.count("main") == 1
    assert text.partition("</head>")[0].count("<title>") == 1
    assert all(
        after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False)
    )
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert all(given.get("scope") == "col" for tag, given in page.tags if tag == "th")
    assert page.fetched == []
    assert "@import" not in text
    assert "url(" not in text
    assert text.count('<li id="note-') == len(dossier.notes)


@each_language
@each_kind
def test_the_footnotes_of_markdown_resolve(name: str, language: str, dossiers: Dossiers) -> None:
    text = write(dossiers(name, language), "markdown")
    assert isinstance(text, str)

    used = set(re.findall(r"(\[\^\d+\])(?!:)", text))
    given = re.findall(r"^(\[\^\d+\]):", text, re.MULTILINE)

    assert len(given) == len(set(given)) > 0
    assert used <= set(given)
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


@each_language
def test_markdown_and_html_keep_every_letter(language: str, dossiers: Dossiers) -> None:
    dossier = dossiers("fund:ssn", language)
    said = [plain(line) for line in dossier.sections[0].lines]
    markdown, page = (str(write(dossier, form)) for form in ("markdown", "html"))

    bare = re.sub(r"\[\^\d+\]", "", markdown)
    text = re.sub(r"<[^>]+>", "", re.sub(r"<sup>.*?</sup>", "", page)).replace("&#39;", "'")

    assert [line for line in said if f"- {line}\n" not in bare] == []
    assert [line for line in said if f"{line}\n" not in text] == []


@pytest.mark.slow
@each_language
@each_kind
def test_the_workbook_has_a_sheet_a_part(name: str, language: str, dossiers: Dossiers) -> None:
    dossier = dossiers(name, language)
    data = write(dossier, "xlsx")
    assert isinstance(data, bytes)

    book = openpyxl.load_workbook(io.BytesIO(data))

    titles = [section.title[:31] for section in dossier.sections]
    assert [sheet for sheet in book.sheetnames if sheet in titles] == titles
    last = book.worksheets[-1]
    assert {row[0] for row in last.iter_rows(min_row=2, values_only=True)} == {
        note.number for note in dossier.notes
    }


def test_amounts_are_numbers_in_the_workbook(dossiers: Dossiers) -> None:
    data = write(dossiers("MHLW", "ja"), "xlsx")
    assert isinstance(data, bytes)

    sheet = openpyxl.load_workbook(io.BytesIO(data))["金額・数値"]

    head, first, *_ = sheet.iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert row["金額・数値"] == "140万米ドル相当"
    assert (row["数値"], row["通貨・単位"]) == (1400000, "USD")


@pytest.mark.parametrize(
    ("sheet", "heads"),
    [
        ("調書", ("項目", "内容")),
        ("概要", ("本文", "区分", "注")),
        ("関係図", ("本文", "根拠")),
        ("目的・成果・取組", ("表", "主体", "種別", "内容", "区分", "注")),
        ("資料間の相違", ("表", "記載内容", "区分", "注")),
        ("注", ("注", "区分", "資料", "見出し", "文字位置", "原文", "備考", "主張")),
    ],
)
def test_each_column_of_the_workbook_is_headed_by_what_it_holds(
    sheet: str, heads: tuple[str, ...], dossiers: Dossiers
) -> None:
    data = write(dossiers("MHLW", "ja"), "xlsx")
    assert isinstance(data, bytes)

    first, second, *_ = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True)

    assert first == heads
    assert second[0]


def test_the_workbook_has_the_standing_of_each_sentence(dossiers: Dossiers) -> None:
    data = write(dossiers("MHLW", "ja"), "xlsx")
    assert isinstance(data, bytes)

    sheet = openpyxl.load_workbook(io.BytesIO(data))["概要"]

    standings = [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert standings[:2] == ["明示", "編集上"]
    assert "含意" in standings
    assert None not in standings


def test_the_workbook_shows_the_pictures(dossiers: Dossiers) -> None:
    dossier = dossiers("fund:ssn", "ja")
    data = write(dossier, "xlsx")
    assert isinstance(data, bytes)

    names = zipfile.ZipFile(io.BytesIO(data)).namelist()

    drawn = [section for section in dossier.sections if section.picture]
    sheet = openpyxl.load_workbook(io.BytesIO(data))[drawn[0].title]
    assert len([name for name in names if name.endswith(".png")]) == len(drawn) == 2
    assert sheet.max_row > 8


def read(data: str | bytes) -> tuple[pypdf.PdfReader, str]:
    assert isinstance(data, bytes)
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = "".join(page.extract_text() for page in reader.pages)
    return reader, re.sub(r"\s", "", text)


def test_the_pdf_holds_its_text_and_fonts(dossiers: Dossiers) -> None:
    dossier = dossiers("MHLW", "ja")

    reader, text = read(write(dossier, "pdf"))

    assert str(reader.root_object["/Lang"]) == "ja"
    assert "/StructTreeRoot" in reader.root_object
    assert all(section.title in text for section in dossier.sections)
    assert "140万米ドル相当" in text
    assert "平成22年度または平成23年度" in text
    assert fonts(reader) == {"NotoSansJP-Regular", "NotoSerifJP-Regular"}


def fonts(reader: pypdf.PdfReader) -> set[str]:
    """Return the names of the fonts of a PDF, without the mark of a subset."""
    text = b"".join(
        str(reader.get_object(number)).encode() for number in range(1, len(reader.xref[0]) + 1)
    )
    return set(re.findall(r"/BaseFont': '/\w{6}\+([\w-]+?)(?:-Identity-H)?'", text.decode()))


@pytest.mark.slow
@each_language
@each_kind
def test_each_pdf_is_set(name: str, language: str, dossiers: Dossiers) -> None:
    dossier = dossiers(name, language)

    _, text = read(write(dossier, "pdf"))

    assert re.sub(r"\s", "", dossier.title) in text
    assert all(re.sub(r"\s", "", section.title) in text for section in dossier.sections)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_dossier_has_the_same_bytes(form: str, project: Path, dossiers: Dossiers) -> None:
    again = KnowledgeGraph.open(str(project), language="ja").dossier("fund:ssn")

    assert write(again, form) == write(dossiers("fund:ssn", "ja"), form)


def test_without_a_font_the_pdf_names_what_to_install(
    dossiers: Dossiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pylopdf_fonts_jp", None)

    with pytest.raises(MissingInputError, match=r"pylopdf-fonts-jp.*fonts-noto-cjk") as raised:
        write(dossiers("fund:ssn", "ja"), "pdf")

    assert raised.value.exit_code == 3


@pytest.mark.slow
def test_no_personal_value_is_in_a_dossier(graph: KnowledgeGraph, dossiers: Dossiers) -> None:
    kept = {str(quad.triple) for quad in graph.quads("all")}
    every = graph.quads("all", with_contacts=True)
    private = {
        getattr(quad.object, "value", "").rpartition(":")[2]
        for quad in every
        if str(quad.triple) not in kept and "claim/" not in str(quad.subject)
    }
    values = [value for value in private if len(value) > 5]
    shown = "".join(str(dossiers(name, "en")) for name in KINDS.values())

    assert values
    assert [value for value in values if value in shown] == []


def test_the_words_of_a_name_are_one_name(command: Command) -> None:
    outcomes = [command("dossier", *words, "-f", "markdown") for words in NAMED]

    assert [outcome.code for outcome in outcomes] == [0, 0, 2]
    assert outcomes[0].stdout == outcomes[1].stdout
    assert "no entity is named 'MHLW Cambodia'" in outcomes[2].stderr


def test_html_is_what_a_pipe_gets(command: Command) -> None:
    outcome = command("dossier", "fund:ssn")

    assert outcome.code == 0
    assert outcome.text.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fund:ssn", "-f", "csv"], "it can be written as html, markdown, pdf, xlsx"),
        (["fund:ssn", "-f", "docx"], "no format is named 'docx'"),
        (["figure:brochure-ssn-contribution-2011"], "is no node of the network"),
        (["Ministry of Silly Walks"], "no entity is named"),
    ],
    ids=["rows", "unknown format", "figure", "unknown name"],
)
def test_what_cannot_be_written_is_refused(
    arguments: list[str], said: str, command: Command
) -> None:
    outcome = command("dossier", *arguments)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert said in outcome.stderr


def test_note_numbers_in_a_row_are_one_link() -> None:
    assert runs((1, 2, 4, 5, 6, 9)) == (("1", 1), ("2", 2), ("4–6", 4), ("9", 9))


def test_both_languages_have_the_same_texts_and_slots() -> None:
    def slots(text: str) -> int:
        return len([part for part in string.Formatter().parse(text) if part[1] is not None])

    assert {k: slots(t) for k, t in ENGLISH.items()} == {k: slots(t) for k, t in JAPANESE.items()}


def test_each_text_is_used() -> None:
    folder = ROOT / "src" / "tripartite" / "dossier"
    files = [p for p in folder.iterdir() if p.suffix in (".py", ".html", ".typ")]
    rest = "".join(
        Path(path).read_text("utf-8")
        for path in files
        if path.name not in ("english.py", "japanese.py")
    )

    unused = [key for key in ENGLISH if not re.search(f"[\"']{key}[\"']", rest)]

    assert unused == []


@each_language
def test_the_pictures_of_a_dossier_are_of_its_entity(language: str, dossiers: Dossiers) -> None:
    dossier = dossiers("MHLW", language)

    drawn = {section.key: section.picture for section in dossier.sections if section.picture}

    page = write(dossier, "html")
    assert set(drawn) == {"picture", "timeline"}
    assert dossier.title in drawn["picture"]
    assert ("令和" in drawn["timeline"]) == (language == "ja")  # fiscal years, with their names
    assert isinstance(page, str)
    assert all(picture in page for picture in drawn.values())


@each_language
@pytest.mark.parametrize("name", ["MHLW", "country:viet-nam", "fund:ssn", "country:mauritania"])
def test_the_timeline_lists_what_its_picture_shows(
    name: str, language: str, project: Path, dossiers: Dossiers
) -> None:
    years = {"en": "calendar", "ja": "fiscal"}[language]
    graph = KnowledgeGraph.open(str(project), language=language)
    table = graph.draw_timeline(Asked((name,), years)).table
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    parts = ("lengths", "order", "undated")
    drawn = {
        shorten(row["claim"])
        for row in rows
        if isinstance(row["claim"], NamedNode) and str(row["part"])[1:-1] not in parts
    }

    dossier = dossiers(name, language)

    notes = {note.number: note.claim for note in dossier.notes}
    listed = {notes[n] for key, line in lines(dossier) if key == "timeline" for n in numbers(line)}
    (picture,) = [section.picture for section in dossier.sections if section.key == "timeline"]
    assert listed == drawn
    assert picture


def test_what_is_related_to_nothing_has_no_picture(dossiers: Dossiers) -> None:
    dossier = dossiers("body:un-organizations", "en")

    assert [section.key for section in dossier.sections if section.picture] == []
