"""Where quotations lie."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.articles.paragraphs import cut_paragraphs
from kztimeline.articles.quotes import find_quotes


def find(text: str) -> list[str]:
    return [span.of(text) for span in find_quotes(text, cut_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “no”. “Never,” she said.", ["“no”", "“Never,”"]),
        ("“One. Two. Three,” he said.", ["“One. Two. Three,”"]),
        ("“He said ‘no’ to us”, “so”", ["“He said ‘no’ to us”", "“so”"]),
        ('He said "no". "Never," she said.', ['"no"', '"Never,"']),
        ('A 5" pipe and a 6" one.', []),
        ("Er sagte „nein“ und «oui» und »ja«.", ["„nein“", "«oui»", "»ja«"]),
        ("He said „no” twice.", ["„no”"]),
        ("`` We went , '' he said .", ["`` We went , ''"]),
        ("‘We went,’ he said.", ["‘We went,’"]),
        ("‘We didn’t go,’ he said.", ["‘We didn’t go,’"]),
        ("'We didn't go,' he said.", ["'We didn't go,'"]),
        ("It’s the workers’ plan.", []),
        ("It's the workers' plan.", []),
        ("(“Yes,” he said) and—“no”—", ["“Yes,”", "“no”"]),
        ("He said “no and left.\n\nShe stayed.", []),
        ("“We went.\n\n“They stayed,” he said.", ["“We went.", "“They stayed,”"]),
        # each sentence on a line of its own
        ("“We went.\n\nThey stayed,” he said.", ["“We went.\n\nThey stayed,”"]),
        ('"We went .\n\nIt\'s so , " he said .', ['"We went .\n\nIt\'s so , "']),
        ("“We went.\n\nHe said “no”.", ["“no”"]),
        ('"We went.\n\nHe said "no".', ['"no"']),
        ("‘We went.\n\nThe workers’ plan.", []),
        ("“1.\n\n2.\n\n3.\n\n4.\n\n5.”", ["“1.\n\n2.\n\n3.\n\n4.\n\n5.”"]),
        ("“1.\n\n2.\n\n3.\n\n4.\n\n5.\n\n6.”", []),
        ("“1.\n\n2.” He said “no”.", ["“1.\n\n2.”", "“no”"]),
        ("He left.” She stayed “so”.", ["“so”"]),
        ("“He says ‘I go,” said Stone. “So.”", ["“He says ‘I go,”", "“So.”"]),
        (
            "“One “two “three. 'Four 'five' «six „seven”",
            ["“One “two “three. 'Four 'five' «six „seven”"],
        ),
        ("«One «two 'three 'four' „five", ["'three 'four'"]),
        ("Nothing here.", []),
        ("", []),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert quotes == find(text)


@given(st.text(alphabet="aB .,“”\"'’‘«»„`\n", max_size=80))
def test_quotes_are_apart_and_marked(text: str) -> None:
    spans = find_quotes(text, cut_paragraphs(text))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text)[0] in "“„«»\"‘'`" for span in spans)
