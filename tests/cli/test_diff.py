"""Two saved timelines compared at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.bench import Bench
from cli.conftest import HERALD


@pytest.fixture
def two(stocked: Bench) -> Bench:
    """A timeline, and that of the same folder with one article more."""
    stocked.run("build", "articles", "-o", "old.json").exits(0)
    stocked.article("articles/new.txt", "Date: 16 March 2024\n\nThe mayor resigned on Friday.\n")
    return stocked.run("build", "articles", "-o", "new.json").exits(0)


def test_what_an_article_more_brings(two: Bench) -> None:
    two.run("diff", "old.json", "new.json").exits(0).stderr("")
    two.stdout("added\t\t2024-03-15\tThe mayor resigned\tarticles/new.txt:3\n")
    two.run("diff", "new.json", "old.json").exits(0)
    two.stdout("gone\t2024-03-15\t\tThe mayor resigned\tarticles/new.txt:3\n")


def test_a_terminal_gets_a_page(two: Bench) -> None:
    two.run("diff", "old.json", "new.json", "--color", "never", tty=True).exits(0)
    assert two.out.startswith("Added (1)\n  + Friday, 15 March 2024  The mayor resigned")


@pytest.mark.parametrize(
    ("files", "code"),
    [(("old.json", "new.json"), 1), (("old.json", "old.json"), 0)],
)
def test_the_exit_code_tells_if_asked(two: Bench, files: tuple[str, str], code: int) -> None:
    two.run("diff", *files, "--exit-code").exits(code)
    assert bool(two.out) == bool(code)
    two.run("diff", *files).exits(0)


def test_json_goes_to_a_file(two: Bench) -> None:
    two.run("diff", "old.json", "new.json", "-o", "d.json").exits(0).stdout("")
    diff = json.loads(Path("d.json").read_text(encoding="utf-8"))
    assert [state["title"] for state in diff["added"]] == ["The mayor resigned"]


def test_one_may_be_piped_in(two: Bench) -> None:
    new = Path("new.json").read_bytes()
    two.run("diff", "old.json", "-", stdin=new).exits(0)
    assert two.out.startswith("added\t")


def test_files_in_other_folders_name_what_is_found_from_here(two: Bench) -> None:
    Path("out").mkdir()
    two.run("build", "articles", "-o", "out/new.json").exits(0)
    two.run("diff", "new.json", "out/new.json", "--exit-code").exits(0).stdout("")
    two.run("diff", "old.json", "out/new.json").exits(0)
    assert two.out.endswith("\tarticles/new.txt:3\n")


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"),
    [
        (("-", "-"), 2, "standard input can be only one of the two timelines", "save the other"),
        (("old.json",), 2, "missing argument `NEW.json`", "`kztimeline diff --help`"),
        (("old.json", "gone.json"), 1, "cannot read `gone.json`", "name a file"),
        (("old.json", "articles/new.txt"), 1, "`articles/new.txt` is no timeline", "name a file"),
        (("old.json", "new.json", "-f", "csv"), 2, "unknown format `csv`", "formats are terminal,"),
        (("old.json", "new.json", "-o", "d.md"), 2, "cannot tell the format", "end it in one of"),
    ],
)
def test_messages(
    two: Bench, arguments: tuple[str, ...], code: int, message: str, hint: str
) -> None:
    two.run("diff", *arguments, stdin=HERALD.encode()).exits(code).stdout("")
    first, second = two.err.splitlines()
    assert first.startswith(f"kztimeline: error: {message}")
    assert second.startswith(f"hint: {hint}")


@pytest.mark.parametrize(
    "files", [("old.json", "new.json"), ("new.json", "old.json"), ("old.json",) * 2]
)
@pytest.mark.parametrize("form", ["terminal", "lines", "json"])
def test_no_comparison_is_read_as_an_article(two: Bench, form: str, files: tuple[str, str]) -> None:
    two.run("diff", *files, "-f", form, "-o", "articles/d.txt").exits(0)
    two.run("build", "articles", "-o", "again.json").exits(0)
    assert [a["path"] for a in json.loads(Path("again.json").read_text())["articles"]] == [
        "articles/herald.txt", "articles/new.txt",
    ]  # fmt: skip
