"""How much of the story hangs on an event and on a day, and which line tells an event best."""

from __future__ import annotations

from datetime import date
from math import fsum, isclose

import pytest
from msgspec.structs import replace

from cluster_makers import BACKGROUND, FRIDAY, TUESDAY, WEDNESDAY, Paper, Telling, account, merge
from kztimeline.clusters import link_events, merge_events
from kztimeline.model import (
    DaySalience,
    Merged,
    MergedEvent,
    MergeSettings,
    Modality,
    NamedDay,
    PartKind,
)
from kztimeline.temporal import Interval

SANK = Telling("The ferry Aurora sank off Cape Lind in a gale with forty cars.")
SANK_TOO = Telling("Off Cape Lind the ferry Aurora sank in a gale; forty cars were lost.")
ASIDE = Telling("Beekeepers met in the town hall for tea and cake.", names=())
LATER = Interval.of(2024, 5, 20)
STORY = (
    Paper("herald", (SANK, ASIDE)),
    Paper("courier", (SANK_TOO,)),
    Paper("mail", (replace(SANK, text="Divers found the ferry Aurora near Lind.", when=FRIDAY),)),
)


def merged(*papers: Paper) -> Merged:
    return merge_events(link_events([account(paper) for paper in papers], MergeSettings()))


def telling_of(merged: Merged, words: str) -> MergedEvent:
    """The event that any of its lines tells with these words."""
    (found,) = (e for e in merged.events if any(words in m.title for m in e.members))
    return found


def parts_of(of: MergedEvent | DaySalience) -> dict[PartKind, float]:
    return {part.kind: part.value for part in of.parts}


def test_salience_is_the_sum_of_its_parts() -> None:
    for event in merged(*STORY, *BACKGROUND).events:
        total = fsum(part.value for part in event.parts)
        assert isclose(event.salience, max(0.0, total), abs_tol=1e-4)
        assert 0.0 <= event.salience <= 1.05


def test_what_is_at_the_middle_of_its_day_outweighs_what_is_told_aside() -> None:
    told = merged(*STORY)
    sank, met = telling_of(told, "sank"), telling_of(told, "met in")
    assert sank.salience > met.salience
    assert parts_of(sank)[PartKind.CENTRAL] > parts_of(met).get(PartKind.CENTRAL, 0.0)


def test_two_voices_outweigh_one() -> None:
    one, two = merged(*STORY[:1], STORY[2]), merged(*STORY)
    assert PartKind.VOICES not in parts_of(telling_of(one, "sank"))
    assert parts_of(telling_of(two, "sank"))[PartKind.VOICES] > 0


def test_what_happened_outweighs_what_is_planned() -> None:
    (sank,) = merge(Paper("herald", (SANK,)))
    (will,) = merge(Paper("herald", (replace(SANK, modality=Modality.PLANNED),)))
    assert sank.salience > will.salience


@pytest.mark.parametrize(
    "worse",
    [
        "(Update) The ferry Aurora sank off Cape Lind in a gale with forty cars.",
        "Witness: The ferry Aurora sank off Cape Lind in a gale with forty cars.",
        "She sank, the ferry Aurora, off Cape Lind in a gale with forty cars.",
        "We saw that the ferry Aurora sank off Cape Lind in a gale with forty cars.",
        "Sank: the ferry.",
        "The ferry Aurora sank off Cape Lind in a gale with all that was on it.",
        "Meanwhile the ferry Aurora sank off Cape Lind in a gale with forty cars.",
        "The ferry Aurora sank off Cape Lind in a gale with forty cars!",
        "Who knew that the ferry Aurora sank off Cape Lind in a gale with forty cars?",
        "@lind The ferry Aurora sank off Cape Lind in a gale with forty cars.",
        "The ferry Aurora sank off Cape Lind in a gale with forty cars | Share",
        "READ ALSO OUR REPORT The ferry Aurora sank off Cape Lind in a gale.",
    ],
)
def test_a_line_that_stands_by_itself_is_told_first(worse: str) -> None:
    """Whichever article is the older."""
    bad = replace(SANK, text=worse, names=("Aurora",))
    for days in ((TUESDAY, WEDNESDAY), (WEDNESDAY, TUESDAY)):
        event = telling_of(
            merged(Paper("herald", (bad,), days[0]), Paper("courier", (SANK,), days[1])),
            "in a gale",
        )
        best = event.members[0]
        assert best.title == SANK.text.rstrip(".")


