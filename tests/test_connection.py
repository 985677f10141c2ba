"""Requests to a server: failures in one line, credentials kept, redirects only within it."""

from __future__ import annotations

import base64
import shutil
import ssl
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest

from tests.tools.servers import Said, Seen, serving
from tripartite import KnowledgeGraph, TripartiteError
from tripartite.store.address import address

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.running import Command

SELECT = "SELECT ?p { ?p a tp:Project } ORDER BY ?p LIMIT 3"
ROWS = b'{"head":{"vars":["p"]},"results":{"bindings":[{"p":{"type":"literal","value":"x"}}]}}'
JSON = {"Content-Type": "application/sparql-results+json"}
TEXT = {"Content-Type": "text/plain"}
TRIPLES = {"Content-Type": "application/n-triples"}
ELSEWHERE = "https://elsewhere.example/query"
SECRET = "s3cret-of-mine"  # noqa: S105 (a test's)


@pytest.fixture(autouse=True)
def _no_netrc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no credentials of the user's be sent."""
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


def rows(_: Seen) -> Said:
    return Said(200, JSON, ROWS)


FAILURES: dict[str, tuple[Said | None, int, str]] = {
    "not SPARQL": (Said(400, TEXT, b"Lexical error"), 3, "-q: Lexical error"),
    "unknown": (Said(401), 3, "asks who you are, or does not let you in (HTTP 401)"),
    "forbidden": (Said(403), 3, "TRIPARTITE_TOKEN"),
    "nothing there": (Said(404), 3, "HTTP 404: Not Found"),
    "a fault": (Said(500, TEXT, b"boom\x1b[31m\nat x"), 3, "HTTP 500: boom [31m at x"),
    "out of time": (Said(503, TEXT, b"Query timed out"), 4, "(HTTP 503): Query timed out"),
    "gateway": (Said(504), 4, "HTTP 504"),
    "too many": (Said(429), 4, "HTTP 429"),
    "too large": (Said(413), 4, "HTTP 413"),
    "a page": (Said(200, {"Content-Type": "text/html"}, b"<html>"), 3, "answers with text/html"),
    "no type": (Said(200, {}, b"?"), 3, "answers with ?"),
    "cancelled": (Said(200, JSON, ROWS[:40] + b"Cancelled"), 4, "broke its answer off"),
    "cut off": (Said(200, JSON, ROWS, cut=True), 3, "the connection broke: the answer was cut off"),
    "cut triples": (Said(200, TRIPLES, b"<a:a> <a:a> <a:a> .\n" * 2, cut=True), 3, "cut off"),
    "hangs up": (None, 3, "the connection broke"),
    "moved away": (Said(302, {"Location": ELSEWHERE}), 3, f"another server, {ELSEWHERE};"),
    "moved nowhere": (Said(302, {"Location": "gopher:x"}), 3, "an address that is none"),
    "moved around": (Said(307, {"Location": "/query"}), 3, "from address to address"),
}  # fmt: skip


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_of_the_server_is_one_clear_line(failure: str, command: Command) -> None:
    said, code, says = FAILURES[failure]
    with serving(lambda _: said) as (url, _):
        outcome = command("query", "-q", "ASK {}", "--store", f"{url}/query")

    assert outcome.code == code
    assert says in outcome.stderr
    assert outcome.stderr.startswith("tripartite: ")
    assert outcome.stderr.count("\n") == 1
    assert "\x1b" not in outcome.stderr


@pytest.mark.parametrize(
    ("url", "says"),
    [
        (f"http://me:{SECRET}@data.example/query", "must not hold a password (data.example)"),
        (f"https://{SECRET}@data.example/query", "must not hold a password (data.example)"),
        ("ftp://data.example/query", "is no address of a server"),
        ("http://", "is no address of a server"),
        ("http://data.example:port/query", "is no address of a server"),
        ("http://data.example/q uery", "is no address of a server"),
        (f"ftp://me:{SECRET}@data.example/query", "is no address of a server"),
    ],
)
def test_an_address_that_is_none_is_refused_without_its_password(
    url: str, says: str, command: Command
) -> None:
    for arguments in (("find", "x", "--store", url, "--verbose"), ("publish", url)):
        outcome = command(*arguments)

        assert outcome.code == 2
        assert says in outcome.stderr
        assert SECRET not in outcome.stderr


def test_a_host_that_does_not_exist_is_one_line(command: Command) -> None:
    outcome = command("find", "x", "--store", "https://tripartite.invalid/query")

    assert outcome.code == 3
    assert outcome.stderr.startswith("tripartite: https://tripartite.invalid/query: cannot be")


