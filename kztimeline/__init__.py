"""kztimeline builds a sourced chronology from news articles.

>>> import kztimeline
>>> rain = kztimeline.IntakeRequest(("-",), read_stdin=lambda: b"It rained on 15 March 2024.")
>>> timeline = kztimeline.build_timeline(kztimeline.open_intake(rain), kztimeline.Settings())
>>> [(event.title, event.when.first_day.isoformat()) for event in timeline.events]
[('It rained', '2024-03-15')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.model import KzError, Settings, Timeline
    from kztimeline.pipeline import build_timeline
    from kztimeline.sources import IntakeRequest, open_intake

__version__ = "0.1.0"

__all__ = [
    "IntakeRequest",
    "KzError",
    "Settings",
    "Timeline",
    "__version__",
    "build_timeline",
    "open_intake",
]

_HOMES = {
    "IntakeRequest": "kztimeline.sources",
    "open_intake": "kztimeline.sources",
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
