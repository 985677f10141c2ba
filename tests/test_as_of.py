"""Asking as of a day, and with claims that answers leave out: each rule of docs/time.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode

from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.errors import UnknownNameError
from tripartite.model import Table

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from tests.tools.running import Command
    from tripartite.store import EmbeddedStore

BASE = "https://w3id.org/tripartite/"
PREFIXES = "".join(
    f"@prefix {name}: <{iri}> .\n" for name, iri in (*v.PREFIXES.items(), ("x", f"{BASE}document/"))
)
BETWEEN = {"early": ("2000-01-01", "2001-12-31"), "late": ("2010-01-01", "2012-12-31")}


def claim(name: str, triples: str, document: str | None, more: str = "") -> str:
    """Return a claim: stated where a document is cited, else editorial."""
    standing = "stated" if document else "editorial"
    cited = f"tp:passage <{BASE}document/{document}#char=0,5> ;" if document else ""
    return (
        f"claim:{name} {{ {triples} }}\n"
        f"claim:{name} a tp:Claim ; {cited} tp:standing standing:{standing} {more}.\n"
    )


def status(name: str, about: str, code: str, document: str, **more: str) -> str:
    node = (
        f"state:{name} a tp:StatusObservation ; tp:about {about} ; tp:status status:{code} ;"
        f" tp:observedOn document:{document} ."
    )
    return claim(f"{document}-{name}", node, document, **more)


def membership(name: str, period: str) -> str:
    node = (
        f"membership:{name} a org:Membership ; org:member country:{name} ;"
        f' org:organization body:club ; tp:period "{period}"^^edtf:EDTF .'
    )
    return claim(f"editorial-{name}", node, None)


def document(slug: str) -> str:
    earliest, latest = BETWEEN[slug]
    return (
        f"document:{slug} a tp:SourceDocument ;"
        f' tp:earliest "{earliest}"^^xsd:date ; tp:latest "{latest}"^^xsd:date .\n'
        f"section:{slug}-top a tp:Section ; dcterms:isPartOf document:{slug} .\n"
    )


CONTENT = {
    "documents/early.trig": (
        document("early"),
        claim("early-a", "project:a a tp:Project .", "early"),
        status("a", "project:a", "current", "early"),
        status("b", "project:b", "current", "early"),
        claim("early-group", "group:members tp:membersOf body:club .", "early"),
        claim(
            "early-spread",
            "programme:p tp:benefits group:members .",
            "early",
            "; tp:distributive true ",
        ),
    ),
    "documents/late.trig": (
        document("late"),
        status("a-late", "project:a", "previous", "late"),
        claim("late-c", "project:c a tp:Project .", "late"),
        claim("late-d", "locality:d tp:locatedIn country:first .", "late"),
    ),
    "editorial.trig": (
        claim("editorial-d", "locality:d a tp:Locality .", None),
        claim("editorial-a", "project:a tp:theme theme:skills .", None),
        membership("first", "1990/.."),
        membership("left", "1990/2003"),
        membership("joined", "2005-06-01/.."),
        membership("vague", "2004"),
    ),
    "entities/all.ttl": tuple(
        f'{name} tp:editorialLabel "{label}"@en .\n'
        for name, label in (("project:c", "Project C"), ("project:a", "Project A"))
    ),
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of two documents, ten years apart."""
    for name, parts in CONTENT.items():
        path = tmp_path / "small" / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PREFIXES + "".join(parts), encoding="utf-8")
    return tmp_path / "small"


def asked(folder: Path, day: str | None = None, include: Collection[str] = ()) -> KnowledgeGraph:
    as_of = date.fromisoformat(day) if day else None
    return KnowledgeGraph.open(str(folder), as_of=as_of, include=include)


def subjects(store: EmbeddedStore, predicate: str, value: str | None = None) -> set[str]:
    """Return local names of what has a property in the default graph."""
    wanted = NamedNode(BASE + value) if value else None
    iri = v.RDF_TYPE if predicate == "a" else v.tp(predicate)
    found = store.quads(None, iri, wanted, DefaultGraph())
    return {str(quad.subject).rpartition("/")[2].strip(">") for quad in found}


def test_a_document_certainly_later_is_left_out_with_its_claims(small: Path) -> None:
    store = asked(small, "2005-01-01").store

    assert subjects(store, "a", "ontology#Project") == {"a"}
    assert subjects(store, "a", "ontology#SourceDocument") == {"early"}
    assert subjects(store, "a", "ontology#Section") == {"early-top"}
    assert not list(store.quads(None, None, None, v.entity("claim", "late-c")))
    assert store.text(v.entity("project", "c"), v.RDFS_LABEL, "en") == ""


