import csv
import json
from io import StringIO

from jsonschema import Draft202012Validator

from cli.bench import Bench


def test_dates_are_a_row_each(stocked: Bench) -> None:
    stocked.run("dates", "articles", "-f", "jsonl").exits(0).stderr("")
    rows = [json.loads(line) for line in stocked.out.splitlines()]
    assert [(row["text"], row["value"], row["line"]) for row in rows] == [
        ("Tuesday", "2024-03-12", 4),
        ("Monday", "2024-03-18", 5),
    ]


def test_schemas_fit_what_is_written(stocked: Bench) -> None:
    for shape, command in (("dates", "dates"), ("anchors", "anchors"), ("event", "build")):
        schema = json.loads(stocked.run("schema", shape).exits(0).out)
        lines = stocked.run(command, "articles", "-f", "jsonl").exits(0).out.splitlines()
        assert lines
        for line in lines:
            Draft202012Validator(schema).validate(json.loads(line))


def test_anchors_are_a_manifest(bench: Bench) -> None:
    bench.article("articles/a.txt", "It rained on Friday.\n")
    bench.run("anchors", "articles", "-f", "csv", "-o", "m.csv", "-q").exits(0)
    (row,) = csv.DictReader(StringIO((bench.folder / "m.csv").read_text()))
    assert (row["path"], row["date"]) == ("articles/a.txt", "")
    corrected = StringIO()
    table = csv.DictWriter(corrected, list(row))
    table.writeheader()
    table.writerow({**row, "date": "2024-03-15"})
    bench.article("m.csv", corrected.getvalue())
    bench.run("build", "articles", "--manifest", "m.csv", "-q").exits(0)
    bench.stdout("2024-03-15\tIt rained\tarticles/a.txt:1\n")


def test_a_listing_on_a_terminal_is_aligned(stocked: Bench) -> None:
    stocked.env(NO_COLOR="1").run("dates", "articles", tty=True).exits(0).stdout(
        "articles/herald.txt:4  2024-03-12  DATE  Tuesday  en/weekday.bare\n"
        "articles/herald.txt:5  2024-03-18  DATE  Monday   en/weekday.bare\n"
    )


def test_text_is_what_offsets_count_in(bench: Bench) -> None:
    bench.article("a.txt", b"\xef\xbb\xbf\r\n\r\nIt rained.\r\n").run("text", "a.txt").exits(0)
    bench.stdout("\n\nIt rained.\n")


def test_why_from_articles_and_from_a_saved_timeline(stocked: Bench) -> None:
    stocked.run("why", "herald.txt:4", "articles").exits(0)
    fresh = stocked.out
    assert "step       2024-03-12: told as past, so the last such day (“Tuesday”)\n" in fresh
    stocked.run("build", "articles", "-o", "t.json").exits(0)
    stocked.run("why", "herald.txt:4", "t.json").exits(0).stdout(fresh)


def test_why_lists_what_it_may_mean(bench: Bench) -> None:
    bench.article(
        "a.txt", "Date: 2024-03-15\n\nIt rained on Friday. Dockers walked out on Tuesday.\n"
    )
    bench.run("why", "a.txt:3", "a.txt").exits(2).stdout("")
    first, *listed, hint = bench.err.splitlines()
    assert first == "kztimeline: error: `a.txt:3` may mean 2 events:"
    assert [line.strip().partition(" ")[2] for line in listed] == [
        "Dockers walked out",
        "It rained",
    ]
    assert hint == "hint: use one of these ids"
