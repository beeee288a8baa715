"""Which lines say the same in other words, and which only look alike."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from attacks import story
from kztimeline.model import Modality
from kztimeline.outputs.records import Event
from kztimeline.outputs.repeats import Lines

WHOLE = story()
MONDAY, TUESDAY = "2024-03-11", "2024-03-12"
# The rest of the story: which of its words are common, and which rare.
REST = (
    "Dockers in Orrin walked out over pay",
    "The dockers voted for a strike",
    "Orrin’s port stood still",
    "The union of the dockers met the port’s owners",
    "Police in Orrin arrested two dockers",
    "The mayor of Orrin spoke to the strikers",
    "Rain fell on the strikers at the port",
    "Ilves told parliament that the strike in Orrin harmed trade",
    "Ships waited off Orrin for nine days",
    "Owners of the port offered higher pay",
    "The strike in Orrin ended",
    "Ilves thanked the police",
    "A judge in Lund heard the case of the port",
    "Thousands of people marched in Orrin",
    "A fire broke out in a warehouse",
    "Two people died in the fire",
    "The president of the union resigned",
    "Eva Lind was elected president of the union",
    "Tom Berg was charged with arson",
)


def event(title: str, day: str = MONDAY, who: tuple[str, ...] = (), quote: str = "") -> Event:
    told = replace(
        WHOLE.events[1], title=title, date=day, earliest=day, latest=day, edtf=day, who=who,
        modality=Modality.HAPPENED,
    )  # fmt: skip
    source = told.sources[0]
    selector = replace(source.selector, exact=quote or title)
    return replace(told, sources=(replace(source, selector=selector),))


def is_new(line: Event, told: Event) -> bool:
    rest = tuple(event(title) for title in REST)
    lines = Lines(replace(WHOLE, events=(told, line, *rest)))
    lines.add(told)
    return lines.is_new(line)


SAME = [
    (
        "A quake of magnitude 7 shook Orrin at 16:53 local time",
        "The 7.0-magnitude earthquake shook Orrin",
    ),
    (
        "Dockers in Orrin walked out over pay",
        "Over their pay the dockers of Orrin walked out",
    ),
    (
        "Police detained Tom Berg in Orrin on suspicion of arson",
        "Tom Berg was arrested for arson in Orrin",
    ),
    (
        "The president of the union, Eva Lind, resigned",
        "Eva Lind quit as president of the dockers’ union",
    ),
    (
        "Thousands of demonstrators filled the streets of Orrin",
        "Demonstrations by thousands filled Orrin’s streets",
    ),
    (
        "Two workers were killed by the fire in the warehouse",
        "The warehouse fire claimed the lives of two workers",
    ),
    (
        "Owners of the port dismissed forty dockers",
        "Forty dockers were fired by the port’s owners",
    ),
    (
        "Parliament approved a law that bans strikes in ports",
        "A ban on strikes in ports was passed by parliament",
    ),
    (
        "A court in Lund sentenced Tom Berg to nine years in prison",
        "Tom Berg was jailed for nine years by a court in Lund",
    ),
]

OTHER = [
    (
        "Dockers in Orrin walked out over pay",
        "The dockers of Orrin went back to work",
    ),
    (
        "Police in Orrin arrested two dockers",
        "Police in Orrin released two dockers",
    ),
    (
        "The union of the dockers met the port’s owners",
        "The union of the dockers met the mayor of Orrin",
    ),
    (
        "A fire broke out in a warehouse in Orrin",
        "A crane fell on a warehouse in Orrin",
    ),
    (
        "Parliament approved a law that bans strikes in ports",
        "Parliament rejected a law that bans strikes in ports",
    ),
    (
        "Two people died in the fire",
        "Nine people were hurt in the fire",
    ),
    (
        "The court heard the dockers",
        "The court heard the owners",
    ),
]


@pytest.mark.parametrize(("told", "line"), SAME)
def test_a_paraphrase_is_nothing_new(told: str, line: str) -> None:
    assert not is_new(event(line), event(told))
    assert not is_new(event(told), event(line))


@pytest.mark.parametrize(("told", "line"), OTHER)
def test_what_only_looks_alike_is_new(told: str, line: str) -> None:
    assert is_new(event(line), event(told))
    assert is_new(event(told), event(line))


def test_one_act_on_two_persons_is_two_happenings() -> None:
    told = event("Eva Lind was fired by the owners of the port", who=("Eva Lind",))
    line = event("Tom Berg was fired by the owners of the port", who=("Tom Berg",))
    assert is_new(line, told)


def test_a_toll_that_rises_from_day_to_day_is_news() -> None:
    told = event("The fire in the warehouse killed 12 people")
    line = event("The fire in the warehouse killed 31 people", TUESDAY)
    assert is_new(line, told)
    assert not is_new(replace(line, date=MONDAY, earliest=MONDAY, latest=MONDAY), told)


def test_a_plan_and_the_day_it_is_done_are_two() -> None:
    plan = replace(event("Eva Lind resigns as president of the union"), modality=Modality.PLANNED)
    assert is_new(event("Eva Lind resigned as president of the union", TUESDAY), plan)


def test_what_the_quote_of_a_told_line_tells_too_is_nothing_new() -> None:
    quote = "After a night of talks the owners gave in, and the harbour master opened the locks."
    told = event("The owners gave in after a night of talks", quote=quote)
    assert not is_new(event("The harbour master opened the locks"), told)
    assert is_new(event("The harbour master opened the locks", TUESDAY), told)