def test_a_document_that_may_be_later_is_counted_in_and_named(small: Path) -> None:
    graph = asked(small, "2011-01-01")

    answer = graph.sparql("SELECT ?p { ?p a tp:Project } ORDER BY ?p")

    assert isinstance(answer, Table)
    assert len(answer.rows) == 2
    assert answer.notes == (
        "as of 2011-01-01: counted in, though perhaps written later: late (2010-01-01/2012-12-31)",
    )


def test_a_document_left_out_is_named_with_its_bounds(small: Path) -> None:
    answer = asked(small, "2005-01-01").sparql("SELECT ?p { ?p a tp:Project }")

    assert isinstance(answer, Table)
    assert answer.notes == (
        "as of 2005-01-01: left out, as written later: late (2010-01-01/2012-12-31)",
    )


def test_on_its_last_possible_day_a_document_existed(small: Path) -> None:
    answer = asked(small, "2012-12-31").sparql("SELECT ?p { ?p a tp:Project }")

    assert isinstance(answer, Table)
    assert answer.notes == ()


def test_an_editorial_claim_goes_with_the_documents_that_mention_its_subject(small: Path) -> None:
    early, late = asked(small, "2005-01-01").store, asked(small, "2013-01-01").store

    assert subjects(early, "a", "ontology#Locality") == set()
    assert subjects(late, "a", "ontology#Locality") == {"d"}
    assert subjects(early, "theme") == {"a"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2005-01-01", {"a", "b"}),  # the later document did not exist
        ("2011-01-01", {"a", "b", "a-late"}),  # it may have existed: both stay
        ("2013-01-01", {"b", "a-late"}),  # it existed: the later status holds
    ],
)
def test_the_status_of_the_latest_document_holds(day: str, expected: set[str], small: Path) -> None:
    store = asked(small, day).store

    assert subjects(store, "observedOn") == expected


def test_a_status_that_was_replaced_is_still_a_claim(small: Path) -> None:
    store = asked(small, "2013-01-01").store

    assert list(store.quads(None, None, None, v.entity("claim", "early-a")))


def test_without_a_day_every_status_stands(small: Path) -> None:
    assert subjects(asked(small).store, "observedOn") == {"a", "b", "a-late"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2003-12-31", {"first", "left"}),
        ("2004-01-01", {"first", "vague"}),
        ("2004-12-31", {"first", "vague"}),
        ("2005-05-31", {"first"}),
        ("2005-06-01", {"first", "joined"}),
    ],
)
def test_a_membership_counts_in_its_period(day: str, expected: set[str], small: Path) -> None:
    store = asked(small, day).store

    found = store.quads(None, v.ORG_MEMBER, None, DefaultGraph())
    assert {str(quad.subject).rpartition("/")[2].strip(">") for quad in found} == expected


def test_a_document_speaks_of_the_members_of_its_own_time(small: Path) -> None:
    store = asked(small, "2013-01-01").store

    benefits = store.objects(v.entity("programme", "p"), v.tp("benefits"))

    assert v.entity("country", "left") in benefits
    assert v.entity("country", "joined") not in benefits


def test_before_every_document_nothing_is_claimed(small: Path) -> None:
    store = asked(small, "1999-01-01").store

    assert subjects(store, "a", "ontology#SourceDocument") == set()
    assert subjects(store, "a", "ontology#Project") == set()


def test_a_choice_of_everything_is_the_build(graph: KnowledgeGraph, project: Path) -> None:
    chosen = KnowledgeGraph.open(str(project), as_of=date(2100, 1, 1))

    assert set(chosen.store.quads()) == set(graph.store.quads())


def test_implied_claims_are_counted_in_where_asked(project: Path) -> None:
    question = "SELECT ?f { project:insight-2 tp:fundedBy ?f }"

    default = asked(project).sparql(question)
    chosen = asked(project, include=["implied"]).sparql(question)

    assert isinstance(default, Table)
    assert isinstance(chosen, Table)
    assert default.rows == ()
    assert chosen.rows == ((v.entity("body", "mhlw"),),)
    assert chosen.notes == ("implied claims are counted in; other answers leave them out",)


def test_the_standing_of_an_included_claim_is_shown(command: Command) -> None:
    arguments = ("query", "funding/by-donor", "--set", "donor=MHLW", "-f", "json")

    plain = command(*arguments).json["rows"]
    rows = command(*arguments, "--include", "implied").json["rows"]

    added = [row for row in rows if row not in plain]
    assert len(added) == len(rows) - len(plain) > 3
    assert {row["standing"] for row in added} == {f"{BASE}standing/implied"}


