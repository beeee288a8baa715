"""The fuzzers themselves: every target runs, every law can be broken; and texts that once broke one."""

from __future__ import annotations

import random

import pytest

from fuzz import __main__ as program
from fuzz import laws
from fuzz.draw import Draw
from fuzz.targets import TARGETS
from kztimeline.model import Document, Settings
from kztimeline.outputs.publish import publish
from kztimeline.pipeline import build_timeline

FOUND = [
    "2024\n-ATY March 5(rs)-",  # a title of nothing: all of it was taken for a dateline
    (  # marks alone, behind a sentence and within its quotation, were told as an event
        "ple. “Politics moved faster than advertr 20 November his successor was re-elected, "
        "for seven years, with 81 percent of the vote. $”"
    ),
    "It broke on Sept. 20912919769rd. So.",  # a day beyond what a date can be asked for
]


@pytest.mark.parametrize("text", FOUND)
def test_texts_that_broke_a_law(text: str) -> None:
    timeline = build_timeline([Document("a.txt", text, "0" * 64)], Settings())
    for account in timeline.accounts:
        laws.article_holds(account.article, text)
        laws.account_holds(account)
    laws.published_holds(publish(timeline, "9.9"), {timeline.accounts[0].article.id: text})


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_runs(name: str) -> None:
    chooser = random.Random(f"{name} 1")  # noqa: S311 — no secret
    failures = {
        program.attempt(name, chooser.randbytes(chooser.choice((80, 400)))) for _ in range(8)
    }
    assert failures == {None}


def test_what_a_target_raises_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(draw: Draw) -> None:
        assert draw.below(2)

    monkeypatch.setitem(TARGETS, "times", broken)
    failure = program.attempt("times", b"\0")
    assert failure is not None
    assert (failure.kind, "assert draw.below(2)" in failure.place) == ("AssertionError", True)
    assert program.attempt("times", b"\1") is None


def test_what_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_: Draw) -> None:
        while True:
            pass

    monkeypatch.setitem(TARGETS, "times", endless)
    monkeypatch.setattr(program, "BOUND", 0.05)
    failure = program.attempt("times", b"")
    assert failure is not None
    assert failure.kind == "TooSlowError"


def test_the_same_bytes_are_the_same_choices() -> None:
    one, other = (Draw(b"\x07\x01\x02\xff") for _ in range(2))
    choices = [
        (d.below(5), d.one("abc"), d.below(1000), d.chance(2), d.raw(9)) for d in (one, other)
    ]
    assert choices[0] == choices[1]
    assert Draw(b"").one("abc") == "a"
