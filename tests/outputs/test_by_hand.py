"""What people did by hand, in every output, with what the program had before."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from justhtml import JustHTML
from sqlite_utils import Database

from attacks import edited_story, story
from kztimeline.outputs import FORMATS, Dress, write
from kztimeline.outputs.changes import compare
from kztimeline.outputs.explain import explain
from kztimeline.outputs.filters import Wanted, select
from kztimeline.outputs.finding import find_events
from kztimeline.outputs.look import Look
from kztimeline.outputs.schema import schema_of
from kztimeline.outputs.summary import summary

EDITED, FIRST = edited_story(), story()
WALKED, ADDED, HIDDEN = FIRST.events[1], "ev-0add0add", FIRST.events[3]


def written(form: str) -> str:
    return "".join(write(form, EDITED, Dress(Look())))


def rows_of(form: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(StringIO(written(form)), strict=True)}


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.is_text])
def test_every_format_shows_the_edits_and_nothing_hidden(form: str) -> None:
    told = re.sub(r"\s+", " ", written(form).replace("\r\n ", ""))
    for words in ("Dockers strike", "A vote", "see p. 3", "strike"):
        assert words in told.replace("\\,", ","), words
    original = "2024-03-12" if form in {"json", "jsonl", "csv", "timesketch"} else "12 March 2024"
    assert original in told
    assert "Dockers in Westport walked out" in told
    assert HIDDEN.title not in told.partition('"hidden": [')[0].replace(HIDDEN.title + ".", "")


def test_terminal() -> None:
    assert (
        "March 2024\n"
        "  ✓ Dockers strike                      claimed by the harbour master, edited by hand  "
    )[:46] in written("terminal")
    assert "    date was Tuesday, 12 March 2024 · title was “Dockers in" in written("terminal")
    assert "    note: see p. 3  #strike #port\n" in written("terminal")
    assert "  ✓ A vote" in written("terminal")
    assert "confirmed or dated by hand" in written("terminal")


def test_lines() -> None:
    told = {line.split("\t")[1]: line.split("\t") for line in written("lines").splitlines()}
    assert told["A vote (added by hand)"] == [
        "2024-03-20", "A vote (added by hand)", "articles/kztimeline.toml:3",
    ]  # fmt: skip
    (title,) = [title for title in told if title.startswith("Dockers strike")]
    assert title == (
        "Dockers strike (edited by hand; date was Tuesday, 12 March 2024; "
        "title was “Dockers in Westport walked out”; note: see p. 3; #strike #port)"
    )
    assert told[title][0] == "2024-03"


def test_json_and_its_schema() -> None:
    whole = json.loads(written("json"))
    Draft202012Validator(schema_of("timeline")).validate(whole)
    events = {event["id"]: event for event in whole["events"]}
    walked = events[WALKED.id]
    assert (walked["date"], walked["review"], walked["note"], walked["tags"]) == (
        "2024-03", "edited", "see p. 3", ["strike", "port"],
    )  # fmt: skip
    assert [(each["action"], each["value"], each["was"], each["line"]) for each in walked["edits"]][
        :2
    ] == [
        ("date", "2024-03", "2024-03-12", 3),
        ("title", "Dockers strike", "Dockers in Westport walked out", 3),
    ]
    assert (events[ADDED]["review"], events[ADDED]["sources"], events[ADDED]["certainty"]) == (
        "added", [], "stated",
    )  # fmt: skip
    assert [(event["id"], event["review"]) for event in whole["hidden"]] == [(HIDDEN.id, "hidden")]
    validator = Draft202012Validator(schema_of("event"))
    for line in written("jsonl").splitlines():
        validator.validate(json.loads(line))


@pytest.mark.parametrize("form", ["csv", "timesketch"])
def test_sheets(form: str) -> None:
    rows = rows_of(form)
    walked, untouched = rows[WALKED.id], rows[FIRST.events[2].id]
    assert [walked[name] for name in ("date", "review", "note", "was_date", "was_title")] == [
        "2024-03", "edited", "see p. 3", "2024-03-12", "Dockers in Westport walked out",
    ]  # fmt: skip
    assert [untouched[name] for name in ("review", "was_date")] == ["confirmed", ""]
    assert rows[ADDED]["sources"] == "articles/kztimeline.toml:3"
    assert HIDDEN.id not in rows


def test_markdown() -> None:
    assert (
        "  - *date was Tuesday, 12 March 2024*\n  - *title was “Dockers in Westport walked out”*\n"
        "  - note: see p. 3\n  - \\#strike \\#port\n"
    ) in written("md")
    assert "- A vote — *added by hand* (articles/kztimeline.toml:3)\n" in written("md")


def test_calendar() -> None:
    entries = {str(e["UID"]): e for e in Calendar.from_ical(written("ics")).walk("VEVENT")}
    walked = entries[f"{WALKED.id}@kztimeline"]
    assert walked["DESCRIPTION"].splitlines()[1:4] == [
        "date was Tuesday, 12 March 2024", "title was “Dockers in Westport walked out”",
        "note: see p. 3",
    ]  # fmt: skip
    assert walked["CATEGORIES"].cats == ["happened", "strike", "port"]
    assert entries[f"{ADDED}@kztimeline"]["STATUS"] == "CONFIRMED"
    assert f"{HIDDEN.id}@kztimeline" not in entries


def test_timelinejs() -> None:
    slides = {slide["unique_id"]: slide for slide in json.loads(written("timelinejs"))["events"]}
    assert slides[WALKED.id]["start_date"] == {"year": 2024, "month": 3}
    assert slides[WALKED.id]["group"] == "strike"
    assert "<p>date was Tuesday, 12 March 2024</p>" in slides[WALKED.id]["text"]["text"]
    assert slides[ADDED]["text"]["text"] == "<p><em>added by hand</em></p>"


def test_page() -> None:
    page = JustHTML(written("html"), strict=True, sanitize=False)
    told = page.query(f"#{WALKED.id}")[0].query("dl")[0]
    facts = {
        fact.query("dt")[0].to_text(): [said.to_text() for said in fact.query("dd")]
        for fact in told.query("div")
    }
    assert facts["by hand"] == [
        "date was Tuesday, 12 March 2024 (articles/kztimeline.toml:3)",
        "title was “Dockers in Westport walked out” (articles/kztimeline.toml:3)",
    ]
    assert facts["noted"] == ["see p. 3", "#strike #port"]
    assert "1 hidden by hand" in page.query(".counts")[0].to_text()
    assert [each.to_text() for each in page.query("option[value=reviewed]")] == [
        "Confirmed or edited by hand"
    ]
    plain = "".join(write("html", FIRST, Dress(Look())))
    assert ('vouched"' in plain, 'value="reviewed"' in plain, "by hand" in plain) == (False,) * 3


def test_database(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    path.write_bytes(b"".join(write("sqlite", EDITED, Dress(Look()))))  # type: ignore[arg-type]
    base = Database(path)
    assert [
        (row["title"], row["action"], row["was"], row["place"])
        for row in base["edited"].rows_where("action = 'date'")
    ] == [("Dockers strike", "date", "2024-03-12", "articles/kztimeline.toml:3")]
    assert base["events"].get(WALKED.id)["note"] == "see p. 3"
    assert base["about"].get("hidden")["value"] == "1"
    assert [row[0] for row in base.execute(
        "SELECT title FROM events_fts WHERE events_fts MATCH 'note:see'"
    )] == ["Dockers strike"]  # fmt: skip
    base.close()


def test_why_tells_of_the_edit() -> None:
    (event,) = find_events(EDITED, WALKED.id)
    told = "".join(explain(event, EDITED, Look(width=100)))
    assert f"{WALKED.id} · 2024-03 · date by hand · " in told
    assert "edited by hand" in told
    assert "  by hand    date was Tuesday, 12 March 2024 (articles/kztimeline.toml:3)\n" in told
    assert "  noted      see p. 3\n" in told


def test_what_is_hidden_can_be_asked_for() -> None:
    (event,) = find_events(EDITED, HIDDEN.id)
    assert "hidden by hand" in "".join(explain(event, EDITED, Look(width=100)))


def test_an_id_from_before_an_earlier_telling_still_finds_its_event() -> None:
    mention = WALKED.sources[1].mention
    assert [each.id for each in find_events(FIRST, mention.replace("mn-", "ev-"))] == [WALKED.id]


def test_the_difference_names_what_was_hidden_and_noted() -> None:
    diff = compare(FIRST, EDITED)
    assert [state.id for state in diff.hidden] == [HIDDEN.id]
    assert diff.gone == ()
    assert [state.id for state in diff.added] == [ADDED]
    (moved,) = diff.moved
    assert set(moved.fields) == {"edtf", "title", "certainty", "review", "tags", "note"}
    assert compare(EDITED, EDITED).is_empty


def test_notes_are_searched_and_hidden_ones_counted() -> None:
    assert [each.id for each in select(EDITED, Wanted(words="P. 3")).events] == [WALKED.id]
    assert select(EDITED, Wanted(words="P. 3")).hidden == ()
    made = list(summary(EDITED, "articles"))[1]
    assert made.endswith("5 confirmed or edited by hand, 1 hidden by hand")
