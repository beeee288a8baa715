"""Hypothesis profiles, and `--approve` for golden files.

Few examples while writing, many and always the same in the gate.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from kztimeline.cli import making

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("gate", max_examples=100, deadline=None, derandomize=True)
# What a test shows must not come from a build before it; the tests of the cache have their own.
os.environ["KZTIMELINE_CACHE"] = "0"
making.SPARES = False  # a bug is to be seen
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--approve", action="store_true", help="take the present output as golden")


@pytest.fixture
def is_approving(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--approve"))
