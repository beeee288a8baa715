import msgspec
import pytest

from kztimeline.model import PartKind, Reason
from kztimeline.outputs.explain import IN_WORDS, explain, say
from kztimeline.outputs.look import Look
from kztimeline.outputs.matters import PARTS_IN_WORDS, matters
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import DayEntry, Part
from makers import make_story

STORY = """\
Tuesday 12 March 2024
  Dockers in Westport walked out
  {id} · 2024-03-12 · date derived · 2 articles ·
  corroborated

src-1  articles/herald.txt:4
  says       Dockers in Westport walked out on Tuesday, 12
             March.
  found      “Tuesday, 12 March” on line 4, by rule
             en/weekday.bare
  anchor     2024-03-15, stated; given in the header: “15
             March 2024”
  so         DATE 2024-03-12

src-2  articles/courier.txt:1
  says       Dockers stop work in Westport on Tuesday, the
             harbour master said.
  found      “Tuesday” on line 1, by rule en/weekday.bare
  anchor     the article's day is not known
  so         DATE 2024-03-12
  told by    the harbour master (“said”)
  told as    claimed

merged
  src-1 with src-2: same day +3.0 · two shared names +2.0 =
  +5.0 bits
"""


def test_whole_explanation() -> None:
    timeline = publish(make_story().timeline, "9.9")
    event = timeline.events[1]
    assert STORY.format(id=event.id) == "".join(explain(event, timeline, Look(60)))


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    assert IN_WORDS[reason] == say(reason.value)


def test_unknown_reason_is_shown_as_it_is() -> None:
    assert say("seen-in-a-dream") == "seen in a dream"


def test_why_it_matters_from_the_largest_part_down() -> None:
    timeline = publish(make_story().timeline, "9.9")
    event = msgspec.structs.replace(
        timeline.events[1],
        salience=0.55,
        why=(Part(PartKind.SURE, 0.025), Part(PartKind.CENTRAL, 0.6), Part(PartKind.LEANS, -0.075)),
    )
    day = DayEntry("2024-03-12", 5.5, (event.id,), (Part(PartKind.TOLD, 5.5),))
    told = msgspec.structs.replace(timeline, days=(day,))
    assert list(matters(event, told)) == [
        "0.55 of about 1",
        "+0.60  in the middle of what is told of its time",
        "-0.07  its line leans on what stands around it",
        "+0.03  its date stands in the words",
        "its day, 5.5 articles’ worth",
        "+5.50  articles tell what happened on it",
    ]


def test_every_part_has_words() -> None:
    assert set(PARTS_IN_WORDS) == set(PartKind)
