"""A cache may be broken, locked, full or somebody else's: it is told once, and nothing else."""

from __future__ import annotations

import os
import random
import sqlite3
from pathlib import Path

import pytest

from kztimeline.mappers import Store, cache_folder

NAME = "readings.sqlite"
KNOWN = {b"one": b"1" * 1000, b"two": b"2" * 1000}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two results."""
    store = Store(tmp_path / "cache")
    store.keep(KNOWN)
    store.close()
    assert store.troubles == []
    return tmp_path / "cache"


def test_what_was_kept_is_found(folder: Path) -> None:
    store = Store(folder)

    assert store.fetch([b"two", b"three", b"one"]) == KNOWN
    assert store.size().results == 2
    assert store.troubles == []


def test_many_keys_at_once(folder: Path) -> None:
    many = {str(number).encode(): b"x" for number in range(3000)}
    store = Store(folder)
    store.keep(many)

    assert store.fetch(list(many)) == many


def test_only_its_owner_may_look_into_it(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("bytes_", [b"", b"nonsense" * 1000, None])
def test_a_broken_file_is_thrown_away(folder: Path, bytes_: bytes | None) -> None:
    path = folder / NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096) if bytes_ is None else bytes_)
    store = Store(folder)

    assert store.fetch([b"one"]) == {}
    store.keep(KNOWN)
    store.close()
    assert len(store.troubles) <= 1
    again = Store(folder)
    again.keep(KNOWN)
    assert again.fetch([b"one"]) == {b"one": KNOWN[b"one"]}
    assert again.troubles == []


def test_a_damaged_result_is_not_found(folder: Path) -> None:
    with sqlite3.connect(folder / NAME) as base:
        base.execute("UPDATE results SET packed = ?", (b"damaged",))
    base.close()

    assert Store(folder).fetch([b"one", b"two"]) == {}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE keys SET id = 3 - id",  # each leads to the other's result
        "UPDATE results SET packed = 7",
        "UPDATE results SET packed = CAST(x'ff00' AS TEXT)",
        "DROP TABLE results",
        "ALTER TABLE keys RENAME COLUMN key TO other",
    ],
)
def test_a_file_that_was_tampered_with_gives_nothing_wrong(folder: Path, damage: str) -> None:
    with sqlite3.connect(folder / NAME) as base:
        if "3 - id" in damage:
            base.execute("UPDATE keys SET id = id + 10")
            damage = "UPDATE keys SET id = 13 - id"
        base.execute(damage)
    base.close()
    assert Store(folder).fetch([b"one", b"two"]) == {}


@pytest.mark.parametrize("damage", range(60))
def test_bytes_that_fell_over_are_thrown_away_at_the_latest_when_found(
    folder: Path, damage: int
) -> None:
    """Whatever a disk does to the file: nothing is raised, nothing wrong found, and it mends."""
    store = Store(folder)
    known = {f"key {number}".encode(): f"{number} ".encode() * 99 for number in range(200)}
    store.keep(known)
    store.close()
    raw = bytearray((folder / NAME).read_bytes())
    chance = random.Random(damage)  # noqa: S311 — no secret
    for _ in range(chance.choice((1, 3, 30))):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    (folder / NAME).write_bytes(raw if damage % 7 else raw[: chance.randrange(len(raw))])

    damaged = Store(folder)
    assert damaged.fetch([*known]).items() <= known.items()
    damaged.keep({b"new": b"new"})
    damaged.close()
    mended = Store(folder)
    assert mended.fetch([*known, b"new"]).items() <= {**known, b"new": b"new"}.items()
    mended.keep({b"later": b"later"})
    mended.close()
    assert [each for each in mended.troubles if each.startswith("going without")] == []


def test_a_file_of_another_format_is_made_anew(folder: Path) -> None:
    with sqlite3.connect(folder / NAME) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    store = Store(folder)

    assert store.fetch([b"one"]) == {}
    store.keep(KNOWN)
    assert store.fetch([b"one"]) == {b"one": KNOWN[b"one"]}
    assert store.troubles == []


def test_a_locked_file_is_gone_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kztimeline.mappers.store._WAIT_SECONDS", 0.01)
    base = sqlite3.connect(folder / NAME, isolation_level=None)
    base.execute("BEGIN EXCLUSIVE")
    store = Store(folder)

    assert store.fetch([b"one"]) == {b"one": KNOWN[b"one"]}  # readers need not wait
    store.keep({b"three": b"3"})
    store.close()
    assert store.troubles == ["going without the cache: database is locked"]
    base.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    store = Store(tmp_path / "cache")

    assert store.fetch([b"one"]) == {}
    assert store.troubles == ["going without the cache: permission denied"]
    tmp_path.chmod(0o700)


def test_a_read_only_file(folder: Path) -> None:
    store = Store(folder)
    assert store.fetch([b"one"]) == {b"one": KNOWN[b"one"]}
    assert store._open is not None
    store._open.execute("PRAGMA query_only = ON")
    store.keep({b"three": b"3"})

    assert store.troubles == ["going without the cache: attempt to write a readonly database"]


def test_a_folder_that_others_may_write_to_is_not_trusted(folder: Path) -> None:
    folder.chmod(0o777)
    store = Store(folder)

    assert store.fetch([b"one"]) == {}
    assert store.troubles == [f"going without the cache: others may write to `{folder.as_posix()}`"]


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    store = Store(tmp_path / "cache")

    assert store.fetch([b"one"]) == {}
    assert store.troubles == ["going without the cache: file exists"]


def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: Path("~/.cache"))
    assert cache_folder() is None
    store = Store(None)

    assert store.fetch([b"one"]) == {}
    assert store.troubles == ["going without the cache: there is no home to keep it in"]


def test_two_at_once(folder: Path) -> None:
    left, right = Store(folder), Store(folder)
    left.keep({b"left": b"1", b"both": b"same"})
    right.keep({b"right": b"2", b"both": b"same"})

    assert left.fetch([b"right", b"both"]) == {b"right": b"2", b"both": b"same"}
    assert right.fetch([b"left"]) == {b"left": b"1"}
    assert left.troubles == right.troubles == []


def test_the_oldest_go_when_there_is_too_much(tmp_path: Path) -> None:
    sizes = []
    for run in range(12):
        store = Store(tmp_path, most_bytes=400_000)
        store.fetch([b"dear"])
        store.keep({b"dear": os.urandom(1000)} if run == 0 else {})
        store.keep({f"{run} {number}".encode(): os.urandom(5000) for number in range(10)})
        store.close()
        assert store.troubles == []
        sizes.append(Store(tmp_path).size().bytes)
    last = Store(tmp_path)

    assert max(sizes) < 500_000
    assert sizes[-1] > 200_000
    assert last.fetch([b"0 0"]) == {}
    assert len(last.fetch([b"dear", b"11 9"])) == 2
