import tomllib
from pathlib import Path

import pytest

import kztimeline

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = [
    "IntakeRequest",
    "KzError",
    "Settings",
    "Timeline",
    "__version__",
    "build_timeline",
    "open_intake",
]


def test_public_names() -> None:
    assert kztimeline.__all__ == PUBLIC
    assert None not in {getattr(kztimeline, name) for name in PUBLIC}


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="has no attribute `open_door`"):
        _ = kztimeline.open_door


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert kztimeline.__version__ == project["version"]
