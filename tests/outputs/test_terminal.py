import pytest
from rich.cells import cell_len
from rich.text import Text

from kztimeline.model import Account, Certainty, Modality, Reading, Status
from kztimeline.outputs.as_terminal import write_terminal
from kztimeline.outputs.look import Look, row
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Timeline
from kztimeline.temporal import DateKind, Interval
from makers import (
    FRIDAY,
    make_anchor,
    make_article,
    make_event,
    make_merged,
    make_story,
    make_time,
    make_timeline,
)

STORY_AT_60 = """\
Background
  ● 1998  The union was founded                 herald.txt:6

Tuesday 12 March 2024
  ● Dockers in Westport walked out           herald.txt:4 +1
  + 2 more on this day (--all shows them)

Monday 18 March 2024
  ◇ The port will reopen               planned  herald.txt:5

  + 1 statement without a date

Figures on which sources differ
  ≠ strikers, workers  at least 300 (herald.txt:4) · about
                       450 (courier.txt:2)

  ● dated in the text   ◇ planned or supposed
"""
EVERYTHING_AT_80 = """\
Background
  ● 1998  The union was founded                                     herald.txt:6

Tuesday 12 March 2024
  ● Dockers in Westport walked out                               herald.txt:4 +1
  ○ At least 300 workers joined                                     herald.txt:4
  ○ Some 450 workers took part                                     courier.txt:2

Monday 18 March 2024
  ◇ The port will reopen                                   planned  herald.txt:5

Date not known
  · The mayor called for calm                                      courier.txt:2

Figures on which sources differ
  ≠ strikers, workers  at least 300 (herald.txt:4) · about 450 (courier.txt:2)

  ● dated in the text   ○ date inferred   ◇ planned or supposed
"""


def screen(timeline: Timeline, **look: object) -> str:
    return "".join(write_terminal(timeline, Look(**look)))


def story() -> Timeline:
    return publish(make_story().timeline, "9.9")


def test_whole_screen_at_60() -> None:
    assert screen(story(), width=60) == STORY_AT_60


def test_everything_at_80() -> None:
    assert screen(story(), width=80, everything=True) == EVERYTHING_AT_80


def test_ascii_terminal_gets_ascii() -> None:
    shown = screen(story(), width=60, encoding="ascii")
    assert shown.isascii()
    assert "  > The port will reopen               planned  herald.txt:5\n" in shown
    assert "  * dated in the text   > planned or supposed\n" in shown


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b" not in screen(story())
    coloured = screen(story(), colour=True)
    assert "\x1b[32m●\x1b[0m" in coloured
    assert "\x1b[1mTuesday 12 March 2024\x1b[0m" in coloured


