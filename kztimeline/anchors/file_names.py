"""The day in the path of an article: in its file name, else in its folders."""

from __future__ import annotations

from functools import lru_cache

from kztimeline.anchors.written_days import WrittenDay, written_day
from kztimeline.languages import Language, load_shapes
from kztimeline.model import DateOrder

_DAY_FIRST = "name.day-first"


def path_day(locator: str, language: Language, order: DateOrder) -> tuple[str, WrittenDay] | None:
    """The one day that a path names, and the part of the path that does: name or folders.

    `None` if it names none, or several in one place. Names with the day first are believed only
    where the user said that days come first.
    """
    folders, _, name = locator.replace("\\", "/").rpartition("/")
    stem = name.rpartition(".")[0] or name
    for part, words in ((name, stem), (folders, f"{folders}/" if folders else "")):
        days = _days(words, language, order)
        if days:
            return (part, days[0]) if len({day.interval for day in days}) == 1 else None
    return None


def telling_path(locator: str, language: Language, order: DateOrder) -> str:
    """As much of a path as an article's day can hang on: its name, unless its folders name it."""
    name = locator.rpartition("/")[2]
    named = path_day(locator, language, order)
    return name if named is None or named[0] == name else locator


@lru_cache(maxsize=16)  # the articles of a folder follow one another
def _days(words: str, language: Language, order: DateOrder) -> tuple[WrittenDay, ...]:
    hits = load_shapes(language.code, "file_names").find(words)
    days = (
        written_day(words, hit, language, order)
        for hit in hits
        if hit.shape.name != _DAY_FIRST or order is DateOrder.DMY
    )
    return tuple(day for day in days if day is not None)
