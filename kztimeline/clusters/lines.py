"""How well a sentence reads as a line of a chronology: by itself, short, with names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from kztimeline.clusters.profiles import Profile
from kztimeline.languages import load_language
from kztimeline.model import Modality, Part, PartKind

_NAMES, _HEADS, _FLAW, _LENGTH, _ANOTHER_DAY, _STILL = 0.05, 0.05, -0.05, -0.2, -0.1, -0.1
_MANY_NAMES = 3
_FIRST_WORDS = 3  # “On the same Monday …”
_SHORT, _LONG, _TOO_LONG = 8, 30, 60  # words; editors write 15 to 25, reporters up to 40
_WORD = re.compile(r"\w[\w’'.,-]*")
_LABEL = re.compile(r":(?!\d)")  # “Speaker: …”, “Read more: …”, but not 19:15
_CRY = re.compile(r"[!?](?:\W*$|[!?])")  # who asks or cries out does not report
_PAGE = re.compile(r"[|@#►»•]|https?:|www\.|\.com\b|(?:\b[A-Z]{2,} +){4}")  # no prose has these


def line_parts(profile: Profile) -> Iterator[Part]:
    """What speaks for and against a line, from the sentence alone; what is nothing is left out."""
    event, text = profile.event, profile.account.article.text
    sentence = event.span.of(text)
    named = min(_MANY_NAMES, len(profile.names | profile.places)) / _MANY_NAMES
    heads = event.clause.start - event.span.start <= 1  # behind an opening quotation mark
    for kind, value in (
        (PartKind.NAMES, _NAMES * named),
        (PartKind.HEADS, _HEADS * heads),
        (PartKind.LEANS, _FLAW * _flaws(sentence, event.title, profile.account.article.language)),
        (PartKind.ANOTHER_DAY, _ANOTHER_DAY * _is_of_another_day(profile)),
        (PartKind.STILL, _STILL * _is_caption(profile)),
        (PartKind.LENGTH, _LENGTH * _misfit(len(_WORD.findall(sentence)))),
    ):
        if value:
            yield Part(kind, value)


def _flaws(sentence: str, title: str, language: str) -> int:
    """How many signs there are that it leans on what stands around it, or is no sentence at all.

    An opening mark (a bracket, a quotation) or a pronoun at the head, a label, a first or second
    person, a pronoun at the head of the title, a question or a cry, marks of a page.
    """
    pronouns, persons = _pronouns(language)
    told = _words(sentence)
    opens = not sentence[:1].isalnum() or not pronouns.isdisjoint(told[:1])
    return (
        opens
        + bool(_LABEL.search(sentence))
        + bool(_CRY.search(sentence))
        + bool(_PAGE.search(sentence))
        + (not persons.isdisjoint(told))
        + (not pronouns.isdisjoint(_words(title)[:1]))
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_of_another_day(profile: Profile) -> bool:
    """Whether its words name days, and the day that it is told for is none of them."""
    when, span = profile.event.when, profile.event.span
    day = when.only_day if when else None
    named = profile.account.named
    first = bisect_left(named, span.start, key=lambda one: one.sentence)
    days = {one.day for one in takewhile(lambda one: one.sentence == span.start, named[first:])}
    return day is not None and bool(days) and day not in days


def _is_caption(profile: Profile) -> bool:
    """Whether it tells in the present what it then dates in the past: “Men flee on Monday”.

    Reports tell that in the past; an entry of a chronology has its day first.
    """
    event = profile.event
    if event.is_past or event.modality is not Modality.HAPPENED or not profile.is_said:
        return False
    time = event.time
    words = (
        profile.account.article.text[event.span.start : time.expression.span.start].split()
        if time
        else ()
    )
    return len(words) > _FIRST_WORDS


def _misfit(words: int) -> float:
    """0.0 for a length that reads well, 1.0 for a heap of words or next to none."""
    if words < _SHORT:
        return 1.0 - words / _SHORT
    return min(1.0, max(0, words - _LONG) / (_TOO_LONG - _LONG))


@cache
def _pronouns(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand for somebody named before; words of who speaks and who is spoken to."""
    clauses = load_language(language).table("clauses")
    leaning = f"{clauses['pronouns']} {clauses['possessive_pronouns']} {clauses['going_on']}"
    return frozenset(leaning.split()), frozenset(clauses["first_persons"].split())
