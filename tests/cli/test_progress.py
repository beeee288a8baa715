import sys

import pytest

from cli.bench import Screen
from kztimeline.cli import progress
from kztimeline.cli.options import Talking
from kztimeline.model import serial


@pytest.mark.parametrize(
    ("tty", "talking", "patience", "is_shown"),
    [
        (True, Talking(), 0.0, True),
        (True, Talking(), 60.0, False),
        (False, Talking(), 0.0, False),
        (True, Talking(progress=False), 0.0, False),
        (True, Talking(quiet=True), 0.0, False),
    ],
)
def test_the_bar_shows_for_long_work_where_somebody_looks(
    monkeypatch: pytest.MonkeyPatch, *, tty: bool, talking: Talking, patience: float, is_shown: bool
) -> None:
    screen = Screen(tty=tty)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE_SECONDS", patience)
    watch = progress.Watch(3, talking)
    assert list(watch.over(serial)(lambda n: 2 * n, [1, 2, 3])) == [2, 4, 6]
    watch.close()
    assert is_shown == ("reading" in screen.text)
