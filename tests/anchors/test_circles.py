"""Small stories: a few articles alike at all, each with its say of the year."""

from __future__ import annotations

import pytest

from drafts import draft_of, settled
from kztimeline.anchors.circles import Circles
from kztimeline.anchors.folder import Folder
from kztimeline.anchors.peers import Member, years_told
from kztimeline.model import Draft, Infer
from kztimeline.outputs.dating import dating_of

AGENCY = """\
HOLMVIK - The dam above Holmvik burst at dawn and the Lysna took the lower town with it.
Rescuers counted 31 dead by noon and Mayor Tove Aasnes feared for the mill quarter.
The Lysna dam was inspected by the firm Brodal & Sons and found sound.
"""
PAPER = """\
Questions for the inspectors of Holmvik
Survivors of the flood ask why the firm Brodal & Sons called the Lysna dam in Holmvik sound.
Tove Aasnes, the mayor, has asked the county for the papers of the inspection.
President {president} has promised help for the mill quarter.
"""
WEEKLY = """\
After the water
In the mill quarter of Holmvik the mud is gone and so are the mills.
Brodal & Sons, who inspected the Lysna dam, have hired lawyers; Tove Aasnes has hired better ones.
The dam burst on {date}, and the inquiry opened on {opened}.
"""


def drafts(**texts: str) -> list[Draft]:
    return [draft_of(text, f"{name}.txt") for name, text in texts.items()]


def told(*folder: Draft, infer: Infer = Infer.DAY) -> dict[str, str | None]:
    found = settled(*folder, infer=infer)
    return {name: dating_of(anchor.interval).date for name, anchor in found.items()}


def test_who_names_no_date_has_the_year_of_the_story() -> None:
    """Two weekday dates leave 2016 and 2022, the president one of them."""
    folder = drafts(
        agency=AGENCY,
        paper=PAPER.format(president="Joe Biden"),
        weekly=WEEKLY.format(date="Tuesday, March 15", opened="Monday, April 4"),
    )
    assert told(*folder)["agency.txt"] == "2022"


def test_a_stated_day_tells_the_year_of_articles_hardly_alike() -> None:
    weekly = WEEKLY.format(date="March 15", opened="April 4")
    folder = [draft_of(weekly, "weekly.txt", "2022-04-06"), *drafts(agency=AGENCY)]
    assert (told(*folder)["agency.txt"] or "")[:4] == "2022"


def test_an_article_alone_has_no_circle() -> None:
    folder = drafts(agency=AGENCY, other="A cabinet in Quarn fell over a tax on salt.\n")
    circles = Circles(Folder(folder, {}))
    assert circles.of(0) == circles.of(1) == {}


def test_a_crowd_is_no_circle() -> None:
    folder = [draft_of(AGENCY + f"Holmvik had {at} more dead.\n", f"{at}.txt") for at in range(13)]
    assert not Circles(Folder(folder, {})).of(0)
    assert sorted(Circles(Folder(folder[:12], {})).of(3)) == list(range(12))


def test_what_all_recall_counts_once() -> None:
    """Five reports of a trial name the year of the crime: that makes it no likelier their own."""
    heard = "The court of Holmvik heard of the flood of 2009, said witness"
    texts = {f"desk{at}": f"{AGENCY}{heard} {at}.\n" for at in range(5)}
    assert set(told(*drafts(**texts)).values()) == {None}


@pytest.mark.parametrize(("together", "likelier"), [(0.9, True), (0.0, False)])
def test_a_member_of_no_likeness_says_nothing(together: float, *, likelier: bool) -> None:
    members = [Member(0, 0.9, {}), Member(1, together, {2004: 3.0}), Member(2, 0.9, {})]
    found = years_told(members, 0, range(2002, 2005))
    assert found is not None
    loudest, own, years = found
    assert (loudest, own) == (1, 0.9)
    assert (years[2004] > years[2003]) is likelier


def test_nobody_says_anything() -> None:
    assert years_told([Member(0, 0.9, {}), Member(1, 0.9, {})], 0, range(2002, 2005)) is None
