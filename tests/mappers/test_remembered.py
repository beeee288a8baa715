"""What is remembered is what would be found again: same bytes, nothing done twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from kztimeline import IntakeRequest, KzError, Settings, build_timeline, open_intake
from kztimeline.mappers import Remembered, Store, fingerprint, remembered
from kztimeline.mappers.remembered import key_of
from kztimeline.model import AnchorSettings, Document, Note, serial
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.publish import publish
from kztimeline.pipeline import draft_article, first_reading

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings(anchoring=AnchorSettings(latest=date(2026, 3, 1)))


class Counting:
    """`serial`, with the pieces of work counted."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(
        self, work: Callable[..., object], /, *columns: Iterable[object], beside: object = None
    ) -> Iterator:
        if beside is not None:
            yield from serial(work, *columns, beside=beside)
            return
        for row in zip(*columns, strict=True):
            self.done += 1
            yield work(*row)


def documents() -> list[Document]:
    return list(open_intake(IntakeRequest((str(ROOT / "samples"), str(ROOT / "tests/cases")))))


def built(each: Callable, given: list[Document], settings: Settings = SETTINGS) -> str:
    return "".join(write_json(publish(build_timeline(given, settings, each), "0")))


def remembering(folder: Path, each: Callable) -> Remembered:
    return Remembered(each, Store(folder))


@pytest.mark.parametrize("window", [3, 512])
def test_cold_warm_and_without_are_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: int
) -> None:
    monkeypatch.setattr(remembered, "_WINDOW", window)
    given = documents()
    cold, warm = Counting(), Counting()
    made = [built(remembering(tmp_path, each), given) for each in (cold, warm)]

    assert made == [built(serial, given)] * 2
    assert cold.done > len(given)  # some state no day, and are told once theirs is known
    assert warm.done == 0


@pytest.mark.parametrize(
    ("known", "runs"),
    [((), [8]), ((3,), [2, 1, 4]), ((0,), [1, 6]), ((7,), [6, 1]), ((0, 1, 6, 7), [4])],
)
def test_windows_of_which_nothing_is_known_are_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: tuple[int, ...], runs: list[int]
) -> None:
    monkeypatch.setattr(remembered, "_WINDOW", 2)
    given = [Document(f"{day}.txt", f"It rained on {day} May.", "0" * 64) for day in range(1, 9)]
    work = partial(first_reading, SETTINGS)
    store = Store(tmp_path)
    list(Remembered(serial, store)(work, [given[at] for at in known]))
    done: list[int] = []

    def counting(work: Callable, /, *columns: Iterable, beside: object = None) -> Iterator:
        done.append(0)
        for result in serial(work, *columns, beside=beside):
            done[-1] += 1
            yield result

    assert list(Remembered(counting, store)(work, given)) == list(map(work, given))
    assert done == runs
    done.clear()
    assert list(Remembered(counting, store)(work, given)) == list(map(work, given))
    assert done == []


def test_one_new_article_costs_one_article(tmp_path: Path) -> None:
    given = [
        Document(f"{day}.txt", f"It rained on {day} May 2024.", "0" * 64) for day in range(1, 9)
    ]
    settled = replace(SETTINGS, anchoring=replace(SETTINGS.anchoring, fallback=None))
    first, second = Counting(), Counting()
    dated = [
        replace(one, text=f"Date: 2024-05-0{at + 1}\n\n{one.text}") for at, one in enumerate(given)
    ]
    built(remembering(tmp_path, first), dated[:-1], settled)
    built(remembering(tmp_path, second), dated, settled)

    assert (first.done, second.done) == (7, 1)


def test_articles_in_another_folder_are_not_read_again(tmp_path: Path) -> None:
    """Unless the folder is what dates them."""
    note = Note("encoding-guessed", "read as koi8-r", "", hint="say `--encoding` if not")
    texts = {
        "a.txt": "Date: 2024-05-01\n\nIt rained on Tuesday.\n\nAccept all cookies to read on.",
        "2024-05-02-b.txt": "Date: 1 May 2024\n\nIt rained on Monday.",
        "2024/05/03/c.txt": "It rained on Monday.",
    }

    def lying_in(folder: str) -> list[Document]:
        return [
            Document(f"{folder}/{name}", text, "0" * 64, notes=(note._replace(locator=folder),))
            for name, text in texts.items()
        ]

    built(remembering(tmp_path, serial), lying_in("old"))
    moved = Counting()

    assert built(remembering(tmp_path, moved), lying_in("./new")) == built(
        serial, lying_in("./new")
    )
    assert moved.done == 1


def test_what_leans_on_something_beside_is_not_kept(tmp_path: Path) -> None:
    for beside in (1, 2):
        with_beside = remembering(tmp_path, serial)(plus, [10, 20], beside=beside)
        assert list(with_beside) == [10 + beside, 20 + beside]


def plus(beside: int, number: int) -> int:
    return beside + number


