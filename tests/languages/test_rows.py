"""Every row of every grammar table is a test: examples hold, traps stay silent, no rule is dead."""

from __future__ import annotations

import functools
import re

import pytest

from article_makers import anchored, article_of
from kztimeline.languages import Grammar, Language, Rule, load_language
from kztimeline.languages.language import read_toml
from kztimeline.languages.lexicon import Lexicon
from kztimeline.model import DateOrder, ResolvedTime, Time
from kztimeline.times import replays, resolve_times
from kztimeline.timexes import find_timexes
from kztimeline.timexes.match import is_allowed

LANGUAGES = ("en",)
RULES = [(code, rule) for code in LANGUAGES for rule in load_language(code).grammar.rules]
EXAMPLES = [(code, rule, *row) for code, rule in RULES for row in rule.examples]
MARKED = [(code, marked) for code, _, marked, _ in EXAMPLES]
PENDING = [(code, rule, *row) for code, rule in RULES for row in rule.pending]
NEVER = [(code, rule, text) for code, rule in RULES for text in rule.never]


def row_id(value: object) -> str | None:
    return value.name if isinstance(value, Rule) else None


def split(marked: str) -> tuple[str, str]:
    """A marked sentence to (the sentence, the words in brackets)."""
    inside = re.search(r"\[(.*?)\]", marked)
    assert inside, f"no [brackets] in {marked!r}"
    return re.sub(r"\[(.*?)\]", r"\1", marked, count=1), inside[1]


def read(text: str, language: Language) -> list[tuple[str, str, Time]]:
    """All times of a text as (words, rule, time)."""
    article = article_of(text)
    anchor = anchored(article)
    expressions = find_timexes(article, language)
    times = resolve_times(article, expressions, anchor, DateOrder.MDY)
    return [(t.expression.span.of(text), t.expression.rule, t) for t in times]


def holds(rule: Rule, marked: str, value: str, language: Language) -> bool:
    text, words = split(marked)
    found = read(text, language)
    if rule.meaning.operator == "nothing":
        return not any(words.find(w) >= 0 or w.find(words) >= 0 for w, _, _ in found)
    return any((words, rule.name, value) == (w, name, time.value) for w, name, time in found)


@pytest.mark.parametrize(("code", "rule", "marked", "value"), EXAMPLES, ids=row_id)
def test_example_has_its_extent_and_value(code: str, rule: Rule, marked: str, value: str) -> None:
    text, _ = split(marked)

    assert holds(rule, marked, value, load_language(code)), [
        (words, name, time.value) for words, name, time in read(text, load_language(code))
    ]


@pytest.mark.parametrize(("code", "marked"), MARKED)
def test_derivation_replays(code: str, marked: str) -> None:
    text, _ = split(marked)
    placed = [t for _, _, t in read(text, load_language(code)) if isinstance(t, ResolvedTime)]
    given = [anchored(article_of(text)).interval, *(time.interval for time in placed)]

    assert all(replays(time, [g for g in given if g is not None]) for time in placed)


@pytest.mark.parametrize(("code", "rule", "text"), NEVER, ids=row_id)
def test_rule_stays_silent(code: str, rule: Rule, text: str) -> None:
    names = [name for _, name, _ in read(text, load_language(code))]

    assert rule.name not in names


@pytest.mark.xfail(reason="known failure; when it passes, promote the row to an example")
@pytest.mark.parametrize(("code", "rule", "marked", "value"), PENDING, ids=row_id)
def test_pending_row(code: str, rule: Rule, marked: str, value: str) -> None:
    assert holds(rule, marked, value, load_language(code))


@functools.cache
def without(code: str, name: str) -> Language:
    """The language with one rule taken out."""
    whole = load_language(code)
    rules = [rule for rule in whole.grammar.rules if rule.name != name]
    rest = Language(code)
    rest.grammar = Grammar(rules, Lexicon(code, read_toml(code, "lexicon")))
    return rest


@pytest.mark.parametrize(("code", "rule"), RULES, ids=row_id)
def test_rule_earns_its_place(code: str, rule: Rule) -> None:
    rest = without(code, rule.name)

    assert not all(holds(rule, marked, value, rest) for marked, value in rule.examples)


@pytest.mark.parametrize(("code", "marked"), MARKED)
def test_reading_is_unambiguous(code: str, marked: str) -> None:
    """No two rules read the same words, unless one says that it beats the other."""
    grammar = load_language(code).grammar
    rivals = grammar_rivals(grammar, split(marked)[0])

    assert rivals == []


def grammar_rivals(grammar: Grammar, text: str) -> list[tuple[str, str]]:
    tokens = grammar.lexicon.tokens(text, 0, len(text))
    out = []
    walk = grammar.over(tokens)
    for first in range(len(tokens)):
        found = [
            (after, rule)
            for after, ends in walk.at(first)
            for rule, _ in ends
            if is_allowed(tokens, rule, first, after)
        ]
        longest = max((after for after, _ in found), default=0)
        rules = list({rule.name: rule for after, rule in found if after == longest}.values())
        out += [
            (one.name, other.name)
            for one in rules
            for other in rules
            if one.name < other.name and one.name not in other.beats and other.name not in one.beats
        ]
    return out


MODIFIED = [
    (code, *row)
    for code in LANGUAGES
    for row in dict.fromkeys(row for m in load_language(code).modifiers for row in m.examples)
]


@pytest.mark.parametrize(("code", "marked", "value_and_mod"), MODIFIED)
def test_modifier(code: str, marked: str, value_and_mod: str) -> None:
    text, words = split(marked)
    found = [
        f"{time.value} {time.expression.mod}"
        for w, _, time in read(text, load_language(code))
        if w == words
    ]

    assert found == [value_and_mod]
