"""What is heard in an event: names, places, words and acts, in a form that meets that of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kztimeline.clusters.sentences import flaws, heading_share, words_of_line
from kztimeline.languages import Acts, Language, load_acts, load_language
from kztimeline.model import Article, Event, Hearing
from kztimeline.textual import Span
from kztimeline.textual.similarity import folded, words

_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLASS = "act:"  # no word has a colon, so a class of act never meets a word
_THIN_WORDS = 10  # a clause with no more may have left its subject to the words before it
_NAMES_KEPT = 65_536
_TELLINGS_KEPT = 65_536
_ACRONYM_LENGTH = 3  # two initials are too often those of something else


class Heard(NamedTuple):
    """What an event can share with another.

    `terms` are content words and classes of act. Of the `acts`, those that say something of their
    own, `personal` ones are done to or by one person, `stages` are those of a case in court, and
    `main` ones are told by the word that tells the event; `deeds` are the classes of one word each.
    `is_another`: it says that it is not what was told just before. `keys` are names, places and
    terms.
    """

    names: frozenset[str]
    places: frozenset[str]
    terms: frozenset[str]
    acts: frozenset[str]
    deeds: frozenset[frozenset[str]]
    personal: frozenset[str]
    main: frozenset[str]
    stages: frozenset[str]
    is_another: bool
    keys: frozenset[str]


def listen(event: Event, article: Article) -> Hearing:
    """What the words of one event tell by themselves: all that takes reading them."""
    ear = _ear(load_language(article.language))
    plain, capitals = _telling_words(event, article, ear)
    acts = tuple(word for word in plain if ear.classes_of(word))
    main = ear.main_word(event)
    sentence = event.span.of(article.text)
    return Hearing(
        acts,
        main=main,
        terms=tuple(_unspoken(event.terms, _behind_nulls((*acts, *capitals)))),
        words=words_of_line(sentence),
        before=_words_before(event, article.text),
        flaws=flaws(sentence, event.title, article.language),
        heading=heading_share(sentence, _inside(event.clause, event.span)),
        is_open=ear.is_open(event, main),
    )


def hear(event: Event, heard: Hearing, language: str) -> Heard:
    """What one event tells with the names it has by now."""
    ear = _ear(load_language(language))
    sense, deeds = ear.told(heard.acts)
    places, names = _keys(event.places), _keys(event.names)
    if places and names:
        names -= places
    spoken_for = _name_words(event.names) + _name_words(event.places)
    terms = sense.terms.union(map(folded, _unspoken(heard.terms, spoken_for)))
    return Heard(
        names=names,
        places=places,
        terms=terms,
        acts=sense.acts,
        deeds=deeds,
        personal=sense.personal,
        main=ear.deed(heard.main) & sense.acts,
        stages=ear.stages if heard.is_open else sense.stages,
        is_another=sense.is_another,
        keys=names | places | terms,
    )


def _inside(clause: Span, sentence: Span) -> Span:
    return Span(clause.start - sentence.start, clause.end - sentence.start)


def _words_before(event: Event, text: str) -> int:
    """How many words of its sentence stand before its time; 0 without one."""
    time = event.time
    return len(text[event.span.start : time.expression.span.start].split()) if time else 0


class _Sense(NamedTuple):
    """What classes of act found together count as."""

    acts: frozenset[str]
    terms: frozenset[str]
    personal: frozenset[str]
    stages: frozenset[str]
    is_another: bool


class _Ear:
    """A language's classes of act as they are heard; each word, each set is worked out once."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts
        self.classes_of = acts.classes.of
        self.found = acts.classes.found
        self.stages = _classes(acts.stages)
        self.deed = cache(self._deed)
        self.sense = cache(self._sense)
        self.told = lru_cache(maxsize=_TELLINGS_KEPT)(self._told)

    def _deed(self, word: str) -> frozenset[str]:
        """The classes of act of their own that a word tells."""
        return _classes(self.classes_of(word) - self._acts.untold)

    def _sense(self, found: frozenset[str]) -> _Sense:
        acts = self._acts
        told = _classes(found - acts.untold)
        return _Sense(
            told,
            terms=_classes(found - acts.silent),
            personal=_classes(found & acts.personal),
            stages=told & self.stages,
            is_another=bool(found & acts.another),
        )

    def _told(self, acts: tuple[str, ...]) -> tuple[_Sense, frozenset[frozenset[str]]]:
        """What some words that tell acts count as together, and the classes of each."""
        each = self._acts.classes.together(acts)
        deeds = frozenset(_classes(found - self._acts.untold) for found in each)
        return self.sense(frozenset().union(*each)), deeds

    def is_open(self, event: Event, main: str) -> bool:
        """Whether its verb is not known and an act behind it: “man held over fire”."""
        if not (event.trigger and main) or self.deed(event.trigger):
            return False
        told = words(event.title)
        return {event.trigger, main} <= {*told} and told.index(event.trigger) < told.index(main)

    def main_word(self, event: Event) -> str:
        """The word that tells the event; else the first of its title that tells an act."""
        if self.deed(event.trigger):
            return event.trigger
        return next(filter(self.deed, words(event.title)), "")


@cache
def _ear(language: Language) -> _Ear:
    return _Ear(load_acts(language))


def _classes(found: Iterable[str]) -> frozenset[str]:
    return frozenset(_CLASS + act for act in found)


def _unspoken(terms: Sequence[str], told: str) -> Sequence[str]:
    """Terms that no word stands for of those `told` behind nulls: a stem is its beginning."""
    return [term for term in terms if f"\0{term}" not in told] if told else terms


def _behind_nulls(told: Iterable[str]) -> str:
    return "\0".join(("", *told))


@lru_cache(maxsize=_NAMES_KEPT)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    """What some names are known by; many events of an article name the same."""
    return frozenset(key for name in names for key in name_keys(name))


@lru_cache(maxsize=_NAMES_KEPT)
def _name_words(names: tuple[str, ...]) -> str:
    """The words of some names, each behind a null."""
    return _behind_nulls(word for name in names for word in words(name))


def _telling_words(event: Event, article: Article, ear: _Ear) -> tuple[list[str], list[str]]:
    """Words of the clause, and the capitals of its sentence, which names speak for.

    A clause without an act (“which began on Tuesday”) is heard with the words before it.
    """
    text, clause = article.text, event.clause
    all_told, capitals = _by_case(event.span.of(text))
    told = all_told if clause == event.span else _by_case(clause.of(text))[0]
    is_thin = len(told) <= _THIN_WORDS
    if is_thin and not ear.sense(ear.found(told)).acts:
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


@lru_cache(maxsize=_NAMES_KEPT)
def name_keys(name: str) -> tuple[str, ...]:
    """What a name is known by: its last word, and its initials if it has three words; folded.

    >>> sorted(name_keys("Collective Security Treaty Organisation"))
    ['csto', 'organisation']
    >>> name_keys("Karim Massimov") == name_keys("Masimov")
    True
    """
    parts = _NAME_WORD.findall(name)
    initials = "".join(part[0] for part in parts if part[0].isupper())
    known_by = parts[-1:] + [initials] * (len(initials) >= _ACRONYM_LENGTH)
    return tuple(map(folded, known_by))
