import csv
from io import StringIO

from kztimeline.model import Account
from kztimeline.outputs.as_csv import write_csv, write_rows_csv
from kztimeline.outputs.publish import publish, publish_anchors
from kztimeline.outputs.records import Timeline
from kztimeline.outputs.rows import AnchorRow
from makers import make_anchor, make_article, make_event, make_merged, make_story, make_timeline

HEADER = (
    "id,date,date_end,edtf,date_kind,precision,earliest,latest,time,approximate,uncertain,status,"
    "modality,display_date,title,source_count,voice_count,sources,first_anchor,expressions,quotes,"
    "who,where,tags,review,note,was_date,was_title"
)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), strict=True))


def telling(title: str) -> Timeline:
    article = make_article("It is =1+1.\n")
    event = make_event(article, title=title)
    account = Account(article, make_anchor(article), (), (event,))
    return publish(make_timeline(account, events=[make_merged(event)]), "9.9")


def test_header_is_the_contract() -> None:
    assert next(write_csv(telling("x"))).splitlines()[0] == HEADER


def test_rows_read_back() -> None:
    row = rows_of("".join(write_csv(publish(make_story().timeline, "9.9"))))[1]
    assert row["date"] == "2024-03-12"
    assert row["sources"] == "articles/herald.txt:4; articles/courier.txt:1"
    assert row["expressions"] == "Tuesday, 12 March; Tuesday"
    assert (
        row["approximate"], row["source_count"], row["first_anchor"],
    ) == ("false", "2", "2024-03-15")  # fmt: skip


def test_no_events_is_a_header() -> None:
    assert f"{HEADER}\n" == "".join(write_csv(publish(make_timeline(), "9.9")))


def test_line_breaks_and_escapes_in_a_cell_become_spaces() -> None:
    (row,) = rows_of("".join(write_csv(telling('a\nb "c", \x1b[31md'))))
    assert row["title"] == 'a b "c", d'


def test_formula_is_guarded_in_files_only() -> None:
    hot = telling("=HYPERLINK(1)")
    assert rows_of("".join(write_csv(hot)))[0]["title"] == "=HYPERLINK(1)"
    assert rows_of("".join(write_csv(hot, guard=True)))[0]["title"] == "'=HYPERLINK(1)"


def test_bom_comes_first_and_once() -> None:
    text = "".join(write_csv(telling("x"), bom=True))
    assert (text[0], text.count("\ufeff")) == ("\ufeff", 1)


def test_anchors_have_the_columns_of_a_manifest() -> None:
    rows = publish_anchors(make_story().timeline.accounts, str)
    table = rows_of("".join(write_rows_csv(rows, AnchorRow)))
    assert list(table[0]) == [
        "path", "id", "title", "date", "earliest", "latest", "certainty", "source", "raw",
    ]  # fmt: skip
    assert [(row["path"], row["date"]) for row in table] == [
        ("articles/herald.txt", "2024-03-15"),
        ("articles/courier.txt", ""),
    ]
