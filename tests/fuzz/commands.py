"""Target: the command line with articles, options and files that nobody would give it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path

from fuzz.corrections import quoted, toml
from fuzz.draw import Draw
from fuzz.readers import _csv, _json, folder
from fuzz.words import DATES, ODD, article_bytes, phrase
from kztimeline.cli import problems
from kztimeline.cli.knobs import knobs
from kztimeline.outputs import FORMATS

_COMMANDS = [
    "build",
    "build",
    "dates",
    "anchors",
    "text",
    "why",
    "render",
    "diff",
    "schema",
    "config",
    "review",
    "cache",
]
_VALUED = ["--anchor", "--since", "--until", "--min-date", "--grep", "--min-sources", "-f", "--color",
           "--date-order", "--infer", "--encoding", "--manifest", "--stdin-name", "-o"]  # fmt: skip
_FLAGS = ["--json", "--bom", "--explain", "-q", "-v", "--strict", "--all", "--use-mtime", "--", "-", "",
          "--exit-code", "--no-progress", "articles", "a.txt", "none.txt", "t.json", "m.csv"]  # fmt: skip


def command_line(draw: Draw) -> None:
    """An exit code that the help lists, never a traceback nor “a bug”."""
    home = _stocked(draw)
    arguments = [draw.one(_COMMANDS), draw.one(["articles", "a.txt", "t.json", "-"])]
    for _ in range(draw.below(5)):
        if draw.below(2):
            arguments += [draw.one(_VALUED), _given(draw)]
        else:
            arguments.append(draw.one(_FLAGS))
    typed = [os.fsdecode(each.encode(errors="surrogatepass")) for each in arguments]
    code, told = run(typed, article_bytes(draw), home)
    assert code in {0, 1, 2, 3}, (arguments, code, told)
    assert "bug" not in told.replace("debug", ""), (arguments, told)
    assert "Traceback" not in told, (arguments, told)


def _stocked(draw: Draw) -> Path:
    home = folder() / "home"
    shutil.rmtree(home, ignore_errors=True)
    (home / "articles").mkdir(parents=True)
    for number in range(1 + draw.below(3)):
        (home / f"articles/{number}.txt").write_bytes(article_bytes(draw))
    (home / "a.txt").write_bytes(article_bytes(draw))
    (home / "t.json").write_bytes(_json(draw))
    (home / "articles/kztimeline.toml").write_text(_settings(draw), "utf-8", "replace")
    if draw.chance(3):
        (home / "pyproject.toml").write_text(
            f"[tool.kztimeline]\n{_settings(draw)}", "utf-8", "replace"
        )
    (home / "m.csv").write_bytes(_csv(draw))
    return home


def _settings(draw: Draw) -> str:
    """Settings and edits, of which some make sense."""
    if draw.chance(2):
        return ""
    lines = [f"{draw.one(list(knobs()))} = {_setting(draw)}" for _ in range(draw.below(4))]
    return "\n".join([*dict.fromkeys(lines), toml(draw) if draw.chance(2) else ""])


def _setting(draw: Draw) -> str:
    return draw.one([
        "1", "0", "-1", "2", "true", "false", "1e400", "nan", "[]", "{}", "2022-01-05", "10:00:00",
        "9" * 5000, "0x" + "f" * 4000, "0xffff", quoted(_given(draw)), quoted(phrase(draw)), quoted("a\0b"),
    ])  # fmt: skip


def _given(draw: Draw) -> str:
    words = draw.one([
        "", "m.csv", "t.json", "out.csv", "out.html", "out.db", "articles", "none/x.json", "utf-8", "1",
        "0", "-1", "9" * 30, "MDY", "all", "none", "day", draw.one(FORMATS).name, "always", "never",
        draw.one(DATES), draw.one(ODD), phrase(draw),
    ])  # fmt: skip
    return words.replace("\x00", "").replace("/", "_") if words != "none/x.json" else words


def run(arguments: list[str], stdin: bytes, home: Path) -> tuple[int, str]:
    """The program in this process: its code, and what it says on standard error."""
    before = Path.cwd()
    os.environ |= {"KZTIMELINE_CACHE": "0", "XDG_CACHE_HOME": str(folder() / "cache")}
    os.chdir(home)
    try:
        with _streams(stdin) as errors:
            code = problems.run(arguments)
            sys.stderr.flush()
            return code, errors.getvalue().decode("utf-8", "replace")
    finally:
        os.chdir(before)


@contextmanager
def _streams(stdin: bytes) -> Iterator[BytesIO]:
    kept = sys.stdin, sys.stdout, sys.stderr
    errors = BytesIO()
    sys.stdin = TextIOWrapper(BytesIO(stdin), encoding="utf-8")
    sys.stdout = TextIOWrapper(BytesIO(), encoding="utf-8")
    sys.stderr = TextIOWrapper(errors, encoding="utf-8", errors="backslashreplace")
    try:
        yield errors
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
