"""Which texts are alike."""

from __future__ import annotations

import pytest

from kztimeline.textual.related import Relatives, terms_of

STOP = frozenset({"the", "and", "in"})


def related(*texts: str) -> Relatives:
    return Relatives([terms_of(text, STOP) for text in texts])


def test_terms_are_words_numbers_and_pairs() -> None:
    found = terms_of("The ferry sank 2,030 feet", STOP)
    pairs = {"ferry sank", "sank 2,030", "2,030 feet"}
    assert set(found) == {"ferry", "sank", "2,030", "feet", *pairs}
    assert found["2,030"] > found["ferry"]


def test_what_stands_at_the_head_weighs_more() -> None:
    found = terms_of("ferry " + "x " * 800 + "harbour", STOP)
    assert found["ferry"] > found["harbour"]


def test_a_term_at_its_best_place() -> None:
    found = terms_of("ferry " + "x " * 800 + "ferry", STOP)
    assert found["ferry"] == terms_of("ferry", STOP)["ferry"]


def test_the_likest_comes_first() -> None:
    texts = related(
        "the ferry april dawn sank off brannay",
        "the ferry april dawn sank off the coast of rain",
        "the ferry april dawn was sold",
        "rain",
    )
    likeness = texts.nearest(0, 9)
    assert [other for _, other in likeness] == [1, 2]
    assert 1.0 >= likeness[0][0] > likeness[1][0] > 0.0


def test_the_same_terms_are_as_like_as_can_be() -> None:
    ((likeness, other),) = related(
        "the ferry sank off brannay", "the ferry sank off brannay", "rain"
    ).nearest(0, 5)
    assert (round(likeness, 9), other) == (1.0, 1)


def test_equally_like_ones_come_in_order() -> None:
    found = related(*["the ferry sank off brannay"] * 3, "rain").nearest(0, 5)
    assert [other for _, other in found] == [1, 2]


@pytest.mark.parametrize(
    "texts", [("rain",), ("rain", "sun"), ("", ""), ("rain today", "rain today")]
)
def test_nothing_in_common(texts: tuple[str, ...]) -> None:
    assert related(*texts).nearest(0, 5) == []


def test_strangers_are_not_alike_for_the_words_that_every_text_has() -> None:
    """Alone in a folder they share all that counts there: that is little of what either tells."""
    common = "police crews hospital water search"
    one = f"{common} " + " ".join(f"ferry{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    other = f"{common} " + " ".join(f"canal{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")

    ((strange, _),) = Relatives([terms_of(one), terms_of(other)]).nearest(0, 1)
    ((alike, _),) = Relatives([terms_of(one), terms_of(one + " fog")]).nearest(0, 1)
    assert strange < 0.2
    assert alike > 0.9


STORY = (
    "ferry brannay sank reef divers wreck coastguard storm police hospital",
    "ferry brannay sank reef captain inquiry court fine police hospital",
    "ferry brannay harbour ticket price summer queue bus police hospital",
)
SHARES = {"police": 0.25, "hospital": 0.1, "court": 0.1}


def test_likeness_does_not_change_when_texts_of_other_things_are_added() -> None:
    strangers = [f"police hospital court quarn{at} ovid{at} tilm{at} brof{at}" for at in range(50)]
    alone, among = (
        Relatives([terms_of(text) for text in (*STORY, *others)], SHARES).kin(0, 9)
        for others in ((), strangers)
    )
    assert [other for _, other in alone] == [1, 2]
    assert alone == among


def test_who_shares_but_common_words_is_no_kin() -> None:
    common = ("rain", "hospital", "fog", "court", "bank", "crew")
    texts = [
        terms_of(" ".join(f"{story}{word} {word} {word}{story}" for word in common))
        for story in ("qua", "ovi", "til")
    ]
    found = Relatives(texts, dict.fromkeys(common, 0.1))
    assert found.kin(0, 9) == []
    assert {other for _, other in found.nearest(0, 9)} == {1, 2}


def test_within_a_story_its_own_words_count_less() -> None:
    """All of it is told of the ferry; two tell of the divers too."""
    texts = [terms_of(f"ferry brannay sank reef storm {word}") for word in ("divers", "court")]
    story = [*texts, terms_of("ferry brannay sank reef storm divers")] * 2
    (best, _), *_, (least, _) = Relatives(story).nearest(0, 9)
    assert best > least + 0.1
