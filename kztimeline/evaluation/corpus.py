"""Large folders to measure on: the samples' sentences in new order, days moved, names invented.

Articles come in stories of a dozen, each with names and days of its own, as an archive's do: so
words and matches grow with the folder as they would there. Nothing is random: the same number of
articles is the same folder, and a smaller one is its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

SUFFIXES = (".txt", ".md")
STORY = 12  # articles
SENTENCES = 12  # of an article, some 1,500 characters
_FIRST = date(2022, 1, 6)  # the samples tell of days around it
_WEEKS = 1_500  # over which stories are spread: 29 years, weekdays staying what they are
_FOLDER = 1_000  # files in one folder
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SPARED = frozenset((*_MONTHS, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                     "Sunday", "The", "On", "In", "New", "Year", "President"))  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_DAY = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b|\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_SYLLABLES = ("bal", "dor", "fen", "gar", "hul", "jor", "kel", "lun", "mar", "nor", "per", "quin",
              "ros", "sten", "tor", "vel")  # fmt: skip


def write_corpus(samples: Path, folder: Path, articles: int) -> int:
    """Fill a folder with so many articles; the bytes written."""
    written = 0
    for number, text in enumerate(corpus(samples, articles)):
        path = folder / f"{number // _FOLDER:04d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        written += len(text.encode())
    return written


def corpus(samples: Path, articles: int) -> Iterator[str]:
    """So many articles, each with the line that states its day."""
    sentences = _sentences(samples)
    for number in range(articles):
        story = number // STORY
        moved = timedelta(weeks=_drawn("weeks", story) % _WEEKS - _WEEKS + 100)
        told = _FIRST + moved + timedelta(days=_drawn("day", number) % 10)
        chosen = [
            _moved(sentences[_drawn("sentence", number, place) % len(sentences)], moved, story)
            for place in range(SENTENCES)
        ]
        yield (
            f"{chosen[0][:60]}\nDate: {told.isoformat()}\n\n"
            + "\n\n".join(" ".join(chosen[at : at + 3]) for at in range(0, SENTENCES, 3))
            + "\n"
        )


def _sentences(samples: Path) -> Sequence[str]:
    """All sentences of the samples' paragraphs; what has no stop is a heading."""
    files = sorted(path for path in samples.glob("*/*") if path.suffix in SUFFIXES)
    texts = (path.read_text(encoding="utf-8") for path in files)
    blocks = (block for text in texts for block in text.split("\n\n")[1:])
    found = (sentence.strip() for block in blocks for sentence in _SENTENCE.split(block))
    return [" ".join(each.split()) for each in found if each.endswith((".", "”"))]


def _drawn(*what: object) -> int:
    """A number that only `what` decides."""
    return int.from_bytes(blake2b(repr(what).encode(), digest_size=6).digest())


def _moved(sentence: str, moved: timedelta, story: int) -> str:
    """A sentence as another story would tell it: other days, other names."""
    told = _DAY.sub(lambda found: _other_day(found, moved), sentence)
    years = round(moved.days / 365.25)
    told = _YEAR.sub(lambda found: str(int(found[0]) + years), told)
    return _NAME.sub(
        lambda found: found[0] if found[0] in _SPARED else _name(found[0], story), told
    )


def _other_day(found: re.Match[str], moved: timedelta) -> str:
    month, day = (found[1], found[2]) if found[1] else (found[4], found[3])
    try:
        other = date(_FIRST.year, _MONTHS.index(month) + 1, int(day)) + moved
    except ValueError:
        return found[0]
    words = (_MONTHS[other.month - 1], str(other.day))
    return " ".join(words if found[1] else words[::-1])


@lru_cache(maxsize=4_096)
def _name(name: str, story: int) -> str:
    drawn = _drawn(name, story)
    parts = [_SYLLABLES[drawn >> shift & 15] for shift in (0, 4, 8)]
    return "".join(parts).capitalize()
