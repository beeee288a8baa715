"""How common words are."""

from __future__ import annotations

from kztimeline.languages import load_language, load_shares

EN = load_language("en")


def test_shares_are_shares_of_words_in_small_letters() -> None:
    shares = load_shares(EN)
    assert all(0.0 < share < 1.0 for share in shares.values())
    assert all(word == word.casefold() and word.isalpha() for word in shares)


def test_a_common_word_is_told_of_and_a_rare_one_is_not() -> None:
    shares = load_shares(EN)
    assert shares["police"] > shares["hospital"] > shares["stadium"]
    assert "ferry" not in shares


def test_each_word_stands_once_and_is_no_stop_word() -> None:
    rows = [row["words"].split() for row in EN.table("common_words")["shares"]]
    words = [word for row in rows for word in row]
    assert len(words) == len(set(words))
    assert not set(words) & set(EN.table("stopwords")["stop"].split())
