"""What has come up since a day that is known: an article that names it is no older."""

from __future__ import annotations

from datetime import date

import pytest

from drafts import TODAY, draft_of, settled
from kztimeline.anchors.novelties import novelties_told
from kztimeline.languages import load_language
from kztimeline.model import Infer
from kztimeline.outputs.dating import dating_of

ENGLISH = load_language("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She put it on Instagram.", ["Instagram"]),
        ("She put it on YouTube and on Instagram.", ["Instagram"]),
        ("She spoke of it on “Instagram”, and later on Instagram.", ["Instagram"]),
        ("She spoke of Instagrams.", []),
        ("She spoke of her instagram.", []),
        ("She spoke of Instagrams on Instagram.", ["Instagram"]),
    ],
)
def test_the_latest_is_read(text: str, found: list[str]) -> None:
    article = draft_of(text).article
    assert [each.span.of(article.text) for each in novelties_told(article, ENGLISH)] == found


def test_each_line_of_the_table_is_read_alone() -> None:
    lines = ENGLISH.table("novelties")["lines"].strip().splitlines()
    assert len({line.split("|")[0] for line in lines}) == len(lines)
    for line in lines:
        name, first = (part.strip() for part in line.split("|"))
        (told,) = novelties_told(draft_of(f"Lind spoke of {name} on air.").article, ENGLISH)
        assert told.terms[0][0] >= date.fromisoformat(first)
        assert date(1990, 1, 1) < told.terms[0][0] < TODAY


def test_an_article_is_no_older_than_what_it_names() -> None:
    text = "Mill notes\nThe weir of Torvik broke on Tuesday, March 12, and Lind {} it.\n"
    plain, new = (
        dating_of(settled(draft_of(text.format(word)), infer=Infer.ALL)["a.txt"].interval).date
        for word in ("wrote of", "put on WhatsApp that the miller of Torvik had foreseen")
    )
    assert plain
    assert new
    assert plain < "2009" < new
