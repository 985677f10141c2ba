"""Evidence of small graphs, where each answer can be worked out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from tripartite import vocabulary as v
from tripartite.errors import QueryRefusedError
from tripartite.evidence import attach
from tripartite.evidence.constants import Constants
from tripartite.evidence.facts import Facts
from tripartite.evidence.paths import Walker, Way
from tripartite.evidence.rewriting import Rewriter
from tripartite.evidence.sharing import Evidence, remarked, shared
from tripartite.evidence.tasks import Task
from tripartite.store import EmbeddedStore
from tripartite.syntax import parse, scope
from tripartite.syntax.nodes import Optional, PathPattern, Query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tripartite.model import Proof
    from tripartite.syntax.nodes import Group

EX: Final = "http://example.org/"
PREFIX: Final = f"PREFIX : <{EX}> "


def node(name: str) -> NamedNode:
    """Return an entity of the example."""
    return NamedNode(EX + name)


def claim(name: str, *triples: str, standing: NamedNode = v.STATED) -> Iterator[Quad]:
    """Yield a claim: its graph, its description, and its triples if it is stated."""
    graph = v.entity("claim", name)
    yield Quad(graph, v.RDF_TYPE, v.CLAIM)
    yield Quad(graph, v.STANDING, standing)
    for triple in triples:
        three = tuple(map(node, triple.split()))
        yield Quad(three[0], three[1], three[2], graph)
        if standing == v.STATED:
            yield Quad(three[0], three[1], three[2])


@pytest.fixture
def store() -> EmbeddedStore:
    """Four claims, two of one triple, one implied; a derivation; a label; a blank node."""
    derivation = v.entity("derivation", "d")
    return EmbeddedStore.of(
        [
            *claim("one", "a p b", "a q c"),
            *claim("two", "a p b"),
            *claim("three", "b p c"),
            *claim("four", "a p b", "c p d", standing=v.entity("standing", "implied")),
            Quad(derivation, v.RDF_TYPE, v.DERIVATION),
            Quad(derivation, v.STANDING, v.INFERRED),
            Quad(derivation, v.PROV_DERIVED_FROM, v.entity("claim", "three")),
            Quad(node("b"), node("r"), node("d"), derivation),
            Quad(node("b"), node("r"), node("d")),
            Quad(node("a"), v.RDFS_LABEL, Literal("A", language="en")),
            Quad(BlankNode("x"), node("s"), Literal(1)),
            Quad(
                node("a"),
                node("t"),
                Literal("NaN", datatype=NamedNode(f"{v.STANDARDS['xsd']}double")),
            ),
            Quad(node("a"), node("u"), BlankNode("x")),
        ]
    )


def proofs(store: EmbeddedStore, text: str) -> list[tuple[list[str], tuple[str, ...]]]:
    """Return each row's sources, by their last names, and its remarks."""
    table = attach(store, PREFIX + text)
    return [(names(proof), proof.remarks) for proof in table.proofs]


