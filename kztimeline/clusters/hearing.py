"""What is heard in an event: names, places, words and acts, in a form that meets that of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kztimeline.languages import Acts, load_acts, load_language
from kztimeline.model import Article, Event
from kztimeline.textual.similarity import folded, words

_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLASS = "act:"  # no word has a colon, so a class of act never meets a word
_THIN_WORDS = 10  # a clause with no more may have left its subject to the words before it
_ACRONYM_LENGTH = 3  # two initials are too often those of something else


class Heard(NamedTuple):
    """What an event can share with another.

    `terms` are content words and classes of act. Of the `acts`, those that say something of their
    own, `personal` ones are done to or by one person, and `main` ones are told by the word that
    tells the event; `deeds` are the classes of one word each. `is_another`: it says that it is not
    what was told just before.
    """

    names: frozenset[str]
    places: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    deeds: frozenset[frozenset[str]]
    personal: frozenset[str]
    main: frozenset[str]
    is_another: bool

    @property
    def keys(self) -> frozenset[str]:
        """Names, places and terms."""
        return self.names | self.places | self.terms


def hear(event: Event, article: Article) -> Heard:
    """What one event of an article tells."""
    acts = load_acts(load_language(article.language))
    plain, capitals = _telling_words(event, article, acts)
    told = [word for word in plain if acts.classes.of(word)]
    found = acts.classes.found(told)
    places = frozenset(key for name in event.places for key in name_keys(name))
    done = _classes(found - acts.untold)
    return Heard(
        names=frozenset(key for name in event.names for key in name_keys(name)) - places,
        places=places,
        terms=_plain_terms(event, (*told, *capitals)) | _classes(found - acts.silent),
        acts=done,
        deeds=frozenset(_classes(acts.classes.of(word) - acts.untold) for word in told),
        personal=_classes(found & acts.personal),
        main=_main_act(event, acts) & done,
        is_another=bool(found & acts.another),
    )


def _classes(found: Iterable[str]) -> frozenset[str]:
    return frozenset(_CLASS + act for act in found)


def _plain_terms(event: Event, told: Iterable[str]) -> frozenset[str]:
    """Terms that neither a name nor a class of act stands for."""
    parts = [part for name in (*event.names, *event.places) for part in words(name)]
    spoken_for = _beginnings({*told, *parts})
    return frozenset(folded(term) for term in event.terms if term not in spoken_for)


def _main_act(event: Event, acts: Acts) -> frozenset[str]:
    """What the word tells that tells the event; else the first act of its title."""
    for word in (event.trigger, *words(event.title)):
        if found := acts.classes.of(word) - acts.untold:
            return _classes(found)
    return frozenset()


def _telling_words(event: Event, article: Article, acts: Acts) -> tuple[list[str], list[str]]:
    """Words of the clause, and the capitals of its sentence, which names speak for.

    A clause without an act (“which began on Tuesday”) is heard with the words before it.
    """
    text, clause = article.text, event.clause
    _, capitals = _by_case(event.span.of(text))
    told, _ = _by_case(clause.of(text))
    is_thin = len(told) <= _THIN_WORDS
    if is_thin and not acts.classes.found(told) - acts.untold:
        told, _ = _by_case(text[event.span.start : clause.end])
    return told, capitals


def _by_case(text: str) -> tuple[list[str], list[str]]:
    """Small words and capitals, all caseless; the first word is small, a headline's all are."""
    first, *rest = _WORD.findall(text) or [""]
    capitals = [word.casefold() for word in rest if word[0].isupper()]
    if 2 * len(capitals) > len(rest):
        return [word.casefold() for word in (first, *rest)], []
    small = [word for word in rest if not word[0].isupper()]
    return [first.casefold(), *small], capitals


def _beginnings(spoken_for: Iterable[str]) -> set[str]:
    """All stems of words that a name or a class of act stands for already."""
    return {word[:end] for word in spoken_for for end in range(1, len(word) + 1)}


def name_keys(name: str) -> Iterator[str]:
    """What a name is known by: its last word, and its initials if it has three words; folded.

    >>> sorted(name_keys("Collective Security Treaty Organisation"))
    ['csto', 'organisation']
    >>> list(name_keys("Karim Massimov")) == list(name_keys("Masimov"))
    True
    """
    parts = _NAME_WORD.findall(name)
    if parts:
        yield folded(parts[-1])
    initials = "".join(part[0] for part in parts if part[0].isupper())
    if len(initials) >= _ACRONYM_LENGTH:
        yield folded(initials)
