"""The undated copies of the stories, their days given by a manifest, against gold made by hand.

Floors, not targets: they stand a little under what is reached, so that a change that loses some
is seen. What each measure means is in its function.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cluster_scores import b_cubed, mentions, pairwise
from kztimeline.cli.app import program

HERE = Path(__file__).resolve().parent
FLOORS = {
    "kazakhstan-january-2022": {
        "anchors": 1.0,
        "dates": 0.97,
        "events": 0.90,
        "true": 0.98,
        "told": 0.80,
        "figures": 0.90,
        "pairs": 0.74,
        "clusters": 0.87,
    },
    "brannay-ferry": {
        "anchors": 1.0,
        "dates": 0.97,
        "events": 0.90,
        "true": 0.98,
        "told": 1.0,
        "figures": 0.85,
        "pairs": 0.85,
        "clusters": 0.93,
    },
}
ROWS = [(story, measure, floor) for story, row in FLOORS.items() for measure, floor in row.items()]


@cache
def gold_of(story: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((HERE / story / "gold.json").read_text(encoding="utf-8"))
    return gold


@cache
def output(story: str, *command: str) -> str:
    folder = HERE / story
    arguments = [*command, str(folder / "articles"), "--manifest", str(folder / "manifest.csv")]
    result = CliRunner().invoke(program(), [*arguments, "-q"])
    assert result.exit_code == 0, result.output
    return result.stdout


def dates_of(story: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output(story, "dates", "-f", "jsonl").splitlines()]


def timeline_of(story: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(output(story, "build", "-f", "json"))
    return told


def key(path: str) -> str:
    return Path(path).name[:3]


def anchors(story: str) -> float:
    """Share of articles that speak from an accepted day."""
    found = {Path(a["path"]).name: a["anchor"]["date"] for a in timeline_of(story)["articles"]}
    wanted = gold_of(story)["articles"]

    return sum(found[name] in gold["anchor"] for name, gold in wanted.items()) / len(wanted)


def is_mention(row: dict[str, Any], mention: dict[str, Any]) -> bool:
    one, other = row["text"].lower(), mention["text"].lower()
    place = (key(row["path"]), row["line"])
    return place == (mention["file"], mention["line"]) and (one in other or other in one)


def dates(story: str) -> float:
    """Share of gold expressions found with an accepted value."""
    rows = dates_of(story)
    wanted = [mention for mention in gold_of(story)["mentions"] if not mention.get("optional")]
    right = [
        any(is_mention(row, mention) and row["value"] in mention["accept"] for row in rows)
        for mention in wanted
    ]

    return sum(right) / len(right)


def true(story: str) -> float:
    """Share of the calendar dates we report that are time expressions at all."""
    mentions = gold_of(story)["mentions"]
    rows = [
        row
        for row in dates_of(story)
        if row["type"] in {"DATE", "TIME"} and row["value"] and not row["value"].endswith("_REF")
    ]

    return sum(any(is_mention(row, m) for m in mentions) for row in rows) / len(rows)


def events(story: str) -> float:
    """Share of gold events that stand on an accepted day and cite a line that tells them."""
    told = timeline_of(story)["events"]
    wanted = gold_of(story)["events"]
    return sum(any(tells(event, gold) for event in told) for gold in wanted) / len(wanted)


def tells(event: dict[str, Any], gold: dict[str, Any]) -> bool:
    cited = {f"{key(source['path'])}:{source['line']}" for source in event["sources"]}
    words = " ".join([event["title"], *(s["selector"]["exact"] for s in event["sources"])]).lower()
    last = event["date_end"]
    day = f"{event['date']}/{last}" if last else event["date"]
    has_words = all(re.search(pattern, words) for pattern in gold.get("words", ()))
    return day in gold["accept"] and bool(cited & set(gold["must"])) and has_words


def told_as(story: str) -> float:
    """Share of gold events with a modality that the event citing most of their lines has too."""
    events = timeline_of(story)["events"]
    wanted = [gold for gold in gold_of(story)["events"] if "modality" in gold]

    def lines(event: dict[str, Any]) -> set[str]:
        return {f"{key(source['path'])}:{source['line']}" for source in event["sources"]}

    def right(gold: dict[str, Any]) -> bool:
        must = set(gold["must"])
        found = [event for event in events if tells(event, gold)]
        best = max(found, key=lambda event: len(lines(event) & must), default={})
        return best.get("modality") == gold["modality"]

    return sum(map(right, wanted)) / len(wanted)


def figures(story: str) -> float:
    """Share of the gold numbers, an article each, that one group of the thing holds together."""
    told = timeline_of(story)["figures"]
    wanted = gold_of(story)["figures"]
    found = [max((held(group, gold) for group in told), default=0) for gold in wanted]
    return sum(found) / sum(len(gold["values"]) for gold in wanted)


def held(group: dict[str, Any], gold: dict[str, Any]) -> int:
    """In how many articles a group of the thing has the gold number, among two at most."""
    if not re.search(gold["unit"], f"{group['unit']} {group['about']}"):
        return 0
    said: dict[str, set[float]] = {}
    for reading in group["readings"]:
        for source in reading["sources"]:
            said.setdefault(key(source["path"]), set()).add(reading["value"])
    return sum(
        value in said.get(name, ()) and len(said[name]) <= 2
        for name, value in gold["values"].items()
    )


def pairs(story: str) -> float:
    """Pairwise F: are the tellings together that tell one gold event?"""
    return pairwise(mentions(timeline_of(story), gold_of(story))).f


def clusters(story: str) -> float:
    """B³ F over the lines that tell a gold event."""
    return b_cubed(mentions(timeline_of(story), gold_of(story))).f


MEASURES = {
    "anchors": anchors,
    "dates": dates,
    "events": events,
    "true": true,
    "told": told_as,
    "figures": figures,
    "pairs": pairs,
    "clusters": clusters,
}


@pytest.mark.parametrize(("story", "measure", "floor"), ROWS)
def test_case_keeps_its_floor(story: str, measure: str, floor: float) -> None:
    assert MEASURES[measure](story) >= floor
