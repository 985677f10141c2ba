"""Snapshots: published whole or not at all, kept while they are read, removed when not."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.tools import one_claim
from tests.tools.one_claim import add_claim, claims, claims_in
from tests.tools.places import QUERIES
from tests.tools.running import process
from tripartite import KnowledgeGraph, library
from tripartite.build import leases, manifest, snapshot
from tripartite.build.inspection import inspect
from tripartite.errors import UnsupportedStoreError, UnwritableOutputError
from tripartite.name_index import write as write_names
from tripartite.naming import Name
from tripartite.vocabulary import entity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.tools.running import Command

KILLS = 50
FULL = os.strerror(errno.ENOSPC)
READER = """
import sys
from tripartite import KnowledgeGraph
graph = KnowledgeGraph.open(sys.argv[1])
graph.store
print("reading", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project of one claim."""
    return one_claim.write(tmp_path / "small")


@pytest.fixture
def published(small: Path, tmp_path: Path) -> Path:
    """A folder into which the project of one claim was published."""
    publish(small, tmp_path / "published")
    return tmp_path / "published"


@pytest.fixture
def tmpfs(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mounts a disk of so many bytes, as often as a test likes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root mounts a disk that can be full")

    def unmounted() -> None:
        if folder.is_mount():
            subprocess.run(["umount", folder], check=True)  # noqa: S603, S607 (the system's own)

    def mounted(size: int) -> Path:
        unmounted()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 (the same)
        if done.returncode:
            pytest.skip(f"this machine mounts nothing: {done.stderr.decode()}")
        return folder

    yield mounted
    unmounted()


def publish(project: Path, folder: Path) -> str:
    """Publish a project into a folder; return the name of the snapshot."""
    report = KnowledgeGraph.open(str(project)).build(str(folder))
    return report.folder.rpartition(os.sep)[2]


def snapshots(folder: Path) -> set[str]:
    """Return the names of what lies in a folder of snapshots beside pointer and lock."""
    return {path.name for path in folder.iterdir()} - {"current", ".lock"}


def fill(folder: Path, leave: int) -> None:
    """Fill the disk of a folder up to so many bytes."""
    disk = os.statvfs(folder)
    (folder.parent / "filler").write_bytes(bytes(disk.f_bavail * disk.f_frsize - leave))


def test_a_published_graph_is_asked_without_its_files(
    project: Path, tmp_path: Path, command: Command
) -> None:
    folder = str(tmp_path / "published")
    question = ("query", "funding/by-donor", "-f", "json")

    outcome = command("build", "--into", folder)

    assert outcome.code == 0
    assert f"published in {folder}: ask it with --store {folder}" in outcome.stderr
    assert command(*question, "--store", folder).json == command(*question).json
    assert command("find", "厚労省", "--store", folder).stdout == command("find", "厚労省").stdout
    assert snapshots(tmp_path / "published").isdisjoint(snapshots(project / "build"))


def test_a_change_is_published_and_the_old_snapshot_goes(small: Path, published: Path) -> None:
    (first,) = snapshots(published)
    add_claim(small, "b")

    second = publish(small, published)

    assert first != second
    assert snapshots(published) == {second}
    assert claims_in(published) == 2


def test_nothing_is_published_where_nothing_changed(small: Path, published: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in published.rglob("*")}

    report = KnowledgeGraph.open(str(small)).build(str(published))

    assert not report.is_new
    assert {path: path.stat().st_mtime_ns for path in published.rglob("*")} == before


def test_what_a_killed_process_left_goes_though_nothing_changed(
    small: Path, published: Path
) -> None:
    (last,) = snapshots(published)
    for name in (".old-0123456789abcdef", ".new-0123456789abcdef"):
        (published / name / "store").mkdir(parents=True)
    (published / ".current-0123456789abcdef").touch()

    report = KnowledgeGraph.open(str(small)).build(str(published))

    assert not report.is_new
    assert snapshots(published) == {last}


def test_a_reader_keeps_its_snapshot_while_another_is_published(
    small: Path, published: Path
) -> None:
    reader = KnowledgeGraph.open(str(published))
    assert claims(reader) == 1
    (read,) = snapshots(published)
    add_claim(small, "b")

    newer = publish(small, published)

    assert snapshots(published) == {read, newer}
    assert claims(reader) == 1
    assert reader.find("project")  # names are opened late, from the same snapshot
    assert claims_in(published) == 2


def test_a_snapshot_goes_when_its_last_reader_has_gone(small: Path, published: Path) -> None:
    readers = [KnowledgeGraph.open(str(published)) for _ in range(2)]
    counts = [claims(reader) for reader in readers]
    (read,) = snapshots(published)
    add_claim(small, "b")
    publish(small, published)
    readers.pop()
    add_claim(small, "c")
    publish(small, published)
    kept = read in snapshots(published)
    readers.pop()
    add_claim(small, "d")

    last = publish(small, published)

    assert counts == [1, 1]
    assert kept
    assert snapshots(published) == {last}


def test_the_hold_of_a_killed_reader_ends_with_it(small: Path, published: Path) -> None:
    (read,) = snapshots(published)
    command = [sys.executable, "-c", READER, str(published)]
    with subprocess.Popen(  # noqa: S603 (our own interpreter and script)
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"reading\n"
        add_claim(small, "b")
        publish(small, published)
        kept = read in snapshots(published)
        reader.kill()
    add_claim(small, "c")

    last = publish(small, published)

    assert kept
    assert snapshots(published) == {last}


def test_a_reader_of_a_snapshot_that_goes_meanwhile_gets_the_next(
    small: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = snapshot.pointed(published)
    add_claim(small, "b")
    second = publish(small, published)
    names = iter([first, second])
    monkeypatch.setattr(snapshot, "pointed", lambda _: next(names))

    found = snapshot.current(published)

    assert found is not None
    assert found.folder.name == second


def test_where_there_are_no_locks_readers_read_and_nothing_is_removed(
    small: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("tripartite.build.leases.flock", unsupported)
    (first,) = snapshots(published)
    reader = KnowledgeGraph.open(str(published))
    assert claims(reader) == 1
    add_claim(small, "b")

    second = publish(small, published)

    assert snapshots(published) == {first, second}
    assert claims(reader) == 1


def test_two_builds_at_once_leave_one_whole_snapshot(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    command = [sys.executable, "-m", "tripartite", "build", "--store", str(small), "--into"]
    command.append(str(folder))

    running = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603
        for _ in range(3)
    ]
    said = [one.communicate()[1] for one in running]

    assert [one.returncode for one in running] == [0, 0, 0], said
    assert snapshots(folder) == {snapshot.pointed(folder)}
    assert inspect(folder) == ()


def test_the_manifest_has_counts_hashes_and_no_place_of_this_machine(
    small: Path, published: Path
) -> None:
    folder = published / snapshot.pointed(published)

    found = manifest.read(folder)

    quads = {str(quad) for quad in KnowledgeGraph.open(str(published)).store.quads()}
    assert found.counts["quads in all"] == len(quads)
    files = {path for path in folder.rglob("*") if path.is_file()} - {folder / manifest.FILE}
    assert found.files.keys() == {path.relative_to(folder).as_posix() for path in files}
    for path in files:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        assert found.files[path.relative_to(folder).as_posix()] == (sha256, path.stat().st_size)
    assert "data/documents/note.trig" in found.inputs
    assert str(small) not in (folder / manifest.FILE).read_text()
    assert hashlib.sha256((folder / manifest.FILE).read_bytes()).hexdigest()[:16] == folder.name


def test_the_same_graph_has_the_same_hash_wherever_it_is_published(
    small: Path, published: Path, tmp_path: Path
) -> None:
    moved = small.rename(tmp_path / "elsewhere")

    other = tmp_path / "other" / publish(moved, tmp_path / "other")

    first = published / snapshot.pointed(published)
    assert manifest.read(first).content == manifest.read(other).content


def test_a_project_that_was_moved_is_not_built_again(small: Path, tmp_path: Path) -> None:
    KnowledgeGraph.open(str(small)).build()

    graph = KnowledgeGraph.open(str(small.rename(tmp_path / "moved")))

    assert claims(graph) == 1
    assert graph.notes == ()


def test_personal_claims_are_not_published(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "published"
    publish(project, folder)

    graph = KnowledgeGraph.open(str(folder))

    assert not list(folder.rglob("contacts*"))
    with pytest.raises(UnsupportedStoreError, match="--with-contacts needs the files"):
        graph.quads("all", with_contacts=True)


def test_a_project_s_own_folder_keeps_its_contacts(small: Path) -> None:
    KnowledgeGraph.open(str(small)).build(str(small / "build"))

    assert snapshot.held(small / "build").contacts.is_file()


def test_what_needs_files_says_so_of_a_published_graph(published: Path, command: Command) -> None:
    asked = (
        ("build",),
        ("verify",),
        ("find", "x", "--as-of", "2017-01-01"),
        ("export", "-f", "void"),
    )
    for arguments in asked:
        outcome = command(*arguments, "--store", str(published))

        assert outcome.code == 2
        assert f"{published} holds a graph without them" in outcome.stderr
        assert outcome.stderr.count("\n") == 1


def test_check_asks_a_published_graph_what_needs_no_files(
    published: Path, command: Command
) -> None:
    outcome = command("check", "--store", str(published), "-f", "json")

    assert outcome.code == 1  # the one claim has no passage
    assert {row["rule"] for row in outcome.json["rows"]} <= {
        query.name for query in library.checks(QUERIES)
    }
    assert "other shapes, files and tensions are checked" in outcome.stderr


def test_a_folder_of_other_things_is_left_alone(small: Path, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "thesis.txt").write_text("dear to me")

    with pytest.raises(UnwritableOutputError, match=r"holds 'thesis.txt', which is no snapshot"):
        publish(small, tmp_path / "papers")

    assert os.listdir(tmp_path / "papers") == ["thesis.txt"]  # noqa: PTH208 (names)


def flip_a_byte(folder: Path) -> None:
    path = max(folder.glob("store/*.sst"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def recount(folder: Path) -> None:
    """Write a manifest that is wrong about the graph but right about everything else."""
    found = manifest.read(folder)
    manifest.write(folder, found._replace(content="0" * 64, counts={"claims": 7}))
    name = hashlib.sha256((folder / manifest.FILE).read_bytes()).hexdigest()[:16]
    folder.rename(folder.with_name(name))
    (folder.parent / "current").write_text(name)


DAMAGES: dict[str, tuple[Callable[[Path], object], dict[str, str]]] = {
    "nothing": (lambda _: None, {}),
    "a byte": (flip_a_byte, {"store/": "not as it was written: size or SHA-256 differ"}),
    "a lost file": (lambda f: (f / "names.sqlite").unlink(), {"names.sqlite": "missing"}),
    "a cut file": (lambda f: os.truncate(f / "names.sqlite", 512), {"names.sqlite": "not as it"}),
    "a new file": (lambda f: (f / "notes.txt").touch(), {"notes.txt": "not of this snapshot"}),
    "an edited manifest": (
        lambda f: (f / manifest.FILE).write_text((f / manifest.FILE).read_text() + "count\t1\tx\n"),
        {"manifest.tsv": "its SHA-256 is not the folder's name"},
    ),
    "a cut manifest": (lambda f: os.truncate(f / manifest.FILE, 70), {"": "none that can be read"}),
    "no manifest": (lambda f: (f / manifest.FILE).unlink(), {"": "none that can be read"}),
    "a lost folder": (lambda f: f.rename(f.parent.with_name("x")), {"": "no snapshot of this"}),
    "a forged manifest": (recount, {"claims": "1 found, 7 written", "store": "SHA-256 differs"}),
    "no pointer": (lambda f: (f.parent / "current").unlink(), {"current": "nothing was published"}),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_check_build_finds_what_is_damaged_and_build_mends_it(
    damage: str, small: Path, command: Command
) -> None:
    KnowledgeGraph.open(str(small)).build()
    hurt, expected = DAMAGES[damage]
    hurt(small / "build" / snapshot.pointed(small / "build"))

    outcome = command("check", "--build", "--store", str(small), "-f", "json")

    rows = outcome.json["rows"]
    assert outcome.code == (1 if expected else 0)
    assert len(rows) == len(expected)
    for row, (part, found) in zip(rows, expected.items(), strict=True):
        assert part in row["part"]
        assert found in row["found"]
        assert row["remedy"] == "run: tripartite build"
    if damage != "a forged manifest":
        command("build", "--store", str(small))
        assert command("check", "--build", "--store", str(small)).code == 0


def test_check_build_of_a_published_graph_says_how_to_publish_again(
    small: Path, published: Path, command: Command
) -> None:
    flip_a_byte(published / snapshot.pointed(published))

    outcome = command("check", "--build", "--store", str(published), "--lang", "ja", "-f", "json")

    (row,) = outcome.json["rows"]
    assert outcome.code == 1
    assert row["remedy"] == (
        f"プロジェクトで tripartite build --into {published} を実行してください"
    )
    publish(small, published)
    assert command("check", "--build", "--store", str(published)).code == 0


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_nothing(small: Path, published: Path) -> None:
    chance = random.Random(20)  # noqa: S311 (moments, no secrets)
    command = [sys.executable, "-m", "tripartite", "build", "--store", str(small), "--into"]
    whole, killed, debris, built = 3.0, 0, 0, 1
    for attempt in range(2, 4 * KILLS):
        add_claim(small, f"number-{attempt}")
        started = time.monotonic()
        with subprocess.Popen(  # noqa: S603 (our own interpreter)
            [*command, str(published)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as building:
            with contextlib.suppress(subprocess.TimeoutExpired):
                building.wait((killed + chance.random()) / KILLS * whole)
                whole = min(whole, time.monotonic() - started)  # it was faster than thought
            building.kill()
        killed += building.returncode == -signal.SIGKILL
        debris += len(snapshots(published)) > 1

        assert inspect(published) == ()
        assert claims_in(published) in (built, attempt)
        built = claims_in(published)
        if killed == KILLS:
            break
    last = publish(small, published)

    assert killed == KILLS
    assert debris  # else no kill fell into the writing
    assert claims_in(published) == attempt
    assert snapshots(published) == {last}


@pytest.mark.slow
def test_a_full_disk_says_so_keeps_the_last_snapshot_and_leaves_no_debris(
    small: Path, tmpfs: Callable[[int], Path]
) -> None:
    folder = tmpfs(200_000_000) / "published"
    publish(small, folder)
    used = sum(path.stat().st_blocks * 512 for path in folder.rglob("*"))
    add_claim(small, "b")
    none, all_of_it = 0, 40 * used
    while (
        all_of_it - none > used // 50
    ):  # halving comes near the size at which the last write fails
        size = (none + all_of_it) // 2
        fill(folder, leave=size)

        outcome = process("build", "--store", str(small), "--into", str(folder))

        (folder.parent / "filler").unlink()
        if outcome.code == 0:
            all_of_it = size
            add_claim(small, f"size-{size}")
            continue
        none = size
        assert outcome.code == 3
        assert outcome.stderr == f"tripartite: {folder}: cannot be written: {FULL}\n"
        assert snapshots(folder) == {snapshot.pointed(folder)}
        assert inspect(folder) == ()
    assert 0 < none < all_of_it < 40 * used


@pytest.mark.slow
def test_a_full_disk_keeps_nothing_of_a_first_build(
    small: Path, tmpfs: Callable[[int], Path]
) -> None:
    disk = tmpfs(400_000)

    outcome = process("build", "--store", str(small), "--into", str(disk / "published"))

    assert outcome.code == 3
    assert FULL in outcome.stderr
    assert [*disk.iterdir()] == []


def test_a_lock_that_was_removed_is_made_again(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    waiting = threading.Event()
    entered: list[bool] = []

    def wait() -> None:
        waiting.set()
        with leases.alone(lock):
            entered.append(lock.exists())

    with leases.alone(lock):
        other = threading.Thread(target=wait)
        other.start()
        waiting.wait()
        time.sleep(0.2)
        lock.unlink()
    other.join(10)

    assert entered == [True]


def test_an_index_of_names_on_a_full_disk_says_so(tmpfs: Callable[[int], Path]) -> None:
    names = [Name(f"name {number}", entity("body", str(number)), 0) for number in range(5000)]

    with pytest.raises(OSError, match="full"):
        write_names(tmpfs(100_000) / "names.sqlite", names)
