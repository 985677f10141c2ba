"""A query from outside is read first: whom it would ask, how deep it nests, how long it is."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from tests.tools.hostile import DEEP
from tripartite import library
from tripartite.errors import QueryFailedError, QueryRefusedError, QuerySyntaxError
from tripartite.store import EmbeddedStore, guard
from tripartite.store.foreign_query import ForeignQuery
from tripartite.store.limits import SIZE
from tripartite.vocabulary import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.loopback import Loopback
    from tripartite import KnowledgeGraph

YES = Literal("true", datatype=NamedNode(f"{PREFIXES['xsd']}boolean"))
SERVER = "http://there.example/sparql"


def check(text: str, *hosts: str) -> tuple[str, ...]:
    return guard.check(ForeignQuery(text, "q.rq", hosts), PREFIXES)


def refused(text: str, *hosts: str) -> QueryRefusedError:
    with pytest.raises(QueryRefusedError) as caught:
        check(text, *hosts)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ SERVICE <{SERVER}> {{ }} }}",
        f"select*{{?s ?p ?o.service silent<{SERVER}>{{}}}}",
        f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ SERVICE <{SERVER}> {{ }} }} }}",
        f"ASK {{ {{ SELECT * {{ OPTIONAL {{ SERVICE <{SERVER}> {{ }} }} }} }} }}",
        f"SELECT * {{ ?s ?p ?o }} ORDER BY EXISTS {{ SERVICE <{SERVER}> {{ }} }}",
        f"LOAD <{SERVER}>",
        f"LOAD SILENT <{SERVER}> INTO GRAPH <u:g>",
    ],
)
def test_whoever_would_ask_a_server_is_refused_with_the_place(text: str) -> None:
    error = refused(text)

    assert error.key == "server-refused"
    assert error.values["server"] == f"<{SERVER}>"
    start = text[int(str(error.values["column"])) - 1 :].upper()
    assert start.startswith(("SERVICE", "LOAD"))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'SERVICE <http://x.example/> {}' }",
        'SELECT * { ?s ?p """SERVICE "<u:x>" {}""" . ?s ?p \'\'\'LOAD <u:x>\'\'\' }',
        "SELECT * { ?s ?p 'it\\'s SERVICE' . ?s ?p \"a\"@service }",
        "# SERVICE <http://x.example/> {}\nSELECT * { } # LOAD <u:x>",
        "SELECT * { <http://x.example/SERVICE#service> ?p <u:load> }",
        "SELECT ?service $load { ?service ?load _:service }",
        "PREFIX service: <u:> SELECT * { service:service service:load ?x . ?x a service:y }",
        "PREFIX myservice: <u:> SELECT * { ?s myservice:p 'x'^^myservice:SERVICE }",
        "PREFIX trueservice: <u:> SELECT * { ?s ?p trueservice:x }",
        "PREFIX e: <u:> SELECT * { ?s ?p e:my.service, <u:a.b.service> }",
        "SELECT * { ?s ?p <u:x\\u0053ERVICE> . ?s tp:service\\,load 'LOAD' }",
    ],
)
def test_the_word_is_fine_wherever_it_is_no_keyword(text: str) -> None:
    Store().query(text, prefixes=dict(PREFIXES))

    assert check(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        # The engine takes a name that it does not know apart: an object, then SERVICE.
        "SELECT * { ?s ?p trueSERVICE:x {} }",
        "SELECT * { ?s aFALSEservice:x {} }",
        "SELECT * { ?s a1service: {} }",
        "SELECT * { ?s ?p true.SERVICE:x {} }",
        "SELECT * { ?s ?p trueSERVICESILENT:x {} }",
        "SELECT * { ?s ae:x\tservice: {} }",
        # It ends a name at its second dot.
        "PREFIX e: <u:> SELECT * { ?s ?p e:o.x.service: {} }",
        "PREFIX : <u:> SELECT * { ?s ?p :x.x.service: {} }",
        "PREFIX e: <u:> SELECT * { ?s ?p e:o.x\\'.service:e:a.:x {} }",
        "PREFIX e: <u:> SELECT * { ?s ?p e:o.e:o.SERVICE <{iri}> {} }",
        "SELECT * { ?s ?p trueSERVICE <{iri}> {} }",
        "SELECT * { ?s ?p 1e5SERVICE <{iri}> {} }",
        "PREFIX service: <u:> SELECT * { service:sparql {} }",
        # The engine ends a comment at a carriage return.
        "SELECT * { {} # fine\rSERVICE <{iri}> {}\n }",
        # The grammar does not know these.
        "SELECT * { FILTER(! !true) SERVICE <{iri}> {} }",
        "PREFIX service: <u:> SELECT * { LATERAL {} service:x.y {} }",
        "SELECT * { LATERAL { SERVICE <{iri}> {} } }",
        "SELECT * { <<( ?s ?p ?o )>> ?q ?r SERVICE <{iri}> {} }",
        "SELECT * { ?s ?p tp:a\\' . SERVICE <{iri}> {} #'\n }",
    ],
)
def test_what_only_the_engine_reads_as_a_service_is_refused(text: str, server: Loopback) -> None:
    server.requests.clear()

    error = refused(text.replace("{iri}", server.iri))

    assert error.key in ("word-unclear", "server-unnamed", "server-refused")


def test_what_is_let_through_asks_no_server(server: Loopback) -> None:
    """The engine reads texts as no grammar does; these are put together until it does."""
    engine = Store()
    for value in (YES, Literal(1), NamedNode("u:o"), Literal("a", language="en")):
        for kind in ("u:p", f"{PREFIXES['rdf']}type"):
            engine.add(Quad(NamedNode("u:s"), NamedNode(kind), value))
    store = EmbeddedStore(engine)
    store.prefixes = {**PREFIXES, "": f"http://{server.host}/", "e": "u:"}
    chance = random.Random(5)  # noqa: S311 (a seed, not a secret)
    server.requests.clear()
    answered = refusals = 0

    for _ in range(4000):
        text = _soup(chance, f"<{server.iri}>")
        try:
            guard.check(ForeignQuery(text, "q.rq"), store.prefixes)
        except QueryRefusedError:
            refusals += 1
            continue
        try:
            store.query(text)
        except (QuerySyntaxError, QueryFailedError):
            continue
        answered += 1
        assert server.requests == [], text

    assert refusals > 1000
    assert answered > 100
    store.query("SELECT * { ?s a1service: {} }")
    assert server.requests != []  # the engine would have asked, had it been let


_SEEDS = (
    "SELECT * { ?s e:p true§SERVICE§:x§{} }",
    "SELECT * { ?s a§service§: {} }",
    "SELECT * { ?s ?p '§' §SERVICE @ {} #§\n }",
    "SELECT * { VALUES ?s {§}§SERVICE@{}§}",
    "SELECT * { FILTER(1§<2)§SERVICE§@§{}§}",
    "SELECT * { §{ SELECT * {§ SERVICE @ {}§}§}§}",
    "SELECT * { §?s ?p §, §; §?o§.§ SERVICE :x {§} }",
    "§PREFIX service: <u:> SELECT * { §?s ?p§ service:o §{}§ }",
    "PREFIX trueservice: <http://>§SELECT * { ?s ?p §trueservice:a:b §{}§ }",
    "SELECT * { ?s ?p <<( §?a ?b §)>> . § }",
    "SELECT * {§ ?s a1§e:p§ ?o }",
    "PREFIX service: <u:> SELECT * {§ ?s ?p §service:o }",
    "SELECT * {§ ?s ?p§ 'a SERVICE'@en§ }",
    "SELECT * { ?s ?p e:o§.x§.service:§ {} }",
)
_PIECES = (
    *("SERVICE", "service", "SILENT", ":x", ":", "e:o", "e:p", "?s", "$service", "{", "}", "{}"),
    *("(", ")", ".", ";", ",", "a", "true", "false", "1", "1.", "1e5", ".5", "'", '"', "'''"),
    *('"""', "#", "\n", "\r", "\t", " ", " ", "\\", "@en", "<", ">", "<u:p>", "!", "|", "/", "^"),
    *("*", "+", "-", "&&", "=", "FILTER", "EXISTS", "OPTIONAL", "UNION", "GRAPH", "VALUES", "*"),
    *("UNDEF", "SELECT", "LATERAL", "<<", ")>>", "_:b", "[]", "''", "\u00a0", "\x0c", "%41"),
    *(
        "e:o.x",
        ".x",
        ".service:",
        "e:o.",
        ".SERVICE ",
        "\\'",
        "e:a\\'",
        "STR(?s)",
        "RAND()",
        "e:service",
        "service:x",
        "trueSERVICE",
        "_:service",
    ),
)