def names(proof: Proof) -> list[str]:
    """Return the last names of a proof's sources."""
    return [source.value.rpartition("/")[2] for source in proof.sources]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x { :a :p ?x }", [(["one", "two"], ())]),
        ("SELECT ?x { :a :q ?x }", [(["one"], ())]),
        ("SELECT ?x { GRAPH claim:four { :c :p ?x } }", [(["four"], ())]),
        ("SELECT ?g { GRAPH ?g { :c ?p :d } }", [(["four"], ())]),
        ("SELECT ?x { :b :r ?x }", [(["three", "d"], ())]),
        ("SELECT ?l { :a rdfs:label ?l }", [([], ("proof-editorial",))]),
        ("SELECT ?s { claim:one tp:standing ?s }", [(["one"], ())]),
        ("SELECT ?x { VALUES ?x { 1 } }", [([], ("proof-no-triple",))]),
        ("SELECT ?x { BIND(RAND() AS ?x) }", [([], ("proof-nondeterministic",))]),
        ("SELECT ?x { :b :p ?x MINUS { ?x :p :z } }", [(["three"], ("proof-negation",))]),
        ("SELECT ?x { ?x :q :c FILTER EXISTS { ?x :p/:p :c } }", [(["one", "three", "two"], ())]),
        ("SELECT ?x { ?x :q :c FILTER NOT EXISTS { ?x :z ?y } }", [(["one"], ("proof-negation",))]),
        ("SELECT ?x { :a :q ?x OPTIONAL { ?x :p ?y } }", [(["one"], ())]),
        ("SELECT ?x { :a :q ?x OPTIONAL { :b :p ?x } }", [(["one", "three"], ())]),
        ("SELECT ?x { { :a :q ?x } UNION { :z :q ?x } }", [(["one"], ())]),
        ("SELECT (COUNT(*) AS ?n) { ?x :p ?y }", [(["one", "three", "two"], ())]),
        ("SELECT (COUNT(*) AS ?n) { ?x :z ?y }", [([], ("proof-no-match",))]),
        ("SELECT ?x { { SELECT ?x { ?x :p :c } } ?y :p ?x }", [(["one", "three", "two"], ())]),
        ("SELECT ?x { :a :p+ ?x FILTER(?x = :c) }", [(["one", "three", "two"], ())]),
        ("SELECT ?x { :a :p* ?x FILTER(?x = :a) }", [([], ("proof-zero-length-path",))]),
        ("SELECT ?x { ?x :s 1 . :a :u ?x }", [([], ("proof-editorial",))]),
        ("SELECT ?x { :a :t ?x } LIMIT 1", [([], ("proof-editorial",))]),
        ("SELECT (?x AS ?z) { ?x :q ?y } LIMIT 1", [(["one"], ())]),
        ("SELECT (?y AS ?z) (COUNT(*) AS ?n) { :b ?y :c } GROUP BY ?y", [(["three"], ())]),
        ("SELECT ?y { :b :p ?y } GROUP BY ?y (RAND())", [(["three"], ("proof-nondeterministic",))]),
        ("SELECT ?k { :b :p ?y } GROUP BY (STR(?y) AS ?k) (LANG(?k))", [(["three"], ())]),
        (
            "SELECT ?y { :b :p ?y } GROUP BY ?y HAVING (EXISTS { ?y :p ?z } || ?y = :c)",
            [(["three"], ("proof-untraced",))],
        ),
        ("ASK { :a :q :c }", [(["one"], ())]),
        ("ASK { :a :q :z }", [([], ("proof-negation",))]),
        ("DESCRIBE :b", [(["three"], ()), (["three", "d"], ())]),
        ("CONSTRUCT { ?x :made [] } WHERE { :a :q ?x }", [(["one"], ())]),
        ("CONSTRUCT WHERE { ?x :q ?y }", [(["one"], ())]),
        ("SELECT ?x FROM claim:four { :a :p ?x }", [(["four"], ())]),
        ("SELECT ?x { LATERAL { :a :q ?x } }", [([], ("proof-unreadable",))]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_row_names_its_claims_or_says_why_not(
    store: EmbeddedStore, text: str, expected: list[tuple[list[str], tuple[str, ...]]]
) -> None:
    assert proofs(store, text) == expected


def test_no_claim_is_named_for_a_row_that_is_not_shown(store: EmbeddedStore) -> None:
    cut = attach(store, f"{PREFIX} SELECT ?x ?y {{ ?x :p ?y }} ORDER BY DESC(?x) LIMIT 1")

    assert [names(proof) for proof in cut.proofs] == [["three"]]


def test_equal_rows_take_one_solution_each(store: EmbeddedStore) -> None:
    twice = attach(store, f"{PREFIX} SELECT ?p {{ ?x ?p ?y FILTER(?p = :p) }}")

    assert [names(proof) for proof in twice.proofs] == [["one", "two"], ["three"]]


def test_distinct_rows_take_all_solutions(store: EmbeddedStore) -> None:
    once = attach(store, f"{PREFIX} SELECT DISTINCT ?p {{ ?x ?p ?y FILTER(?p = :p) }}")

    assert [names(proof) for proof in once.proofs] == [["one", "three", "two"]]


def test_a_claim_that_is_not_accepted_is_named_where_no_other_holds_the_triple() -> None:
    implied = v.entity("standing", "implied")
    quads = [*claim("four", "a p b", standing=implied), Quad(node("a"), node("p"), node("b"))]

    assert proofs(EmbeddedStore.of(quads), "SELECT ?x { :a :p ?x }") == [(["four"], ())]


def test_claims_stand_in_the_order_of_their_passages() -> None:
    def passage(name: str, span: str) -> Quad:
        place = NamedNode(f"{v.BASE}document/{span}")
        return Quad(v.entity("claim", name), v.PASSAGE, place)

    store = EmbeddedStore.of(
        [
            *claim("late", "a p b"),
            passage("late", "brochure#char=90,95"),
            *claim("early", "a p b"),
            passage("early", "brochure#char=9,12"),
            *claim("elsewhere", "a p b"),
            passage("elsewhere", "annex#char=500,510"),
            *claim("nowhere", "a p b"),
        ]
    )

    (row, *_) = proofs(store, "SELECT ?x { :a :p ?x }")

    assert row == (["elsewhere", "early", "late", "nowhere"], ())


def test_the_triples_of_a_proof_are_sorted_and_each_once(store: EmbeddedStore) -> None:
    (proof,) = attach(store, f"{PREFIX} SELECT ?x {{ :a :q ?x . :a :p :b . :a :q :c }}").proofs

    assert proof.triples == (
        Triple(node("a"), node("p"), node("b")),
        Triple(node("a"), node("q"), node("c")),
    )


def test_a_subselect_that_hides_its_graph_is_refused_with_its_place(store: EmbeddedStore) -> None:
    with pytest.raises(QueryRefusedError, match=r"file\.rq:2:13: .* GRAPH \?g "):
        attach(store, "SELECT *\n{ GRAPH ?g{{SELECT ?x { ?x ?p 1 }}}}", "file.rq")


def test_a_subselect_that_shows_its_graph_is_explained(store: EmbeddedStore) -> None:
    text = "SELECT ?x ?g { GRAPH ?g { { SELECT ?x ?g { ?x :p :d } } } }"

    assert proofs(store, text) == [(["four"], ())]


def test_a_condition_sees_no_column_that_is_calculated_after_it(store: EmbeddedStore) -> None:
    text = f"{PREFIX} SELECT (STR(?y) AS ?z) {{ :a :p ?y FILTER(!BOUND(?z)) }}"

    table = attach(store, text)

    assert [names(proof) for proof in table.proofs] == [["one", "two"]]


# The parts, each alone.


def where(pattern: str) -> Group:
    """Return the group of a query."""
    return read(f"{PREFIX} SELECT * {{ {pattern} }}").where


def read(text: str) -> Query:
    """Return the structure of a text that has one."""
    query = parse(text)
    assert query is not None
    return query


def test_optional_and_union_bind_marks_and_blank_nodes_are_variables() -> None:
    group = where("?s :p [] OPTIONAL { ?s :q ?x } { ?s :r 1 } UNION { ?s :t 1 }")

    plan = Rewriter("?m").plan(group)

    assert [atom.mark for atom in plan.atoms] == ["", "?m1", "?m2", "?m3"]
    assert plan.text == (
        "?s :p ?_n1 .\nOPTIONAL { ?s :q ?x .\nBIND(1 AS ?m1) }\n"
        "{ ?s :r 1 .\nBIND(1 AS ?m2) } UNION { ?s :t 1 .\nBIND(1 AS ?m3) }"
    )


def test_a_condition_that_draws_lots_is_left_out_of_the_second_query() -> None:
    assert "RAND" not in Rewriter("?m").plan(where("?s :p ?o FILTER(RAND() < 0.5)")).text


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("?s :p ?o . GRAPH ?g { ?s :q ?x }", ["?s", "?o", "?g", "?x"]),
        ("?s :p ?o OPTIONAL { ?o :q ?x } ?x :r ?y", ["?s", "?o"]),
        ("{ ?s :p ?o } UNION { ?s :q ?o } ?s :r ?y", ["?s", "?y"]),
        ("BIND(1 AS ?x) ?s :p ?x", []),
        ("{ ?s :p ?o } ?o :q ?x", ["?s", "?o", "?x"]),
    ],
)
def test_only_what_surely_matches_first_may_be_given_beforehand(
    pattern: str, expected: list[str]
) -> None:
    assert list(scope.certain(where(pattern))) == expected


