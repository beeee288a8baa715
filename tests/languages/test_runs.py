"""Runs leave out what cannot be part of a time, and nothing else."""

from __future__ import annotations

import pytest

from kztimeline.languages import load_language
from kztimeline.model import Side
from kztimeline.textual import Lexeme, Span
from kztimeline.timexes.match import match_sentence

ENGLISH = load_language("en")
GRAMMAR = ENGLISH.grammar
ROWS = [
    text.replace("[", "").replace("]", "")
    for rule in GRAMMAR.rules
    for text, _ in (*rule.examples, *rule.pending)
] + [text for rule in GRAMMAR.rules for text in rule.never]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Nobody spoke.", []),
        ("She left town quietly on Tuesday, weeping.", ["quietly on Tuesday, weeping."]),
        ("Bakers sold 12 loaves.", []),
        ("Bakers sold one of the 12 loaves.", []),
        ("Bakers sold 1924 loaves.", ["sold 1924 loaves."]),
        ("Bakers came home before 2 p.m.", ["home before 2 p.m."]),  # a 2 as in “1/2”
        ("Bakers sang, nineteen ninety.", ["sang, nineteen ninety."]),
        ("Bakers left at 11 PM.", ["left at 11 PM."]),
        (
            "Today quiet bakers sell good rolls, nineteen ninety.",
            ["Today quiet bakers sell", "rolls, nineteen ninety."],
        ),
        ("Bakers may march on.", []),
        ("Bakers chose May lilies.", ["chose May lilies."]),
        ("Bakers love day shifts.", []),
        ("Bakers bake today.", ["bake today."]),
        (
            "Rain began yesterday; farmers danced while children shouted loudly tomorrow.",
            ["began yesterday; farmers danced", "loudly tomorrow."],
        ),
    ],
)
def test_runs(text: str, runs: list[str]) -> None:
    found = [text[run[0].start : run[-1].end] for run in _runs(text)]

    assert runs == found


def test_no_word_of_every_sentence_tells() -> None:
    """A pattern whose class is no trigger would make one of its literals: “the {daypart}”."""
    common = {
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "was",
        "is",
        "that",
        "it",
    }

    assert GRAMMAR.triggers.words.isdisjoint(common)


@pytest.mark.parametrize("text", ROWS)
def test_what_is_found_in_a_row_is_found_in_its_runs(text: str) -> None:
    whole = GRAMMAR.lexicon.tokens(text, 0, len(text))
    runs = _runs(text)

    in_whole = _times(whole)

    assert in_whole == [place for run in runs for place in _times(run)]


def _runs(text: str) -> list[list[Lexeme]]:
    return [run for _, run in ENGLISH.runs.of(text, [Span(0, len(text))])]


def _times(tokens: list[Lexeme]) -> list[tuple[int, int, str]]:
    return [
        (tokens[found.first].start, tokens[found.after - 1].end, found.rule.name)
        for found in match_sentence(tokens, GRAMMAR, lambda _: Side.UNKNOWN)
        if found.rule.meaning.operator != "nothing"
    ]
