import csv
import json
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from io import StringIO

import pytest

from attacks import ATTACKS, attacked, first_event, only, story
from kztimeline.outputs.as_timelinejs import write_timelinejs, write_timelinejs_csv
from kztimeline.outputs.inert import inert

HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
    "Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background"
)


class Page(HTMLParser):
    """What a browser would show of a piece of HTML, and which elements it would make."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.shown = ""
        self.made: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.made.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.shown += data


def slides_of(chunks: Iterable[str]) -> list[dict]:
    return json.loads("".join(chunks))["events"]


def slide_of(**changes: object) -> dict:
    (slide,) = slides_of(write_timelinejs(only(first_event(**changes))))
    return slide


def rows_of(chunks: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(chunks), newline=""), strict=True))


def test_a_slide() -> None:
    assert slides_of(write_timelinejs(story()))[1] == {
        "unique_id": story().events[1].id,
        "start_date": {"year": 2024, "month": 3, "day": 12},
        "display_date": "Tuesday, 12 March 2024",
        "group": "Happened",
        "autolink": False,
        "text": {
            "headline": "Dockers in Westport walked out",
            "text": "<blockquote>Dockers in Westport walked out on Tuesday, 12 March.</blockquote>"
            "<p><cite>articles/herald.txt:4</cite></p>"
            "<blockquote>Dockers stop work in Westport on Tuesday, the harbour master said."
            "</blockquote><p><cite>articles/courier.txt:1</cite></p>",
        },
    }


def test_the_whole_and_what_it_leaves_out() -> None:
    whole = json.loads("".join(write_timelinejs(story())))
    assert (list(whole), whole["scale"]) == (["scale", "title", "events"], "human")
    assert whole["title"]["text"]["text"] == "5 events from 2 articles"
    assert [slide["unique_id"] for slide in whole["events"]] == [e.id for e in story().events]


def test_groups_tell_plans_from_what_happened() -> None:
    slides = slides_of(write_timelinejs(story()))
    assert [slide["group"] for slide in slides] == [*["Happened"] * 4, "Planned"]
    assert slide_of(tags=("Strike", "Port"))["group"] == "Strike"


DATES = [
    ({"date": "2022"}, "2022", None),
    ({"date": "2022-01"}, "2022-1", None),
    ({"date": "0079-08"}, "79-8", None),
    ({"date": "2022-01-05", "time": "14:30", "precision": "minute"}, "2022-1-5-14-30", None),
    ({"date": "2022-01-05", "time": "00:00", "precision": "minute"}, "2022-1-5-0-0", None),
    ({"date": "2022-01-05", "time": "17:00", "precision": "hour"}, "2022-1-5-17", None),
    ({"date": "2007", "date_end": "2012", "date_kind": "span"}, "2007", "2012"),
    (
        {"date": "2022-01-01", "date_end": "2022-01-31", "date_kind": "span",
         "earliest": "2022-01-01", "latest": "2022-01-31"},
        "2022-1-1", "2022-1-31",
    ),
    ({"date": "2002", "date_kind": "span", "earliest": "2002-01-01", "latest": None}, "2002", None),
    ({"date": "2022-01-19", "earliest": None, "latest": "2022-01-19"}, "2022-1-19", None),
    (
        {"date": "2022-01", "date_kind": "one-of", "earliest": "2022-01-10",
         "latest": "2022-01-16", "precision": "week"},
        "2022-1-10", "2022-1-16",
    ),
    (
        {"date": None, "date_kind": "one-of", "earliest": "2021-12-27", "latest": "2022-01-02"},
        "2021-12-27", "2022-1-2",
    ),
    (
        {"date": "2022", "date_kind": "one-of", "earliest": "2022-01-01", "latest": "2022-03-31",
         "precision": "quarter"},
        "2022-1", "2022-3",
    ),
    (
        {"date": "2024", "date_kind": "one-of", "earliest": "2024-02-01", "latest": "2024-02-28"},
        "2024-2-1", "2024-2-28",
    ),
    ({"date": None, "earliest": "2010-01-01", "latest": "2019-12-31"}, "2010", "2019"),
    ({"date": None, "earliest": "2022-01-05", "latest": None}, "2022-1-5", None),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "start", "end"), DATES)
def test_dates_hold_what_is_known_and_no_more(
    fields: dict[str, object], start: str, end: str | None
) -> None:
    names = ("year", "month", "day", "hour", "minute")
    made = {
        key: dict(zip(names, map(int, numbers.split("-")), strict=False))
        for key, numbers in (("start_date", start), ("end_date", end))
        if numbers
    }
    slide = slide_of(**fields)
    assert {key: slide[key] for key in slide if key.endswith("_date") and key[0] != "d"} == made
    row = rows_of(write_timelinejs_csv(only(first_event(**fields))))[1]
    cells = "-".join(row[name] for name in ("Year", "Month", "Day", "Time") if row[name])
    ends = "-".join(row[f"End {name}"] for name in ("Year", "Month", "Day") if row[f"End {name}"])
    assert cells.replace("-0", "-").replace(":00", "-0").replace(":", "-") == start
    assert ends == (end or "")


def test_words_carry_the_clock() -> None:
    at = {"time": "00:00", "precision": "minute"}
    assert slide_of(**at)["display_date"] == "Tuesday, 12 March 2024, 00:00"
    since = {**at, "display_date": "since 5 May 2022", "approximate": True}
    assert slide_of(**since)["display_date"] == "since 5 May 2022, about 00:00"


def test_what_is_not_dated_is_left_out() -> None:
    boundless = only(first_event(date=None, earliest=None, latest=None))
    assert slides_of(write_timelinejs(boundless)) == []
    assert len(rows_of(write_timelinejs_csv(boundless))) == 1


def test_differing_dates_are_told() -> None:
    days = ("Tuesday, 12 March 2024", "Monday, 11 March 2024")
    readings = [{"edtf": "", "sources": ["src-1"], "display_date": day} for day in days]
    slide = slide_of(readings=readings, status="conflict")
    assert slide["text"]["text"].startswith(
        "<p><em>sources disagree</em></p>"
        "<p>Dates given: Tuesday, 12 March 2024; Monday, 11 March 2024</p><blockquote>"
    )


def test_the_table_is_the_template() -> None:
    lines = "".join(write_timelinejs_csv(story())).splitlines()
    assert lines[:2] == [HEADER, ",,,,,,,,,Timeline,5 events from 2 articles,,,,,,title,,"]
    rows = rows_of(write_timelinejs_csv(story()))
    slides = slides_of(write_timelinejs(story()))
    assert [(row["Headline"], row["Text"], row["Group"]) for row in rows[1:]] == [
        (slide["text"]["headline"], slide["text"]["text"], slide["group"]) for slide in slides
    ]


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_article_text_is_shown_and_never_acts(words: str) -> None:
    slide = slides_of(write_timelinejs(attacked(words)))[1]
    headline, text = Page(slide["text"]["headline"]), Page(slide["text"]["text"])
    assert (headline.shown, headline.made) == (inert(words), [])
    assert {tag for tag, _ in text.made} <= {"p", "em", "blockquote", "cite", "wbr"}
    assert not any(attributes for _, attributes in text.made)
    assert inert(words) in text.shown
    for name in ("display_date", "group"):  # TimelineJS unescapes these, then shows them as HTML
        assert Page(Page(slide[name]).shown).made == []
    json.dumps(slide).encode("ascii")


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_no_cell_is_a_formula(words: str) -> None:
    rows = rows_of(write_timelinejs_csv(attacked(words), guard=True))
    cells = [cell for row in rows for cell in row.values()]
    assert (len(rows), [cell for cell in cells if cell[:1] in set("=+-@\t\r")]) == (6, [])
    assert Page(rows[1]["Headline"]).shown == inert(words)
    assert [cell for cell in cells if "\n" in cell or "\x1b" in cell] == []


LINKS = (  # what TimelineJS takes for an address, in any HTML that it is given
    r"\b(?:https?|ftp)://([a-z0-9-+&@#/%?=~_|!:,.;]*[a-z0-9-+&@#/%=~_|])",
    r"(^|[^/>])(www\.[\S]+(\b|$))",
    r"([a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9-.]+)",
)


@pytest.mark.parametrize(
    "address", ["https://x.example/a", "www.x.example", "WWW.x.example", "a@x.example", "ftp://x"]
)
def test_addresses_do_not_become_links(address: str) -> None:
    """A table has no way to tell TimelineJS not to link."""
    said = f"See {address} and ({address})"
    assert any(re.search(link, said, re.IGNORECASE) for link in LINKS)
    text = rows_of(write_timelinejs_csv(attacked(said)))[2]["Text"]
    assert (said in Page(text).shown, "<a" in text) == (True, False)
    assert not any(re.search(link, text, re.IGNORECASE) for link in LINKS)
