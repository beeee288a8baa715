"""Articles go through the rooms together; what is found in each is as if it had gone alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from kztimeline import Settings, build_timeline
from kztimeline.model import Account, Article, Document, InputError
from kztimeline.pipeline import find_times
from kztimeline.times import resolve_times

MORE_THAN_GO_TOGETHER = 70
UNDATED = 40


def test_many_are_read_as_each_is_alone() -> None:
    documents = [_dated(number) for number in range(MORE_THAN_GO_TOGETHER)]

    together = list(find_times(documents, Settings()))

    assert together == [account for each in documents for account in find_times([each], Settings())]


def test_from_one_without_a_day_on_all_wait_and_none_is_lost() -> None:
    documents = [_dated(number) for number in range(MORE_THAN_GO_TOGETHER)]
    documents[UNDATED] = Document("harbour.txt", "The ferry sank on Tuesday.\n", "0")

    found = list(find_times(iter(documents), Settings()))

    assert [account.article.locator for account in found] == [each.locator for each in documents]
    assert list(map(_days, found[:UNDATED])) == [
        _days(account) for each in documents[:UNDATED] for account in find_times([each], Settings())
    ]


SPARING = Settings(spares=True)


@pytest.fixture
def _broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule with a bug in it, for whoever speaks of eels."""

    def broken(article: Article, *given: Any) -> object:  # noqa: ANN401
        if "eels" in article.text:
            message = "no\n eels"
            raise LookupError(message)
        return resolve_times(article, *given)

    monkeypatch.setattr("kztimeline.pipeline.resolve_times", broken)


@pytest.mark.usefixtures("_broken")
@pytest.mark.parametrize("dated", ["harbour_20240405.txt", "harbour.txt"])
def test_a_bug_costs_the_article_it_is_met_in(dated: str) -> None:
    sound = [_dated(number) for number in range(4)]
    bad = Document(dated, "Eva Lind sold eels on Tuesday.\n", "0")

    made = build_timeline([*sound[:2], bad, *sound[2:]], SPARING)

    assert replace(made, notes=()) == replace(build_timeline(sound, SPARING), notes=())
    (note,) = (note for note in made.notes if note.code == "bug")
    assert re.fullmatch(
        f"`{dated}` is left out, over a bug in kztimeline: "
        r"LookupError: no eels \(kztimeline\.pipeline:\d+\)",
        note.text,
    )
    assert (note.locator, note.hint, note.is_problem) == (
        dated,
        "please report it, with what `--debug` shows",
        True,
    )


@pytest.mark.usefixtures("_broken")
def test_a_bug_in_every_article_leaves_nothing_to_tell() -> None:
    with pytest.raises(InputError, match=r"nothing to tell: `a\.txt` is left out, over a bug"):
        build_timeline([Document("a.txt", "He sold eels on 5 May 2024.\n", "0")], SPARING)


@pytest.mark.usefixtures("_broken")
def test_a_bug_is_raised_unless_the_rest_is_to_be_spared() -> None:
    with pytest.raises(LookupError):
        build_timeline([Document("a.txt", "He sold eels on 5 May 2024.\n", "0")], Settings())


def _dated(number: int) -> Document:
    text = f"Ferry {number} sank on Tuesday.\n\nIt had sailed on {number % 28 + 1} March.\n"
    return Document(f"harbour_2024-04-{number % 30 + 1:02}_{number}.txt", text, "0")


def _days(account: Account) -> list[str | None]:
    return [time.value for time in account.times]
