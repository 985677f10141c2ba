"""Publishing to a Graph Store: whole or not at all, once however often it is tried."""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, parse

from tests.tools import one_claim
from tests.tools.servers import Said, Seen, forwarded, oxigraph, serving
from tripartite import KnowledgeGraph
from tripartite import vocabulary as v
from tripartite.errors import QueryFailedError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Quad

    from tests.tools.running import Command

OURS = b"<urn:before> <urn:before> <urn:before> .\n"
SECRET = "s3cret-of-mine"  # noqa: S105 (a test's)
# What a proxy does to each request in turn: to pass it on, to pass it on and lose the answer, …
PASS, LOSE_ANSWER, DROP, BUSY = "pass", "lose the answer", "drop", "busy"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a real server."""
    with oxigraph() as started:
        yield started


@pytest.fixture(autouse=True)
def _no_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


@pytest.fixture
def small(tmp_path: Path) -> KnowledgeGraph:
    """A graph that is quickly sent."""
    return KnowledgeGraph.open(str(one_claim.write(tmp_path / "small")))


def put(server: str, body: bytes) -> None:
    """Make a server hold this and nothing else."""
    headers = {"Content-Type": "application/n-quads"}
    assert forwarded(Seen("PUT", "/store", headers, body), server).status in range(200, 300)


def held(server: str) -> set[Quad]:
    """Return all that a server holds."""
    said = forwarded(Seen("GET", "/store", {"Accept": "application/n-quads"}, b""), server)
    quads = list(parse(said.body, format=RdfFormat.N_QUADS))
    assert len(quads) == len(set(quads))
    return set(quads)


def test_a_server_holds_the_graph_and_nothing_else(
    server: str, graph: KnowledgeGraph, command: Command
) -> None:
    put(server, OURS)

    outcome = command("publish", f"{server}/store", "-f", "json")

    expected = set(graph.store.quads())
    default = sum(quad.graph_name == DefaultGraph() for quad in expected)
    assert outcome.code == 0
    assert [row["count"] for row in outcome.json["rows"]] == [default, len(expected) - default]
    assert outcome.stderr.splitlines()[-1] == f"published at {server}/store"
    assert held(server) == expected


def test_personal_claims_stay_home(server: str, graph: KnowledgeGraph) -> None:
    graph.publish(f"{server}/store")

    personal = set(graph.quads("all", with_contacts=True)) - set(graph.quads("all"))
    found = held(server)
    assert personal
    assert not {quad.graph_name for quad in personal if quad.graph_name != DefaultGraph()} & {
        quad.graph_name for quad in found
    }
    assert not any(quad.object == v.PERSONAL for quad in found)


def test_publishing_again_changes_nothing(server: str, small: KnowledgeGraph) -> None:
    first = small.publish(f"{server}/store")
    before = held(server)

    second = small.publish(f"{server}/store")

    assert first == second
    assert held(server) == before


def test_a_graph_published_into_a_folder_can_be_sent_from_there(
    server: str, small: KnowledgeGraph, tmp_path: Path
) -> None:
    small.build(str(tmp_path / "published"))

    done = KnowledgeGraph.open(str(tmp_path / "published")).publish(f"{server}/store")

    assert done.found == done.sent
    assert held(server) == set(small.store.quads())


@pytest.mark.parametrize(
    "turns",
    [
        (DROP, PASS, PASS),
        (LOSE_ANSWER, PASS, PASS),
        (LOSE_ANSWER, LOSE_ANSWER, PASS, PASS),
        (BUSY, PASS, PASS),
        (DROP, BUSY, PASS, PASS),
        (PASS, LOSE_ANSWER, BUSY, PASS),
    ],
    ids=", ".join,
)
def test_what_is_tried_again_is_there_once(
    turns: tuple[str, ...], server: str, small: KnowledgeGraph
) -> None:
    put(server, OURS)
    left = list(turns)

    def proxy(seen: Seen) -> Said | None:
        turn = left.pop(0)
        if turn == BUSY:
            return Said(503, {"Retry-After": "0"})
        said = forwarded(seen, server) if turn in (PASS, LOSE_ANSWER) else None
        return said if turn == PASS else None

    with serving(proxy) as (url, seen):
        done = small.publish(f"{url}/store")

    assert left == []
    assert {one.method for one in seen} == {"PUT", "GET"}
    assert len({one.body for one in seen if one.method == "PUT"}) == 1
    assert done.found == done.sent
    assert held(server) == set(small.store.quads())


@pytest.mark.parametrize("turn", [DROP, BUSY])
def test_in_the_end_it_says_that_it_failed_and_the_server_has_what_it_had(
    turn: str, server: str, small: KnowledgeGraph
) -> None:
    put(server, OURS)
    said = Said(503, {"Content-Type": "text/plain"}, b"try later") if turn == BUSY else None
    with (
        serving(lambda _: said) as (url, seen),
        pytest.raises((UnreachableError, QueryFailedError)) as caught,
    ):
        small.publish(f"{url}/store")

    assert len(seen) == 3
    assert caught.value.exit_code == (4 if turn == BUSY else 3)
    assert len(held(server)) == 1


def test_a_server_that_breaks_off_half_way_has_what_it_had(
    server: str, small: KnowledgeGraph
) -> None:
    put(server, OURS)
    body = small.store.dump()
    line = http.client.HTTPConnection(urlsplit(server).netloc)
    line.putrequest("PUT", "/store")
    line.putheader("Content-Type", "application/n-quads")
    line.putheader("Content-Length", str(len(body)))
    line.endheaders(body[: len(body) // 2])
    line.close()

    assert len(held(server)) == 1


@pytest.mark.parametrize(
    ("said", "code", "says"),
    [
        (Said(405), 3, "takes no whole data set in one request (HTTP 405): Method Not Allowed;"),
        (Said(415), 3, "nothing was changed"),
        (Said(501), 3, "nothing was changed"),
        (Said(401), 3, "asks who you are, or does not let you in (HTTP 401)"),
        (Said(413), 4, "gave up or refused (HTTP 413)"),
        (Said(507, {"Content-Type": "text/plain"}, b"disk full"), 3, "HTTP 507: disk full"),
    ],
)
def test_a_refusal_is_one_clear_line(
    said: Said, code: int, says: str, small: KnowledgeGraph, command: Command
) -> None:
    with serving(lambda _: said) as (url, _):
        outcome = command("publish", f"{url}/store", "--store", str(small.places.root))

    assert outcome.code == code
    assert says in outcome.stderr
    assert outcome.stderr.startswith(f"tripartite: {url}/store: ")
    assert outcome.stderr.count("\n") == 1


def test_an_address_of_a_query_endpoint_is_no_graph_store(
    server: str, small: KnowledgeGraph
) -> None:
    put(server, OURS)

    with pytest.raises(UnreachableError, match="takes no whole data set in one request"):
        small.publish(f"{server}/query")

    assert len(held(server)) == 1


def test_a_server_that_holds_something_else_afterwards_is_found_out(
    server: str, small: KnowledgeGraph
) -> None:
    def forgetful(seen: Seen) -> Said:
        first, _, _ = seen.body.partition(b"\n")
        return forwarded(seen._replace(body=first + b"\n" if first else b""), server)

    with (
        serving(forgetful) as (url, _),
        pytest.raises(UnreachableError, match="holds 1 triples in its default graph and 0 quads"),
    ):
        small.publish(f"{url}/store")


def test_a_server_that_cannot_be_read_back_is_published_with_a_note(
    server: str, small: KnowledgeGraph, command: Command
) -> None:
    def blind(seen: Seen) -> Said:
        return forwarded(seen, server) if seen.method == "PUT" else Said(405)

    with serving(blind) as (url, _):
        outcome = command("publish", f"{url}/store", "--store", str(small.places.root))

    assert outcome.code == 0
    assert "which does not let us read it back" in outcome.stderr


def test_a_redirect_within_the_server_is_followed_with_the_whole_body(
    server: str, small: KnowledgeGraph
) -> None:
    def moved(seen: Seen) -> Said:
        if seen.target == "/old":
            return Said(308, {"Location": "/store"})
        return forwarded(seen, server)

    with serving(moved) as (url, seen):
        small.publish(f"{url}/old")

    puts = [one for one in seen if one.method == "PUT"]
    assert [one.target for one in puts] == ["/old", "/store"]
    assert puts[0].body == puts[1].body
    assert held(server) == set(small.store.quads())


def test_credentials_go_with_it_and_to_no_other_server(
    server: str, small: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_TOKEN", SECRET)
    with serving(lambda seen: forwarded(seen, server)) as (url, seen):
        small.publish(f"{url}/store")
        with (
            serving(lambda _: Said(307, {"Location": f"{url}/store"})) as (other, _),
            pytest.raises(UnreachableError, match="leads to another server"),
        ):
            small.publish(f"{other}/store")

    assert [one.headers["Authorization"] for one in seen] == [f"Bearer {SECRET}"] * 2


def test_what_has_changed_is_built_before_it_is_sent(
    server: str, small: KnowledgeGraph, command: Command
) -> None:
    small.build()
    one_claim.add_claim(small.places.root, "b")

    outcome = command("publish", f"{server}/store", "--store", str(small.places.root))

    assert "rebuilt: data/documents/note.trig changed" in outcome.stderr
    assert one_claim.claims_in(f"{server}/query") == 2


def test_a_project_that_does_not_parse_changes_nothing(
    server: str, tmp_path: Path, command: Command
) -> None:
    put(server, OURS)
    project = one_claim.write(tmp_path / "broken")
    one_claim.note(project).write_text("nonsense")

    outcome = command("publish", f"{server}/store", "--store", str(project))

    assert outcome.code == 3
    assert len(held(server)) == 1