def test_a_server_that_is_slow_runs_out_of_time(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_TIMEOUT", "0.2")
    over = threading.Event()

    def wait(_: Seen) -> None:
        over.wait(10)

    with serving(wait) as (url, seen):
        outcome = command("query", "-q", "ASK {}", "--store", f"{url}/query")
        over.set()

    assert outcome.code == 4
    assert "no whole answer within 0.2 s (see --timeout, TRIPARTITE_TIMEOUT)" in outcome.stderr
    assert len(seen) == 1  # what was too slow once is not asked again


def test_an_answer_that_drips_runs_out_of_time(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_TIMEOUT", "0.3")
    with serving(lambda _: Said(200, JSON, ROWS, drip=0.02)) as (url, _):
        outcome = command("query", "-q", "ASK {}", "--store", f"{url}/query")

    assert outcome.code == 4
    assert "no whole answer within 0.3 s" in outcome.stderr


@pytest.mark.parametrize("value", ["soon", "0", "-1", "inf", "nan"])
def test_a_time_that_is_none_is_refused(
    value: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_TIMEOUT", value)

    outcome = command("find", "x", "--store", "http://127.0.0.1:9/query")

    assert (outcome.code, outcome.stderr) == (
        2,
        f"tripartite: TRIPARTITE_TIMEOUT={value!r}: expected a number of seconds\n",
    )


def test_a_connection_that_breaks_is_tried_again(command: Command) -> None:
    replies = iter([None, Said(200, JSON, ROWS)])
    with serving(lambda _: next(replies)) as (url, seen):
        outcome = command("query", "-q", "SELECT ?p {}", "--store", f"{url}/query", "-f", "csv")

    assert outcome.text == "p\nx\n"
    assert len(seen) == 2


def test_a_redirect_within_the_server_is_followed_with_the_query() -> None:
    def answer(seen: Seen) -> Said:
        return rows(seen) if seen.target == "/new" else Said(301, {"Location": "/new"})

    with serving(answer) as (url, seen):
        KnowledgeGraph.open(f"{url}/query").sparql(SELECT)

    assert [(one.method, one.target) for one in seen] == [("POST", "/query"), ("POST", "/new")]
    assert seen[0].body == seen[1].body


def sent(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> str | None:
    """Return the credentials that a question sends."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with serving(rows) as (url, seen):
        KnowledgeGraph.open(f"{url}/query").sparql(SELECT)
    return seen[0].headers.get("Authorization")


def basic(text: str) -> str:
    return f"Basic {base64.b64encode(text.encode()).decode()}"


def test_credentials_come_from_the_environment_or_netrc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "mine"
    netrc.write_text("machine 127.0.0.1 login me password from-netrc\n")
    user = {"TRIPARTITE_USER": "me", "TRIPARTITE_PASSWORD": "päss:word"}

    none = sent({}, monkeypatch)
    of_file = sent({"NETRC": str(netrc)}, monkeypatch)
    of_user = sent(user, monkeypatch)
    of_token = sent({"TRIPARTITE_TOKEN": SECRET}, monkeypatch)

    assert none is None
    assert of_file == basic("me:from-netrc")
    assert of_user == basic("me:päss:word")
    assert of_token == f"Bearer {SECRET}"


@pytest.mark.parametrize(
    ("environment", "code", "says"),
    [
        ({"TRIPARTITE_USER": "me"}, 2, "TRIPARTITE_USER, TRIPARTITE_PASSWORD: incomplete"),
        ({"TRIPARTITE_PASSWORD": SECRET}, 2, "TRIPARTITE_USER, TRIPARTITE_PASSWORD: incomplete"),
        ({"TRIPARTITE_TOKEN": f"{SECRET}\nX: y"}, 2, "TRIPARTITE_TOKEN: incomplete"),
        ({"TRIPARTITE_TOKEN": f"{SECRET}é"}, 2, "TRIPARTITE_TOKEN: incomplete"),
    ],
)
def test_credentials_that_cannot_be_sent_are_refused_unseen(
    environment: dict[str, str],
    code: int,
    says: str,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    outcome = command("find", "x", "--store", "http://127.0.0.1:9/query")

    assert outcome.code == code
    assert says in outcome.stderr
    assert SECRET not in outcome.stderr


def test_a_netrc_that_is_none_is_refused_unseen(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "mine"
    netrc.write_text(f"machine 127.0.0.1 login me\n{SECRET} password\n")
    monkeypatch.setenv("NETRC", str(netrc))

    outcome = command("find", "x", "--store", "http://127.0.0.1:9/query")

    assert outcome.code == 3
    assert (
        outcome.stderr
        == f"tripartite: {netrc}:2: not understood; expected machine, login and password\n"
    )


def test_a_netrc_that_others_may_read_is_not_used(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NETRC")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".netrc").write_text(f"machine 127.0.0.1 login me password {SECRET}\n")
    (tmp_path / ".netrc").chmod(0o644)

    outcome = command("find", "x", "--store", "http://127.0.0.1:9/query")

    assert outcome.code == 3
    assert "others may read it, so nothing in it is used; chmod 600" in outcome.stderr
    assert SECRET not in outcome.stderr


def test_credentials_are_not_sent_to_another_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIPARTITE_TOKEN", SECRET)
    with (
        serving(rows) as (other, others),
        serving(lambda _: Said(307, {"Location": f"{other}/query"})) as (url, _),
        pytest.raises(TripartiteError, match="leads to another server") as caught,
    ):
        KnowledgeGraph.open(f"{url}/query").sparql(SELECT)

    assert others == []
    assert SECRET not in str(caught.value)


def test_credentials_are_not_sent_where_others_can_read_them(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A proxy on this machine plays the part of a server elsewhere.
    monkeypatch.setenv("TRIPARTITE_TOKEN", SECRET)
    replies = iter([Said(200, JSON, ROWS), Said(401)])
    with serving(lambda _: next(replies)) as (proxy, seen):
        monkeypatch.setenv("http_proxy", proxy)
        arguments = ("query", "-q", "SELECT ?p {}", "--store", "http://data.example/query")
        answered, denied = (command(*arguments) for _ in range(2))

    assert [one.target for one in seen] == ["http://data.example:80/query"] * 2
    assert not any("Authorization" in one.headers for one in seen)
    assert "credentials were not sent" in answered.stderr
    assert (denied.code, "your credentials were not sent" in denied.stderr) == (3, True)


def test_what_a_server_says_never_shows_the_credentials(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIPARTITE_USER", "me")
    monkeypatch.setenv("TRIPARTITE_PASSWORD", SECRET)

    def echo(seen: Seen) -> Said:
        text = f"{seen.headers['Authorization']} {SECRET}"
        return Said(500, TEXT, text.encode())

    with serving(echo) as (url, _):
        outcome = command("find", "x", "--store", f"{url}/query", "--verbose")

    assert outcome.code == 3
    assert "HTTP 500: Basic … …" in outcome.stderr


def test_a_key_in_the_address_is_sent_but_not_shown(command: Command) -> None:
    with serving(lambda _: Said(404)) as (url, seen):
        outcome = command("find", "x", "--store", f"{url}/query?key={SECRET}", "--verbose")

    assert seen[0].target == f"/query?key={SECRET}"
    assert SECRET not in outcome.stderr


def test_this_machine_is_asked_without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(rows) as (url, seen):
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        KnowledgeGraph.open(f"{url}/query").sparql(SELECT)

    assert len(seen) == 1


def test_a_proxy_may_want_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(rows) as (url, seen):
        monkeypatch.setenv("http_proxy", url.replace("://", "://me:p%40ss@"))
        KnowledgeGraph.open("http://data.example/query").sparql(SELECT)

    assert seen[0].headers["Proxy-Authorization"] == basic("me:p@ss")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of this machine that nobody has signed, with its key."""
    if not (program := shutil.which("openssl")):
        pytest.skip("openssl is not here to make a certificate")
    path = tmp_path / "certificate.pem"
    command = [program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += [
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=here",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
    ]
    command += ["-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (the system's own)
    path.write_bytes(path.read_bytes() + (tmp_path / "certificate.pem.crt").read_bytes())
    return path


def test_a_server_that_is_not_who_it_says_is_not_asked(
    certificate: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    monkeypatch.setenv("TRIPARTITE_TOKEN", SECRET)
    with serving(rows, context) as (url, seen):
        arguments = ("query", "-q", "SELECT ?p {}", "--store", f"{url}/query", "-f", "csv")
        doubted = command(*arguments)
        asked_then = len(seen)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        trusted = command(*arguments)

    assert doubted.code == 3
    assert "self-signed certificate" in doubted.stderr
    assert asked_then == 0
    assert trusted.text == "p\nx\n"
    assert seen[0].headers["Authorization"] == f"Bearer {SECRET}"


@pytest.mark.parametrize(
    ("start", "end", "same"),
    [
        ("https://a.example/q", "https://a.example/other?x=1", True),
        ("http://a.example/q", "https://a.example/q", True),
        ("https://a.example/q", "http://a.example/q", False),
        ("https://a.example/q", "https://b.example/q", False),
        ("https://a.example/q", "https://a.example:8443/q", False),
        ("http://a.example:8080/q", "https://a.example/q", False),
        ("https://a.example/q", "https://sub.a.example/q", False),
    ],
)
def test_a_redirect_stays_with_a_server_or_becomes_secret(start: str, end: str, same: bool) -> None:  # noqa: FBT001 (a case)
    assert address(start).leads_to(address(end)) is same


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://localhost:7878/query", True),
        ("http://127.0.0.9/query", True),
        ("http://[::1]:7878/query", True),
        ("https://data.example/query", True),
        ("http://data.example/query", False),
        ("http://localhost.example/query", False),
        ("http://10.0.0.1/query", False),
    ],
)
def test_only_https_and_this_machine_are_private(url: str, private: bool) -> None:  # noqa: FBT001 (a case)
    assert address(url).is_private is private
    assert str(address(url)) == url
