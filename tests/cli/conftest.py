from pathlib import Path

import pytest

from cli.bench import Bench

HERALD = """Harbour strike ends
Date: 15 March 2024

Dockers walked out in Westport on Tuesday.
The port will reopen on Monday.
"""


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(tmp_path, monkeypatch)


@pytest.fixture
def stocked(bench: Bench) -> Bench:
    """A bench with one sound article."""
    return bench.article("articles/herald.txt", HERALD)