def _soup(chance: random.Random, iri: str) -> str:
    parts = chance.choice(_SEEDS).replace("@", iri).split("§")
    between = (
        "".join(chance.choices(_PIECES, k=chance.choice((0, 0, 0, 0, 1, 1, 2)))) for _ in parts
    )
    return "".join(part + piece for part, piece in zip(parts, between, strict=True))


@pytest.mark.parametrize("host", ["there.example", "THERE.example", "there.example:80"])
def test_a_host_that_is_named_may_be_asked(host: str) -> None:
    text = "SELECT * { SERVICE <http://there.example:80/sparql> { ?s ?p ?o } }"

    assert check(text, "elsewhere.example", host) == ()


@pytest.mark.parametrize(
    ("server", "key"),
    [
        ("<http://other.example/>", "server-refused"),
        ("<http://there.example@other.example/>", "server-refused"),
        ("<http://there.example:@other.example/>", "server-refused"),
        ("<http://there.example.other.example/>", "server-refused"),
        ("<http://other.example/there.example>", "server-refused"),
        ("<http://other.example#@there.example/>", "server-refused"),
        ("<ftp://there.example/>", "server-refused"),
        ("<file:///there.example>", "server-refused"),
        ("<there.example>", "server-refused"),
        ("?there", "server-unnamed"),
        ("there:example", "server-unnamed"),
    ],
)
def test_no_other_server_may_be_asked(server: str, key: str) -> None:
    text = f"PREFIX there: <http://there.example/> SELECT * {{ SERVICE {server} {{ }} }}"

    assert refused(text, "there.example").key == key


