"""The sample stories as they are shown: read the difference before you `pytest --approve` it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kztimeline.cli.app import app

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
    told = CliRunner().invoke(app, ["build", f"samples/{story}", "-q", *SHOWN[name]])
    approved = Path(__file__).parent / story / name
    if is_approving:
        approved.parent.mkdir(exist_ok=True)
        approved.write_text(told.stdout, encoding="utf-8")

    assert told.exit_code == 0
    assert approved.read_text(encoding="utf-8") == told.stdout
