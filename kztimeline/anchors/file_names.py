"""The day in the path of an article: in its file name, else in its folders."""

from __future__ import annotations

from kztimeline.anchors.written_days import WrittenDay, written_day
from kztimeline.languages import Language, load_shapes
from kztimeline.model import DateOrder

_DAY_FIRST = "name.day-first"


def path_day(locator: str, language: Language, order: DateOrder) -> WrittenDay | None:
    """The one day that a path names; `None` if it names none, or several in one place.

    Names with the day first are believed only where the user said that days come first.
    """
    folders, _, name = locator.replace("\\", "/").rpartition("/")
    stem = name.rpartition(".")[0] or name
    for words in (stem, f"{folders}/" if folders else ""):
        days = _days(words, language, order)
        if days:
            return days[0] if len({day.interval for day in days}) == 1 else None
    return None


def _days(words: str, language: Language, order: DateOrder) -> list[WrittenDay]:
    hits = load_shapes(language.code, "file_names").find(words)
    days = (
        written_day(words, hit, language, order)
        for hit in hits
        if hit.shape.name != _DAY_FIRST or order is DateOrder.DMY
    )
    return [day for day in days if day is not None]