def test_a_line_that_says_the_same_again_is_worth_less() -> None:
    """Two lines alike in words, on one day, that are not one happening."""
    arrest = Telling("Police in Orrin arrested Ada Holt over the sinking of the ferry Aurora.")
    denied = replace(arrest, text=f"Later {arrest.text}", negated=True)
    told = merged(Paper("herald", (arrest, ASIDE)), Paper("courier", (denied,)))
    both = [event for event in told.events if "Ada Holt" in event.title]
    assert len(both) == 2
    weaker = min(both, key=lambda event: event.salience)
    assert parts_of(weaker)[PartKind.REPEATS] < 0


def test_a_day_counts_the_articles_that_tell_it() -> None:
    days = {day.day: day for day in merged(*STORY).days}
    tuesday, friday = days[date(2024, 3, 12)], days[date(2024, 3, 15)]
    assert parts_of(tuesday)[PartKind.TOLD] > parts_of(friday)[PartKind.TOLD]
    assert tuesday.salience == round(fsum(part.value for part in tuesday.parts), 4)


def test_an_article_on_something_else_counts_for_less() -> None:
    """The same sentence, alone and among those of a beekeepers' club."""
    found = Telling("Divers found the ferry Aurora near Lind.", when=FRIDAY)
    bees = Telling("Beekeepers of the valley chose a new chairman at their hall.", names=())
    other = Paper("club", (replace(found, when=WEDNESDAY), ASIDE, bees))
    days = {day.day: day for day in merged(*STORY[:2], Paper("mail", (found,)), other).days}
    alone, among = days[date(2024, 3, 15)], days[date(2024, 3, 13)]
    assert parts_of(alone)[PartKind.TOLD] > parts_of(among)[PartKind.TOLD] > 0


def test_a_day_that_is_named_when_it_is_old_news_has_lasted() -> None:
    def told(day: Interval) -> dict[PartKind, float]:
        accounts = [account(paper) for paper in (*STORY, Paper("later", (SANK,), day))]
        named = replace(accounts[-1], named=(NamedDay(date(2024, 3, 12), 0),))
        linked = link_events([*accounts[:-1], named], MergeSettings())
        days = {day.day: day for day in merge_events(linked).days}
        return parts_of(days[date(2024, 3, 12)])

    soon, late = told(FRIDAY), told(LATER)
    assert soon[PartKind.NAMED] == late[PartKind.NAMED] > 0
    assert PartKind.LASTING not in soon
    assert late[PartKind.LASTING] == pytest.approx(2 * late[PartKind.NAMED], abs=1e-3)


def test_a_month_names_no_day() -> None:
    told = merged(Paper("herald", (replace(SANK, when=Interval.of(2024, 3)),)))
    assert told.days == ()


def test_an_article_of_another_story_does_not_throw_it_over() -> None:
    """What leads a day leads it still when an article on something else is added."""
    other = Paper("other", (Telling("A comet was seen over the southern bay."),))
    before, after = merged(*STORY, *BACKGROUND), merged(*STORY, *BACKGROUND, other)
    ranked = [
        [event.id for event in sorted(told.events, key=lambda event: -event.salience)][:3]
        for told in (before, after)
    ]
    assert ranked[0] == ranked[1]


def test_a_line_that_names_other_days_only_is_not_told_first() -> None:
    """Though it came first: whoever reads it would take it for that day."""
    bad = account(Paper("herald", (replace(SANK, text=f"On Monday, {SANK.text}"),), TUESDAY))
    bad = replace(bad, named=(NamedDay(date(2024, 3, 11), 0),))
    linked = link_events([bad, account(Paper("courier", (SANK_TOO,)))], MergeSettings())
    best = telling_of(merge_events(linked), "sank").members[0]
    assert best.title == SANK_TOO.text.rstrip(".")
