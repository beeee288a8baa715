from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from msgspec.structs import replace

from kztimeline.anchors import own_anchors, settle_anchors
from kztimeline.anchors.doubts import in_words
from kztimeline.anchors.own_cues import STATED
from kztimeline.languages import load_language
from kztimeline.model import (
    Anchor,
    AnchorSettings,
    AnchorSource,
    Declaration,
    Draft,
    Note,
    Settings,
)
from kztimeline.temporal import Interval
from makers import make_article

ENGLISH = load_language("en")
BOUNDS = AnchorSettings(latest=date(2024, 12, 31))
CASCADE = (
    "manifest", "sidecar", "metadata", "front-matter", "archive-header", "header", "dateline",
    "published-line",
)  # fmt: skip


def settled(
    *claims: tuple[str, str],
    locator: str = "news/court.txt",
    anchoring: AnchorSettings = BOUNDS,
    part: int | None = None,
) -> tuple[Anchor, tuple[Note, ...]]:
    declared = [Declaration(name, value) for name, value in claims]
    article = replace(make_article(locator=locator, declared=declared), part=part)
    own = own_anchors(article, ENGLISH, Settings(anchoring=anchoring))
    (settled,) = settle_anchors([Draft(article, (), own)], anchoring)
    return settled


def codes(notes: Sequence[Note]) -> list[str]:
    return [note.code for note in notes]


def told(anchor: Anchor) -> tuple[str | None, str, str]:
    day = in_words(anchor.interval) if anchor.interval else None
    return day, anchor.source.value, anchor.certainty.word


@pytest.mark.parametrize(
    ("claims", "locator", "expected", "rivals", "notes"),
    [
        ([], "a.txt", (None, "none", "guessed"), [], ["no-publication-date"]),
        (
            [("header:date", "Tue, 12 Mar 2024")],
            "a.txt",
            ("2024-03-12", "header", "stated"),
            [],
            [],
        ),
        ([], "2024-03-12-a.txt", ("2024-03-12", "file-name", "stated"), [], []),
        (
            [("header:date", "12 March 2024"), ("published-line:date", "March 13, 2024")],
            "a.txt",
            ("2024-03-12", "header", "stated"),
            ["2024-03-13"],
            [],
        ),
        (
            [("header:date", "12 March 2024"), ("published-line:date", "March 15, 2024")],
            "2024-03-12-a.txt",
            ("2024-03-12", "header", "stated"),
            ["2024-03-15"],
            ["dates-disagree"],
        ),
        (
            [("dateline:date", "March 12")],
            "2024-03-13-a.txt",
            ("2024-03-12", "dateline", "derived"),
            ["2024-03-13"],
            [],
        ),
        (
            [("dateline:date", "Dec. 31"), ("published-line:date", "1 January 2024")],
            "a.txt",
            ("2023-12-31", "dateline", "derived"),
            ["2024-01-01"],
            [],
        ),
        (
            [("dateline:date", "March 12")],
            "a.txt",
            (None, "none", "guessed"),
            [],
            ["no-year", "no-publication-date"],
        ),
        (
            [("header:date", "March 2024")],
            "a.txt",
            ("2024-03", "header", "stated"),
            [],
            ["coarse-publication-date"],
        ),
        (
            [("header:date", "March 2024")],
            "2024-03-12-a.txt",
            ("2024-03-12", "file-name", "stated"),
            [],
            [],
        ),
        (
            [("manifest:date", "2024-03")],
            "2024-03-12-a.txt",
            ("2024-03", "manifest", "stated"),
            [],
            ["coarse-publication-date"],
        ),
        (
            [("header:date", "Friday, 12 March 2024")],
            "a.txt",
            ("2024-03-12", "header", "stated"),
            [],
            ["weekday-contradicts"],
        ),
        (
            [("header:date", "05/03/2024")],
            "a.txt",
            ("2024-05-03", "header", "stated"),
            ["2024-03-05"],
            ["ambiguous-date"],
        ),
        (
            [("header:date", "05/03/2024")],
            "2024-03-05-a.txt",
            ("2024-03-05", "header", "derived"),
            [],
            [],
        ),
        (
            [("header:date", "05/03/2024")],
            "2024-05-03-a.txt",
            ("2024-05-03", "header", "stated"),
            [],
            [],
        ),
        (
            [("header:date", "12 March 2031")],
            "2024-03-12-a.txt",
            ("2024-03-12", "file-name", "stated"),
            [],
            ["future-date"],
        ),
        (
            [("header:date", "12 March 1931")],
            "a.txt",
            (None, "none", "guessed"),
            [],
            ["too-early-date", "no-publication-date"],
        ),
        (
            [("manifest:date", "1931-03-12")],
            "a.txt",
            ("1931-03-12", "manifest", "stated"),
            [],
            [],
        ),
        (
            [("header:date", "one fine day")],
            "a.txt",
            (None, "none", "guessed"),
            [],
            ["unreadable-date", "no-publication-date"],
        ),
        (
            [("header:updated", "12 March 2024")],
            "a.txt",
            ("2024-03-12", "header", "derived"),
            [],
            ["updated-date"],
        ),
        (
            [("header:updated", "20 March 2024"), ("header:date", "12 March 2024")],
            "a.txt",
            ("2024-03-12", "header", "stated"),
            [],
            [],
        ),
        (
            [("header:captured", "20 March 2024")],
            "a.txt",
            (None, "none", "guessed"),
            [],
            ["no-publication-date"],
        ),
        (
            [("mtime:date", "2024-03-20")],
            "a.txt",
            ("2024-03-20", "mtime", "guessed"),
            [],
            ["guessed-publication-date"],
        ),
        (
            [("mtime:date", "2024-03-20")],
            "2024-03-12-a.txt",
            ("2024-03-12", "file-name", "stated"),
            [],
            [],
        ),
        ([("header:date", "12 Mar 24")], "a.txt", ("2024-03-12", "header", "stated"), [], []),
    ],
)
def test_cascade(
    claims: list[tuple[str, str]],
    locator: str,
    expected: tuple[str | None, str, str],
    rivals: list[str],
    notes: list[str],
) -> None:
    anchor, doubts = settled(*claims, locator=locator)

    assert told(anchor) == expected
    assert [in_words(rival.interval) for rival in anchor.rivals] == rivals
    assert codes(doubts) == notes


