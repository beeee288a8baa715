"""Who must answer hears everything; clues that left the day open count for less then."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import draft_of, settings
from kztimeline.anchors import settle_anchors
from kztimeline.anchors.clues import Clue, Softened
from kztimeline.anchors.solutions import Solution
from kztimeline.anchors.solve import solve
from kztimeline.anchors.year_clues import YearsClue
from kztimeline.model import Infer

MILL = """Mill notes
The mill of Torvik was sold in 2011, its boys say. The weir broke in March, and the miller swam.
"""
RAIN = "Rain\nIt rained at Torvik mill, and the miller of the weir swam home in the {thing}.\n"
DAYS = ("2012-03-09", "2012-06-01", "2015-02-03")


def solution() -> Solution:
    drafts = [draft_of(RAIN.format(thing=day), f"{day}.txt", day) for day in DAYS]
    drafts.append(draft_of(MILL, "sought.txt"))
    anchoring = settings(Infer.ALL).anchoring
    anchors = [each.anchor for each in settle_anchors(drafts, anchoring, is_whole=False)]
    (found,) = solve(drafts, anchors, anchoring).values()
    return found


def of_years(clues: tuple[Clue, ...]) -> Clue:
    return next(each for each in clues if isinstance(getattr(each, "clue", each), YearsClue))


def test_what_left_the_day_open_counts_for_less_in_a_guess() -> None:
    found = solution()
    assert found.guess
    loud, soft = of_years(found.clues), of_years(found.guess.clues)
    day = date(2012, 3, 9)
    assert 0.0 < soft.bits(day) < loud.bits(day)
    assert 0.0 < soft.floor(2012) < loud.floor(2012)


def test_a_softened_clue_says_the_same_in_a_lower_voice() -> None:
    loud = of_years(solution().clues)
    soft = Softened(loud, 0.5)
    day = date(2012, 3, 9)
    assert soft.bits(day) == pytest.approx(0.5 * loud.bits(day))
    assert soft.floor(2019) == pytest.approx(0.5 * loud.floor(2019))
    heard, said = soft.ground(day), loud.ground(day)
    assert heard
    assert said
    assert heard._replace(bits=said.bits) == said
    assert heard.bits == pytest.approx(0.5 * said.bits)
    assert list(soft.days()) == list(loud.days())
