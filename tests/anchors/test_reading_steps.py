from __future__ import annotations

from kztimeline.anchors import own_anchors
from kztimeline.languages import load_language
from kztimeline.model import Declaration, Reason, Settings
from kztimeline.temporal import Interval
from kztimeline.textual import Span
from makers import make_article

ENGLISH = load_language("en")
TEXT = "Date: 12 March 2024\nOSLO, March 11 (NTB) - Ministers met.\n"
HEADER = Declaration("header:date", "12 March 2024", Span(6, 19))
DATELINE = Declaration("dateline:date", "March 11", Span(26, 34))


def test_a_stated_day_is_read_in_one_step_that_cites_its_words() -> None:
    article = make_article(TEXT, declared=[HEADER])
    (anchor,) = own_anchors(article, ENGLISH, Settings())
    (step,) = anchor.steps

    assert (step.operator, step.inputs, step.outcome, step.reason) == (
        "read",
        ("12 March 2024",),
        Interval.of(2024, 3, 12),
        Reason.HEADER,
    )
    assert [(cite.field, cite.span and cite.span.of(TEXT)) for cite in step.cites] == [
        ("header:date", "12 March 2024")
    ]


def test_a_day_without_year_shows_the_cue_that_lent_it() -> None:
    article = make_article(TEXT, declared=[HEADER, DATELINE])
    header, dateline = own_anchors(article, ENGLISH, Settings())

    assert dateline.steps[0] == header.steps[0]
    assert (dateline.steps[1].operator, dateline.steps[1].inputs, dateline.steps[1].reason) == (
        "nearest",
        ("March 11", Interval.of(2024, 3, 12)),
        Reason.YEAR_FROM_OTHER_CUE,
    )
    assert dateline.steps[-1].outcome == dateline.interval == Interval.of(2024, 3, 11)
    assert len(dateline.steps[1].cites) == 2


def test_every_interval_a_step_uses_is_the_outcome_of_one_before() -> None:
    figures = Declaration("front-matter:date", "11/03/2024")
    article = make_article(TEXT, declared=[figures, HEADER, DATELINE])
    for anchor in own_anchors(article, ENGLISH, Settings()):
        known = [step.outcome for step in anchor.steps]
        used = [
            (at, operand)
            for at, step in enumerate(anchor.steps)
            for operand in step.inputs
            if isinstance(operand, Interval)
        ]

        assert all(operand in known[:at] for at, operand in used)
