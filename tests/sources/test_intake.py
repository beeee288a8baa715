"""Documents one by one, claims beside them, notes on what could not be read."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from kztimeline.model import Document, InputError, Note, OutputError, UsageError
from kztimeline.sources import Intake, IntakeRequest, open_intake


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay(name: str, content: str | bytes = "It rained on Friday.\n") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def take(*paths: str, **options: object) -> tuple[list[Document], Intake]:
    intake = open_intake(IntakeRequest(paths, **options))  # type: ignore[arg-type]  # rows of options
    return list(intake), intake


def codes(notes: tuple[Note, ...]) -> list[tuple[str, str, bool]]:
    return [(note.code, note.locator, note.is_problem) for note in notes]


def claims(document: Document) -> dict[str, str]:
    return {claim.name: claim.value for claim in document.declared}


def test_a_document_is_its_file() -> None:
    raw = b"\n\n It rained.\r\nSo."
    lay("n/a.txt", raw)
    documents, intake = take("n")
    assert [
        Document("n/a.txt", "\n\n It rained.\nSo.", hashlib.sha256(raw).hexdigest())
    ] == documents
    assert (intake.count, intake.notes) == (1, ())


def test_standard_input_has_a_name() -> None:
    documents, _ = take("-", stdin_name="wire.txt", read_stdin=lambda: b"It rained.")
    assert [(d.locator, d.text) for d in documents] == [("wire.txt", "It rained.")]


def test_nothing_is_opened_before_it_is_asked_for() -> None:
    lay("a.txt")
    lay("b.txt")
    documents = iter(open_intake(IntakeRequest(("a.txt", "b.txt"))))
    next(documents)
    lay("b.txt", "It snowed.")
    assert next(documents).text == "It snowed."


@pytest.mark.parametrize(
    ("content", "code", "text"),
    [
        (b"", "empty", "`n/x.txt` is empty"),
        (b" \r\n\t\n", "empty", "`n/x.txt` is empty"),
        (b"a\x00b", "binary", "`n/x.txt` is no text: binary, with NUL bytes"),
        (b"%PDF-1.4 x", "binary", "`n/x.txt` is no text: a PDF"),
        (
            b'{\n "schema": "kztimeline.timeline", "x": 1}',
            "own-output",
            "`n/x.txt` was written by kztimeline",
        ),
        (
            b"<!-- kztimeline 0.1 -->\n# Timeline",
            "own-output",
            "`n/x.txt` was written by kztimeline",
        ),
        (
            b"2024-03-15\tIt rained\tn/a.txt:1\n",
            "own-output",
            "`n/x.txt` was written by kztimeline",
        ),
    ],
)
def test_what_is_no_article_is_noted_and_the_rest_read(
    content: bytes, code: str, text: str
) -> None:
    lay("n/x.txt", content)
    lay("n/a.txt")
    documents, intake = take("n")
    assert [document.locator for document in documents] == ["n/a.txt"]
    assert [(code, text)] == [(note.code, note.text) for note in intake.notes]


def test_a_file_that_vanished_is_noted() -> None:
    lay("a.txt")
    lay("b.txt")
    intake = open_intake(IntakeRequest(("a.txt", "b.txt")))
    Path("a.txt").unlink()
    assert [document.locator for document in intake] == ["b.txt"]
    assert intake.notes[0].text == "`a.txt` cannot be read: no such file or directory"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_noted() -> None:
    lay("a.txt")
    lay("b.txt")
    Path("a.txt").chmod(0)
    documents, intake = take("a.txt", "b.txt")
    assert [document.locator for document in documents] == ["b.txt"]
    assert codes(intake.notes) == [("unreadable", "a.txt", True)]


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (("gone.txt",), "nothing to read: `gone.txt` does not exist"),
        (("n",), "nothing to read: no articles in `n`"),
        (("empty.txt", "gone.txt"), "nothing to read: `gone.txt` does not exist (and 1 more)"),
        ((), "nothing to read"),
    ],
)
def test_where_nothing_can_be_read_the_reason_is_said(paths: tuple[str, ...], message: str) -> None:
    lay("n/x.jpg")
    lay("empty.txt", "")
    with pytest.raises(InputError) as caught:
        take(*paths)
    assert message == caught.value.message


def test_an_unknown_encoding_is_refused_at_once() -> None:
    with pytest.raises(UsageError):
        open_intake(IntakeRequest((), encoding="nonsense-9"))


def test_encodings_guessed_and_marks_repaired_are_noted_in_the_document() -> None:
    lay("a.txt", "Le président a été élu.".encode("windows-1252"))
    lay("b.txt", "The mayorâ€™s office. The mayorâ€™s son.")
    documents, _ = take("a.txt", "b.txt")
    assert [[(n.code, n.text, n.is_problem) for n in d.notes] for d in documents] == [
        [("encoding-guessed", "read as windows-1252, judging by its bytes", False)],
        [("mojibake-repaired", "broken characters repaired in 2 places", False)],
    ]


def test_a_forced_encoding_that_loses_characters_is_a_problem() -> None:
    lay("a.txt", "Le président".encode("windows-1252"))
    documents, _ = take("a.txt", encoding="utf-8")
    assert codes(documents[0].notes) == [("encoding-lost", "a.txt", True)]


def test_a_manifest_speaks_for_its_files() -> None:
    lay("n/a.txt")
    lay("n/b.txt")
    lay("n/m.csv", "path,date\na.txt,2024-03-15\ngone.txt,2024\n")
    documents, intake = take("n", manifest="n/m.csv")
    assert [claims(d) for d in documents] == [{"manifest:date": "2024-03-15"}, {}]
    assert codes(intake.notes) == [("manifest-path", "n/m.csv", True)]


def test_a_manifest_speaks_for_standard_input_by_its_name() -> None:
    lay("m.csv", "path,date\nwire.txt,2024-03-15\n")
    documents, intake = take(
        "-", manifest="m.csv", stdin_name="wire.txt", read_stdin=lambda: b"It rained."
    )
    assert claims(documents[0]) == {"manifest:date": "2024-03-15"}
    assert intake.notes == ()


@pytest.mark.parametrize("name", ["a.json", "a.meta.json"])
def test_a_sidecar_speaks_for_the_file_beside_it(name: str) -> None:
    lay("n/a.txt")
    lay(
        f"n/{name}",
        '{"publish_date": "2024-03-15T10:00:00", "title": "Rain", "authors": ["A", "B"],'
        ' "hostname": "courier.example", "source": "x", "filedate": "2024-05-01", "text": "…"}',
    )
    documents, _ = take("n/a.txt")
    assert claims(documents[0]) == {
        "sidecar:date": "2024-03-15T10:00:00",
        "sidecar:title": "Rain",
        "sidecar:author": "A, B",
        "sidecar:publisher": "courier.example",
    }


def test_a_broken_sidecar_is_noted() -> None:
    lay("n/a.txt")
    lay("n/a.json", "{oops")
    documents, _ = take("n/a.txt")
    assert codes(documents[0].notes) == [("sidecar", "n/a.json", True)]


def test_our_own_result_is_no_sidecar() -> None:
    lay("a.txt")
    lay("a.json", '{"schema": "kztimeline.timeline", "title": "x"}')
    documents, _ = take("a.txt")
    assert (claims(documents[0]), documents[0].notes) == ({}, ())


def test_the_file_time_speaks_only_when_asked() -> None:
    lay("a.txt")
    os.utime("a.txt", (1_710_500_000, 1_710_500_000))
    assert [claims(take("a.txt", use_mtime=use)[0][0]) for use in (False, True)] == [
        {},
        {"mtime:date": "2024-03-15"},
    ]


def test_a_file_about_to_be_written_is_not_read() -> None:
    lay("n/a.txt")
    lay("n/out.md", "<!-- kztimeline.timeline 1.0 -->\n")
    documents, intake = take("n", output="n/out.md")
    assert ([d.locator for d in documents], intake.notes) == (["n/a.txt"], ())


def test_a_very_long_line_is_one_line() -> None:
    text = "The mayorâ€™s office said “no”. It rained. " * 50_000
    lay("a.txt", text)
    documents, _ = take("a.txt")
    assert text.replace("â€™", "’") == documents[0].text


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf", b"\xff\xfe", "\xa0\n\u200b\u2060\ufeff\xad".encode()]
)
def test_what_nobody_can_see_is_nothing(content: bytes) -> None:
    lay("x.txt", content)
    lay("a.txt")
    _, intake = take("x.txt", "a.txt")
    assert codes(intake.notes) == [("empty", "x.txt", True)]


def test_standard_input_that_is_closed_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError) as caught:
        take("-")
    assert caught.value.message == "nothing to read: `stdin.txt` cannot be read: it is closed"


def test_the_same_file_in_two_folders_is_two_documents() -> None:
    lay("n/a.txt")
    lay("m/a.txt")
    lay("m/b.txt")
    documents, _ = take("n", "m")
    assert [(d.locator, d.twin) for d in documents] == [
        ("n/a.txt", 0),
        ("m/a.txt", 1),
        ("m/b.txt", 0),
    ]


def test_the_longest_name_has_no_sidecar_and_is_read() -> None:
    name = "x" * 250 + ".txt"
    lay(name)
    assert [document.locator for document in take(name)[0]] == [name]


def test_a_sidecar_nested_too_deep_is_noted() -> None:
    lay("a.txt")
    lay("a.json", "[" * 100_000)
    (note,) = take("a.txt")[0][0].notes
    assert (note.text[:21], note.is_problem) == ("cannot read `a.json`:", True)


@pytest.mark.parametrize(
    ("content", "is_read"),
    [("old text", False), ("", True), ("id,date,date_end,edtf,\n", True)],
)
def test_a_result_never_takes_the_place_of_an_article(content: str, *, is_read: bool) -> None:
    lay("n/a.txt")
    lay("n/t.md", content)
    if is_read:
        assert [document.locator for document in take("n", output="n/t.md")[0]] == ["n/a.txt"]
        return
    with pytest.raises(OutputError) as caught:
        open_intake(IntakeRequest(("n",), output="n/t.md"))
    assert caught.value.message == "cannot write to `n/t.md`: it is one of the articles"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("changed", ["gone", "pipe", "folder", "device"])
def test_a_file_that_is_something_else_by_the_time_it_is_read(changed: str) -> None:
    lay("n/a.txt")
    lay("n/b.txt")
    intake = open_intake(IntakeRequest(("n",)))
    Path("n/a.txt").unlink()
    if changed == "pipe":
        os.mkfifo("n/a.txt")  # nobody will ever write into it
    elif changed == "folder":
        Path("n/a.txt").mkdir()
    elif changed == "device":
        Path("n/a.txt").symlink_to("/dev/zero")
    assert [document.locator for document in intake] == ["n/b.txt"]
    assert [(note.code, note.locator) for note in intake.notes] == [("unreadable", "n/a.txt")]
