from pathlib import Path

import pytest

from cli.bench import Bench
from kztimeline.outputs import FORMATS

SUFFIXES = ", ".join(suffix for each in FORMATS for suffix in each.suffixes)
ROWS = [
    (("build", "missing"), 1, "nothing to read: `missing` does not exist", "check the spelling"),
    (("buidl",), 2, "no such command `buidl`", "did you mean `build`?"),
    (
        ("build", "articles", "--sinse", "2024"),
        2,
        "no such option: --sinse",
        "possible options: --infer, --since, --stdin-name",
    ),
    (
        ("build", "articles", "-f", "jsn"),
        2,
        "unknown format `jsn`",
        f"formats are {', '.join(each.name for each in FORMATS)}; did you mean `json`?",
    ),
    (
        ("dates", "articles", "-f", "md"),
        2,
        "unknown format `md`",
        "formats are terminal, lines, json, jsonl, csv",
    ),
    (
        ("build", "articles", "--json", "-f", "csv"),
        2,
        "`--json` and `--format csv` ask for two formats",
        "leave one of them out",
    ),
    (
        ("build", "articles", "-o", "t.pdf"),
        2,
        "cannot tell the format from the name `t.pdf`",
        f"end it in one of {SUFFIXES}, or say it with --format",
    ),
    (
        ("build", "articles", "-o", "no/t.csv"),
        1,
        "cannot write to `no/t.csv`: there is no folder `no`",
        "make it first: mkdir -p no",
    ),
    (
        ("build", "articles", "-f", "json", "-o", "articles"),
        1,
        "cannot write to `articles`: it is a folder",
        "name a file in it, such as `articles/timeline.json`",
    ),
    (
        ("build", "articles", "--bom", "--json"),
        2,
        "`--bom` is for CSV, and this is json",
        "add -f csv",
    ),
    (
        ("build", "articles", "-f", "sqlite"),
        2,
        "sqlite is no text, and needs a file",
        "name one, such as -o timeline.db",
    ),
    (
        ("build", "articles", "-f", "sqlite", "-o", "-"),
        2,
        "sqlite is no text, and needs a file",
        "name one, such as -o timeline.db",
    ),
    (
        ("build", "articles", "--color", "loud"),
        2,
        "unknown colour mode `loud`",
        "--color is one of auto, always, never",
    ),
    (
        ("build", "articles", "--date-order", "MYD"),
        2,
        "unknown date order `MYD`",
        "--date-order is one of MDY, DMY, YMD",
    ),
    (
        ("build", "articles", "--since", "2024-13"),
        2,
        "cannot read `2024-13` as a date for --since",
        "write 2022-01-11, 2022-01, 2022 or 11 January 2022",
    ),
    (
        ("build", "articles", "--until", "2024-00"),
        2,
        "cannot read `2024-00` as a date for --until",
        "write 2022-01-11, 2022-01, 2022 or 11 January 2022",
    ),
    (
        ("build", "articles", "--since", "2024-03", "--until", "2024-02"),
        2,
        "`--since 2024-03` is after `--until 2024-02`",
        "swap them",
    ),
    (
        ("build", "articles", "--anchor", "soon"),
        2,
        "cannot read `soon` as a date for --anchor",
        "write 2022-01-11, 2022-01, 2022 or 11 January 2022",
    ),
    (
        ("schema", "events"),
        2,
        "no schema is called `events`",
        "there are timeline, event, dates, anchors, review, config, diff",
    ),
    (
        ("why", "ev-0000", "articles"),
        2,
        "no event is called `ev-0000`",
        "ids stand in `build -f csv`; `path:line` of a source will do too",
    ),
    (
        ("why", "ev-0000", "missing.json"),
        1,
        "cannot read `missing.json`: no such file or directory",
        "name a file that `build -o timeline.json` wrote",
    ),
]


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"), ROWS, ids=[" ".join(r[0]) for r in ROWS]
)
def test_message(
    stocked: Bench, arguments: tuple[str, ...], code: int, message: str, hint: str
) -> None:
    stocked.run(*arguments).exits(code).stdout("")
    stocked.stderr(f"kztimeline: error: {message}\nhint: {hint}\n")


def test_no_paths_on_a_terminal_is_help_on_stderr(bench: Bench) -> None:
    bench.run("build", tty=True).exits(2).stdout("")
    assert bench.err.startswith("Usage: kztimeline build")


def test_no_command_is_help_on_stderr(bench: Bench) -> None:
    bench.run().exits(2).stdout("")
    assert bench.err.startswith("Usage: kztimeline ")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_a_result(bench: Bench, option: str) -> None:
    bench.run("build", option).exits(0).stderr("")
    examples, options = bench.out.index("Examples:"), bench.out.index("What to read:")
    assert examples < options


def test_version(bench: Bench) -> None:
    bench.run("--version").exits(0).stdout("kztimeline 0.1.0\n")


def test_a_fault_of_ours_is_one_line(stocked: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        message = "lost\x1b[31m"
        raise LookupError(message)

    monkeypatch.setattr("kztimeline.cli.making.link_story", broken)
    stocked.run("build", "articles").exits(1).stdout("").stderr(
        "kztimeline: error: this is a bug in kztimeline, not in your files: LookupError: lost\n"
        "hint: please report it, with what `--debug` shows\n"
    )
    stocked.run("build", "articles", "--debug").exits(1)
    assert "Traceback (most recent call last):" in stocked.err


def test_a_fault_leaves_the_old_file(stocked: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> object:
        yield "half"
        message = "lost"
        raise LookupError(message)

    monkeypatch.setattr("kztimeline.outputs.as_json.write_json", broken)
    stocked.article("t.json", "old").run("build", "articles", "-o", "t.json").exits(1)
    assert (stocked.folder / "t.json").read_text() == "old"
    assert {"articles", "t.json"} == {path.name for path in stocked.folder.iterdir()}


def test_paths_that_are_no_unicode(stocked: Bench) -> None:
    name = b"articles/caf\xe9.txt".decode("utf-8", "surrogateescape")
    Path(name).write_text("Date: 2024-03-15\n\nIt rained on Friday.\n")
    for form in ("lines", "json", "csv", "md", "html", "terminal"):
        stocked.run("build", "articles", "-f", form).exits(0)
        assert "caf" in stocked.out
