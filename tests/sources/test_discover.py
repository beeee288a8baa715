"""Which files are meant, in which order, and what is left out with a note."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kztimeline.sources.discover import Discovery, conversion, discover


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lay(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("It rained.\n", encoding="utf-8")


def find(*paths: str, apart: tuple[Path, ...] = ()) -> Discovery:
    return discover(paths, stdin_name="stdin.txt", apart=apart)


def locators(discovery: Discovery) -> list[str]:
    return [found.locator for found in discovery.files]


def codes(discovery: Discovery) -> list[tuple[str, str, bool]]:
    return [(note.code, note.locator, note.is_problem) for note in discovery.notes]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["news"], ["news/a.txt", "news/b/a.text", "news/b/c.md", "news/c.TXT"]),
        (["./news/"], ["news/a.txt", "news/b/a.text", "news/b/c.md", "news/c.TXT"]),
        (["news/b", "news/a.txt"], ["news/b/a.text", "news/b/c.md", "news/a.txt"]),
        (
            ["news/a.txt", "news/a.txt", "news"],
            ["news/a.txt", "news/b/a.text", "news/b/c.md", "news/c.TXT"],
        ),
        (["news/d.log"], ["news/d.log"]),
        (["news/*"], ["news/a.txt", "news/b/a.text", "news/b/c.md", "news/c.TXT"]),
        (["news/*.log"], ["news/d.log"]),
        (["news/**/*.md"], ["news/b/c.md"]),
        (["**/*.md"], ["news/b/c.md"]),
        (["n*/**/b/**/*.m?"], ["news/b/c.md"]),
        (["**/news/c.*"], ["news/c.TXT"]),
        (["news/**/news/*.txt"], []),
        (["news/**"], ["news/a.txt", "news/b/a.text", "news/b/c.md", "news/c.TXT"]),
        (["-", "news/a.txt", "-"], ["stdin.txt", "news/a.txt"]),
    ],
)
def test_what_is_found(typed: list[str], found: list[str]) -> None:
    lay("news/c.TXT", "news/a.txt", "news/b/c.md", "news/b/a.text", "news/d.log")
    assert found == locators(find(*typed))


def test_the_order_is_that_of_the_whole_path() -> None:
    lay("n/a/z.txt", "n/a.txt", "n/a-b/c.txt", "n/B.txt")
    assert locators(find("n")) == ["n/B.txt", "n/a-b/c.txt", "n/a.txt", "n/a/z.txt"]


def test_a_working_folder_adds_nothing_to_a_name() -> None:
    lay("a.txt")
    assert locators(find(".")) == ["a.txt"]


def test_an_absolute_path_stays_as_typed(tmp_path: Path) -> None:
    lay("n/a.txt")
    assert [f"{tmp_path.as_posix()}/n/a.txt"] == locators(find(str(tmp_path / "n")))


def test_same_bytes_under_two_names_are_two_articles() -> None:
    lay("n/a.txt", "n/b.txt")
    assert locators(find("n")) == ["n/a.txt", "n/b.txt"]


def test_what_a_folder_holds_besides_articles_is_noted_once_a_kind() -> None:
    lay(
        "n/a.txt",
        "n/README.md",
        "n/readme.txt",
        "n/x.jpg",
        "n/y.jpg",
        "n/t.csv",
        "n/.git/a.txt",
        "n/p.pdf",
    )
    discovery = find("n")
    assert locators(discovery) == ["n/a.txt"]
    assert codes(discovery) == [
        ("hidden", "n/.git", False),
        ("not-an-article", "n/README.md", False),
        ("convert-first", "n/p.pdf", False),
        ("not-an-article", "n/readme.txt", False),
        ("not-an-article", "n", False),
        ("not-an-article", "n", False),
    ]
    assert (
        discovery.notes[-1].text
        == "2 `.jpg` files such as `x.jpg` left out: articles in a folder are .txt, .text, .md"
    )


def test_named_files_are_read_whatever_they_are_called() -> None:
    lay("README.md", "notes", "list.csv", ".hidden.txt")
    names = ["README.md", "notes", "list.csv", ".hidden.txt"]
    assert names == locators(find(*names))


def test_what_lies_apart_is_no_article_and_no_note() -> None:
    lay("n/a.txt", "n/manifest.csv", "n/dates.txt")
    discovery = find("n", apart=(Path("n/manifest.csv"), Path("n/dates.txt")))
    assert (locators(discovery), codes(discovery)) == (["n/a.txt"], [])


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a.pdf", "pdftotext -layout a.pdf a.txt"),
        ("n/my file.DOCX", "pandoc -t plain -o 'n/my file.txt' 'n/my file.DOCX'"),
        ("a.html", "pandoc -t plain -o a.txt a.html"),
        ("a.doc", "soffice --headless --convert-to txt:Text a.doc"),
        ("a.txt", None),
    ],
)
def test_the_line_that_converts(name: str, line: str | None) -> None:
    assert line == conversion(Path(name))


def test_a_named_pdf_is_a_problem_with_its_cure() -> None:
    lay("a.pdf")
    note = find("a.pdf").notes[0]
    assert (
        note.code,
        note.is_problem,
        note.hint,
    ) == ("convert-first", True, "pdftotext -layout a.pdf a.txt")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("news/artcle.txt", "did you mean `news/article.txt`?"),
        ("news/zzz", "check the spelling"),
        ("gone/a.txt", "folder `gone` does not exist either"),
    ],
)
def test_a_path_that_does_not_exist(typed: str, hint: str) -> None:
    lay("news/article.txt")
    note = find(typed, "news").notes[0]
    assert (f"`{typed}` does not exist", hint, True) == (note.text, note.hint, note.is_problem)


def test_a_pattern_that_matches_nothing() -> None:
    assert codes(find("n/*.txt")) == [("no-such-path", "n/*.txt", True)]


def test_a_file_whose_name_looks_like_a_pattern() -> None:
    lay("a[1].txt")
    assert locators(find("a[1].txt")) == ["a[1].txt"]


def test_a_folder_without_articles_is_a_problem() -> None:
    lay("n/x.jpg")
    assert ("no-articles", "n", True) in codes(find("n"))


def test_an_empty_folder_is_a_problem() -> None:
    Path("n").mkdir()
    assert codes(find("n")) == [("no-articles", "n", True)]


def test_links_in_a_circle_end() -> None:
    lay("n/a.txt")
    Path("n/loop").symlink_to("../n", target_is_directory=True)
    discovery = find("n")
    assert (locators(discovery), codes(discovery)) == (["n/a.txt"], [("skipped", "n/loop", False)])


def test_a_link_to_a_file_is_followed_and_a_broken_one_noted() -> None:
    lay("a.txt", "n/b.txt")
    Path("n/c.txt").symlink_to("../a.txt")
    Path("n/d.txt").symlink_to("../gone.txt")
    discovery = find("n")
    assert locators(discovery) == ["n/b.txt", "n/c.txt"]
    assert discovery.notes[0].text == "`n/d.txt` is a broken link"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_never_opened() -> None:
    lay("n/a.txt")
    os.mkfifo("n/b.txt")
    assert codes(find("n")) == [("skipped", "n/b.txt", False)]
    assert codes(find("n/b.txt")) == [("skipped", "n/b.txt", True)]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_may_not_be_read() -> None:
    lay("n/a.txt", "n/b/c.txt")
    Path("n/b").chmod(0)
    try:
        assert codes(find("n")) == [("unreadable", "n/b", True)]
    finally:
        Path("n/b").chmod(0o755)


@pytest.mark.parametrize(
    ("typed", "text", "hint"),
    [
        ("", "a path is empty", "name a file or folder, `.` for this one"),
        ("a.txt/b.txt", "`a.txt/b.txt` does not exist", "`a.txt` is no folder"),
        ("x" * 300 + "/a.txt", "", f"folder `{'x' * 300}` does not exist either"),
        ("self", "`self` is a broken link", "mend or remove the link"),
    ],
)
def test_paths_that_lead_nowhere(typed: str, text: str, hint: str) -> None:
    lay("a.txt")
    Path("self").symlink_to("self")
    note = find(typed, "a.txt").notes[0]
    assert (text or note.text, hint, True) == (note.text, note.hint, note.is_problem)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_whose_files_may_not_be_looked_at() -> None:
    lay("n/a.txt", "n/b/c.txt")
    Path("n").chmod(0o600)
    try:
        assert codes(find("n"))[:2] == [
            ("unreadable", "n/a.txt", True),
            ("unreadable", "n/b", True),
        ]
        note = find("n/a.txt").notes[0]
        assert (note.text, note.hint) == (
            "`n/a.txt` cannot be reached",
            "look at the permissions of `n`",
        )
    finally:
        Path("n").chmod(0o755)


@pytest.mark.parametrize("typed", ["n", "n/**/*.txt", "**"])
def test_links_in_circles_are_entered_once(typed: str) -> None:
    """Two links to where they lie make a million million paths of forty steps."""
    lay("n/a.txt", "n/m/b.txt")
    for name in ("n/x", "n/y", "n/m/z"):
        Path(name).symlink_to(Path("n").resolve())
    assert locators(find(typed)) == ["n/a.txt", "n/m/b.txt"]


@contextmanager
def nested(name: str, times: int) -> Iterator[None]:
    """`n/a.txt`, and `b.txt` in that many folders in each other, which Python cannot remove."""
    here = Path.cwd()
    lay("n/a.txt")
    os.chdir("n")
    for _ in range(times):
        Path(name).mkdir()
        os.chdir(name)
    lay("b.txt")
    os.chdir(here)
    try:
        yield
    finally:
        subprocess.run(["rm", "-rf", "n"], check=True)


@pytest.mark.skipif(os.name == "nt", reason="names of POSIX")
@pytest.mark.parametrize("typed", ["n", "n/**/*.txt", "n/**"])
def test_folders_deeper_than_a_program_can_count(typed: str) -> None:
    with nested("d", 1500):
        assert locators(find(typed)) == ["n/a.txt", f"n/{'d/' * 1500}b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="names of POSIX")
def test_folders_deeper_than_a_name_can_be_long() -> None:
    with nested("d" * 200, 30):
        discovery = find("n")
    assert locators(discovery) == ["n/a.txt"]
    (lost,) = (note for note in discovery.notes if note.is_problem)
    assert lost.text.endswith(": file name too long")
