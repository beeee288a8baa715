"""Hostile names, streams and saved files, at the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from attacks import ATTACKS
from cli.bench import ROOT, Bench
from cli.conftest import HERALD
from kztimeline.outputs import FORMATS

POSIX = pytest.mark.skipif(os.name == "nt", reason="names and streams of POSIX")
BAD = os.fsdecode(b"articles/caf\xe9.txt")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("build", ""), 1, "nothing to read: a path is empty"),
        (("build", "articles", "--manifest", ""), 2, "`--manifest` has no name"),
        (("build", "articles", "--stdin-name", ""), 2, "`--stdin-name` has no name"),
        (("build", "articles", "--encoding", "base64"), 2, "unknown encoding `base64`"),
        (("build", "articles", "-o", "x" * 300 + ".csv"), 1, "file name too long"),
        (("build", "articles", "-o", "articles/herald.txt"), 1, "it is one of the articles"),
        (("build", "articles", "-o", "articles/herald.txt/t.csv"), 1, "is no folder"),
        (("build", "articles", "-o", "dangling.csv"), 1, "there is no folder"),
        (("build", "articles", "extra", "-f", "nope"), 2, "unknown format `nope`"),
        (("schema", "a", "b"), 2, "got unexpected extra argument(s) (b)"),
        (("build", "articles", "--grep", "Mon.*"), 0, ""),
    ],
)
def test_messages(stocked: Bench, arguments: tuple[str, ...], code: int, message: str) -> None:
    (stocked.folder / "dangling.csv").symlink_to(stocked.folder / "gone" / "x.csv")
    stocked.run(*arguments).exits(code).stdout("")
    assert (message in stocked.err, "Traceback" in stocked.err) == (True, False)
    assert (stocked.folder / "articles/herald.txt").read_text() == HERALD


@POSIX
@pytest.mark.parametrize("form", ["lines", "json", "jsonl", "csv", "md", "html", "terminal"])
def test_names_that_are_no_unicode_may_be_warned_of(stocked: Bench, form: str) -> None:
    Path(BAD).write_text("")
    stocked.run("build", "articles", "-f", form).exits(0)
    assert "warning: `articles/caf\ufffd.txt` is empty" in stocked.err


@POSIX
@pytest.mark.parametrize("form", [each.name for each in FORMATS])
def test_hostile_articles_reach_every_format_and_act_in_none(bench: Bench, form: str) -> None:
    """Their harmless words arrive; `outputs/` holds what each format makes of the rest."""
    for number, words in enumerate(ATTACKS.values()):
        text = f"Date: 2024-03-15\n\nThe mayor of Westport said on Tuesday that {words} had come.\n"
        bench.article(f"articles/{number}.txt", text.encode(errors="surrogatepass"))
    bench.article(BAD, HERALD)
    bench.run("build", "articles", "-q", "-f", form, "-o", "t.out").exits(0).stdout("").stderr("")
    raw = (bench.folder / "t.out").read_bytes()
    assert (b"The mayor of Westport said" in raw.replace(b"\r\n ", b""), b"caf" in raw) == (
        True,
    ) * 2
    assert [byte for byte in b"\x1b\x07\x7f" if byte in raw] == [] or form == "sqlite"
    assert (b"\xed\xa0" in raw, b"\xe2\x80\xae" in raw and form not in {"json", "jsonl"}) == (
        False, False,
    )  # fmt: skip


@POSIX
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a b.txt", "'a b.txt'"),
        ("a\nb\x1b[31m.txt", "$'a\\x0ab\\x1b[31m.txt'"),
        ("a'\n.txt", "$'a\\'\\x0a.txt'"),
        (os.fsdecode(b"a\xff\xc3\xa9.txt"), "$'a\\xffé.txt'"),
        ("-o.txt", "-- -o.txt"),
    ],
)
def test_the_next_command_can_be_typed_as_it_stands(bench: Bench, name: str, said: str) -> None:
    bench.article(name, HERALD).run("build", "--", name).exits(0)
    assert bench.err.splitlines()[-1].endswith(f" {said}")


@pytest.mark.parametrize("arguments", [("-", "-"), ("-",)])
def test_the_name_of_standard_input_is_asked_for_again(
    bench: Bench, arguments: tuple[str, ...]
) -> None:
    bench.run("build", *arguments, "--stdin-name", "wire.txt", stdin=HERALD.encode()).exits(0)
    command = bench.err.splitlines()[-1].removeprefix("next: kztimeline ").split()
    assert command[2:] == ["-", "--stdin-name", "wire.txt"]
    bench.run(*command, stdin=HERALD.encode()).exits(0)


def test_the_same_article_in_two_folders_is_cited_twice(bench: Bench) -> None:
    bench.article("x/a.txt", HERALD).article("y/a.txt", HERALD)
    bench.run("build", "x", "y", "-f", "json").exits(0)
    timeline = json.loads(bench.out)
    assert len({article["id"] for article in timeline["articles"]}) == 2
    for event in timeline["events"]:
        assert {source["path"] for source in event["sources"]} == {"x/a.txt", "y/a.txt"}
        assert (event["source_count"], event["voice_count"]) == (2, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("is_piped", [False, True])
def test_why_from_a_saved_timeline(stocked: Bench, encoding: str, *, is_piped: bool) -> None:
    fresh = stocked.run("why", "herald.txt:4", "articles").exits(0).out
    saved = stocked.run("build", "articles", "--json").out.encode(encoding)
    stocked.article("t.json", saved)
    stocked.run(
        "why", "herald.txt:4", "-" if is_piped else "t.json", stdin=saved if is_piped else b""
    )
    stocked.exits(0).stdout(fresh)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda raw: raw[:900], "`t.json` is no timeline: Input data was truncated"),
        (lambda _: b"", "`t.json` is no timeline: Input data was truncated"),
        (lambda _: b"[]", "`t.json` is no timeline: Expected `object`, got `array`"),
        (lambda _: b"[" * 100_000, "`t.json` is no timeline: "),
        (lambda raw: raw.replace(b"Dockers", b"\xff\xfe"), "`t.json` is no timeline: "),
        (
            lambda raw: raw.replace(b'"article": "art-', b'"article": "art-0'),
            "`t.json` is no whole timeline: it has no article `art-0",
        ),
        (lambda _: b"\x89PNG\r\n\x1a\n", "`t.json` is no timeline: "),
    ],
)
def test_what_is_no_saved_timeline(stocked: Bench, change: object, message: str) -> None:
    assert callable(change)
    saved = stocked.run("build", "articles", "--json").out.encode()
    stocked.article("t.json", change(saved)).run("why", "herald.txt:4", "t.json").exits(1)
    assert stocked.err.startswith(f"kztimeline: error: {message}")


def test_why_without_paths_on_a_terminal_is_help(bench: Bench) -> None:
    bench.run("why", "ev-1", tty=True).exits(2)
    assert bench.err.startswith("Usage: kztimeline why")


def run_with(redirection: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The program in a shell that redirects or closes its streams."""
    command = f'"{sys.executable}" -m kztimeline "$@" {redirection}'
    return subprocess.run(
        ["/bin/sh", "-c", command, "sh", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@POSIX
@pytest.mark.parametrize(
    ("redirection", "arguments", "code", "told"),
    [
        (
            "<&-",
            ("build", "-"),
            1,
            ("", "kztimeline: error: nothing to read: `stdin.txt` is empty"),
        ),
        (
            ">&-",
            ("build", "articles"),
            1,
            ("", "kztimeline: error: cannot write to standard output"),
        ),
        (">&-", ("build", "articles", "-q", "-o", "t.csv"), 0, ("", "")),
        (">&-", ("--version",), 1, ("", "kztimeline: error: cannot write the result")),
        ("2>&-", ("build", "articles"), 0, ("2024-03-12\tDockers", "")),
        ("2>&-", ("build", "missing"), 1, ("", "")),
        ("2>&-", ("bild",), 2, ("", "")),
        ("<&- >&- 2>&-", ("build", "articles"), 1, ("", "")),
        ("2>/dev/full", ("build", "articles"), 0, ("2024-03-12\tDockers", "")),
    ],
)
def test_streams_that_are_closed(
    stocked: Bench, redirection: str, arguments: tuple[str, ...], code: int, told: tuple[str, str]
) -> None:
    out, err = told
    done = run_with(redirection, *arguments, folder=stocked.folder)
    assert (done.returncode, done.stdout[: len(out)], done.stderr[: len(err)]) == (code, out, err)
    assert ("bug" in done.stderr, "Exception" in done.stderr) == (False, False)
    assert bool(done.stdout or done.stderr) == bool(out or err)


@POSIX
def test_a_result_redirected_into_the_folder_of_articles_is_not_read(stocked: Bench) -> None:
    done = run_with("> articles/t.txt", "build", "articles", folder=stocked.folder)
    assert (done.returncode, done.stderr.splitlines()[0]) == (0, "1 article read")
    again = run_with("", "build", "articles", folder=stocked.folder)
    assert (stocked.folder / "articles/t.txt").read_text() == again.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_result_can_go_into_a_named_pipe(stocked: Bench) -> None:
    pipe = stocked.folder / "t.csv"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    stocked.run("build", "articles", "-o", "t.csv").exits(0)
    reader.join()
    assert (read[0][:8], pipe.is_fifo()) == ("id,date,", True)


FORMS = [
    *(("build", each.name) for each in FORMATS),
    *((command, form) for command in ("dates", "anchors") for form in ("lines", "terminal")),
    *((command, form) for command in ("dates", "anchors") for form in ("json", "jsonl", "csv")),
]
SPANS = """\
The harbour war lasted until 1999. She has lived in Westport since 2002.
The fair ran from 3 to 7 June 2023. It rained on 12 January 2024.
"""


@pytest.mark.parametrize("text", [HERALD, SPANS, "Nobody knows when it rained.\n"])
@pytest.mark.parametrize(("command", "form"), FORMS)
def test_no_result_is_read_as_an_article(bench: Bench, command: str, form: str, text: str) -> None:
    bench.article("articles/a.txt", text).run("build", "articles", "-q").exits(0)
    before = bench.out
    bench.run(command, "articles", "-f", form, "-o", "articles/result.txt", "-q").exits(0)
    bench.run("build", "articles").exits(0).stdout(before)
    own = "warning: `articles/result.txt` was written by kztimeline"
    if (bench.folder / "articles/result.txt").stat().st_size:
        assert own in bench.err
    bench.run(command, "articles", "-f", form, "-o", "articles/result.txt", "-q").exits(0)


def test_no_explanation_is_read_as_an_article(stocked: Bench) -> None:
    stocked.run("why", "herald.txt:4", "articles").exits(0)
    stocked.article("articles/why.txt", stocked.out).run("build", "articles")
    assert "was written by kztimeline" in stocked.err


@pytest.mark.parametrize(
    "text",
    [
        "Rain in Westport\n  • It rained on Friday.\n  • It snowed on Monday at 9:30\n",
        "Results:\n  Westport 3:1\n  Eastport 2:2\n",
        "2024-03-15\tIt rained on Friday\n",
        "Friday\n  It rained on Friday, see ev-5c1f0a9e for more.\n",
        "Friday\n  · It rained\n" + f"{' ' * 30}on and on\n" * 12,  # in how many ways is it none?
    ],
)
def test_an_article_that_looks_a_little_like_a_result_is_read(bench: Bench, text: str) -> None:
    bench.article("articles/a.txt", text).run("build", "articles")
    assert "was written by kztimeline" not in bench.err


def test_text_on_a_terminal_cannot_act_on_it(bench: Bench) -> None:
    bench.article("a.txt", "It \x1b[31mrained\x1b[0m\u202e.\tSo.\n")
    bench.run("text", "a.txt").stdout("It \x1b[31mrained\x1b[0m\u202e.\tSo.\n")
    bench.run("text", "a.txt", tty=True).stdout("It \ufffd[31mrained\ufffd[0m\ufffd.\tSo.\n")


def test_text_says_what_it_left_out(stocked: Bench) -> None:
    stocked.article("articles/x.txt", "").run("text", "articles").exits(0).stdout(HERALD)
    stocked.stderr("warning: `articles/x.txt` is empty\n  hint: nothing to read in it\n")


@POSIX
@pytest.mark.parametrize("form", ["json", "terminal"])
def test_no_environment_changes_a_byte(stocked: Bench, form: str) -> None:
    worlds = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "no/where", "HOME": "/nowhere", "PYTHONIOENCODING": "ascii"},
    )
    results = {
        subprocess.run(
            [sys.executable, "-m", "kztimeline", "build", "articles", "-q", "-f", form],
            cwd=stocked.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **world},
            capture_output=True,
            check=True,
        ).stdout
        for world in worlds
    }
    assert len(results) == 1


def test_a_file_is_the_same_from_wherever_it_is_written(stocked: Bench) -> None:
    (stocked.folder / "out").mkdir()
    stocked.run("build", "articles", "-o", "out/here.json").exits(0)
    stocked.monkeypatch.chdir(stocked.folder / "out")
    stocked.run("build", "../articles", "-o", "there.json").exits(0)
    here, there = (stocked.folder / f"out/{name}.json" for name in ("here", "there"))
    assert here.read_bytes() == there.read_bytes()
