"""What a sentence is worth as a line by itself: its length, the signs that it leans on others."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kztimeline.languages import load_language
from kztimeline.textual import Span

_WORD = re.compile(r"\w[\w’'.,-]*")
_LABEL = re.compile(r":(?!\d)")  # “Speaker: …”, “Read more: …”, but not 19:15
_QUOTED = re.compile(r"“[^”]*(?:”|$)|``.*?(?:''|$)|\"[^\"]*(?:\"|$)")
_DATELINE = re.compile(r"[^.!?]{3,60}\s(?:--?|[–—])\s+")
_CRY = re.compile(r"[!?](?:\W*$|[!?])")  # who asks or cries out does not report
_PAGE = re.compile(r"[|@#►»•]|https?:|www\.|\.com\b|(?:\b[A-Z]{2,} +){4}")  # no prose has these


def flaws(sentence: str, title: str, language: str) -> int:
    """How many signs there are that it leans on what stands around it, or is no sentence at all.

    An opening mark (a bracket, a quotation) or a pronoun at the head, a label, a question or a cry,
    marks of a page, a pronoun at either end of the title, a first or second person: twice where no
    quotation has it.
    """
    pronouns, persons = _pronouns(language)
    told, ends = _words(sentence), _words(title)
    opens = not sentence[:1].isalnum() or not pronouns.isdisjoint(told[:1])
    return (
        opens
        + bool(_LABEL.search(sentence))
        + bool(_CRY.search(sentence))
        + bool(_PAGE.search(sentence))
        + (not persons.isdisjoint(told))
        + (not persons.isdisjoint(_words(_QUOTED.sub("", sentence))))
        + (not pronouns.isdisjoint(ends[:1]))
        + (not pronouns.isdisjoint(ends[-1:]))
    )


def heading_share(sentence: str, clause: Span) -> float:
    """How much of a sentence a clause of it is, where it heads it, be it behind a dateline.

    What a sentence tells aside (“the strike, which began on Monday, …”) is not what it is about.

    >>> heading_share("OSLO (NTB) - The bridge fell.", Span(13, 29))
    1.0
    >>> heading_share("A dock, which fell, is up.", Span(8, 18))
    0.0
    """
    lead_in = sentence[: clause.start]
    heads = len(lead_in) <= 1 or _DATELINE.fullmatch(lead_in)  # or an opening quotation mark
    return (clause.end - clause.start) / (len(sentence) - clause.start) if heads else 0.0


def words_of_line(sentence: str) -> int:
    """The length of a line."""
    return len(_words(sentence))


@lru_cache(maxsize=4)  # a line is asked about again and again, with and without its quotations
def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


@cache
def _pronouns(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand for somebody named before; words of who speaks and who is spoken to."""
    clauses = load_language(language).table("clauses")
    kinds = ("pronouns", "possessive_pronouns", "object_pronouns", "going_on")
    leaning = " ".join(clauses[kind] for kind in kinds)
    return frozenset(leaning.split()), frozenset(clauses["first_persons"].split())
