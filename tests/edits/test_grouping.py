"""Merging and splitting by hand, on clusters of bare mentions."""

from __future__ import annotations

import pytest

from kztimeline.edits import regroup
from kztimeline.model import Action, Edit

# In order of telling: places 0 to 5. Two have a beginning in common.
MENTIONS = (
    "mn-aaaa1111",
    "mn-aaaa2222",
    "mn-bbbb0000",
    "mn-cccc0000",
    "mn-dddd0000",
    "mn-eeee0000",
)
CLUSTERS = ((0, 3), (1,), (2, 4), (5,))


def merge(event: str, *others: str) -> Edit:
    return Edit(Action.MERGE, event, others=others, locator="k.toml", line=7)


def split(event: str, *others: str) -> Edit:
    return Edit(Action.SPLIT, event, others=others, locator="k.toml", line=7)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((), CLUSTERS),
        ((merge("ev-bbbb0000", "ev-aaaa2222"),), ((0, 3), (1, 2, 4), (5,))),
        ((merge("mn-dddd0000", "mn-cccc0000"),), ((0, 2, 3, 4), (1,), (5,))),  # whole clusters
        ((merge("eeee", "bbbb", "ev-aaaa2"),), ((0, 3), (1, 2, 4, 5))),
        ((merge("ev-aaaa1", "ev-cccc"),), CLUSTERS),  # an id from before a mention was told first
        ((split("ev-aaaa1", "mn-cccc"),), ((0,), (1,), (2, 4), (3,), (5,))),
        ((split("mn-cccc", "mn-aaaa1"),), ((0,), (1,), (2, 4), (3,), (5,))),  # the earliest goes
        ((split("ev-aaaa1", "mn-dddd"),), CLUSTERS),  # is elsewhere already
        (
            (merge("bbbb", "aaaa1", "eeee"), split("bbbb", "mn-cccc", "mn-eeee")),
            ((0, 2, 4), (1,), (3, 5)),
        ),
        ((split("aaaa1", "cccc"), merge("cccc", "eeee")), ((0,), (1,), (2, 4), (3, 5))),
    ],
)
def test_clusters(edits: tuple[Edit, ...], expected: tuple[tuple[int, ...], ...]) -> None:
    found = regroup(MENTIONS, CLUSTERS, edits)
    assert (found.clusters, found.held, found.notes) == (expected, edits, ())


@pytest.mark.parametrize(
    ("edit", "code", "text"),
    [
        (merge("ev-ffff", "eeee"), "edit-without-event", "`merge`: no event is called `ev-ffff`"),
        (merge("eeee", "ev-ffff"), "edit-without-event", "`merge`: no event is called `ev-ffff`"),
        (merge("eeee", "aaaa"), "edit-of-several", "`merge`: `aaaa` may mean 2 events"),
        (split("ffff", "eeee"), "edit-without-event", "`split`: no event is called `ffff`"),
        (split("bbbb", "mn-ffff"), "edit-without-event", "`split`: no event is called `mn-ffff`"),
        (split("bbbb", "aaaa"), "edit-of-several", "`split`: `aaaa` may mean 2 events"),
        (
            split("bbbb", "bbbb", "dddd"),
            "edit-without-effect",
            "`split`: nothing is left of `bbbb` without the passages named",
        ),
    ],
)
def test_what_cannot_be_followed(edit: Edit, code: str, text: str) -> None:
    found = regroup(MENTIONS, CLUSTERS, (edit, merge("eeee", "bbbb")))
    assert found.clusters == ((0, 3), (1,), (2, 4, 5))
    assert [(n.code, n.text, n.locator, n.line, n.is_problem) for n in found.notes] == [
        (code, text, "k.toml", 7, True)
    ]


def test_what_is_hidden_is_not_heard() -> None:
    hides = [Edit(Action.HIDE, key) for key in ("mn-cccc", "ev-gone", "aaaa")]
    assert regroup(MENTIONS, CLUSTERS, hides).hidden == {0, 3}
