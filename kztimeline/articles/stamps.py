"""What stands before the story in its own paragraph: “(Updated 14:30 GMT)”, “By Ann Smith, NTB”."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kztimeline.languages import Language, as_regex
from kztimeline.textual import Span

_LONGEST: Final = 140  # characters of a stamp
_FIRST = re.compile(r"\s*(?=\S)")


def story_start(text: str, paragraph: Span, language: Language) -> int:
    """Where the story begins in a paragraph: behind a stamp, if it opens with one and goes on."""
    start, end = paragraph.start, min(paragraph.end, paragraph.start + _LONGEST)
    marks, stamps = _stamps(language)
    head = text[start:end]
    if True not in [mark in head for mark in marks]:
        return start
    if (found := stamps.match(text, start, end)) is None:
        return start
    behind = _FIRST.match(text, found.end(), paragraph.end)
    return behind.end() if behind and behind.end() < paragraph.end else start


@cache
def _stamps(language: Language) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The marks of which no stamp does without one, and all stamps."""
    table = language.table("furniture")["stamps"]
    parts = {name: table[name] for name in ("open", "close", "inner", "name")}
    patterns = list(table["patterns"])
    for name, pattern in parts.items():
        patterns = [each.replace(f"{{{name}}}", pattern) for each in patterns]
    stamps = as_regex("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)
    return tuple(table["marks"]), stamps