def test_another_day_is_no_reason_to_read_again(tmp_path: Path) -> None:
    """Whose cues lie before the caller's today speaks the same tomorrow."""
    text = "Date: 2024-05-01\n\nIt rained on Tuesday."
    given = [Document("a.txt", text, "0" * 64)]
    built(remembering(tmp_path, serial), given)
    tomorrow, before = Counting(), Counting()
    later = replace(SETTINGS, anchoring=AnchorSettings(latest=date(2026, 3, 2)))
    early = replace(SETTINGS, anchoring=AnchorSettings(latest=date(2023, 3, 2)))

    assert built(remembering(tmp_path, tomorrow), given, later) == built(serial, given, later)
    assert built(remembering(tmp_path, before), given, early) == built(serial, given, early)
    assert (tomorrow.done, before.done) == (0, 2)
    assert "after-latest" in built(serial, given, early) or "lies after" in built(
        serial, given, early
    )


def test_a_bug_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, sparing = [replace(DOCUMENT, text="It rained on 5 May 2024.")], Settings(spares=True)
    expected = built(serial, given, sparing)
    with monkeypatch.context() as broken:
        broken.setattr("kztimeline.pipeline.resolve_times", None)
        with pytest.raises(KzError, match="TypeError"):
            built(remembering(tmp_path, serial), given, sparing)

    assert built(remembering(tmp_path, serial), given, sparing) == expected


def test_what_was_read_before_the_end_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_TOGETHER", 2)
    given = [replace(DOCUMENT, text=f"It rained on {day} May 2024.") for day in range(1, 6)]
    reading = iter(remembering(tmp_path, serial)(WORK, given))
    for _ in range(4):
        next(reading)
    again = Counting()
    list(remembering(tmp_path, again)(WORK, given))

    assert again.done == 1


DOCUMENT = Document("a.txt", "It rained.", "0" * 64)
WORK = partial(first_reading, SETTINGS)


@pytest.mark.parametrize(
    ("work", "document"),
    [
        (WORK, replace(DOCUMENT, text="It snowed.")),
        (WORK, replace(DOCUMENT, locator="b.txt")),
        (WORK, replace(DOCUMENT, twin=1)),
        (WORK, replace(DOCUMENT, part=1)),
        (partial(draft_article, settings=SETTINGS), DOCUMENT),
        (partial(first_reading, Settings()), DOCUMENT),
    ],
)
def test_a_key_holds_all_that_the_result_depends_on(
    work: Callable[..., object], document: Document
) -> None:
    assert key_of(work, (document,)) != key_of(WORK, (DOCUMENT,))
    assert key_of(WORK, (replace(DOCUMENT),)) == key_of(WORK, (DOCUMENT,))


def test_another_line_of_code_is_another_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("rules.toml", "events/tell.py", "cli/build.py", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("1")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    seen = [_fresh()]
    for name in ("rules.toml", "events/tell.py", "cli/build.py", "notes.md"):
        (tmp_path / name).write_text("2")
        seen.append(_fresh())

    assert len(set(seen)) == 3
    assert seen[2] == seen[3] == seen[4]


def test_another_version_of_a_library_is_another_fingerprint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [_fresh()]
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("other-1.0.dist-info", "msgspec-0.1.dist-info", "PyYAML-5.0.egg-info"):
        (tmp_path / name).mkdir()
        seen.append(_fresh())

    assert [one == other for one, other in pairwise(seen)] == [True, False, False]


def test_the_version_of_every_library_is_found() -> None:
    found = [name.partition("-")[0].replace(".", "_") for name in fingerprint._installed()]
    assert set(fingerprint._LIBRARIES) == set(found)


def _fresh() -> bytes:
    fingerprint.fingerprint.cache_clear()
    found = fingerprint.fingerprint()
    fingerprint.fingerprint.cache_clear()
    return found


def test_a_result_of_another_shape_is_not_taken(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep({key_of(WORK, (DOCUMENT,)): b"\x93\x01\x02\x03"})

    assert list(Remembered(serial, store)(WORK, [DOCUMENT])) == [first_reading(SETTINGS, DOCUMENT)]


def test_what_is_missing_is_begun_while_the_rest_is_unpacked(tmp_path: Path) -> None:
    """Where nothing is known there is nothing to be done meanwhile."""
    given = [replace(DOCUMENT, text=f"It rained on {day} May 2024.") for day in range(1, 5)]
    for count, begun in ((3, []), (4, [given[3]])):
        each = Beginning()
        made = list(remembering(tmp_path, each)(WORK, given[:count]))
        assert made == [first_reading(SETTINGS, one) for one in given[:count]]
        assert each.begun == begun


class Beginning(Counting):
    """One that could do pieces ahead."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[object] = []

    def ahead(self, work: Callable[..., object], /, *columns: Iterable, **_: object) -> Iterator:
        self.begun = list(*columns)
        return self(work, self.begun)