def test_rows_are_given_beforehand_only_where_the_answer_was_cut() -> None:
    rows = [(node("a"), None), (node("b"), Literal(1))]
    pattern = "SELECT ?s ?o { ?s <u:p> ?x OPTIONAL { ?x <u:q> ?o } }"

    whole = Task(read(pattern), ("?s", "?o"), rows).beforehand()
    cut = Task(read(f"{pattern} LIMIT 2"), ("?s", "?o"), rows).beforehand()

    assert whole == ""
    assert cut == f"VALUES (?s) {{ (<{EX}a>) (<{EX}b>) }}"


def test_a_column_is_random_if_what_it_is_made_of_is() -> None:
    query = read("SELECT ?x ?z (STR(?y) AS ?w) { ?x <u:p> 1 BIND(UUID() AS ?y) BIND(?y AS ?z) }")

    assert scope.random(query) == {"?z", "?w"}


@pytest.mark.parametrize(
    ("path", "ends", "facts", "zero"),
    [
        (":p", "a b", 1, False),
        (":p|:q", "a b", 1, False),
        (":p|:z", "a d", None, False),
        ("^:p|:z", "b a", 1, False),
        ("(:p/:p)|:q", "a c", 3, False),
        (":p+", "a c", 2, False),
        (":p+", "a a", None, False),
        (":p*", "a a", 0, True),
        (":p?", "a a", 0, True),
        (":p?", "a b", 1, False),
        ("(:p|:r)+", "a d", 2, False),
        ("(^:p)+", "c a", 2, False),
        ("!(:p|:r)", "a c", 1, False),
        ("!(:q|^:p)", "b a", None, False),
        ("!(^:q)", "b a", 1, False),
        ("(:p/:r?)|:z", "a d", 2, False),
        ("(:p/:r?)|:z", "a b", 1, True),
    ],
)
def test_a_path_is_walked_between_two_nodes(
    store: EmbeddedStore,
    path: str,
    ends: str,
    facts: int | None,
    zero: bool,  # noqa: FBT001  expected
) -> None:
    start, end = map(node, ends.split())
    expression = where(f"VALUES ?x {{ 1 }} ?s (({path})|({path})) ?o").elements[1]
    assert isinstance(expression, PathPattern)
    walker = Walker(Facts(store), None, lambda text: node(text[1:]))

    way = walker.walk(expression.path, start, end)

    assert (way is None) == (facts is None)
    assert way is None or (len(way.facts), way.zero) == (facts, zero)


