import csv
import json
import signal
import subprocess
import time
from io import StringIO
from pathlib import Path

import pytest

from cli.bench import Bench, start

SCREEN = """\
Tuesday 12 March 2024
  ● Dockers walked out in Westport              herald.txt:4

Monday 18 March 2024
  ◇ The port will reopen               planned  herald.txt:5

  ● dated in the text   ◇ planned or supposed
"""
LINES = """\
2024-03-12\tDockers walked out in Westport\tarticles/herald.txt:4
2024-03-18\tThe port will reopen (planned)\tarticles/herald.txt:5
"""


def test_a_terminal_gets_the_timeline_and_a_summary(stocked: Bench) -> None:
    stocked.env(NO_COLOR="1").run("build", "articles", tty=True, width=60).exits(0).stdout(SCREEN)
    blank, *told, follow = stocked.err.splitlines()
    assert [blank, *told] == ["", "1 article read", "2 events from 2 passages"]
    assert follow.startswith("next: kztimeline why ev-")
    assert follow.endswith(" articles")


def test_the_command_that_is_suggested_works(stocked: Bench) -> None:
    stocked.run("build", "articles", "--anchor", "2024-03-15")
    command = stocked.err.splitlines()[-1].removeprefix("next: kztimeline ").split()
    stocked.run(*command).exits(0)
    assert command[1] in stocked.out


def test_a_pipe_gets_lines(stocked: Bench) -> None:
    stocked.run("build", "articles").exits(0).stdout(LINES)


@pytest.mark.parametrize(
    ("environment", "option", "is_coloured"),
    [
        ({}, "auto", True),
        ({"NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": ""}, "auto", True),
        ({"NO_COLOR": "1"}, "always", True),
        ({"TERM_FOR_TEST": "dumb"}, "auto", False),
        ({}, "never", False),
    ],
)
def test_colour(
    stocked: Bench, environment: dict[str, str], option: str, *, is_coloured: bool
) -> None:
    stocked.env(**environment).run("build", "articles", "--color", option, tty=True)
    assert is_coloured == ("\x1b[" in stocked.out)


def test_json_goes_to_stdout_alone(stocked: Bench) -> None:
    stocked.run("build", "articles", "--json").exits(0)
    assert json.loads(stocked.out)["schema"] == "kztimeline.timeline"


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("t.json", '{\n "schema": "kztimeline.timeline"'),
        ("t.jsonl", '{"schema":"kztimeline.event/1"'),
        ("t.csv", "id,date,"),
        ("t.md", "<!-- kztimeline"),
        ("t.txt", "2024-03-12\tDockers"),
    ],
)
def test_the_suffix_decides(stocked: Bench, name: str, opening: str) -> None:
    stocked.run("build", "articles", "-o", name).exits(0).stdout("")
    assert (stocked.folder / name).read_text().startswith(opening)


def test_the_format_beats_the_suffix(stocked: Bench) -> None:
    stocked.run("build", "articles", "-o", "t.txt", "-f", "csv").exits(0)
    assert (stocked.folder / "t.txt").read_text().startswith("id,date,")


def test_paths_in_a_file_are_seen_from_its_folder(stocked: Bench) -> None:
    (stocked.folder / "out").mkdir()
    stocked.run("build", "articles", "-o", "out/t.json", "-q").exits(0).stderr("")
    (article,) = json.loads((stocked.folder / "out/t.json").read_text())["articles"]
    assert article["path"] == "../articles/herald.txt"


def test_twice_the_same_bytes(stocked: Bench) -> None:
    first = stocked.run("build", "articles", "-f", "json").out
    assert first == stocked.run("build", "articles", "-f", "json").out


def test_formulas_are_guarded_in_a_file_and_not_in_a_pipe(bench: Bench) -> None:
    bench.article("a.txt", "Date: 2024-03-15\n\n=cmd() walked out in Westport on Tuesday.\n")
    bench.run("build", "a.txt", "-o", "t.csv", "--bom").exits(0)
    text = (bench.folder / "t.csv").read_text(encoding="utf-8-sig")
    (filed,) = csv.DictReader(StringIO(text))
    (piped,) = csv.DictReader(StringIO(bench.run("build", "a.txt", "-f", "csv").out))
    assert (filed["quotes"][0], piped["quotes"][0]) == ("'", "=")


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        (("--since", "2024-03-13"), ["2024-03-18"]),
        (("--until", "12 March 2024"), ["2024-03-12"]),
        (("--since", "2024-03", "--until", "2024-03"), ["2024-03-12", "2024-03-18"]),
        (("--grep", "DOCKERS"), ["2024-03-12"]),
        (("--min-sources", "2"), []),
    ],
)
def test_filters(stocked: Bench, options: tuple[str, ...], dates: list[str]) -> None:
    stocked.run("build", "articles", *options).exits(0)
    assert dates == [line.split("\t")[0] for line in stocked.out.splitlines()]


