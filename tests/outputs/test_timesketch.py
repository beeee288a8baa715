import csv
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from io import StringIO

import pytest

from attacks import ATTACKS, attacked, first_event, only, story
from kztimeline.outputs.as_csv import COLUMNS as CSV_COLUMNS
from kztimeline.outputs.as_timesketch import COLUMNS, write_timesketch
from kztimeline.outputs.inert import inert


def rows_of(chunks: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(chunks), newline=""), strict=True))


def row_of(**changes: object) -> dict[str, str]:
    (row,) = rows_of(write_timesketch(only(first_event(**changes))))
    return row


def test_the_columns_that_its_importer_asks_for_come_first() -> None:
    assert COLUMNS[:3] == ("message", "datetime", "timestamp_desc")
    assert set(CSV_COLUMNS) - set(COLUMNS) == {
        "title", "source_count", "voice_count", "first_anchor", "expressions", "tags",
    }  # fmt: skip


def test_a_row() -> None:
    row = row_of()
    told = ("message", "datetime", "timestamp_desc", "id", "date", "display_date", "sources", "tag")
    assert [row[name] for name in told] == [
        "Dockers in Westport walked out", "2024-03-12T00:00:00+00:00", "Event date (day)",
        story().events[1].id, "2024-03-12", "Tuesday, 12 March 2024",
        "articles/herald.txt:4; articles/courier.txt:1", "[]",
    ]  # fmt: skip


DATES = [
    ({"time": "14:30", "precision": "minute"}, "2024-03-12T14:30", "Event time (minute)"),
    ({"time": "17:00", "precision": "hour"}, "2024-03-12T17:00", "Event time (hour)"),
    ({"date": "2022", "precision": "year"}, "2022-01-01T00:00", "Event date (year; no day known)"),
    ({"date": "2022-02", "precision": "month"}, "2022-02-01T00:00",
     "Event date (month; no day known)"),
    ({"date": None, "earliest": "2010-01-01", "latest": "2019-12-31", "precision": "decade"},
     "2010-01-01T00:00", "Event date (decade; no day known)"),
    ({"date": "2022-01", "date_kind": "one-of", "earliest": "2022-01-10", "latest": "2022-01-16",
      "precision": "week"},
     "2022-01-10T00:00", "Earliest possible event date (week; no day known)"),
    ({"date_end": "2024-03-19", "latest": "2024-03-19", "date_kind": "span"},
     "2024-03-12T00:00", "Start of event (day)"),
    ({"earliest": None}, "2024-03-12T00:00", "Latest possible event date (day)"),
    ({"approximate": True}, "2024-03-12T00:00", "Event date (day; approximate)"),
    ({"uncertain": True}, "2024-03-12T00:00", "Event date (day; uncertain)"),
    ({"date": "0079-08-24"}, "0079-08-24T00:00", "Event date (day)"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "moment", "description"), DATES)
def test_a_moment_says_what_it_stands_for(
    fields: dict[str, object], moment: str, description: str
) -> None:
    row = row_of(**fields)
    assert (row["datetime"], row["timestamp_desc"]) == (f"{moment}:00+00:00", description)
    assert datetime.fromisoformat(row["datetime"]).tzinfo == UTC
    assert row["date"] == (fields.get("date", "2024-03-12") or "")


def test_the_message_says_what_the_moment_cannot() -> None:
    changes = {"date": "2022", "display_date": "2022", "modality": "planned"}
    assert row_of(**changes)["message"] == "Dockers in Westport walked out (2022; planned)"


def test_tags_are_the_list_that_its_importer_reads() -> None:
    assert json.loads(row_of(tags=("Port, new", "=x"))["tag"]) == ["Port, new", "=x"]


def test_what_nothing_bounds_is_left_out() -> None:
    boundless = only(first_event(date=None, earliest=None, latest=None))
    assert rows_of(write_timesketch(boundless)) == []


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_no_cell_acts_or_is_too_long(words: str) -> None:
    rows = rows_of(write_timesketch(attacked(words), guard=True))
    cells = [cell for row in rows for cell in row.values()]
    assert (len(rows), [cell for cell in cells if cell[:1] in set("=+-@\t\r")]) == (5, [])
    assert [cell for cell in cells if "\n" in cell or "\x1b" in cell] == []
    assert max(len(cell.encode()) for cell in cells) < 32_766
    assert inert(words) in rows[1]["message"]


def test_a_long_cell_is_cut_at_a_character() -> None:
    (_, row, *_) = rows_of(write_timesketch(attacked("Ә" * 20_000)))
    assert row["message"] == "Ә" * 16_000 + "…"
