"""Articles go through the rooms together; what is found in each is as if it had gone alone."""

from __future__ import annotations

from kztimeline import Settings
from kztimeline.model import Account, Document
from kztimeline.pipeline import find_times

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


def _dated(number: int) -> Document:
    text = f"Ferry {number} sank on Tuesday.\n\nIt had sailed on {number % 28 + 1} March.\n"
    return Document(f"harbour_202404{number % 30 + 1:02}_{number}.txt", text, "0")


def _days(account: Account) -> list[str | None]:
    return [time.value for time in account.times]
