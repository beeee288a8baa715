"""What lies on disk is what was laid there, and costs a large corpus no memory."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kztimeline import IntakeRequest, Settings, build_timeline, open_intake
from kztimeline.mappers import Processes, Spools, spools
from kztimeline.model import Note, seen_as
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.publish import publish

ROOT = Path(__file__).resolve().parents[2]
NOTES = [Note(f"code-{number}", "é" * number, line=number) for number in range(300)]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spools, "FEW", 5)
    monkeypatch.setattr(spools, "NEAR", 3)


@pytest.mark.parametrize("many", [0, 5, 6, 300])
def test_records_come_back_in_order(many: int) -> None:
    kept = Spools().keep(Note, iter(NOTES[:many]))

    assert (list(kept), len(kept)) == (NOTES[:many], many)
    assert [kept[at] for at in range(many)[::-1]] == NOTES[:many][::-1]
    assert tuple(kept[2:4]) == tuple(NOTES[:many][2:4])
    assert isinstance(kept, tuple) == (many <= 5)


def test_a_heavy_record_is_like_many() -> None:
    assert isinstance(Spools().keep(Note, NOTES[:2], weight=2), tuple)
    assert not isinstance(Spools().keep(Note, NOTES[:3], weight=2), tuple)


@pytest.mark.parametrize("many", [4, 300])
def test_what_is_made_together_lies_apart(many: int) -> None:
    pairs = [(note, str(at)) for at, note in enumerate(NOTES[:many])]
    notes, names = Spools().keep_pairs((Note, str), pairs)
    assert list(zip(notes, names, strict=True)) == pairs


def test_spools_of_one_file_do_not_meet() -> None:
    both = Spools()
    notes, names = both.keep(Note, NOTES), both.keep(str, map(str, range(300)))
    assert (list(notes), list(names)) == (NOTES, [str(number) for number in range(300)])


def test_one_may_be_filled_from_another() -> None:
    both = Spools()
    notes = both.keep(Note, NOTES)
    assert list(both.keep(str, (note.text for note in notes))) == [note.text for note in NOTES]


def test_what_crosses_to_another_machine_brings_its_records() -> None:
    assert pickle.loads(pickle.dumps(Spools().keep(Note, NOTES))) == tuple(NOTES)  # noqa: S301


def test_forked_processes_read_what_lies_on_disk() -> None:
    kept = Spools().keep(Note, NOTES)
    with Processes(2) as two:
        read = list(two(_texts, range(0, 300, 3), beside=kept))
    assert read == [[note.text for note in NOTES[at : at + 3]] for at in range(0, 300, 3)]


def _texts(notes: list[Note], first: int) -> list[str]:
    return [notes[at].text for at in range(first, first + 3)]


class Disk:
    """A file on a disk that takes so many bytes."""

    def __init__(self, room: int) -> None:
        self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        self._room = room

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def write(self, what: bytes) -> int:
        if not self._room:
            raise OSError(28, "No space left on device")
        taken = self._file.write(what[: self._room])
        self._room -= taken
        return taken


@pytest.mark.parametrize("room", [0, 1, 1000, 4999])
def test_a_full_disk_costs_memory_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(spools, "_PIECE", 100)
    disk = Disk(room)
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: disk)
    both = Spools()
    notes, more = both.keep(Note, NOTES), both.keep(Note, NOTES[::-1])

    assert (list(notes), list(more)) == (NOTES, NOTES[::-1])


def test_so_does_no_disk_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(**_: object) -> Iterator:
        raise FileNotFoundError

    monkeypatch.setattr("tempfile.TemporaryFile", nowhere)
    assert list(Spools().keep(Note, NOTES)) == NOTES


def test_fewer_fields_are_read_where_fewer_are_wanted() -> None:
    timeline = build_timeline(open_intake(IntakeRequest((str(ROOT / "samples"),))), Settings())
    event = timeline.events[0]
    kept = Spools().keep(type(event), [event] * 6)

    assert seen_as(type(event), kept)[0] == event
    assert seen_as(type(event), [event])[0] is event


@pytest.mark.parametrize("near", [1, 1000])
def test_a_timeline_from_disk_is_the_same(monkeypatch: pytest.MonkeyPatch, near: int) -> None:
    documents = list(open_intake(IntakeRequest((str(ROOT / "samples"), str(ROOT / "tests/cases")))))
    whole = "".join(write_json(publish(build_timeline(documents, Settings()), "0")))
    monkeypatch.setattr(spools, "NEAR", near)
    for name in ("clusters.stories._ARTICLES_KEPT", "clusters.topic._ARTICLES_KEPT",
                 "clusters.topic._VECTORS_KEPT", "clusters.compare._PAIRS_KEPT",
                 "clusters.voices._SENTENCES_KEPT", "clusters.claims._PAIRS_KEPT"):  # fmt: skip
        monkeypatch.setattr(f"kztimeline.{name}", near)
    disk = Spools()
    made = publish(build_timeline(documents, Settings(), spool=disk), "0", spool=disk)

    assert not isinstance(made.events, tuple)
    assert "".join(write_json(made)) == whole
