"""What stands before the story in its own paragraph: “(Updated 14:30 GMT)”, “By Ann Smith, NTB”."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kztimeline.languages import Language
from kztimeline.textual import Span

_LONGEST: Final = 140  # characters of a stamp
_FIRST = re.compile(r"\s*(?=\S)")


def story_start(text: str, paragraph: Span, language: Language) -> int:
    """Where the story begins in a paragraph: behind a stamp, if it opens with one and goes on."""
    found = _stamps(language).match(
        text, paragraph.start, min(paragraph.end, _LONGEST + paragraph.start)
    )
    if found is None:
        return paragraph.start
    behind = _FIRST.match(text, found.end(), paragraph.end)
    return behind.end() if behind and behind.end() < paragraph.end else paragraph.start


@cache
def _stamps(language: Language) -> re.Pattern[str]:
    table = language.table("furniture")["stamps"]
    parts = {name: table[name] for name in ("open", "close", "inner", "name")}
    patterns = list(table["patterns"])
    for name, pattern in parts.items():
        patterns = [each.replace(f"{{{name}}}", pattern) for each in patterns]
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)
