"""A made corpus is the same each time, grows at its end, and reads as articles do."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from kztimeline import IntakeRequest, Settings, build_timeline, open_intake
from kztimeline.evaluation.corpus import STORY, corpus, write_corpus

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def test_a_larger_one_begins_with_the_smaller() -> None:
    assert list(corpus(SAMPLES, 20)) == list(islice(corpus(SAMPLES, 100), 20))


def test_stories_have_names_and_days_of_their_own(tmp_path: Path) -> None:
    written = write_corpus(SAMPLES, tmp_path, 2 * STORY)
    timeline = build_timeline(open_intake(IntakeRequest((str(tmp_path),))), Settings())
    days = [account.anchor.interval for account in timeline.accounts]
    first, second = (
        {name for account in half for event in account.events for name in event.names}
        for half in (timeline.accounts[:STORY], timeline.accounts[STORY:])
    )

    assert written == sum(path.stat().st_size for path in tmp_path.rglob("*.txt"))
    assert len({day for day in days if day is not None}) > 5
    assert None not in days
    assert len(first & second) < min(len(first), len(second)) / 2
    assert any(event.article_count > 2 for event in timeline.events)
