"""Which tellings become one event: pairs of sentences, side by side."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluster_makers import BACKGROUND, FRIDAY, TUESDAY, WEDNESDAY, Paper, Telling, account, merge
from kztimeline.clusters.compare import Comparer
from kztimeline.clusters.surveying import survey
from kztimeline.model import Certainty, DateKind, Modality
from kztimeline.temporal import Granularity, Interval

MARCH = Interval.of(2024, 3)
WEEK = Interval.unit_at(TUESDAY.start, Granularity.WEEK)  # type: ignore[arg-type]
NIGHT = Interval(TUESDAY.start, WEDNESDAY.end, Granularity.DAY, part="NI")
BY_CONTEXT = {"certainty": Certainty.INFERRED}  # the day of an article that says none
CARRIED = {**BY_CONTEXT, "is_carried": True}  # a day that its article says elsewhere


def told(text: str, when: Interval | None = TUESDAY, **more: object) -> Telling:
    return replace(Telling(text, when), **more)  # type: ignore[arg-type]


ONE = [
    pytest.param(
        told("Dockers in Westport walked off the quays."),
        told("Westport dockers walked out, leaving the quays empty."),
        id="same words, same day",
    ),
    pytest.param(
        told("President Ilves dismissed the interior minister, Marta Sorge."),
        told("Interior minister Marta Sorge was fired by Ilves."),
        id="another verb for the same act",
    ),
    pytest.param(
        told("The dam above Kell burst and flooded three villages."),
        told("Three villages were flooded when the Kell dam burst.", NIGHT),
        id="a night holds the day",
    ),
    pytest.param(
        told("The orchestra of Brask moved to its new hall."),
        told("The Brask orchestra moved to a new hall.", MARCH),
        id="a month holds the day",
    ),
    pytest.param(
        told("The union will call a strike at the Varna smelter.", modality=Modality.PLANNED),
        told("Workers at the Varna smelter began the strike their union had called."),
        id="a plan and its fulfilment",
    ),
    pytest.param(
        told("The ferry Aurora sank off Cape Lind."),
        told("Off Cape Lind the ferry Aurora sank.", WEDNESDAY, **BY_CONTEXT),
        id="context is a day off",
    ),
    pytest.param(
        told("The ferry Aurora sank off Cape Lind in a gale with forty cars."),
        told("The ferry Aurora sank off Cape Lind in a gale with forty cars aboard.", WEDNESDAY),
        id="the same story on two days",
    ),
    pytest.param(
        told("Karim Massimov was arrested for treason."),
        told("Police arrested Masimov; the charge is treason."),
        id="two spellings of a name",
    ),
    pytest.param(
        told("Engineers of the Collective Water Board reopened the Lund sluice."),
        told("The Lund sluice was reopened by CWB engineers.", names=("CWB", "Lund")),
        id="an acronym",
    ),
    pytest.param(
        told("The ferry Aurora sank off Cape Lind."),
        told("The ferry Aurora sank off Cape Lind.", None),
        id="the same words without a date",
    ),
    pytest.param(
        told("The ferry Aurora sank off Cape Lind."),
        told("Off Cape Lind the ferry Aurora sank.", FRIDAY, **BY_CONTEXT),
        id="told days later, without its day",
    ),
    pytest.param(
        told("The cabinet of premier Ilves quit over the harbour loan."),
        told("The government of Ilves resigned."),
        id="an act in other words",
    ),
]

TWO = [
    pytest.param(
        told("President Ilves dismissed the interior minister, Marta Sorge."),
        told("President Ilves took the chair of the security council."),
        id="same person and day, another act",
    ),
    pytest.param(
        told("Police in Orrin arrested the banker Paul Rees."),
        told("Police in Orrin arrested the trawler captain Ada Holt."),
        id="two arrests in one town",
    ),
    pytest.param(
        told("An earthquake shook the coast of Vessa and damaged homes."),
        told("An earthquake shook the coast of Vessa and damaged homes.", FRIDAY),
        id="two quakes, three days apart",
    ),
    pytest.param(
        told("The council approved the harbour budget."),
        told("The council did not approve the harbour budget.", negated=True),
        id="one denies",
    ),
    pytest.param(
        told("Ilves told parliament that fuel taxes would fall."),
        told("Ilves told parliament that he trusted the army."),
        id="two statements of one speech",
    ),
    pytest.param(
        told("A bomb destroyed the Kell post office."),
        told("The Kell theatre opened its spring season.", MARCH),
        id="one town, one month, nothing else",
    ),
    pytest.param(
        told("The ferry Aurora sank off Cape Lind."),
        told("Off Cape Lind the ferry Aurora sank.", Interval.of(2024, 3, 22)),
        id="two stated days",
    ),
    pytest.param(
        told("A man was charged with arson after the fire at the Hallam store in Brigg."),
        told("The Hallam store in Brigg caught fire.", WEDNESDAY, **BY_CONTEXT),
        id="a deed and the charge",
    ),
    pytest.param(
        told("Paul Rees was charged after the arson at the Hallam store in Brigg."),
        told("Paul Rees pleaded guilty to arson.", WEDNESDAY, **BY_CONTEXT),
        id="a charge and the plea",
    ),
    pytest.param(
        told("A jury convicted Paul Rees of shooting the warden Ada Holt."),
        told("The warden Ada Holt was shot.", Interval.of(2024, 3, 8), **BY_CONTEXT),
        id="a deed and the verdict on it",
    ),
    pytest.param(
        told("A jury convicted Paul Rees of shooting the warden Ada Holt."),
        told("The warden Ada Holt was shot.", Interval.of(2024, 3, 8), **CARRIED),
        id="a deed on a day that its article tells, and the verdict on it",
    ),
    pytest.param(
        told("The ferry Aurora sank off Cape Lind.", **CARRIED),
        told("Off Cape Lind the ferry Aurora sank.", FRIDAY, **CARRIED),
        id="each on another day that its article tells",
    ),
    pytest.param(
        told("Police shot a driver in Kell."),
        told("Police shot a cyclist in Varna.", names=("Varna",)),
        id="one act in two towns",
    ),
    pytest.param(
        told("The ferry line to Orrin started.", Interval.of(2019)),
        told("The ferry line to Orrin ended.", Interval.of(2021)),
        id="two years",
    ),
]


def pair(left: Telling, right: Telling) -> list[Paper]:
    return [Paper("herald", (left,)), Paper("courier", (right,))]


def explain(papers: list[Paper]) -> str:
    """The weights of the pair, shown when a row fails."""
    corpus, sources = survey([account(paper) for paper in (*papers, *BACKGROUND)])
    articles = [teller.article.locator for teller in sources.accounts]
    ranks = [p.rank for p in corpus.profiles if "filler" not in articles[p.teller]]
    match = Comparer(corpus).match(ranks[0], ranks[1])
    weights = " · ".join(f"{weight.level} {weight.bits:+.1f}" for weight in match.weights)
    return f"{weights} = {match.bits:+.1f} bits"


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_happening(left: Telling, right: Telling) -> None:
    papers = pair(left, right)
    assert len(merge(*papers)) == 1, explain(papers)


@pytest.mark.parametrize(("left", "right"), TWO)
def test_two_happenings(left: Telling, right: Telling) -> None:
    papers = pair(left, right)
    assert len(merge(*papers)) == 2, explain(papers)


def test_clauses_of_one_sentence_stay_apart() -> None:
    clauses = (
        told("The ferry Aurora sank off Cape Lind.", sentence=0),
        told("Off Cape Lind the ferry Aurora sank.", sentence=0),
    )
    assert len(merge(Paper("herald", clauses))) == 2


def test_nobody_tells_of_what_another_text_dates_later() -> None:
    early = told("Off Cape Lind the ferry Aurora sank.", Interval.of(2024, 3, 8), **BY_CONTEXT)
    late = told("The ferry Aurora sank off Cape Lind.")
    papers = [Paper("herald", (early,), Interval.of(2024, 3, 8)), Paper("courier", (late,))]
    assert len(merge(*papers)) == 2


def test_what_is_told_with_also_is_another_thing() -> None:
    head = (told("The council met."), told("Rain fell."))
    twice = (told("Ilves fired the banker Paul Rees."), told("Ilves also fired Paul Rees."))
    assert len(merge(Paper("herald", (*head, twice[0])), Paper("courier", (twice[1],)))) == 3
    assert len(merge(Paper("herald", (*head, *twice)))) == 4


def test_a_headline_and_its_lead_are_one() -> None:
    story = (
        told("Ferry Aurora sinks off Cape Lind", WEDNESDAY, certainty=Certainty.INFERRED),
        told("The ferry Aurora sank off Cape Lind in a gale."),
    )
    (event,) = merge(Paper("herald", story))
    assert (event.when, event.article_count) == (TUESDAY, 1)


def test_one_article_may_tell_a_happening_twice() -> None:
    twice = (
        told("The ferry Aurora sank off Cape Lind."),
        told("Off Cape Lind the ferry Aurora sank in a gale."),
    )
    (event,) = merge(Paper("herald", twice))
    assert (event.article_count, event.voices) == (1, 1)


def test_until_a_day_is_told_twice_alike() -> None:
    until = Interval(None, FRIDAY.end, Granularity.DAY)
    left = told("The curfew in Orrin lasts until Friday.", until, kind=DateKind.SPAN)
    right = told("A curfew holds in Orrin until Friday.", until, kind=DateKind.SPAN)
    (event,) = merge(*pair(left, right))
    assert event.when == until


def test_a_match_names_what_spoke_for_it() -> None:
    left, right = ONE[0].values
    assert isinstance(left, Telling)
    assert isinstance(right, Telling)
    (event,) = merge(*pair(left, right))
    (match,) = event.matches
    names = [weight.comparison for weight in match.weights]
    assert names == ["time", "names", "words", "act"]
    assert match.bits == sum(weight.bits for weight in match.weights)
    assert {match.left, match.right} == {member.id for member in event.members}


def test_a_week_holds_its_day() -> None:
    left = told("The orchestra of Brask moved to its new hall.")
    right = told("The Brask orchestra moved to a new hall.", WEEK)
    (event,) = merge(*pair(left, right))
    assert event.when == TUESDAY


def test_no_pair_is_lost_in_a_folder_on_one_story() -> None:
    texts = (
        "The ferry Aurora sank off Cape Lind.",
        "Off Cape Lind the ferry Aurora sank in a gale.",
        "A gale sank the ferry Aurora near Cape Lind.",
    )
    papers = [Paper(f"paper-{at}", (told(texts[at % 3]),), more=str(at)) for at in range(60)]
    (event,) = merge(*papers, background=())
    assert event.article_count == 60
