"""Where a sentence begins to tell: first words behind datelines, clock times and bullets."""

from __future__ import annotations

import pytest

from kztimeline.events.lead_in import telling_words
from kztimeline.events.lexis import lexis
from kztimeline.languages import load_language
from kztimeline.textual.tokens import tokens
from telling_makers import day, told

ROWS = [
    ("OSLO, March 12 (Agency) — The minister left.", "The minister left"),
    ("PORT OF SPAIN, March 12, 2024 -- Rain fell.", "Rain fell ."),
    ("19:15 – Soldiers have left.", "Soldiers have left"),
    ("• The dam broke.", "The dam broke"),
    ("*The dam* broke.", "The dam broke"),
    ("The dam – built in haste – broke.", "The dam –"),
    ("UN — a failure.", "UN — a"),
    ("Oslo – the capital – slept.", "Oslo – the"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_sentence_begins_behind_its_lead_in(text: str, expected: str) -> None:
    words = telling_words(tokens(text), lexis(load_language("en")))
    assert expected == " ".join(word.text for word in words[:3])


def test_the_day_of_a_dateline_dates_nothing() -> None:
    marked = "OSLO, [March 12|2024-03-12] — The minister resigned on [Monday|2024-03-11]."
    expected = [("The minister resigned", "2024-03-11")]
    assert expected == [(event.title, day(event)) for event in told(marked)]


@pytest.mark.parametrize(
    ("sent", "text", "expected"),
    [
        (" (NTB, Oslo, 12 March 2024", ") The river rose.", "The river rose"),
        ("OSLO (NTB, 12 March 2024", "): The river rose.", "The river rose"),
        ("OSLO (NTB, 12 March 2024", ") -- “The river rose”, he said.", "“ The river"),
        ("OSLO (NTB, 12 March 2024", ") – 12 boats sank.", "12 boats sank"),
        ("OSLO (NTB, 12 March 2024", ")", ""),
        ("", "(NTB, Oslo, 12 March 2024) The river rose.", "( NTB ,"),
    ],
)
def test_a_sentence_begins_behind_the_dateline_that_was_read(
    sent: str, text: str, expected: str
) -> None:
    words = telling_words(tokens(sent + text), lexis(load_language("en")), sent=len(sent))
    assert expected == " ".join(word.text for word in words[:3])


def test_what_stands_above_the_dateline_is_told() -> None:
    words = telling_words(tokens("River rises"), lexis(load_language("en")), sent=40)
    assert [word.text for word in words] == ["River", "rises"]
