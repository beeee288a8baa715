import json

import msgspec
import pytest
from jsonschema import Draft202012Validator, ValidationError

from kztimeline.outputs import write_diff
from kztimeline.outputs.as_json import write_json
from kztimeline.outputs.as_jsonl import write_jsonl, write_rows_jsonl
from kztimeline.outputs.changes import compare
from kztimeline.outputs.doubts import doubt_row, doubtful
from kztimeline.outputs.look import Look
from kztimeline.outputs.publish import publish, publish_anchors, publish_dates
from kztimeline.outputs.records import Timeline
from kztimeline.outputs.rows import SettingRow
from kztimeline.outputs.schema import SHAPES, schema_of, write_schema
from makers import make_story, make_timeline

STORY = publish(make_story().timeline, "9.9")
EMPTY = publish(make_timeline(), "9.9")
WHOLE = ("timeline", "diff")  # the others are lines


def read_json() -> dict:
    return json.loads("".join(write_json(STORY)))


def test_json_has_the_top_level_of_the_contract() -> None:
    assert list(read_json()) == [
        "schema", "schema_version", "generator", "settings", "articles", "events", "undated",
        "days", "figures", "warnings", "hidden", "chosen",
    ]  # fmt: skip


def test_json_event_reads_back() -> None:
    event = read_json()["events"][1]
    assert (
        event["date"], event["precision"], event["status"], event["source_count"],
    ) == ("2024-03-12", "day", "corroborated", 2)  # fmt: skip
    first = event["sources"][0]
    text = make_story().herald.text
    place = first["position"]
    assert first["selector"]["exact"] == text[place["start"] : place["end"]]
    assert text[: place["start"]].endswith(first["selector"]["prefix"])
    assert text[place["end"] :].startswith(first["selector"]["suffix"])
    assert text.splitlines()[first["line"] - 1].startswith(first["selector"]["exact"])
    assert first["expression"] == {
        "text": "Tuesday, 12 March", "type": "DATE", "value": "2024-03-12", "mod": None,
        "relative": True, "start": 75, "end": 92, "line": 4, "rule": "en/weekday.bare",
        "anchor": "2024-03-15",
    }  # fmt: skip
    assert {name: event["merge"][name] for name in ("bits", "reasons")} == {
        "bits": 5.0,
        "reasons": ["same day +3.0", "two shared names +2.0"],
    }


def test_undated_event_has_null_date_fields() -> None:
    (event,) = read_json()["undated"]
    fields = (
        "date", "date_end", "edtf", "date_kind", "precision", "earliest", "latest", "time",
        "display_date", "certainty",
    )  # fmt: skip
    assert dict.fromkeys(fields) == {name: event[name] for name in fields}


def test_days_name_their_events() -> None:
    timeline = read_json()
    by_id = {event["id"]: event["date"] for event in timeline["events"]}
    assert [day["date"] for day in timeline["days"]] == ["2024-03-12", "2024-03-18"]
    assert all(by_id[i] == day["date"] for day in timeline["days"] for i in day["events"])


def test_figures_say_who_gives_which_number() -> None:
    (figure,) = read_json()["figures"]
    assert [
        (r["value"], r["high"], r["comparator"], r["sources"][0]["line"])
        for r in figure["readings"]
    ] == [(300, None, "at-least", 4), (450, 450, "about", 2)]


def test_article_without_a_day() -> None:
    anchor = read_json()["articles"][1]["anchor"]
    assert (anchor["date"], anchor["certainty"], anchor["source"]) == (None, None, "none")


def test_same_timeline_same_bytes() -> None:
    again = publish(make_story().timeline, "9.9")
    assert "".join(write_json(STORY)) == "".join(write_json(again))


def test_jsonl_is_one_event_a_line() -> None:
    rows = [json.loads(line) for line in "".join(write_jsonl(STORY)).splitlines()]
    assert [row["schema"] for row in rows] == ["kztimeline.event/1"] * 5
    assert read_json()["events"] == [
        {name: value for name, value in row.items() if name != "schema"} for row in rows
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_schema_is_sound(shape: str) -> None:
    schema = json.loads(write_schema(shape))
    Draft202012Validator.check_schema(schema)
    assert schema_of(shape) == schema


def lines_of(shape: str) -> list[dict]:
    accounts = make_story().timeline.accounts
    rows = {
        "timeline": lambda: write_json(STORY),
        "event": lambda: write_jsonl(STORY),
        "dates": lambda: write_rows_jsonl(publish_dates(accounts, str)),
        "anchors": lambda: write_rows_jsonl(publish_anchors(accounts, str)),
        "review": lambda: write_rows_jsonl(map(doubt_row, doubtful(STORY, 2.0))),
        "config": lambda: write_rows_jsonl([SettingRow("since", "2022", "file", "k.toml:3")]),
        "diff": lambda: write_diff("json", compare(STORY, EMPTY), Look()),
    }
    text = "".join(rows[shape]())
    return [json.loads(text)] if shape in WHOLE else [json.loads(x) for x in text.splitlines()]


@pytest.mark.parametrize("shape", SHAPES)
def test_output_fits_its_schema(shape: str) -> None:
    validator = Draft202012Validator(schema_of(shape))
    rows = lines_of(shape)
    assert rows
    for row in rows:
        validator.validate(row)


MUTATIONS = [
    ("timeline", ("schema",), "other"),
    ("timeline", ("events", 0, "id"), "17"),
    ("timeline", ("events", 0, "certainty"), "sure"),
    ("timeline", ("events", 0, "sources", 0, "line"), 0),
    ("timeline", ("events", 0, "date"), "January"),
    ("timeline", ("events", 0, "modality"), "rumoured"),
    ("timeline", ("figures", 0, "readings", 0, "value"), "many"),
    ("event", ("earliest",), "2024"),
    ("dates", ("type",), "DAY"),
    ("anchors", ("source",), "guess"),
    ("review", ("doubts",), "conflict"),
    ("config", ("source",), "guess"),
    ("diff", ("gone", 0, "places"), "here"),
]


@pytest.mark.parametrize(("shape", "path", "value"), MUTATIONS)
def test_changed_record_does_not_fit(shape: str, path: tuple, value: object) -> None:
    row = lines_of(shape)[0]
    part = row
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(schema_of(shape)).validate(row)


@pytest.mark.parametrize("shape", SHAPES)
def test_missing_field_does_not_fit(shape: str) -> None:
    row = lines_of(shape)[0]
    del row[list(row)[-1]]
    with pytest.raises(ValidationError):
        Draft202012Validator(schema_of(shape)).validate(row)


def test_empty_timeline_fits() -> None:
    text = "".join(write_json(publish(make_timeline(), "9.9")))
    Draft202012Validator(schema_of("timeline")).validate(json.loads(text))


def test_paths_are_written_as_told() -> None:
    published = publish(make_story().timeline, "9.9", lambda path: f"../{path}")
    assert {"../articles/herald.txt", "../articles/courier.txt"} == {
        *(article.path for article in published.articles),
        *(source.path for event in published.events for source in event.sources),
        *(s.path for figure in published.figures for r in figure.readings for s in r.sources),
    }


@pytest.mark.parametrize("timeline", [STORY, EMPTY])
def test_written_in_pieces_it_is_what_it_would_be_in_one(timeline: Timeline) -> None:
    whole = msgspec.json.format(msgspec.json.encode(timeline), indent=1).decode()

    assert "".join(write_json(timeline)) == whole + "\n"
