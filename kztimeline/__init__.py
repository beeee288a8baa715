"""kztimeline builds a sourced chronology from news articles.

>>> import kztimeline
>>> kztimeline.Settings().reading.language
'en'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.model import KzError, Settings, Timeline
    from kztimeline.pipeline import build_timeline

__version__ = "0.1.0"

__all__ = ["KzError", "Settings", "Timeline", "__version__", "build_timeline"]

_HOMES = {
    "KzError": "kztimeline.model",
    "Settings": "kztimeline.model",
    "Timeline": "kztimeline.model",
    "build_timeline": "kztimeline.pipeline",
}


def __getattr__(name: str) -> object:
    """Load a public name when first asked for, so that `--help` does not wait for it."""
    if name not in _HOMES:
        message = f"module `kztimeline` has no attribute `{name}`"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