@pytest.mark.parametrize("first", range(len(CASCADE)))
def test_each_cue_stands_before_the_rest(first: int) -> None:
    claims = [(f"{where}:date", f"2024-03-{10 + at}") for at, where in enumerate(CASCADE)]
    anchor, doubts = settled(*claims[first:][::-1], locator="2024-03-01-a.txt")

    assert told(anchor) == (f"2024-03-{10 + first}", CASCADE[first], "stated")
    assert len(anchor.rivals) == len(CASCADE) - first
    assert codes(doubts) == ["dates-disagree"]


def test_cascade_is_in_the_published_order() -> None:
    published = list(AnchorSource)

    assert [cue.source for cue in STATED] == published[: len(STATED)]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], ("2024-03-15", "option", "stated")),
        ([("header:date", "12 March 2024")], ("2024-03-12", "header", "stated")),
        ([("dateline:date", "March 12")], ("2024-03-12", "dateline", "derived")),
        ([("header:date", "March 2024")], ("2024-03-15", "option", "stated")),
        ([("header:date", "2023")], ("2023", "header", "stated")),
        ([("mtime:date", "2024-03-20")], ("2024-03-15", "option", "stated")),
        ([("header:updated", "20 March 2024")], ("2024-03-20", "header", "derived")),
    ],
)
def test_option_is_for_articles_that_state_no_day(
    claims: list[tuple[str, str]], expected: tuple[str, str, str]
) -> None:
    anchoring = replace(BOUNDS, fallback=Interval.of(2024, 3, 15))

    assert told(settled(*claims, anchoring=anchoring)[0]) == expected


@pytest.mark.parametrize(
    ("row", "expected", "notes"),
    [
        ({}, ("2024-03-12", "manifest", "stated"), []),
        (
            {"certainty": "inferred", "source": "text"},
            ("2024-03-12", "text", "inferred"),
            [],
        ),
        ({"certainty": "Guessed"}, ("2024-03-12", "manifest", "guessed"), []),
        ({"certainty": "sure"}, ("2024-03-12", "manifest", "guessed"), ["unknown-certainty"]),
        ({"source": "hearsay"}, ("2024-03-12", "manifest", "stated"), ["unknown-source"]),
        ({"source": "none"}, ("2024-03-12", "manifest", "stated"), []),
    ],
)
def test_manifest_row_keeps_what_it_carries(
    row: dict[str, str], expected: tuple[str, str, str], notes: list[str]
) -> None:
    claims = [("manifest:date", "2024-03-12"), *((f"manifest:{k}", v) for k, v in row.items())]
    anchor, doubts = settled(*claims)

    assert told(anchor) == expected
    assert codes(doubts) == notes


def test_one_of_several_articles_in_a_file_is_not_dated_by_its_name() -> None:
    anchor, _ = settled(locator="export-2024-03-12.txt", part=2)

    assert anchor.interval is None


def test_notes_say_where_and_what_now() -> None:
    _, notes = settled(("header:date", "12 March 2024"), ("dateline:date", "March 2, 2024"))

    assert [(note.locator, note.text) for note in notes] == [
        (
            "news/court.txt",
            (
                "days of publication disagree: 2024-03-12 (header: `12 March 2024`) was kept "
                "against 2024-03-02 (dateline: `March 2, 2024`)"
            ),
        )
    ]
    assert all(note.hint and note.is_problem for note in notes)


def test_settled_anchors_carry_no_notes_of_their_own() -> None:
    anchor, notes = settled(("header:date", "05/03/2024"))

    assert (anchor.notes, codes(notes)) == ((), ["ambiguous-date"])
