"""Words side by side go with years: an article has those of its own."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.folder import Folder
from kztimeline.anchors.phrases import PhrasesClue
from kztimeline.model import Anchor, Infer, Reason

# Two councils, one after the other, in a paper that is for ever of one town.
OFFICES = (
    "Mayor Alderman Reeve Bailiff Warden Sheriff Beadle Clerk Marshal Constable Provost Steward"
)
EARLY_NAMES = "Lindqvist Pryce Oakes Stroud Tuck Hale Crane Dunne Egan Frome Gault Hythe"
LATE_NAMES = "Okafor Brand Amory Quayle Voss Inskip Jarrow Kemble Lorne Mardle Nairn Orme"
EARLY_MEN = ", ".join(map(" ".join, zip(OFFICES.split(), EARLY_NAMES.split(), strict=True)))
LATE_MEN = ", ".join(map(" ".join, zip(OFFICES.split(), LATE_NAMES.split(), strict=True)))
EARLY = f"Town notes\n{EARLY_MEN} met on the {{thing}}.\n"
LATE = f"Town notes\n{LATE_MEN} met on the {{thing}}.\n"
THINGS = ("quay", "pier", "lock", "mole", "slip", "ferry")


def paper() -> list[tuple[str, str]]:
    told = [(EARLY.format(thing=each), f"2009-0{at + 1}-12") for at, each in enumerate(THINGS)]
    late = [(LATE.format(thing=each), f"2014-0{at + 1}-12") for at, each in enumerate(THINGS)]
    return [*told, *late]


def clue(text: str, told: list[tuple[str, str]]) -> PhrasesClue | None:
    drafts = [draft_of(text, "sought.txt")]
    drafts += [draft_of(each, f"{at}.txt", day) for at, (each, day) in enumerate(told)]
    days = {at: drafts[at].anchors[0].interval for at in range(1, len(drafts))}
    stated = {at: day.first_day for at, day in days.items() if day and day.first_day}
    folder = Folder(drafts, stated)
    found = [each for each in folder.common_clues(0) if isinstance(each, PhrasesClue)]
    return found[0] if found else None


def test_phrases_of_a_year_speak_for_it() -> None:
    found = clue("Rain\nMayor Okafor and Alderman Brand sang for Reeve Amory.\n", paper())
    assert found
    assert found.floor(2014) > 0.0 > found.floor(2009)
    assert found.floor(2013) > found.floor(2009)


YEARS = range(2007, 2017)


def test_a_phrase_of_all_years_speaks_for_none() -> None:
    told = [("Notes\nThe Harbour Master of Torvik sang.\n", f"{year}-05-12") for year in YEARS]
    found = clue("Rain\nThe Harbour Master of Torvik slept.\n", told)
    assert found
    assert found.floor(2009) == pytest.approx(found.floor(2014), abs=0.2)


YEARS = range(2007, 2017)


def test_what_one_dated_article_has_is_no_phrase_of_its_year() -> None:
    told = [
        (EARLY.format(thing="quay"), "2009-01-12"),
        ("Rain\nIt rained in Torvik.\n", "2014-01-12"),
    ]
    assert clue("Sun\nMayor Lindqvist and Alderman Pryce met Harbour Master Tuck.\n", told) is None


def test_the_ground_is_the_loudest_phrase_where_it_stands() -> None:
    found = clue("Rain\nSo Mayor Okafor sang to the quay.\n", paper())
    assert found
    ground = found.ground(date(2014, 3, 1))
    assert ground
    assert ground.reason is Reason.PHRASE
    assert ground.cite.span
    assert ground.cite.span.of(found.article.text) == "Mayor Okafor"


def test_no_phrase_speaks_for_a_year_far_from_all() -> None:
    found = clue("Rain\nMayor Okafor and Alderman Brand sang.\n", paper())
    assert found
    assert found.ground(date(2001, 3, 1)) is None
    assert found.floor(2001) == pytest.approx(0.0)


def guess(text: str, infer: Infer) -> Anchor:
    told = [draft_of(each, f"{at}.txt", day) for at, (each, day) in enumerate(paper())]
    return settled(*told, draft_of(text, "sought.txt"), infer=infer)["sought.txt"]


@pytest.mark.parametrize(("men", "year"), [(EARLY_MEN, 2009), (LATE_MEN, 2014)])
def test_who_must_answer_hears_them(men: str, year: int) -> None:
    told = " ".join(f"The song of {man} is long." for man in men.split(", "))
    anchor = guess(f"Songs of the valley and of its sheep\n{told}\n", Infer.ALL)
    assert anchor.interval
    assert anchor.interval.first_day
    assert anchor.interval.first_day.year == year
    assert Reason.PHRASE in {step.reason for step in anchor.steps}