def test_a_service_within_a_service_must_be_allowed_too() -> None:
    inner = "SERVICE <http://other.example/> { ?s ?p ?o }"
    text = f"SELECT * {{ SERVICE <http://there.example/> {{ {inner} }} }}"

    assert refused(text, "there.example").values["server"] == "<http://other.example/>"


@pytest.mark.parametrize("kind", DEEP)
def test_what_nests_far_below_the_engines_end_is_let_through(kind: str) -> None:
    text, _ = DEEP[kind]

    check(text(40))


@pytest.mark.parametrize("kind", DEEP)
def test_what_ends_the_engine_is_refused_before_it_does(kind: str) -> None:
    text, deadly = DEEP[kind]

    keys = {refused(text(depth)).key for depth in (600, deadly, 100_000)}

    assert keys <= {"query-too-deep", "query-too-wide", "query-unclear", "query-too-long"}
    assert "query-too-long" in keys


@pytest.mark.parametrize("piece", ["(", "{", "[", "!", "- ", "'", "<", "?x .", "UNION ", "a/", "é"])
def test_a_text_without_sense_is_no_trouble(piece: str) -> None:
    text = "SELECT * { ?s ?p ?o FILTER(" + piece * (63_000 // len(piece.encode()))

    try:
        check(text)
    except QueryRefusedError as error:
        assert error.key in ("query-too-deep", "query-unclear", "query-too-wide")  # noqa: PT017


def test_a_long_list_of_terms_is_let_through() -> None:
    terms = " ".join(f"<u:{i}>" for i in range(5000))

    assert check(f"SELECT * {{ VALUES ?s {{ {terms} }} ?s ?p ?o }}") == ()
    assert check(f"SELECT * {{ ?s ?p ?o FILTER(?s IN ({terms.replace(' ', ',')})) }}") == ()


def test_length_is_counted_in_bytes() -> None:
    text = "SELECT * { ?s ?p '働' } #"
    fits = text + "働" * ((SIZE - len(text.encode())) // 3)

    assert check(fits) == ()
    assert refused(fits + "働").key == "query-too-long"


def test_half_a_character_is_a_syntax_error() -> None:
    with pytest.raises(QuerySyntaxError):
        check("SELECT * { ?s ?p '\ud800' }")


def test_graphs_that_are_named_by_from_are_returned() -> None:
    text = (
        "PREFIX g: <u:graphs/> SELECT * FROM <u:one> FROM NAMED g:two FROM tp:three"
        " { ?from ?p 'FROM <u:no>' }"
    )

    assert check(text) == ("u:one", "u:graphs/two", f"{PREFIXES['tp']}three")


def test_every_query_of_ours_is_let_through(graph: KnowledgeGraph) -> None:
    texts = [library.bind(query, {}, "en") for query in graph.queries()]

    assert len(texts) > 90
    assert [check(text) for text in texts] == [()] * len(texts)


def test_every_query_of_the_standard_is_let_through_unless_it_asks_a_server(shared: Path) -> None:
    engine = Store()
    found: list[str] = []
    asking: list[str] = []
    for path in sorted((shared / "w3c" / "sparql11").rglob("*.rq")):
        text = path.read_text(encoding="utf-8")
        if not _is_read(engine, text):
            continue
        found.append(path.name)
        try:
            guard.check(ForeignQuery(text, path.name), {})
        except QueryRefusedError:
            asking.append(path.parent.name)

    assert len(found) > 350
    assert len(asking) == 10
    assert set(asking) == {"service", "syntax-fed"}


def _is_read(engine: Store, text: str) -> bool:
    """Tell whether the engine reads a query; the port that it would ask answers nobody."""
    try:
        engine.query(text, base_iri="http://127.0.0.1:1/")
    except SyntaxError:
        return False
    except (OSError, RuntimeError):
        return True
    return True