def test_constants_are_read_as_the_engine_reads_them(store: EmbeddedStore) -> None:
    constants = Constants(store, "BASE <http://base.org/> PREFIX : <http://example.org/>")

    assert constants["<x>"] == NamedNode("http://base.org/x")
    assert constants[":a\\,b"] == NamedNode("http://example.org/a,b")
    assert constants["tp:Claim"] == v.CLAIM
    assert constants["01"] == Literal(1)
    assert constants["'\\u0041'@en"] == Literal("A", language="en")


def test_a_walk_through_a_circle_ends() -> None:
    circle = EmbeddedStore.of([*claim("one", "a p b", "b p a")])
    pattern = where("?s :p+ ?o").elements[0]
    assert isinstance(pattern, PathPattern)
    walker = Walker(Facts(circle), None, lambda text: node(text[1:]))

    assert walker.walk(pattern.path, node("a"), node("z")) is None
    assert walker.walk(pattern.path, node("a"), node("a")) == Way(frozenset((0, 1)))


def test_a_triple_is_another_fact_in_another_graph(store: EmbeddedStore) -> None:
    facts = Facts(store)
    three = node("a"), node("p"), node("b")

    default = facts.number((*three, None))
    in_claim = facts.number((*three, v.entity("claim", "four")))

    assert default != in_claim
    assert facts.number((*three, None)) == default
    assert len(facts.graphs(default)) == 3
    assert facts.graphs(in_claim) == (v.entity("claim", "four"),)


def test_equal_rows_share_all_solutions_where_there_are_more_of_them() -> None:
    one, two, three = (Evidence(frozenset((number,))) for number in range(3))
    rows = [(Literal(1),), (Literal(2),), (Literal(2),), (Literal(3),)]
    made = [
        ((Literal(1),), one),
        ((Literal(1),), two),
        ((Literal(2),), two),
        ((Literal(2),), three),
    ]

    found = shared(rows, made, str)

    assert found == [Evidence(frozenset((0, 1))), two, three, remarked("proof-untraced")]


def test_a_row_takes_a_solution_that_leaves_a_cell_open() -> None:
    one = Evidence(frozenset((1,)))

    assert shared([(Literal(1), Literal(2))], [((Literal(1), None), one)], str, joined=True) == [
        one
    ]


def test_an_optional_that_may_fail_because_of_more_says_so(store: EmbeddedStore) -> None:
    plain, nested = (
        "SELECT ?x { :a :q ?x OPTIONAL { ?x :z ?y } }",
        "SELECT ?x { :a :q ?x OPTIONAL { :b :p ?y OPTIONAL { ?x :z ?y } } }",
    )
    outside = "SELECT ?x { :a :q ?x OPTIONAL { :z :p ?y OPTIONAL { ?y :p ?x } } }"

    assert isinstance(where(":a :q ?x OPTIONAL { ?x :z ?y }").elements[1], Optional)
    assert proofs(store, plain) == [(["one"], ())]
    assert proofs(store, nested) == [(["one", "three"], ())]
    assert proofs(store, outside) == [(["one"], ("proof-negation",))]


def test_default_graph_patterns_do_not_see_named_graphs(store: EmbeddedStore) -> None:
    (quad, *_) = store.quads(node("c"), node("p"), None)

    assert quad.graph_name != DefaultGraph()
    assert proofs(store, "SELECT ?x { :c :p ?x }") == []
