"""The page as the HTML standard reads it: sound, inert, complete, no finer than it was told."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256

import msgspec
import pytest
from justhtml import JustHTML

from kztimeline.model import Account, AnchorSource, Certainty, Modality, Reading, Status
from kztimeline.outputs.as_html import write_html
from kztimeline.outputs.inert import inert
from kztimeline.outputs.lead import LEAD_PER_HEADING
from kztimeline.outputs.publish import publish
from kztimeline.outputs.records import Timeline
from kztimeline.temporal import DateKind, Interval
from makers import (
    FRIDAY,
    days,
    make_anchor,
    make_article,
    make_event,
    make_merged,
    make_story,
    make_time,
    make_timeline,
)

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}{# gone",
    "red \x1b[31malert\x1b[0m \x1b]0;title\x07 bell\x07",
    "gnp.\u202etxt\u2066 turned",
    "half \ud83d a pair",
    "nul \x00 and \x0c feed",
    "W" * 10_000,
]


def story() -> Timeline:
    return publish(make_story().timeline, "9.9")


def html_of(timeline: Timeline) -> str:
    return "".join(write_html(timeline))


def read(timeline: Timeline) -> JustHTML:
    """As the standard reads it; a parse error is an error."""
    return JustHTML(html_of(timeline), strict=True, sanitize=False)


def words(page: JustHTML, selector: str) -> list[str]:
    return [" ".join(found.to_text().split()) for found in page.query(selector)]


def of_events(*intervals: Interval, kind: DateKind = DateKind.INSTANT, **more: object) -> Timeline:
    """A timeline with one event in each interval."""
    article = make_article("".join(f"Thing {at} came.\n" for at in range(len(intervals))))
    events = [
        make_event(article, at, when, kind=kind, order=at, **more)  # type: ignore[arg-type]
        for at, when in enumerate(intervals)
    ]
    account = Account(article, make_anchor(article), (), tuple(events))
    return publish(make_timeline(account, events=[make_merged(e) for e in events]), "9.9")


def test_says_what_the_story_says() -> None:
    page = read(story())

    assert words(page, ".day h3") == [
        "Background",
        "Tuesday 12 March 2024",
        "Monday 18 March 2024",
        "Date not known",
    ]
    assert words(page, ".what") == [
        "The union was founded",
        "Dockers in Westport walked out",
        "At least 300 workers joined",
        "Some 450 workers took part",
        "The port will reopen",
        "The mayor called for calm",
    ]
    assert words(page, ".plan .caveat") == ["planned"]
    assert words(page, ".fold > summary") == ["2 more on this day", "1 statement without a date"]


def test_quotes_mark_the_words_that_date_them() -> None:
    assert words(read(story()), "mark") == ["1998", "Tuesday, 12 March", "Tuesday", "Monday"]


def test_quotes_are_whole() -> None:
    timeline = story()
    quotes = [
        inert(source.selector.exact)
        for event in (*timeline.events, *timeline.undated)
        for source in event.sources
    ]

    page = read(timeline)
    assert [
        found.to_text(separator="", strip=False) for found in page.query("blockquote")
    ] == quotes


def test_reasons_are_those_of_why() -> None:
    page = read(story())
    told = [" ".join(found.to_text().split()) for found in page.query(".sources .facts")]

    assert told[1].startswith("dated by “Tuesday, 12 March” on line 4")
    assert "article’s day 2024-03-15, stated; given in the header" in told[1]
    assert any("same day +3.0 · two shared names +2.0" in each for each in words(page, ".merge"))


def test_figures_name_their_places() -> None:
    (row,) = read(story()).query("tbody tr")

    assert " ".join(row.to_text().split()) == (
        "strikers, workers disagree at least 300 herald.txt:4 about 450 courier.txt:2"
    )


def test_articles_say_how_their_day_is_known() -> None:
    page = read(story())

    assert words(page, ".known") == [
        "Friday, 15 March 2024 stated, given in the header “15 March 2024”",
        "Day not known unknown",
    ]


def test_every_link_leads_somewhere_and_no_id_stands_twice() -> None:
    page = read(story())
    ids = Counter(found.attrs["id"] for found in page.query("[id]"))
    links = [found.attrs["href"] for found in page.query("a[href]")]

    assert [ident for ident, times in ids.items() if times > 1] == []
    assert [link for link in links if link[1:] not in ids] == []
    assert {f"{event.id}" for event in story().events} <= set(ids)


def test_policy_allows_the_one_script_and_the_one_style() -> None:
    page = read(story())
    (policy,) = [
        found.attrs["content"]
        for found in page.query("meta")
        if found.attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    for name in ("script", "style"):
        (part,) = page.query(name)
        inside = "".join(child.data for child in part.children).encode()
        digest = b64encode(sha256(inside).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute() -> None:
    page = read(story())
    fetching = page.query("img, iframe, object, embed, audio, video, source, base, script[src]")
    addresses = [found.attrs["href"] for found in page.query("link")]

    assert fetching == []
    assert addresses == ["data:,"]
    assert page.query("[style]") == []
    assert "@import" not in html_of(story())


def attacked(attack: str) -> Timeline:
    """The story with one string wherever text comes in from outside."""
    raw = msgspec.to_builtins(story())
    for event in (*raw["events"], *raw["undated"]):
        event.update(title=attack, who=[attack], where=[attack], tags=[attack])
        event.update(display_date=attack, edtf=attack, time=attack)
        for source in event["sources"]:
            source.update(path=attack, attribution={"speaker": attack, "cue": attack})
            source["selector"].update(exact=attack + source["selector"]["exact"])
            if source["expression"]:
                source["expression"].update(text=attack, rule=attack, value=attack)
            for step in source["steps"]:
                step.update(reason=attack, text=attack, outcome=attack)
        if event["merge"]:
            for link in event["merge"]["links"]:
                link.update(reasons=[attack])
    for article in raw["articles"]:
        article.update(path=attack, title=attack, author=attack, publisher=attack, url=attack)
        article.update(language=attack)
        article["anchor"].update(raw=attack, rivals=[{"date": None, "reason": attack}])
    for figure in raw["figures"]:
        figure.update(about=attack, unit=attack)
    raw["warnings"] = [
        {"code": attack, "path": attack, "message": attack, "hint": attack, "line": 1} | problem
        for problem in ({"is_problem": True}, {"is_problem": False})
    ]
    return msgspec.convert(raw, Timeline)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: ascii(attack)[:24])
def test_article_text_stays_text(attack: str) -> None:
    sound, hit = read(story()), attacked(attack)
    page = read(hit)
    handlers = [name for found in page.query("*") for name in found.attrs if name.startswith("on")]

    assert Counter(found.name for found in page.query("script, img, style, form")) == Counter(
        found.name for found in sound.query("script, img, style, form")
    )
    assert handlers == []
    assert words(page, ".what") == [inert(attack)] * 6
    html = html_of(hit)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    html.encode()


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/a?b=1&c=<2>", ["https://example.org/a?b=1&c=<2>"]),
        ("HTTP://example.org", ["HTTP://example.org"]),
        ("javascript:alert(1)", []),
        (" java\tscript:alert(1)", []),
        ("data:text/html,<script>alert(1)</script>", []),
        ("file:///etc/passwd", []),
        ("//example.org", []),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str, links: list[str]) -> None:
    raw = msgspec.to_builtins(story())
    raw["articles"][0]["url"] = url
    page = read(msgspec.convert(raw, Timeline))
    found = [each.attrs["href"] for each in page.query("a[href]")]

    assert [href for href in found if not href.startswith("#")] == links


def test_a_month_stays_a_month() -> None:
    html = html_of(of_events(Interval.of(2024, 3), FRIDAY))
    page = JustHTML(html, strict=True, sanitize=False)

    assert [found.attrs["datetime"] for found in page.query(".day time")] == [
        "2024-03",
        "2024-03-15",
    ]
    assert len(page.query("#axis rect.vague")) == 1
    assert not re.search(r"2024-03-(?:01|31)(?!T)", re.sub(r"#?d-[\d-]+", "", html))


def test_no_machine_date_for_what_is_open_or_lasts() -> None:
    span = of_events(days(FRIDAY, Interval.of(2024, 3, 18)), kind=DateKind.SPAN)
    since = of_events(Interval(FRIDAY.start, None, FRIDAY.granularity))

    assert read(span).query(".day time") == []
    assert read(since).query(".day time") == []


def test_spans_are_lasting_or_vague_and_open_sides_fade() -> None:
    lasting = of_events(FRIDAY, days(FRIDAY, Interval.of(2024, 3, 18)), kind=DateKind.SPAN)
    vague = of_events(FRIDAY, days(FRIDAY, Interval.of(2024, 3, 18)), kind=DateKind.ONE_OF)
    until = of_events(FRIDAY, Interval(None, FRIDAY.end, FRIDAY.granularity))

    assert len(read(lasting).query("#axis .span.lasting")) == 1
    assert len(read(vague).query("#axis .span.vague")) == 1
    assert "url(#fade-left)" in html_of(until)
    assert "url(#fade-left)" not in html_of(vague)


def test_plans_are_drawn_as_such() -> None:
    plans = of_events(FRIDAY, modality=Modality.PLANNED)

    assert len(read(plans).query("#axis .block.plan")) == 1
    assert read(plans).query("#axis .block.firm") == []


def test_about_a_day_is_not_drawn_as_firm() -> None:
    raw = msgspec.to_builtins(of_events(FRIDAY))
    raw["events"][0].update(approximate=True, edtf="2024-03-15~")
    page = read(msgspec.convert(raw, Timeline))

    assert len(page.query("#axis .block.loose")) == 1
    assert page.query(".day time") == []


def test_the_firm_lead_and_the_rest_is_folded() -> None:
    many = of_events(*[FRIDAY] * (LEAD_PER_HEADING + 5))
    page = read(many)

    assert len(page.query(".told-here > .events > .ev")) == LEAD_PER_HEADING
    assert len(page.query(".fold .ev")) == 5
    assert len(page.query(".ev")) == LEAD_PER_HEADING + 5


def test_disagreement_shows_every_reading() -> None:
    article = make_article()
    event = make_event(article)
    other = make_event(article, 1, Interval.of(2024, 3, 14))
    merged = make_merged(
        event,
        other,
        status=Status.CONFLICT,
        readings=[
            Reading(FRIDAY, DateKind.INSTANT, (event.id,)),
            Reading(Interval.of(2024, 3, 14), DateKind.INSTANT, (other.id,)),
        ],
    )
    account = Account(article, make_anchor(article), (), (event, other))
    page = read(publish(make_timeline(account, events=[merged]), "9.9"))
    facts = words(page, ".ev.disputed .body > .facts")[0]

    assert "readings Friday, 15 March 2024 (src-1) Thursday, 14 March 2024 (src-2)" in facts
    assert words(page, ".sources .number") == ["src-1", "src-2"]
    assert len(page.query("#axis .block.disputed")) == 1


def test_a_date_from_elsewhere_in_the_article_says_so() -> None:
    article = make_article("On Friday it rained. The roof leaked.\n")
    time = make_time(article, "Friday", FRIDAY)
    event = make_event(article, 1, time=time, certainty=Certainty.INFERRED)
    account = Account(article, make_anchor(article), (time,), (event,))
    page = read(publish(make_timeline(account, events=[make_merged(event)]), "9.9"))

    assert words(page, ".elsewhere") == ["dated by “Friday” on line 1"]
    assert page.query("mark") == []


def test_an_inferred_day_shows_its_rivals() -> None:
    raw = msgspec.to_builtins(story())
    raw["articles"][0]["anchor"].update(
        certainty="inferred",
        source=AnchorSource.TEXT.value,
        rivals=[{"date": "2024-03-14", "reason": "a day earlier"}],
    )
    page = read(msgspec.convert(raw, Timeline))

    assert words(page, ".grounds") == ["or 2024-03-14 Thu (a day earlier)"]


def test_other_languages_are_named() -> None:
    raw = msgspec.to_builtins(story())
    raw["articles"][0]["language"] = "ru"
    raw["articles"][1]["language"] = '"><b'
    page = read(msgspec.convert(raw, Timeline))

    assert {found.attrs["lang"] for found in page.query("[lang]")} == {"en", "ru"}


def test_nothing_found() -> None:
    page = read(publish(make_timeline(), "9.9"))

    assert words(page, ".empty")[0].startswith("The articles state no dates")
    assert page.query("#axis, .day") == []


def test_only_undated() -> None:
    timeline = publish(make_story().timeline, "9.9")
    page = read(msgspec.structs.replace(timeline, events=(), days=(), figures=()))

    assert words(page, ".empty")[0].startswith("Nothing says on which day")
    assert len(page.query("#undated .ev")) == 1


def test_same_timeline_same_bytes() -> None:
    assert html_of(story()) == html_of(story())