def test_a_disputed_claim_is_told_from_an_accepted_one(command: Command) -> None:
    arguments = ("query", "time/dated-figures", "-f", "json")

    plain = command(*arguments).json
    outcome = command(*arguments, "--include", "disputed").json

    disputed = [row for row in outcome["rows"] if row["verdict"]]
    assert "verdict" not in plain["columns"]
    assert {row["verdict"] for row in disputed} == {f"{BASE}verdict/disputed"}
    assert len(outcome["rows"]) == len(plain["rows"]) + len(disputed)
    assert outcome["notes"] == ["disputed claims are counted in; other answers leave them out"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["query", "-q", "SELECT ?c { ?c a tp:Claim } LIMIT 1"],
        ["query", "-q", "ASK { ?c a tp:Claim }"],
        ["query", "-q", "CONSTRUCT { ?c a tp:Claim } WHERE { ?c a tp:Claim } LIMIT 1"],
        ["query", "time/statuses"],
        ["find", "Japan"],
        ["show", "country:japan"],
        ["gaps", "project:greener-business-asia"],
        ["tensions"],
        ["export", "-f", "nquads"],
    ],
    ids=lambda arguments: " ".join(arguments)[:24],
)
def test_each_command_says_what_it_leaves_out(arguments: list[str], command: Command) -> None:
    outcome = command(*arguments, "--as-of", "2013-01-01")

    assert outcome.code == 0
    assert outcome.stderr.count("left out, as written later: cooperation-page") == 1
    assert outcome.stderr.count("perhaps written later: brochure") == 1


def test_the_count_is_still_the_last_line(command: Command) -> None:
    outcome = command("query", "time/statuses", "--as-of", "2013-01-01", "-f", "csv")

    assert outcome.stderr.splitlines()[-1] == "20 rows"


def test_a_later_entity_is_not_found(command: Command) -> None:
    outcome = command("find", "Atsuyuki Oike", "--as-of", "2013-01-01", "-f", "json")

    assert command("find", "Atsuyuki Oike", "-f", "json").json["rows"]
    assert "Oike" not in str(outcome.json["rows"])


@pytest.mark.parametrize("day", ["2013", "2013-02-30", "yesterday", ""])
def test_a_day_that_is_none_is_one_clear_line(day: str, command: Command) -> None:
    outcome = command("query", "time/statuses", "--as-of", day)

    assert outcome.code == 2
    assert outcome.stdout == b""
    assert outcome.stderr == (
        f"tripartite: --as-of: {day!r} is no day of the calendar;"
        " expected a date such as 2017-05-11\n"
    )


def test_what_cannot_be_included_is_named(command: Command) -> None:
    outcome = command("query", "time/statuses", "--include", "disputed,impled")

    assert outcome.code == 2
    assert outcome.stderr == (
        "tripartite: no claims are 'impled'; these can be included: implied, disputed;"
        " did you mean 'implied'?\n"
    )
    with pytest.raises(UnknownNameError):
        KnowledgeGraph.open(include=["inferred"])


def test_a_tension_stands_with_all_its_claims(project: Path) -> None:
    now, then = (explained(asked(project, day)) for day in ("2100-01-01", "2013-01-01"))

    assert 0 < len(then) < len(now)
    assert then == {tension: claims for tension, claims in now.items() if tension in then}


def explained(graph: KnowledgeGraph) -> dict[object, set[object]]:
    """Return the claims of each explained tension."""
    table = graph.tensions()
    tension, claim = (table.columns.index(name) for name in ("tension", "claim"))
    found: dict[object, set[object]] = {}
    for row in table.rows:
        if row[tension]:
            found.setdefault(row[tension], set()).add(row[claim])
    return found


def test_an_export_holds_what_was_chosen(project: Path) -> None:
    of_day = asked(project, "2013-01-01").export("nquads", "all", with_contacts=True)
    now = asked(project).export("nquads", "all", with_contacts=True)

    assert "claim/cooperation-page-" in str(now)
    assert "claim/cooperation-page-" not in str(of_day)
    assert "claim/brochure-" in str(of_day)


def test_an_annotated_export_asserts_what_is_included(project: Path) -> None:
    plain = asked(project).export("turtle12")
    chosen = asked(project, include=["implied"]).export("turtle12")

    assert "insight-1" in str(chosen)
    assert len(chosen) > len(plain)


def test_a_figure_knows_its_years(graph: KnowledgeGraph) -> None:
    figure = v.entity("figure", "brochure-ssn-contribution-2011")

    assert [
        t.value for t in graph.store.objects(figure, v.tp("fiscalYear")) if isinstance(t, Literal)
    ] == ["2010", "2011"]
    assert graph.store.text(figure, v.tp("fiscalYearName"), "en") == "FY2010 or FY2011"
