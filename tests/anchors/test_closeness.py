from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.anchors.closeness import REACHES, Bend, Pair

ANY = Bend()
PAIRS = st.lists(st.tuples(st.integers(0, 100).map(lambda n: n / 100), st.integers(0, 9000)))


@given(PAIRS, st.integers(0, 100))
def test_parts_are_shares_of_one(pairs: list[Pair], hundredths: int) -> None:
    parts = Bend.of(pairs).parts(hundredths / 100)
    assert sum(parts) == pytest.approx(1.0)
    assert all(part >= 0.0 for part in parts)


@given(PAIRS)
def test_the_order_of_the_pairs_makes_no_difference(pairs: list[Pair]) -> None:
    one, other = Bend.of(pairs), Bend.of(pairs[::-1])
    assert one.shifts == pytest.approx(other.shifts)


def test_without_pairs_the_table_holds() -> None:
    assert Bend.of([]).parts(0.2) == ANY.parts(0.2)


@pytest.mark.parametrize("reach", range(len(REACHES)))
def test_pairs_far_apart_loosen_and_close_ones_tighten(reach: int) -> None:
    def within(days: int) -> float:
        return sum(Bend.of([(0.2, days)] * 12).parts(0.2)[: reach + 1])

    assert within(2000) < sum(ANY.parts(0.2)[: reach + 1]) < within(0)


def test_one_pair_alone_bends_little() -> None:
    within_a_week = sum(Bend.of([(0.2, 2000)]).parts(0.2)[:2])
    assert within_a_week > 0.6 * sum(ANY.parts(0.2)[:2])


def test_nothing_in_common_stays_no_evidence() -> None:
    assert Bend.of([(0.5, 0)] * 30).parts(0.0)[-1] == 1.0
