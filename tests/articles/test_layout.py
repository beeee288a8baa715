"""What each paragraph is to the article."""

from __future__ import annotations

import pytest

from kztimeline.articles.layout import lay_out
from kztimeline.languages import load_language
from kztimeline.textual import Span

ENGLISH = load_language("en")
BODY = "It rained over the port on Friday, and the crews stayed below deck."


def kinds(*paragraphs: str) -> list[str]:
    return [p.kind.value for p in lay_out("\n".join(paragraphs), (), ENGLISH)]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (BODY, "body"),
        ("Rain over the port", "heading"),
        ("“Total rain” over the port", "heading"),
        ("“It rained,” he said.”", "body"),
        ("The minister said:", "body"),
        ("Who was it?", "body"),
        ("• Rain over the port on Friday", "body"),
        ("- rain", "body"),
        ("It rained " * 20, "body"),
        ("* * *", "furniture"),
        (".", "furniture"),
        ("Read more:", "furniture"),
    ],
)
def test_kinds(paragraph: str, kind: str) -> None:
    assert [kind, "body"] == kinds(paragraph, BODY)


def test_a_heading_is_its_words() -> None:
    text = f"## Rain over the port\n{BODY}"
    assert lay_out(text, (), ENGLISH)[0].span.of(text) == "Rain over the port"


def test_links_after_a_closing_read_more_are_furniture() -> None:
    assert kinds("Rain", BODY, "Read more:", "Snow in the hills", "Wind on the coast") == [
        "heading",
        "body",
        "furniture",
        "furniture",
        "furniture",
    ]


def test_headings_before_more_story_stay() -> None:
    assert kinds(BODY, "Read more:", "Snow", BODY) == ["body", "furniture", "heading", "body"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("May 2019: Norda reports a loss", "12 June – The mill closes"), ["body", "body"]),
        (("Sunday: Rain sets in", "In all of May: It stops again"), ["heading", "heading"]),
        (("Monday: Rain sets in", "1999: The mill is built"), ["body", "body"]),
        (("May 2019: Norda reports a loss", "How it went"), ["heading", "heading"]),
        (("Part 2: The mill closes", "May Day: The march begins"), ["heading", "heading"]),
        (("May 2019: Loss", "June 2019: Sale"), ["heading", "heading"]),
    ],
)
def test_lines_that_open_with_a_date_are_entries(
    lines: tuple[str, str], expected: list[str]
) -> None:
    assert kinds("Rain", BODY, *lines, BODY, BODY, BODY)[2:4] == expected


def test_a_text_without_stops_has_one_heading() -> None:
    lines = [f"Day {number} of the rain over the port" for number in range(7)]
    assert ["heading", *["body"] * 6] == kinds(*lines)


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        (
            (Span(0, 16),),
            [("header", "Date: 2024-03-15"), ("heading", "Rain"), ("body", "It rained.")],
        ),
        (
            (Span(0, 21),),
            [("header", "Date: 2024-03-15"), ("header", "Rain"), ("body", "It rained.")],
        ),
        (
            (Span(0, 5),),
            [
                ("header", "Date:"),
                ("heading", "2024-03-15"),
                ("heading", "Rain"),
                ("body", "It rained."),
            ],
        ),
        (
            (Span(17, 21), Span(22, 25)),
            [
                ("heading", "Date: 2024-03-15"),
                ("header", "Rain"),
                ("header", "It "),
                ("body", "rained."),
            ],
        ),
    ],
)
def test_header_is_cut_out(header: tuple[Span, ...], parts: list[tuple[str, str]]) -> None:
    text = "Date: 2024-03-15\nRain\nIt rained."
    assert parts == [(p.kind.value, p.span.of(text)) for p in lay_out(text, header, ENGLISH)]


POST = "May 29, 2011 at 6:58 am | Reply"


def test_readers_talk_runs_to_the_end() -> None:
    text = [BODY, POST, "The port is a disgrace.", POST, "No, it is not.", POST, "The end is near."]
    assert kinds(*text) == ["body", *["furniture"] * 6]
    noted = [p.reason for p in lay_out("\n".join(text), (), ENGLISH) if p.reason]
    assert noted == ["talk"]


def test_a_post_or_two_may_be_quoted_in_the_story() -> None:
    assert kinds(BODY, POST, BODY, POST, BODY) == ["body", "furniture", "body", "furniture", "body"]


STAMPS = ENGLISH.table("furniture")["stamps"]


@pytest.mark.parametrize("marked", STAMPS["examples"])
def test_the_story_begins_behind_a_stamp(marked: str) -> None:
    stamp, story = marked.rsplit(" | ", 1)
    text = f"{stamp} {story}"
    assert [(p.kind.value, p.span.of(text)) for p in lay_out(text, (), ENGLISH)] == [
        ("furniture", stamp),
        ("body", story),
    ]


@pytest.mark.parametrize("text", [*STAMPS["never"], BODY])
def test_what_is_no_stamp_stays(text: str) -> None:
    assert [p.span.of(text) for p in lay_out(text, (), ENGLISH)] == [text]


DAY = "Published: March 15, 2024"
DECK = "The crew was taken off by boat as the storm grew."


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Rain over the port.", DECK, DAY, BODY), "heading heading header body"),
        (("Rain over the port.", DAY), "body header"),
        ((BODY, BODY, BODY, BODY, DAY, BODY), "body body body body header body"),
        ((f"{BODY} {BODY}", DAY, BODY), "body header body"),
        (("It rained and " * 20 + "stopped.", DAY, BODY), "body header body"),
    ],
    ids=["decks", "no story below", "too many", "two sentences", "too long"],
)
def test_what_stands_above_the_day_of_a_story_heads_it(
    paragraphs: tuple[str, ...], expected: str
) -> None:
    text = "\n".join(paragraphs)
    start = text.index(DAY)
    laid = lay_out(text, (Span(start, start + len(DAY)),), ENGLISH)
    assert expected == " ".join(paragraph.kind.value for paragraph in laid)
