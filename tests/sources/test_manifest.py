"""What a manifest says of which file, and what is wrong with it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kztimeline.model import DateOrder, InputError
from kztimeline.sources.manifest import Manifest, read_manifest


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("n").mkdir()
    for name in ("a.txt", "b.txt", "n/c.txt"):
        Path(name).write_text("It rained.", encoding="utf-8")


def read(content: str | bytes, name: str = "m.csv") -> Manifest:
    raw = content if isinstance(content, bytes) else content.encode()
    Path(name).write_bytes(raw)
    return read_manifest(Path(name), language="en", order=DateOrder.MDY)


def claims(manifest: Manifest, path: str) -> dict[str, str]:
    found = manifest.claims.get(os.path.realpath(path), ())
    return {claim.name: claim.value for claim in found}


def notes(manifest: Manifest) -> list[tuple[str, int | None, str]]:
    return [(note.code, note.line, note.text) for note in manifest.notes]


@pytest.mark.parametrize(
    "content",
    [
        "path,date\na.txt,2024-03-15\n",
        "Path;Date\r\na.txt;2024-03-15\r\n",
        "PATH\tPublished\na.txt\t2024-03-15\n",
        "\ufeffpath,publication_date\na.txt,2024-03-15",
        "date,Publication,path\n2024-03-15,,a.txt\n",
        "path, Publication Date\na.txt, 2024-03-15\n",
        'path,date\n"a.txt","2024-03-15"\n\n',
        '{"path": "a.txt", "date": "2024-03-15"}\n',
        '{"Path": "a.txt", "Publication-Date": "2024-03-15", "title": null}\n\n',
        '[{"path": "a.txt", "date": "2024-03-15"}]',
        "path,date\n./a.txt,2024-03-15\n",
        "path,date\nn/../a.txt,2024-03-15\n",
    ],
)
def test_forms_of_a_manifest(content: str) -> None:
    manifest = read(content)
    assert (claims(manifest, "a.txt"), notes(manifest)) == ({"manifest:date": "2024-03-15"}, [])


def test_a_manifest_in_utf16_is_read() -> None:
    manifest = read("path,date\na.txt,2024\n".encode("utf-16"))
    assert claims(manifest, "a.txt") == {"manifest:date": "2024"}


def test_other_columns_are_claims_too() -> None:
    manifest = read(
        "path,id,title,date,certainty,source,author,url,language,publisher\n"
        'a.txt,art-1,"Rain, again",2024-03,guessed,text,Mary Stone,http://x,en,The Courier\n'
    )
    assert claims(manifest, "a.txt") == {
        "manifest:date": "2024-03",
        "manifest:title": "Rain, again",
        "manifest:publisher": "The Courier",
        "manifest:author": "Mary Stone",
        "manifest:url": "http://x",
        "manifest:language": "en",
        "manifest:certainty": "guessed",
        "manifest:source": "text",
    }


@pytest.mark.parametrize(
    "date", ["2024-03-15", "2024-03", "2024", "2024-03-15T09:30:00Z", "15 March 2024", "March 2024"]
)
def test_dates_that_hold(date: str) -> None:
    assert {"manifest:date": date} == claims(read(f"path,date\na.txt,{date}\n"), "a.txt")


@pytest.mark.parametrize(
    "date",
    ["2024-13-01", "2024-02-30", "yesterday", "soon", "0000", "2024-3x", "2024-00", "2024-3-0"],
)
def test_broken_dates_are_noted_with_their_line(date: str) -> None:
    manifest = read(f"path,date,title\nb.txt,2024,B\na.txt,{date},Rain\n")
    assert [("manifest-date", 3, f"`{date}` is no date")] == notes(manifest)
    assert claims(manifest, "a.txt") == {"manifest:title": "Rain"}


def test_an_empty_date_is_no_row() -> None:
    manifest = read("path,date\na.txt,\n")
    assert (claims(manifest, "a.txt"), notes(manifest)) == ({}, [])


def test_lines_are_those_of_the_file_over_quoted_line_ends() -> None:
    manifest = read('path,date,title\na.txt,2024,"two\nlines"\nb.txt,never,x\n')
    assert notes(manifest) == [("manifest-date", 4, "`never` is no date")]


def test_the_first_of_two_rows_holds() -> None:
    manifest = read("path,date\na.txt,2024\n./a.txt,2023\n")
    assert claims(manifest, "a.txt") == {"manifest:date": "2024"}
    assert notes(manifest) == [
        ("manifest-duplicate", 3, "`./a.txt` is in the manifest twice; line 2 holds")
    ]


def test_paths_are_relative_to_the_manifest_else_to_the_working_folder() -> None:
    manifest = read("path,date\nc.txt,2024\na.txt,2023\n", "n/m.csv")
    assert (
        claims(manifest, "n/c.txt"),
        claims(manifest, "a.txt"),
    ) == ({"manifest:date": "2024"}, {"manifest:date": "2023"})


def test_absolute_paths_and_links_meet_the_file(tmp_path: Path) -> None:
    Path("link.txt").symlink_to("a.txt")
    manifest = read(f"path,date\n{tmp_path.as_posix()}/link.txt,2024\n")
    assert claims(manifest, "a.txt") == {"manifest:date": "2024"}


def test_rows_for_nothing_that_was_read() -> None:
    manifest = read("path,date\ngone.txt,2024\nb.txt,2024\na.txt,2024\n")
    unused = list(manifest.unused({os.path.realpath("a.txt")}))
    assert [(note.line, note.text, note.is_problem) for note in unused] == [
        (2, "`gone.txt` in the manifest does not exist", True),
        (3, "`b.txt` in the manifest is not among the articles read", False),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("file_id,date\n1,2024\n", "no column `path` in manifest `m.csv`; found `file_id`, `date`"),
        ("path;when\na.txt;2024\n", "no column `date` in manifest `m.csv`; found `path`, `when`"),
        ("", "no column `path` in manifest `m.csv`; found nothing"),
    ],
)
def test_missing_columns_are_an_error_that_lists_them(content: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(content)
    assert (message, True) == (caught.value.message, "expected columns" in caught.value.hint)


def test_a_manifest_that_is_not_there() -> None:
    with pytest.raises(InputError) as caught:
        read_manifest(Path("gone.csv"), language="en", order=DateOrder.MDY)
    assert caught.value.message == "cannot read manifest `gone.csv`: no such file or directory"


def test_a_broken_json_line_is_noted_and_the_rest_read() -> None:
    manifest = read(
        '{"path": "a.txt", "date": "2024"}\n{oops\n{"path": "b.txt", "date": "2023"}\n', "m.jsonl"
    )
    assert notes(manifest) == [("manifest-row", 2, "a manifest line that is no JSON object")]
    assert claims(manifest, "b.txt") == {"manifest:date": "2023"}


def test_a_row_without_a_path_is_noted() -> None:
    assert notes(read("path,date\n,2024\n")) == [
        ("manifest-path", 2, "a manifest row without a path")
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"path": "a\\u0000.txt", "date": "2024"}', ("manifest-path", 1, "is no path")),
        ('{"path": "a.txt", "date": ' + "[" * 100_000, ("manifest-row", 1, "no JSON object")),
        ('{"path": "a.txt", "date": ' + "1" * 5000 + "}", ("manifest-row", 1, "no JSON object")),
        ('[{"path": "a.txt", "date": "2024"}, 7]', ("manifest-row", 1, "no JSON object")),
        ('{"date": "2024"}', ("manifest-path", 1, "without a path")),
    ],
)
def test_hostile_rows_are_noted(content: str, found: tuple[str, int, str]) -> None:
    ((code, line, text),) = notes(read(content))
    assert found == (code, line, found[2] if found[2] in text else text)


def test_half_a_surrogate_pair_in_json_is_no_character() -> None:
    manifest = read('{"path": "a.txt", "date": "2024", "title": "x\\ud800y"}')
    assert claims(manifest, "a.txt")["manifest:title"] == "x\ufffdy"


def test_a_path_with_half_a_surrogate_pair_is_kept_for_its_note() -> None:
    manifest = read('{"path": "a\\ud800.txt", "date": "2024"}')
    assert [code for code, _, _ in notes(manifest)] == ["manifest-path"]


def test_a_path_too_long_for_any_file_does_not_exist() -> None:
    (note,) = read("path,date\n" + "x" * 5000 + ",2024\n").unused(set())
    assert (note.line, note.text[-14:]) == (2, "does not exist")


def test_a_cell_may_hold_a_whole_article() -> None:
    manifest = read("path,date,title\na.txt,2024-03-15," + "x" * 200_000 + "\n")
    assert len(claims(manifest, "a.txt")["manifest:title"]) == 200_000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[" * 100_000, "cannot read manifest `m.csv`: maximum recursion depth exceeded"),
        ("path,date,Date\na.txt,2024,2023\n", "column `date` is in manifest `m.csv` twice"),
        ("", "no column `path` in manifest `m.csv`; found nothing"),
    ],
)
def test_a_manifest_that_cannot_be_read(content: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(content)
    assert caught.value.message.startswith(message)


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(InputError, match="cannot read manifest `a\0b`: embedded null byte"):
        read_manifest(Path("a\0b"), language="en", order=DateOrder.MDY)


def test_blank_lines_may_stand_above_the_header() -> None:
    assert claims(read("\n\npath;date\na.txt;2024\n"), "a.txt") == {"manifest:date": "2024"}