LONG = (
    "Dockers in Westport walked out after talks with the harbour company about night shifts, pay "
    "and the new cranes had failed for the third time since the autumn"
)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_screen_and_no_word_is_cut(width: int) -> None:
    article = make_article(locator="articles/the-westport-herald-2024-03-15.txt")
    event = make_event(article, title=LONG)
    timeline = one(article, event)
    lines = screen(timeline, width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    told = " ".join(line.strip() for line in lines[1:])
    assert told.startswith(f"● {LONG}")


def one(article: object, *events: object, **merged: object) -> Timeline:
    account = Account(article, make_anchor(article), (), events)
    told = [make_merged(*events, **merged)]
    return publish(make_timeline(account, events=told), "9.9")


def test_wide_letters_count_two_cells() -> None:
    article = make_article()
    shown = screen(one(article, make_event(article, title="港" * 40)), width=60)
    assert max(cell_len(line) for line in shown.splitlines()) <= 60


def test_text_of_an_article_is_no_markup() -> None:
    article = make_article()
    shown = screen(one(article, make_event(article, title="[bold]a[/bold] [/x] \x1b[31mred")))
    assert "● [bold]a[/bold] [/x] red" in shown
    assert "\x1b" not in shown


def test_clock_and_claim_stand_beside_the_title() -> None:
    article = make_article()
    event = make_event(
        article,
        title="The hall was stormed",
        time=make_time(article, "Tuesday", FRIDAY, clock="14:30"),
        modality=Modality.CLAIMED,
        speaker="the mayor",
    )
    assert (
        screen(one(article, event), width=74).splitlines(keepends=True)[1]
        == "  ● 14:30  The hall was stormed         claimed by the mayor  herald.txt:1\n"
    )


def disagreement() -> Timeline:
    left, right = make_article(), make_article(locator="articles/courier.txt")
    thursday = Interval.of(2024, 3, 14)
    events = [
        make_event(left, title="The ship sailed"),
        make_event(right, title="The ship left", when=thursday),
    ]
    readings = [
        Reading(FRIDAY, DateKind.INSTANT, (events[0].id,)),
        Reading(thursday, DateKind.INSTANT, (events[1].id,)),
    ]
    accounts = [
        Account(article, make_anchor(article), (), (event,))
        for article, event in zip((left, right), events, strict=True)
    ]
    merged = make_merged(*events, status=Status.CONFLICT, readings=readings)
    return publish(make_timeline(*accounts, events=[merged]), "9.9")


def test_disagreement_shows_both_readings() -> None:
    assert screen(disagreement(), width=60) == (
        "Friday 15 March 2024\n"
        "  ≠ The ship sailed                          herald.txt:1 +1\n"
        "    15 March 2024 (herald.txt:1) · 14 March 2024\n"
        "    (courier.txt:1)\n"
        "\n"
        "  ≠ sources disagree on the date\n"
    )


@pytest.mark.parametrize(
    ("voices", "articles", "label"),
    [
        (1, 2, "herald.txt:1 +1 copy"),
        (1, 3, "herald.txt:1 +2 copies"),
        (2, 3, "herald.txt:1 +2 (2 voices)"),
        (3, 3, "herald.txt:1 +2"),
    ],
)
def test_copies_are_not_counted_as_voices(voices: int, articles: int, label: str) -> None:
    names = ("herald", "courier", "bulletin")[:articles]
    read = [make_article(locator=f"articles/{name}.txt") for name in names]
    events = [make_event(article) for article in read]
    accounts = [
        Account(article, make_anchor(article), (), (event,))
        for article, event in zip(read, events, strict=True)
    ]
    merged = make_merged(*events, voices=voices)
    timeline = publish(make_timeline(*accounts, events=[merged]), "9.9")
    assert screen(timeline).splitlines()[1].endswith(f"  {label}")


def test_a_day_without_a_firm_date_shows_its_most_salient_event() -> None:
    article = make_article("One came. Two came. Three came. Four came.\n")
    events = [
        make_event(article, index, certainty=Certainty.INFERRED, order=index) for index in range(4)
    ]
    merged = [
        make_merged(event, salience=salience)
        for event, salience in zip(events, (0.1, 0.2, 0.9, 0.3), strict=True)
    ]
    account = Account(article, make_anchor(article), (), tuple(events))
    shown = screen(publish(make_timeline(account, events=merged), "9.9"), width=60)
    assert shown.splitlines()[:3] == [
        "Friday 15 March 2024",
        "  ○ Three came                                  herald.txt:1",
        "  + 3 more on this day (--all shows them)",
    ]


def test_empty_timeline_says_what_to_do() -> None:
    assert screen(publish(make_timeline(), "9.9"), width=60) == (
        "No dated events\n"
        "  The articles state no dates, or --since, --until, --grep\n"
        "  and the like left none.\n"
    )


def test_only_undated_statements_say_how_to_date_them() -> None:
    article = make_article()
    event = make_event(article, when=None)
    account = Account(article, make_anchor(article, None), (), (event,))
    timeline = publish(make_timeline(account, undated=[make_merged(event)]), "9.9")
    assert screen(timeline) == (
        "No dated events\n"
        "  Nothing says on which day these statements fall: name the day of the articles\n"
        "  with --anchor 2022-01-11, or of each in a table with --manifest FILE.\n"
        "\n"
        "  + 1 statement without a date (--all shows them)\n"
    )


@pytest.mark.parametrize("width", range(60, 90))
def test_nothing_at_the_right_edge_takes_no_line(width: int) -> None:
    look = Look(width=width)
    words = look.text("date was Sunday, 2 January 2022, title was “The trouble began in the east”")
    assert [line.plain.strip() for line in row(look, Text(" "), words, Text())][-1]