def test_standard_input(bench: Bench) -> None:
    text = b"It rained on Friday.\n"
    options = ("--anchor", "2024-03-15", "--stdin-name", "wire.txt")
    bench.run("build", "-", *options, stdin=text).exits(0)
    bench.stdout("2024-03-15\tIt rained\twire.txt:1\n")
    assert bench.out == bench.run("build", *options, stdin=text).out


def test_the_environment_sets_options(stocked: Bench) -> None:
    stocked.env(KZTIMELINE_FORMAT="csv", KZTIMELINE_QUIET="1").run("build", "articles").exits(0)
    stocked.stderr("")
    assert stocked.out.startswith("id,date,")


def test_strict_counts_what_was_skipped(stocked: Bench) -> None:
    stocked.run("build", "articles", "--strict").exits(0)
    stocked.article("articles/empty.txt", "").run("build", "articles").exits(0)
    stocked.run("build", "articles", "--strict").exits(3)
    assert stocked.out == LINES


def test_warnings_are_gathered_and_can_be_listed(bench: Bench) -> None:
    for name in "abcde":
        bench.article(f"articles/{name}.txt", f"It rained in {name.upper()} on Friday.\n")
    bench.run("build", "articles").exits(0)
    warned = [line for line in bench.err.splitlines() if line.startswith("warning: ")]
    assert len(warned) == 1
    assert warned[0].endswith("a.txt, articles/b.txt, articles/c.txt and 2 more (-v lists all)")
    bench.run("build", "articles", "-v")
    assert sum(line.startswith("warning: ") for line in bench.err.splitlines()) == 5
    bench.run("build", "articles", "-q").stderr("")


def test_an_existing_file_keeps_its_mode_and_a_link_stays_a_link(stocked: Bench) -> None:
    real = stocked.folder / "real.csv"
    real.write_text("old")
    real.chmod(0o640)
    link = stocked.folder / "link.csv"
    link.symlink_to(real)
    stocked.run("build", "articles", "-o", "link.csv").exits(0)
    assert link.is_symlink()
    assert (real.stat().st_mode & 0o777, real.read_text()[:8]) == (0o640, "id,date,")


def test_nothing_is_left_when_nothing_could_be_read(bench: Bench) -> None:
    bench.article("old.json", "kept").run("build", "missing.txt", "-o", "old.json").exits(1)
    assert [path.name for path in bench.folder.iterdir()] == ["old.json"]
    assert (bench.folder / "old.json").read_text() == "kept"


def test_a_closed_pipe_is_silent(bench: Bench) -> None:
    text = "".join(f"Ship {i} sailed on 12 March 2024.\n\n" for i in range(3000))
    bench.article("long.txt", text)
    with start("dates", "long.txt", "-q", folder=bench.folder) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"long.txt:1\t")
        process.stdout.close()
        assert (process.stderr and process.stderr.read(), process.wait()) == (b"", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), b"kztimeline: error: cannot write to standard output: no space left on device\n"),
        (("-o", "/dev/full"), b"kztimeline: error: cannot write to `/dev/full`: no space left"),
    ],
)
def test_a_full_disk_is_an_error(stocked: Bench, options: tuple[str, ...], message: bytes) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        start(
            "build", "articles", "-q", "-f", "json", *options, folder=stocked.folder, stdout=full
        ) as process,
    ):
        assert process.stderr is not None
        assert process.stderr.read().startswith(message)
        assert process.wait() == 1


def test_ctrl_c_ends_with_one_line(bench: Bench) -> None:
    """The program waits for standard input, and is interrupted there."""
    with start("build", "-", "-o", "t.json", folder=bench.folder, stdin=subprocess.PIPE) as process:
        time.sleep(1.0)  # until it reads
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        told = process.stderr.read().decode()
        assert process.wait() == 130
    assert [line[:23] for line in told.splitlines()] == ["kztimeline: interrupted"]
    assert list(bench.folder.iterdir()) == []
