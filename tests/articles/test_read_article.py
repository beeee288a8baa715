"""A document read: ids, titles, sentences, notes."""

from __future__ import annotations

import pytest

from kztimeline.articles import mark_quotes, read_article
from kztimeline.languages import load_language
from kztimeline.model import Article, Declaration, Document, ReadingSettings

BODY = "It rained over the port on Friday. “We stayed,” said Mary Stone."


def read(text: str, locator: str = "n/a.txt", *declared: Declaration) -> Article:
    document = Document(locator, text, "00", declared)
    return read_article(document, load_language("en"), ReadingSettings())


def test_the_text_is_untouched_and_spans_lie_in_it() -> None:
    text = f"\n\nRain\xa0over the port\n\n{BODY}\n"
    article = read(text)
    assert text == article.text
    sentences = article.sentences
    assert [(article.line_of(s.span.start), s.is_heading, s.span.of(text)) for s in sentences] == [
        (3, True, "Rain\xa0over the port"),
        (5, False, "It rained over the port on Friday."),
        (5, False, "“We stayed,” said Mary Stone."),
    ]
    assert [quote.of(text) for quote in mark_quotes(article).quotes] == ["“We stayed,”"]


def test_what_is_left_out_is_noted_with_its_line() -> None:
    article = read(f"{BODY}\n\nRead more:\n* * *\n")
    assert [
        (note.code, note.text, note.locator, note.line, note.is_problem) for note in article.notes
    ] == [("left-out", "not the story (related): “Read more:”", "n/a.txt", 3, False)]


def test_a_text_without_a_story_is_a_problem() -> None:
    assert [(note.code, note.is_problem) for note in read("Advertisement\n").notes] == [
        ("left-out", False),
        ("no-story", True),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Rain over the port\n{BODY}", "Rain over the port"),
        (f"World\nRain over  the port\nA picture of the port\n{BODY}", "Rain over the port"),
        (f"World\n{BODY}\nRain over the port\n{BODY}", "World"),
        (BODY, ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title == read(text).title


def test_a_declared_title_stands_before_a_heading() -> None:
    article = read(f"Rain\n{BODY}", "a.txt", Declaration("manifest:title", "Storm"))
    assert article.title == "Storm"


def test_ids_hang_on_name_and_text_not_on_the_folder() -> None:
    same = {read(BODY, path).id for path in ("a.txt", "n/a.txt", "/x/n/a.txt")}
    others = {read(BODY, "b.txt").id, read(BODY + " ", "a.txt").id}
    assert (len(same), len(others), same.isdisjoint(others)) == (1, 2, True)
    assert all(len(name) == len("art-00000000") for name in same)


def test_an_empty_text_is_an_article_without_sentences() -> None:
    article = read("")
    assert (article.sentences, article.title, mark_quotes(article).quotes) == ((), "", ())


def test_twins_in_two_folders_have_ids_of_their_own() -> None:
    language, settings = load_language("en"), ReadingSettings()
    twins = [Document(f"{folder}/a.txt", BODY, "00", twin=n) for n, folder in enumerate("xy")]
    ids = [read_article(document, language, settings).id for document in twins]
    assert (ids[0], len(set(ids))) == (read(BODY, "z/a.txt").id, 2)
