"""The edits file: what each key says, what is wrong with others, and on which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kztimeline.model import Action, DateKind, Edit, InputError
from kztimeline.sources import edits_beside, read_edits
from kztimeline.temporal import Interval

EVENT = 'event = "ev-5c1f0a9e"'


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "kztimeline.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("line", "edit"),
    [
        ("confirm = true", Edit(Action.CONFIRM, "ev-5c1f0a9e")),
        ("hide = true", Edit(Action.HIDE, "ev-5c1f0a9e")),
        ('merge = "ev-aa"', Edit(Action.MERGE, "ev-5c1f0a9e", others=("ev-aa",))),
        (
            'merge = ["ev-a1", "mn-b2"]',
            Edit(Action.MERGE, "ev-5c1f0a9e", others=("ev-a1", "mn-b2")),
        ),
        ('split = ["mn-b2"]', Edit(Action.SPLIT, "ev-5c1f0a9e", others=("mn-b2",))),
        ('date = "2022-01"', Edit(Action.DATE, "ev-5c1f0a9e", when=Interval.of(2022, 1))),
        ("date = 2022-01-05", Edit(Action.DATE, "ev-5c1f0a9e", when=Interval.of(2022, 1, 5))),
        ('date = "unknown"', Edit(Action.DATE, "ev-5c1f0a9e")),
        ('title = " A b "', Edit(Action.TITLE, "ev-5c1f0a9e", "A b")),
        ('note = "see p. 3"', Edit(Action.NOTE, "ev-5c1f0a9e", "see p. 3")),
        ('tags = ["a", "b", "a"]', Edit(Action.TAGS, "ev-5c1f0a9e", others=("a", "b"))),
        ('tags = "a"', Edit(Action.TAGS, "ev-5c1f0a9e", others=("a",))),
    ],
)
def test_every_edit(tmp_path: Path, line: str, edit: Edit) -> None:
    path = written(tmp_path, f"# mine\n\n[[edit]]\n{EVENT}\n{line}\n")
    read = read_edits(path)
    assert read.notes == ()
    (made,) = read.edits
    assert (made.action, made.event, made.text, made.others, made.when) == (
        edit.action, edit.event, edit.text, edit.others, edit.when,
    )  # fmt: skip
    assert (made.locator, made.line) == (path.as_posix(), 5)


def test_an_event_is_added(tmp_path: Path) -> None:
    text = '[[edit]]\nadd = "Parliament rose"\ndate = "2022-01-20/2022-01-22"\nnote = "p. 3"\n'
    added, note = read_edits(written(tmp_path, text)).edits
    assert (added.action, added.text, added.kind) == (Action.ADD, "Parliament rose", DateKind.SPAN)
    assert added.event == note.event
    again = read_edits(written(tmp_path, f"# moved\n\n{text}")).edits[0]
    assert (again.event, again.line) == (added.event, 4)


def test_edits_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        f'[[edit]]\n{EVENT}\nhide = false\nnote = "n"\ntitle = "t"\n'
        '[[edit]]\nevent = "ev-1a"\nconfirm = true\n'
    )
    read = read_edits(written(tmp_path, text.encode("utf-8-sig").replace(b"\n", b"\r\n")))
    assert [(edit.action, edit.line) for edit in read.edits] == [
        (Action.TITLE, 5), (Action.NOTE, 4), (Action.CONFIRM, 8),
    ]  # fmt: skip


BAD = [
    (f"{EVENT}\ndat = 1", 3, "an edit has no key `dat`", "did you mean `date`?"),
    (f"{EVENT}\nweather = 1", 3, "an edit has no key `weather`", "keys are event, merge, split,"),
    ('add = "x"\ntitle = "y"', 3, "an edit that adds an event has no `title`", "say it in an edit"),
    (f'add = "x"\n{EVENT}', 3, "an edit that adds an event has no `event`", "say it in an edit"),
    ("hide = true", 1, "an edit names no event", "ids stand in every format"),
    ("event = 5\nhide = true", 2, "`event`: `5` is no id", "ids stand in every format"),
    ('event = "strike"\nhide = true', 2, "`event`: `strike` is no id", "ids stand"),
    ('event = "ev-"\nhide = true', 2, "`event`: `ev-` is no id", "ids stand"),
    (EVENT, 2, "nothing is to be done with `ev-5c1f0a9e`", "add one of merge, split, date,"),
    (f'{EVENT}\nhide = "yes"', 3, "`hide`: `yes` is neither true nor false", "write true"),
    (f'{EVENT}\ndate = "2022-02-30"', 3, "`date`: the calendar has no `2022-02-30`", "write 2022,"),
    (f'{EVENT}\ndate = "soon"', 3, "`date`: `soon` is no date", "write 2022,"),
    (f"{EVENT}\ndate = 2022", 3, "`date`: `2022` is no date", "write 2022,"),
    (f"{EVENT}\ndate = 2022-01-05T10:00:00", 3, "`date`: `2022-01-05 10:00:00` is no", "write"),
    (f'{EVENT}\ntitle = ""', 3, "`title`: it is empty", "write words in quotes"),
    (f"{EVENT}\nnote = 3", 3, "`note`: `3` is no text", "write words in quotes"),
    (f"{EVENT}\nmerge = []", 3, "`merge`: it names none", "ids stand"),
    (f"{EVENT}\ntags = [1]", 3, "`tags`: `[1]` is no list of words", "write tags ="),
    ('add = ""', 2, "`add`: it is empty", "write words in quotes"),
    ('add = "x"\ndate = "y"', 3, "`date`: `y` is no date", "write 2022,"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "line", "text", "hint"), BAD, ids=[row[2] for row in BAD])
def test_a_bad_edit_costs_no_other(
    tmp_path: Path, entry: str, line: int, text: str, hint: str
) -> None:
    path = written(tmp_path, f'[[edit]]\n{entry}\n\n[[edit]]\nevent = "ev-1a"\nconfirm = true\n')
    read = read_edits(path)
    note = read.notes[0]
    assert text in note.text
    assert (len(read.notes), note.code, note.locator, note.line, note.is_problem) == (
        1, "edit-unclear", path.as_posix(), line, True,
    )  # fmt: skip
    assert note.hint.startswith(hint)
    assert (Action.CONFIRM, "ev-1a") in [(edit.action, edit.event) for edit in read.edits]


def test_where_lines_cannot_be_told_the_edit_is_counted(tmp_path: Path) -> None:
    path = written(tmp_path, f"edit = [{{ {EVENT}, hide = 1 }}]")
    assert [(note.text, note.line) for note in read_edits(path).notes] == [
        ("edit 1: `hide`: `1` is neither true nor false", None)
    ]


def test_edits_that_are_no_list(tmp_path: Path) -> None:
    read = read_edits(written(tmp_path, f"[edit]\n{EVENT}\nhide = true\n"))
    assert [note.text for note in read.notes] == ["`edit` is no list of tables"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[edit]\n", "is no TOML: expected ']]' at the end of an array declaration (at line 1,"),
        (f"[[edit]]\n{EVENT}\ndate = 2022-01\n", "is no TOML: expected newline or end of document"),
        (b"title = '\xff'", "is no UTF-8"),
        ("a = " + "[" * 9_000, "is no TOML: "),
        ("a = " + "9" * 5_000, "is no TOML: exceeds the limit (4300 digits)"),
        ("a = [{b = 0x" + "f" * 4_000 + "}]", "is no TOML: a number has more than 64 bits"),
    ],
)  # fmt: skip
def test_what_is_no_toml(tmp_path: Path, text: str | bytes, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InputError) as error:
        read_edits(path)
    assert f"`{path.as_posix()}` {message}" in error.value.message
    assert error.value.hint


@pytest.mark.parametrize("name", ["gone.toml", "", "a\0b"])
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read_edits(tmp_path / name)


def test_the_files_beside_the_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("a", "b", "c/d"):
        Path(folder).mkdir(parents=True)
        written(Path(folder), "")
    assert edits_beside(["a", "b/x.txt", "./a/", "c", "-", ""]) == (
        Path("a/kztimeline.toml"), Path("b/kztimeline.toml"),
    )  # fmt: skip
    written(tmp_path, "")
    assert edits_beside(["x.txt", "."]) == (Path("kztimeline.toml"),)
