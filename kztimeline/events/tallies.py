"""Counts behind an “and”: of the verb before (“killed and *12 hurt*”), or of its own clause."""

from __future__ import annotations

from bisect import bisect_left

from kztimeline.events.ahead import Ahead
from kztimeline.events.verbs import is_participle

_COUNTED = 3  # tokens: “12 other people (hurt)”


def counts_on(ahead: Ahead, subject: int, verb: int) -> bool:
    """Whether a count goes on: “Two men were killed and *12 others hurt* when a bus fell”."""
    at = ahead.firsts.index(verb)
    group, before = ahead.verbs[at], ahead.verbs[at - 1] if at else None
    if before is None or ahead.lows[before.first] not in ahead.lex.be | ahead.lex.have:
        return False
    head = ahead.lows[verb]
    is_done = group.first == group.last and is_participle(head, ahead.lex)
    is_near = verb - subject <= _COUNTED and head not in ahead.lex.by_oneself
    return _is_count(ahead, subject) and is_done and is_near and not _is_dated(ahead, subject)


def counts_anew(ahead: Ahead, subject: int) -> bool:
    """Whether others are counted behind a time: “was fined on Monday and *two men* fled”."""
    return _is_count(ahead, subject) and _is_dated(ahead, subject)


def _is_count(ahead: Ahead, index: int) -> bool:
    word = ahead.words[index]
    is_number = word.text[0].isdigit() and word.start not in ahead.timed
    return is_number or word.lower in ahead.lex.tallied


def _is_dated(ahead: Ahead, index: int) -> bool:
    """Whether a time stands between the verb before and a word."""
    at = bisect_left(ahead.firsts, index)
    last = ahead.verbs[at - 1].last if at else index
    return any(word.start in ahead.timed for word in ahead.words[last:index])
