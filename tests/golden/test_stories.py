"""The sample stories as they are shown: read the difference before you `pytest --approve` it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kztimeline.cli.app import program

ROOT = Path(__file__).resolve().parent.parent.parent
STORIES = ("kazakhstan-january-2022", "brannay-ferry")
SHOWN = {"timeline.txt": ["-f", "terminal", "--color", "never"], "timeline.tsv": ["-f", "lines"]}


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("name", SHOWN)
def test_story_is_told_as_approved(
    story: str, name: str, *, is_approving: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    told = CliRunner().invoke(program(), ["build", f"samples/{story}", "-q", *SHOWN[name]])
    check(told, Path(__file__).parent / story / name, is_approving=is_approving)


EDITED = {
    **SHOWN,
    "timeline.md": ["-f", "md"],
    "timeline.csv": ["-f", "csv"],
    "timeline.ics": ["-f", "ics"],
    "why.txt": [],
}


@pytest.mark.parametrize("name", EDITED)
def test_corrections_are_shown_as_approved(
    name: str, *, is_approving: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small story whose articles have a `kztimeline.toml` beside them."""
    home = Path(__file__).parent / "harbour-strike"
    monkeypatch.chdir(home)
    monkeypatch.setenv("COLUMNS", "80")
    command = ["build", "articles", "-q", *EDITED[name]]
    if name == "why.txt":
        command = ["why", "ev-3f82edba", "articles"]
    check(CliRunner().invoke(program(), command), home / name, is_approving=is_approving)


def check(told: Result, approved: Path, *, is_approving: bool) -> None:
    if is_approving:
        approved.parent.mkdir(exist_ok=True)
        approved.write_text(told.stdout, encoding="utf-8", newline="")

    assert told.exit_code == 0
    assert approved.read_bytes().decode() == told.stdout
