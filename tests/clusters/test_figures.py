"""Numbers for one thing across articles: one group a thing, agreed, disputed or revised."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluster_makers import BACKGROUND, FRIDAY, WEDNESDAY, Paper, Telling, account
from kztimeline.clusters import link_events, merge_events
from kztimeline.model import Account, Figure, FigureStatus, MergeSettings, Modality
from kztimeline.temporal import Interval

THURSDAY = Interval.of(2024, 3, 14)


def count(
    text: str, value: float, unit: str, comparator: str | None = None, about: str = ""
) -> Telling:
    return Telling(text, numbers=((value, unit, comparator, about),), names=("Orrin", "Ilves"))


def toll(text: str, value: float, comparator: str | None = None) -> Telling:
    return count(text, value, "people", comparator, "killed")


def figures(*papers: Paper) -> tuple[Figure, ...]:
    return merge_events(link_events([account(paper) for paper in papers], MergeSettings())).figures


def told(figure: Figure) -> list[float]:
    return [claim.quantity.value for claim in figure.claims]


def test_words_for_one_thing_meet() -> None:
    papers = (
        Paper("herald", (count("Some 300 soldiers came to Orrin.", 300, "soldiers"),)),
        Paper("courier", (count("Ilves sent 350 peacekeepers.", 350, "peacekeepers"),)),
    )
    (figure,) = figures(*papers)
    assert (figure.about, figure.status) == ("troops", FigureStatus.DISAGREE)
    assert told(figure) == [300, 350]


def test_people_killed_and_people_detained_are_two_things() -> None:
    text = "At least 12 people died and police detained 30 people."
    both = Telling(
        text,
        numbers=((12, "people", "at-least", "killed"), (30, "people", None, "detained")),
        names=("Orrin", "Ilves"),
    )
    again = Telling(
        "The storm killed 12 people, while police arrested 30 people.",
        numbers=((12, "people", None, "killed"), (30, "people", None, "detained")),
        names=("Orrin", "Ilves"),
    )
    found = figures(Paper("herald", (both,)), Paper("courier", (again,)))
    assert [(f.about, f.status) for f in found] == [
        ("people detained", FigureStatus.AGREE),
        ("people killed", FigureStatus.AGREE),
    ]


@pytest.mark.parametrize(
    ("days", "values", "status"),
    [
        ((WEDNESDAY, THURSDAY), (12, 14), FigureStatus.REVISED),
        ((WEDNESDAY, THURSDAY), (14, 12), FigureStatus.REVISED),
        ((FRIDAY, FRIDAY), (12, 14), FigureStatus.DISAGREE),
        ((None, FRIDAY), (12, 14), FigureStatus.DISAGREE),
        ((WEDNESDAY, FRIDAY), (12, 12), FigureStatus.AGREE),
    ],
)
def test_a_toll_that_moves_with_the_days_is_revised(
    days: tuple[Interval | None, Interval], values: tuple[int, int], status: FigureStatus
) -> None:
    papers = [
        Paper(name, (toll(f"{value} people died, the {name} says.", value),), day)
        for name, day, value in zip(("herald", "courier"), days, values, strict=True)
    ]
    (figure,) = figures(*papers)
    assert figure.status == status


def test_up_and_down_again_is_no_revision() -> None:
    papers = [
        Paper(f"paper-{at}", (toll(f"{value} people died.", value),), day)
        for at, (day, value) in enumerate(((WEDNESDAY, 12), (THURSDAY, 15), (FRIDAY, 13)))
    ]
    (figure,) = figures(*papers)
    assert figure.status == FigureStatus.DISAGREE


def test_a_bound_that_allows_the_number_agrees() -> None:
    papers = (
        Paper("herald", (toll("More than 100 people died.", 100, "more-than"),)),
        Paper("courier", (toll("The storm killed 164 people.", 164),)),
    )
    (figure,) = figures(*papers)
    assert figure.status == FigureStatus.AGREE


def test_one_voice_gives_no_figure() -> None:
    one = toll("The storm killed 164 people in Orrin.", 164)
    assert figures(Paper("herald", (one,))) == ()
    assert figures(Paper("herald", (one,)), Paper("copy", (one,), more="x")) == ()


def test_numbers_of_other_sizes_count_other_things() -> None:
    papers = (
        Paper("herald", (count("Some 300 soldiers came.", 300, "soldiers"),)),
        Paper("courier", (count("The army has 90,000 soldiers.", 90_000, "soldiers"),)),
    )
    assert figures(*papers) == ()


def test_tolls_of_two_stories_stay_apart() -> None:
    left = Telling(
        "12 people died.", numbers=((12, "people", None, "killed"),), names=("Orrin", "Ilves")
    )
    right = Telling(
        "13 people died.", numbers=((13, "people", None, "killed"),), names=("Lund", "Rees")
    )
    assert figures(Paper("herald", (left,)), Paper("courier", (right,))) == ()


def test_two_tellings_of_one_happening_meet_whatever_names_stand_elsewhere() -> None:
    """Each paper names its own people beside the wreck; of one wreck they give two tolls."""
    text = "The coach fell into the Orrin gorge near Vell, and {} people died."
    far = ("Ilves", "Aune"), ("Lund", "Rees")
    papers = [
        Paper(
            name,
            (
                Telling(
                    text.format(value),
                    numbers=((value, "people", None, "killed"),),
                    names=("Orrin",),
                ),
                Telling("A vigil was held.", names=names, sentence=4),
            ),
        )
        for name, value, names in zip(("herald", "courier"), (12, 13), far, strict=True)
    ]
    (figure,) = figures(*papers)
    assert told(figure) == [12, 13]


def test_tolls_a_year_apart_stay_apart() -> None:
    one = toll("The storm killed 164 people.", 164)
    other = toll("Some 160 people died.", 160)
    papers = (Paper("herald", (one,)), Paper("courier", (other,), Interval.of(2023, 3, 15)))
    assert figures(*papers) == ()


def test_a_toll_of_long_ago_is_not_the_toll_of_today() -> None:
    text = "A storm killed 160 people in 2019."
    old = replace(toll(text, 160), when=Interval.of(2019))
    new = toll("The storm killed 164 people.", 164)
    assert figures(Paper("herald", (new,)), Paper("courier", (old,))) == ()


def test_a_toll_of_long_ago_has_its_year_beside_it() -> None:
    papers = [
        Paper(f"paper-{n}", (replace(toll(f"{n} people died.", n), when=Interval.of(2019)),))
        for n in (160, 164)
    ]
    (figure,) = figures(*papers)
    assert (figure.about, told(figure)) == ("people killed, 2019", [160, 164])


def test_a_later_look_back_meets_the_toll_of_then() -> None:
    names = ("Orrin", "Ilves", "Lund", "Rees", "Bride")
    then = Paper("herald", (replace(toll("225 people died.", 225), names=names),))
    day = Interval.of(2025, 3, 12)
    late = replace(toll("238 people died.", 238), when=Interval.of(2024, 8), names=names)
    (figure,) = figures(then, Paper("courier", (late,), day))
    assert (told(figure), figure.status) == ([225, 238], FigureStatus.REVISED)


def test_tolls_of_two_countries_stay_apart() -> None:
    left = toll("Norway counts 12 dead people.", 12)
    right = toll("Sweden counts 13 dead people.", 13)
    assert figures(Paper("herald", (left,)), Paper("courier", (right,))) == ()
    said = replace(right, speaker="Sweden")
    (figure,) = figures(Paper("herald", (left,)), Paper("courier", (said,)))
    assert told(figure) == [12, 13]


def test_tolls_of_two_towns_stay_apart_unless_they_agree() -> None:
    left = replace(toll("In Vik 12 people died.", 12), places=("Vik",))
    right = replace(toll("In Dale 13 people died.", 13), places=("Dale",))
    assert figures(Paper("herald", (left,)), Paper("courier", (right,))) == ()


def test_an_article_gives_a_thing_one_number() -> None:
    main = toll("The flood killed 12 people.", 12)
    other = toll("A fire killed 10 people.", 10)
    again = toll("Floods killed 12 people.", 12)
    (figure,) = figures(Paper("herald", (main, other)), Paper("courier", (again,)))
    assert (told(figure), figure.status) == ([12], FigureStatus.AGREE)


def test_two_speakers_in_one_article_may_differ() -> None:
    one = replace(toll("The mayor said 12 people died.", 12), speaker="mayor")
    other = replace(toll("The army said 10 people died.", 10), speaker="army")
    again = toll("Floods killed 12 people.", 12)
    (figure,) = figures(Paper("herald", (one, other)), Paper("courier", (again,)))
    assert (told(figure), figure.status) == ([10, 12], FigureStatus.DISAGREE)


def test_a_part_disagrees_with_no_part() -> None:
    left = toll("Another 12 people died in the flood at the mill.", 12)
    right = toll("Another 13 people died in the flood at the mill.", 13)
    papers = (Paper("herald", (left,)), Paper("courier", (right,)))
    assert len(figures(*papers)) == 1
    parts = [partly(account(paper)) for paper in papers]
    assert merge_events(link_events(parts, MergeSettings())).figures == ()


def partly(whole: Account) -> Account:
    events = tuple(
        replace(event, quantities=tuple(replace(q, is_part=True) for q in event.quantities))
        for event in whole.events
    )
    return replace(whole, events=events)


def test_an_unlisted_thing_needs_words_in_common() -> None:
    one = count("The gale sank 20 barges moored at the lock.", 20, "barges")
    near = count("Gales sank 22 barges moored at the lock.", 22, "barges")
    far = count("A yard in the north repairs 22 barges a year.", 22, "barges")
    (figure,) = figures(Paper("herald", (one,)), Paper("courier", (near,)), *BACKGROUND)
    assert told(figure) == [20, 22]
    assert figures(Paper("herald", (one,)), Paper("courier", (far,)), *BACKGROUND) == ()


def test_an_aftershock_is_no_other_reading_of_its_quake() -> None:
    quake = count("A magnitude 7.0 quake struck.", 7.0, "magnitude")
    again = count("The quake measured 7.2.", 7.2, "magnitude")
    after = count("An aftershock of magnitude 5.5 followed.", 5.5, "magnitude")
    papers = [Paper(f"paper-{n}", (telling,)) for n, telling in enumerate((quake, again, after))]
    (figure,) = figures(*papers)
    assert told(figure) == [7.0, 7.2]


def test_what_is_only_supposed_or_denied_gives_no_figure() -> None:
    one = toll("The storm killed 12 people.", 12)
    for other in (
        replace(toll("It could kill 14 people.", 14), modality=Modality.HYPOTHETICAL),
        replace(toll("It killed no 14 people.", 14), negated=True),
    ):
        assert figures(Paper("herald", (one,)), Paper("courier", (other,))) == ()


def test_a_bound_that_rises_with_the_days_is_revised() -> None:
    papers = (
        Paper("herald", (toll("More than 100 people died.", 100, "more-than"),), WEDNESDAY),
        Paper("courier", (toll("The storm killed over 150 people.", 150, "more-than"),), THURSDAY),
    )
    (figure,) = figures(*papers)
    assert figure.status == FigureStatus.REVISED


def test_troops_are_named_after_whose_they_are() -> None:
    left = replace(count("The NPO sent 300 soldiers.", 300, "soldiers"), names=("NPO", "Ilves"))
    right = replace(count("NPO soldiers, 350 of them.", 350, "troops"), names=("NPO", "Ilves"))
    (figure,) = figures(Paper("herald", (left,)), Paper("courier", (right,)))
    assert (figure.about, figure.unit) == ("NPO troops", "troops")


def test_where_an_article_counts_several_of_a_kind_other_numbers_need_like_words() -> None:
    many = tuple(
        toll(f"The flood killed {n} people at {where}.", n)
        for n, where in ((12, "the mill"), (9, "the lock"))
    )
    other = replace(toll("Another paper has 11 dead people in it.", 11), when=FRIDAY)
    assert figures(Paper("herald", many), Paper("courier", (other,)), *BACKGROUND) == ()
    alike = toll("The flood killed 11 people at the mill.", 11)
    (figure,) = figures(Paper("herald", many), Paper("courier", (alike,)), *BACKGROUND)
    assert told(figure) == [11, 12]


def test_a_fall_of_a_bound_is_no_revision() -> None:
    papers = (
        Paper("herald", (toll("More than 100 people died.", 100, "more-than"),), WEDNESDAY),
        Paper("courier", (toll("The storm killed up to 50 people.", 50, "at-most"),), THURSDAY),
    )
    (figure,) = figures(*papers)
    assert figure.status == FigureStatus.DISAGREE


def test_what_happened_years_ago_is_disputed_and_not_revised() -> None:
    papers = [
        Paper(f"paper-{n}", (replace(toll(f"{n} people died.", n), when=Interval.of(2019)),), day)
        for n, day in ((160, WEDNESDAY), (164, THURSDAY))
    ]
    (figure,) = figures(*papers)
    assert figure.status == FigureStatus.DISAGREE


def test_a_measure_is_named_by_what_most_say_it_is_of() -> None:
    papers = [
        Paper(
            name, (count("Ilves pledged 20 dollars in aid to Orrin.", 20, "dollars", None, about),)
        )
        for name, about in (("a", "dollars in aid"), ("b", "dollars"), ("c", "dollars in aid"))
    ]
    papers = [
        replace(
            paper,
            tellings=(replace(paper.tellings[0], text=f"{text} Ilves pledged 20 dollars in aid."),),
        )
        for paper, text in zip(
            papers, ("On Monday", "Late, it seems,", "Before all men"), strict=True
        )
    ]
    (figure,) = figures(*papers, *BACKGROUND)
    assert (figure.about, figure.unit) == ("dollars in aid", "dollars")
