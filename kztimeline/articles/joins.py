"""Proposed sentence ends that are none: abbreviations, and the “she asked” after a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import Any, Final

from kztimeline.languages import Language, as_regex
from kztimeline.model.record import Record

_ANY: Final = re.compile(r"\w|\W")
_LONGEST_ABBREVIATION: Final = 9  # characters of “U.S.S.R.” and a bracket before it
_LONGEST_TAIL: Final = 60  # characters in which a tail's verb must come
_CLOSERS: Final = "”’\"'»“"
_QUOTED_STOPS: Final = ".!?…"
_FRACTION: Final = re.compile(r"\d(?!\d)|\d\d\s?[ap]\b|\d\d\s?[ap]\.?m")
_NAME = r"(?:(?:[A-Z][\w.’'-]*|al|de|van|von|bin)\s+){1,4}"
_WHO = rf"(?:(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Oo]ne)\s+|[Tt]he\s+(?:[\w’'-]+\s+){{1,3}}|{_NAME})"


class Joins(Record, frozen=True):
    """A language's rules for joining what was cut apart.

    `ends` matches the stop of a word that ends a sentence where a capital follows.
    """

    before: Mapping[str, re.Pattern[str]]
    tail: re.Pattern[str]
    ends: re.Pattern[str]

    def cut_again(self, text: str, pieces: Sequence[str]) -> Iterable[str]:
        """The pieces of a text, cut behind each word that ends a sentence; few texts have any."""
        if not self.ends.search(text):
            return pieces
        return chain.from_iterable(map(self._cut, pieces))

    def _cut(self, piece: str) -> list[str]:
        places = [0, *(stop.end() for stop in self.ends.finditer(piece)), len(piece)]
        return [piece[start:end] for start, end in pairwise(places)]

    def hold(self, text: str, start: int, before: int, after: int, end: int) -> bool:
        """Whether the sentence from `start` goes on over the gap `[before, after)`."""
        if after >= end or before == after:
            return True
        if text[after].islower() or not _has_word(text, start, before):
            return True
        if self._is_abbreviated(text, start, before, after) or _is_apart(text, before, after):
            return True
        return text[before - 1] in _CLOSERS and self._is_tail(text, before, after, end)

    def _is_abbreviated(self, text: str, start: int, before: int, after: int) -> bool:
        tail = text[max(start, before - _LONGEST_ABBREVIATION) : before]
        word = tail.rsplit(None, 1)[-1].lstrip("([“\"‘'").casefold()
        following = self.before.get(word)
        return following is not None and following.match(text, after) is not None

    def _is_tail(self, text: str, before: int, after: int, end: int) -> bool:
        """“Why?” Stone asked. — who said it belongs to what was said."""
        if text[before - 2 : before - 1] not in _QUOTED_STOPS:
            return False
        found = self.tail.match(text, after, min(end, after + _LONGEST_TAIL))
        if found is None:
            return False
        stops_there = found.end() >= end or text[found.end()] in ".,;:"
        return stops_there or text[before - 2] in "?!"


def _is_apart(text: str, before: int, after: int) -> bool:
    """“A 5 . 9 quake”, “by 6 . 30am”: a number in a text cut into words."""
    if text[before - 2 : before] != " ." or not text[before - 3 : before - 2].isdigit():
        return False
    return _FRACTION.match(text, after) is not None


def _has_word(text: str, start: int, end: int) -> bool:
    return text[start].isalnum() or any(character.isalnum() for character in text[start:end])


@cache
def load_joins(language: Language) -> Joins:
    """The language's `sentences.toml`, compiled."""
    table = language.table("sentences")
    before = {
        word.casefold(): _following(row.get("before"), table["classes"])
        for row in table["abbreviation"]
        for word in row["words"]
    }
    words = "|".join(rf"(?<=(?<![^\W\d]){re.escape(word)}\.)" for word in table["ends"]["words"])
    ends = as_regex(rf"\.(?=\s+[A-Z])(?:{words})")  # begins with what is seldom
    return Joins(before, _tail(table["tails"]), ends)


def _following(
    words: Sequence[str] | None, classes: Mapping[str, Sequence[str]]
) -> re.Pattern[str]:
    if words is None:
        return _ANY
    listed = "|".join(map(re.escape, _spelled_out(words, classes)))
    figure = r"|\d" if "{digit}" in words else ""
    return as_regex(rf"(?:(?:{listed})\b{figure})", re.IGNORECASE)


def _spelled_out(words: Iterable[str], classes: Mapping[str, Sequence[str]]) -> list[str]:
    out: list[str] = []
    for word in words:
        name = word.strip("{}")
        out.extend(classes.get(name, ()) if word.startswith("{") else [word])
    return out or ["(?!)"]


def _tail(table: Mapping[str, Any]) -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, table["verbs"]))
    return as_regex(rf"{_WHO}(?:{verbs})\b|(?:{verbs})\b")
