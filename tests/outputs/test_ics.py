import re
from datetime import date, datetime

import icalendar
import msgspec
import pytest

from attacks import ATTACKS, attacked, first_event, only, story
from kztimeline.outputs.as_ics import write_ics
from kztimeline.outputs.inert import inert
from kztimeline.outputs.records import Timeline

PROPERTIES = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "CATEGORIES",
    "STATUS", "TRANSP", "X-KZTIMELINE-EDTF",
}  # fmt: skip


def entries_of(timeline: Timeline) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical("".join(write_ics(timeline)).encode())
    assert [(part.name, part.errors) for part in calendar.walk() if part.errors] == []
    return calendar.walk("VEVENT")


def entry_of(**changes: object) -> icalendar.Event:
    (entry,) = entries_of(only(first_event(**changes)))
    return entry


def test_an_entry_as_it_is_written() -> None:
    event = story().events[1]
    text = "".join(write_ics(only(event)))
    assert text.replace("\r\n ", "") == "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kztimeline//kztimeline 9.9//EN",
        "CALSCALE:GREGORIAN", "X-WR-CALNAME:Timeline",
        "BEGIN:VEVENT", f"UID:{event.id}@kztimeline", "DTSTAMP:20240315T000000Z",
        "DTSTART;VALUE=DATE:20240312", "DTEND;VALUE=DATE:20240313",
        "SUMMARY:Dockers in Westport walked out",
        ("DESCRIPTION:Tuesday\\, 12 March 2024\\n“Dockers in Westport walked out on Tuesday\\, 12 "
        "March.” (articles/herald.txt:4)\\n“Dockers stop work in Westport on Tuesday\\, the "
        "harbour master said.” (articles/courier.txt:1)"),
        "CATEGORIES:happened", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
        "X-KZTIMELINE-EDTF:2024-03-12", "END:VEVENT", "END:VCALENDAR", "",
    ])  # fmt: skip


def test_each_event_is_an_entry_with_an_id_of_its_own() -> None:
    ids = [str(entry["UID"]) for entry in entries_of(story())]
    assert ids == [f"{event.id}@kztimeline" for event in story().events]


DATES = [
    ({"date": "2022", "earliest": "2022-01-01", "latest": "2022-12-31"},
     date(2022, 1, 1), date(2023, 1, 1), "2022"),
    ({"date": "2022-02", "earliest": "2022-02-01", "latest": "2022-02-28"},
     date(2022, 2, 1), date(2022, 3, 1), "February 2022"),
    ({"date": None, "earliest": "2010-01-01", "latest": "2019-12-31"},
     date(2010, 1, 1), date(2020, 1, 1), "the 2010s"),
    ({"date": "2022-01", "date_kind": "one-of", "earliest": "2022-01-10", "latest": "2022-01-16"},
     date(2022, 1, 10), date(2022, 1, 17), "week of 10–16 January 2022"),
    ({"date": "2022-01-05", "date_end": "2022-01-19", "earliest": "2022-01-05",
      "latest": "2022-01-19"}, date(2022, 1, 5), date(2022, 1, 20), "5–19 January 2022"),
    ({"date": "2002", "date_kind": "span", "earliest": "2002-01-01", "latest": None},
     date(2002, 1, 1), date(2003, 1, 1), "since 2002"),
    ({"date": "2022-02", "earliest": None, "latest": "2022-02-28"},
     date(2022, 2, 1), date(2022, 3, 1), "by February 2022"),
    ({"date": None, "earliest": None, "latest": "2022-01-19"},
     date(2022, 1, 19), date(2022, 1, 20), "by 19 January 2022"),
    ({"approximate": True}, date(2024, 3, 12), date(2024, 3, 13), "about 12 March 2024"),
    ({}, date(2024, 3, 12), date(2024, 3, 13), "Tuesday, 12 March 2024, night"),
    ({"date": "9999-12-31", "earliest": "9999-12-31", "latest": "9999-12-31"},
     date(9999, 12, 31), None, "about the end of time"),
    ({"date": "0079", "earliest": "0079-01-01", "latest": "0079-12-31"},
     date(79, 1, 1), date(80, 1, 1), "79"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "start", "end", "words"), DATES)
def test_what_is_known_roughly_covers_its_days_and_says_so(
    fields: dict[str, object], start: date, end: date | None, words: str
) -> None:
    loose = {"approximate": True} if end is None else {}
    entry = entry_of(**{"display_date": words, **fields, **loose})
    assert entry["DTSTART"].params == {"VALUE": "DATE"}
    assert (entry["DTSTART"].dt, entry["DTEND"].dt if end else None) == (start, end)
    assert str(entry["SUMMARY"]) == f"Dockers in Westport walked out ({words})"


@pytest.mark.parametrize(("precision", "lasts"), [("minute", None), ("hour", "PT1H")])
def test_clock_times_float(precision: str, lasts: str | None) -> None:
    entry = entry_of(time="17:00", precision=precision)
    assert entry["DTSTART"].dt == datetime(2024, 3, 12, 17)
    assert (entry["DTSTART"].dt.tzinfo, entry["DTSTART"].params) == (None, {})
    assert ("DTEND" in entry, "DURATION" in entry) == (False, bool(lasts))
    assert str(entry["SUMMARY"]) == "Dockers in Westport walked out"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"modality": "planned"}, "planned"),
        ({"certainty": "inferred"}, "date inferred"),
        ({"status": "conflict"}, "sources disagree"),
        ({"uncertain": True, "display_date": "possibly 12 March"}, "possibly 12 March"),
    ],
)
def test_what_is_not_sure_is_tentative(fields: dict[str, object], words: str) -> None:
    entry = entry_of(**fields)
    assert (str(entry["STATUS"]), words in entry["SUMMARY"]) == ("TENTATIVE", True)


def test_the_stamp_is_the_day_of_the_youngest_article_that_tells_it() -> None:
    assert entry_of()["DTSTAMP"].dt.date() == date(2024, 3, 15)
    sources = [s for s in story().events[1].sources if s.path.endswith("courier.txt")]
    assert entry_of(sources=sources)["DTSTAMP"].dt.date() == date(2024, 3, 12)


def test_what_nothing_bounds_is_left_out() -> None:
    assert entries_of(only(first_event(date=None, earliest=None, latest=None))) == []


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_article_text_stays_in_its_property(words: str) -> None:
    entries = entries_of(attacked(words))
    assert (len(entries), {name for entry in entries for name in entry} - PROPERTIES) == (5, set())
    assert str(entries[1]["SUMMARY"]).startswith(inert(words))
    assert inert(words) in str(entries[1]["DESCRIPTION"])
    assert [str(c) for c in entries[1]["CATEGORIES"].cats] == [
        "happened", inert(words), inert(f"{words}2"),
    ]  # fmt: skip
    assert [part.name for entry in entries for part in entry.walk()] == ["VEVENT"] * 5


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_lines_are_short_and_whole(words: str) -> None:
    raw = "".join(write_ics(attacked(words))).encode()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)|[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", raw)
    assert "\ufffd" not in raw.decode() or "\ud800" in words


def test_an_id_cannot_break_out_of_its_line() -> None:
    for name in ("ev-\r\nATTACH;x:1,2", "ev-1\n", "ev-1\u2028"):
        with pytest.raises(msgspec.ValidationError):
            entry_of(id=name)
