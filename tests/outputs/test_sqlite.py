"""The database, read back by sqlite-utils and by SQL."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from sqlite_utils import Database

from attacks import ATTACKS, attacked, story
from kztimeline.model import OutputError
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.as_sqlite import write_sqlite
from kztimeline.outputs.inert import inert
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Timeline
from makers import make_timeline

ROOT = Path(__file__).resolve().parents[2]


def opened(timeline: Timeline, folder: Path) -> Database:
    path = folder / "t.db"
    path.write_bytes(b"".join(write_sqlite(timeline)))
    return Database(path)


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Database]:
    database = opened(story(), tmp_path)
    yield database
    database.close()


def test_every_record_is_in_its_table(base: Database) -> None:
    timeline = story()
    told = (*timeline.events, *timeline.undated)
    assert {name: base[name].count for name in base.table_names() if "fts" not in name} == {
        "about": 5, "articles": 2, "events": 6, "edits": 0, "readings": 5, "figures": 1,
        "figure_sources": 2,
        "sources": sum(len(event.sources) for event in told), "warnings": 1,
    }  # fmt: skip
    assert [row["id"] for row in base["events"].rows] == [event.id for event in told]


def test_an_event_has_the_fields_that_json_has(base: Database) -> None:
    event = story().events[1]
    row = base["events"].get(event.id)
    plain = json.loads(msgspec.json.encode(event))
    for name in row.keys() & plain.keys():
        value = json.loads(row[name]) if name in {"who", "where", "tags"} else row[name]
        assert (name, value) == (name, plain[name])
    assert set(plain) - set(row) == {"readings", "sources", "merge", "edits", "why"}
    assert row["places"] == "articles/herald.txt:4; articles/courier.txt:1"


def test_sources_lead_to_articles_and_events(base: Database) -> None:
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert {(key.column, key.other_table) for key in base["sources"].foreign_keys} == {
        ("event", "events"), ("article", "articles"),
    }  # fmt: skip
    (first, _) = base["citations"].rows_where("id = ?", [story().events[1].id])
    assert first == {
        "edtf": "2024-03-12", "title": "Dockers in Westport walked out",
        "quote": "Dockers in Westport walked out on Tuesday, 12 March.",
        "place": "articles/herald.txt:4", "speaker": None, "expression": "Tuesday, 12 March",
        "anchor": "2024-03-15", "article": "Harbour strike ends", "id": story().events[1].id,
    }  # fmt: skip


def test_search_is_set_up_as_datasette_looks_for_it(base: Database) -> None:
    events = base["events"]
    assert events.detect_fts() == "events_fts"
    found = [row["title"] for row in events.search("docker walking")]
    assert found == ["Dockers in Westport walked out"]
    assert [row["title"] for row in events.search("herald")] != []
    base.execute("INSERT INTO events_fts(events_fts) VALUES ('integrity-check')")


def test_views_tell_the_story(base: Database) -> None:
    assert [(row["date"], row["title"]) for row in base["chronology"].rows][:2] == [
        ("1998", "The union was founded"),
        ("2024-03-12", "Dockers in Westport walked out"),
    ]
    assert [row["title"] for row in base["undated"].rows] == ["The mayor called for calm"]
    assert [(row["value"], row["place"]) for row in base["disputed_figures"].rows] == [
        (300.0, "articles/herald.txt:4"), (450.0, "articles/courier.txt:2"),
    ]  # fmt: skip
    assert base["disputed"].count == 0


def test_disputed_events_show_every_reading(tmp_path: Path) -> None:
    changed = json.loads("".join(write_json(story())))
    changed["events"][1] |= {
        "status": "conflict",
        "readings": [
            {"edtf": f"2024-03-{day}", "sources": [f"src-{n}"], "display_date": f"{day} March"}
            for n, day in enumerate((12, 11), 1)
        ],
    }
    base = opened(msgspec.convert(changed, Timeline), tmp_path)
    assert [(row["edtf"], row["sources"]) for row in base["disputed"].rows] == [
        ("2024-03-12", '["src-1"]'), ("2024-03-11", '["src-2"]'),
    ]  # fmt: skip
    base.close()


def test_dates_stay_as_far_as_they_are_known(base: Database) -> None:
    row = next(base["events"].rows_where("date = '1998'"))
    assert (row["date"], row["date_end"], row["precision"]) == ("1998", None, "year")
    undated = next(base["events"].rows_where("edtf is null"))
    assert {undated[name] for name in ("date", "earliest", "latest", "display_date")} == {None}


def test_nothing_found_is_a_whole_database(tmp_path: Path) -> None:
    base = opened(publish(make_timeline(), "9.9"), tmp_path)
    assert (base["events"].count, base["chronology"].count) == (0, 0)
    base.close()


@pytest.mark.parametrize("words", ATTACKS.values(), ids=ATTACKS)
def test_article_text_is_a_value_and_acts_nowhere(words: str, tmp_path: Path) -> None:
    base = opened(attacked(words), tmp_path)
    assert {row["title"] for row in base["events"].rows} == {inert(words)}
    assert {row["quote"] for row in base["sources"].rows} == {inert(words)}
    tables = ("events", "sources", "articles", "figures", "figure_sources")
    cells = [cell for table in tables for row in base[table].rows for cell in row.values()]
    texts = [cell for cell in cells if isinstance(cell, str)]
    assert [text for text in texts if inert(text) != text] == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    base.close()


def test_a_number_beyond_the_database_is_an_error() -> None:
    changed = json.loads("".join(write_json(story())))
    changed["events"][0]["sources"][0]["line"] = 10**30
    with pytest.raises(OutputError, match="cannot make the database"):
        list(write_sqlite(msgspec.convert(changed, Timeline)))


def test_a_python_without_full_text_search_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kztimeline.outputs.as_sqlite.TABLES", "CREATE VIRTUAL TABLE a USING fts9")
    with pytest.raises(OutputError, match="cannot make the database: no such module: fts9"):
        list(write_sqlite(story()))


def test_it_says_whose_it_is() -> None:
    (raw,) = write_sqlite(story())
    with sqlite3.connect(":memory:") as base:
        base.deserialize(raw)
        assert base.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"kztl"),)
    base.close()


def test_the_same_timeline_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text("".join(write_json(story())))
    for number in "12":
        subprocess.run(
            [sys.executable, "-m", "kztimeline", "render", "t.json", "-o", f"{number}.db"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": number, "TZ": f"UTC+{number}"},
            check=True,
        )
    assert (tmp_path / "1.db").read_bytes() == (tmp_path / "2.db").read_bytes()
    assert (tmp_path / "1.db").read_bytes() == b"".join(write_sqlite(story()))
