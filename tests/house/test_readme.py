"""The README says what is there: every command and format, code that runs, commands CI can find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kztimeline.cli.app import program
from kztimeline.model import AnchorSource
from kztimeline.outputs import FORMATS

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(console|python)\n(.*?)```", README, re.DOTALL)
CONSOLE = [
    line[2:] for kind, block in BLOCKS if kind == "console" for line in block.splitlines() if line
]


def test_every_command_is_described() -> None:
    names = [command.name for command in program().registered_commands]

    assert [name for name in names if name and f"kztimeline {name}" not in README] == []


def test_every_format_is_described() -> None:
    missing = [each.name for each in FORMATS if not each.lists and f"`{each.name}`" not in README]

    assert missing == []


@pytest.mark.parametrize("command", [line for line in CONSOLE if line.startswith("kztimeline ")])
def test_options_exist(command: str) -> None:
    words = command.partition(" | ")[0].split()
    shown = CliRunner().invoke(program(), [words[1], "--help"]).output
    options = [word for word in words if word.startswith("-")]

    assert [option for option in options if option not in shown] == []


def test_python_block_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = [block for kind, block in BLOCKS if kind == "python"]
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own words

    assert capsys.readouterr().out.count("\n") > 50


def test_two_commands_set_all_up() -> None:
    setups = [line for line in CONSOLE if line.startswith("python3 -m venv")]

    assert len(setups) == 2
    assert "kztimeline build samples/" in setups[0]
    assert setups[1].endswith("tests/gate.py")


def test_every_source_of_a_day_is_named() -> None:
    """Whoever adds a cue tells of it; these are worked out, not stated."""
    words = {
        AnchorSource.MANIFEST: "--manifest",
        AnchorSource.SIDECAR: "sidecar",
        AnchorSource.FRONT_MATTER: "front matter",
        AnchorSource.ARCHIVE_HEADER: "archive",
        AnchorSource.HEADER: "`Date:`",
        AnchorSource.DATELINE: "dateline",
        AnchorSource.PUBLISHED_LINE: "Published",
        AnchorSource.FILE_NAME: "file or folder name",
        AnchorSource.OPTION: "--anchor",
        AnchorSource.MTIME: "--use-mtime",
    }

    assert [source for source, word in words.items() if word not in README] == []
