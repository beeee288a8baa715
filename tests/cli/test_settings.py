"""Settings: flags over environment over file over defaults; the nearest file; errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.bench import Bench
from kztimeline.cli.knobs import knobs

DOUBTFUL = "Date: 2024-04-20\n\nThe mayor of Westport resigned on 05/03/2024.\n"


def shown(bench: Bench, *arguments: str) -> dict[str, tuple[object, str, str | None]]:
    bench.run("config", "show", *arguments, "-f", "json").exits(0).stderr("")
    return {
        row["name"]: (row["value"], row["source"], row["place"]) for row in json.loads(bench.out)
    }


def dated(bench: Bench, *arguments: str) -> str:
    bench.run("build", "articles", "-q", *arguments).exits(0)
    return bench.out.partition("\t")[0]


@pytest.fixture
def doubtful(bench: Bench) -> Bench:
    bench.monkeypatch.delenv("KZTIMELINE_CACHE")
    return bench.article("articles/a.txt", DOUBTFUL).env(XDG_CACHE_HOME=str(bench.folder / "cache"))


def test_each_stands_over_the_next(doubtful: Bench) -> None:
    assert dated(doubtful) == "2024-05-03"
    doubtful.article("kztimeline.toml", 'date-order = "DMY"\n')
    assert dated(doubtful) == "2024-03-05"
    doubtful.env(KZTIMELINE_DATE_ORDER="MDY")
    assert dated(doubtful) == "2024-05-03"
    assert dated(doubtful, "--date-order", "DMY") == "2024-03-05"


def test_show_names_where_each_comes_from(doubtful: Bench) -> None:
    doubtful.article("articles/kztimeline.toml", '# mine\ndate-order = "DMY"\nsince = 2024-01-05\n')
    doubtful.env(KZTIMELINE_INFER="none", KZTIMELINE_SINCE="2023")
    found = shown(doubtful, "articles", "--min-sources", "2")
    assert {name: row for name, row in found.items() if row[1] != "default"} == {
        "date-order": ("DMY", "file", "articles/kztimeline.toml:2"),
        "infer": ("none", "environment", "KZTIMELINE_INFER"),
        "since": ("2023", "environment", "KZTIMELINE_SINCE"),
        "min-sources": (2, "option", "--min-sources"),
    }
    assert list(found) == list(knobs())
    doubtful.run("config", "show", "articles", tty=True).exits(0)
    assert "date-order   DMY    file         articles/kztimeline.toml:2\n" in doubtful.out
    assert "strict       false  default      -\n" in doubtful.out


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({}, None),
        ({"kztimeline.toml": "strict = true"}, "kztimeline.toml:1"),
        ({"kztimeline.toml": "strict = true", "articles/kztimeline.toml": "\nstrict = true"},
         "articles/kztimeline.toml:2"),
        ({"kztimeline.toml": "strict = true",
          "articles/kztimeline.toml": '[[edit]]\nadd = "x"'}, "kztimeline.toml:1"),
        ({"pyproject.toml": "[tool.kztimeline]\nstrict = true"}, "pyproject.toml:2"),
        ({"pyproject.toml": "[tool.kztimeline]\nstrict = true", "kztimeline.toml": "strict = true"},
         "kztimeline.toml:1"),
        ({"kztimeline.toml": "strict = true", "articles/pyproject.toml": "[tool.x]\na = 1"},
         "kztimeline.toml:1"),
        ({"kztimeline.toml": "strict = true", "articles/pyproject.toml": "[[broken"},
         "kztimeline.toml:1"),
    ],
)  # fmt: skip
def test_the_nearest_file_with_settings_counts(
    doubtful: Bench, files: dict[str, str], place: str | None
) -> None:
    for name, text in files.items():
        doubtful.article(name, text)
    assert shown(doubtful, "articles/a.txt")["strict"][2] == place


def test_the_folder_that_holds_all_paths_is_where_the_search_begins(doubtful: Bench) -> None:
    doubtful.article("more/b.txt", DOUBTFUL).article("more/kztimeline.toml", "strict = true")
    assert shown(doubtful, "articles", "more")["strict"][1] == "default"
    assert shown(doubtful, "more")["strict"][1] == "file"
    doubtful.article("kztimeline.toml", "strict = true")
    for paths in (("articles", "more"), (), ("-",)):
        assert shown(doubtful, *paths)["strict"][2] == "kztimeline.toml:1"


def test_files_are_seen_from_the_settings_folder(doubtful: Bench) -> None:
    doubtful.article("articles/kztimeline.toml", 'manifest = "../days.csv"\nedits = "own.toml"\n')
    doubtful.article("days.csv", "path,date\narticles/a.txt,1999-01-01\n")
    doubtful.article("articles/own.toml", '[[edit]]\nadd = "A vote"\ndate = 1999-05-04\n')
    found = shown(doubtful, "articles")
    assert (found["manifest"][0], found["edits"][0]) == ("days.csv", "articles/own.toml")
    doubtful.run("build", "articles", "-q").exits(0)
    assert "1999-05-04\tA vote" in doubtful.out
    doubtful.run("anchors", "articles", "-q").exits(0)
    assert "1999-01-01" in doubtful.out


def test_every_command_heeds_them(doubtful: Bench) -> None:
    doubtful.article("kztimeline.toml", 'date-order = "DMY"\nencoding = "utf-8"\nuntil = "2023"\n')
    doubtful.run("dates", "articles", "-q").exits(0)
    assert "2024-03-05" in doubtful.out
    doubtful.run("text", "articles/a.txt").exits(0).stdout(DOUBTFUL)
    doubtful.run("build", "articles", "--until", "2025", "-o", "t.json").exits(0)
    doubtful.run("render", "t.json", "-f", "lines").exits(0).stdout("")


BAD = [
    ('date-oder = "DMY"', "there is no setting `date-oder`", "did you mean `date-order`?"),
    ("weather = 1", "there is no setting `weather`", "there are anchor, manifest,"),
    ('format = "csv"', "there is no setting `format`", ""),
    ("[settings]\nstrict = true", "there is no setting `settings`", "settings stand at the top of"),
    ('date-order = "XYZ"', "unknown date order `XYZ`", "--date-order is one of MDY, DMY, YMD"),
    ('infer = "some"', "cannot infer `some`", "--infer is one of day, all, none"),
    ('anchor = "soon"', "cannot read `soon` as a date for anchor", "write 2022-01-11,"),
    ('since = "soon"', "cannot read `soon` as a date for since", "write 2022-01-11,"),
    ('encoding = "utf-9"', "unknown encoding `utf-9`", ""),
    ('color = "some"', "unknown colour mode `some`", "--color is one of auto,"),
    ('jobs = "many"', "cannot work with `many` processes", "--jobs is auto or a number"),
    ("jobs = 0", "cannot work with `0` processes", "--jobs is auto or a number"),
    ("min-sources = 0", "`min-sources` is less than 1", "write min-sources = 1, or more"),
    ('min-sources = "2"', "`min-sources` cannot be `2`", "it is a number, without quotes"),
    ("min-sources = true", "`min-sources` cannot be `True`", "it is a number, without quotes"),
    ('strict = "yes"', "`strict` cannot be `yes`", "it is true or false"),
    ("grep = true", "`grep` cannot be `True`", "it is a text, in quotes"),
    ("grep = ['a']", "`grep` cannot be `['a']`", "it is a text, in quotes"),
]


@pytest.mark.parametrize(("text", "message", "hint"), BAD, ids=[row[0] for row in BAD])
def test_what_makes_no_sense_is_refused_with_its_place(
    doubtful: Bench, text: str, message: str, hint: str
) -> None:
    for name, header in (
        ("kztimeline.toml", "# mine\n"),
        ("pyproject.toml", "[tool.kztimeline]\n"),
    ):
        if text.startswith("[") and name == "pyproject.toml":
            continue
        doubtful.article(name, f"{header}{text}\n")
        for command in (("build", "articles", "-o", "t.csv"), ("config", "show", "articles")):
            doubtful.run(*command).exits(2).stdout("")
            first, second = doubtful.err.splitlines()
            assert first == f"kztimeline: error: {name}:2: {message}"
            assert second.startswith(f"hint: {hint}")
        Path(name).unlink()
    assert not Path("t.csv").exists()


def test_a_file_that_is_no_toml_is_told_but_not_to_who_asks_for_help(doubtful: Bench) -> None:
    doubtful.article("pyproject.toml", "[tool.kztimeline\n").run("build", "articles").exits(1)
    assert "`pyproject.toml` is no TOML: " in doubtful.err
    doubtful.run("build", "--help").exits(0)
    doubtful.article("pyproject.toml", "[[tool.kztimeline.edit]]\nadd = 'x'\n")
    doubtful.run("build", "articles").exits(2)
    assert "`pyproject.toml`: edits do not stand here" in doubtful.err


def test_every_setting_can_be_set_in_every_way(doubtful: Bench) -> None:
    """A row for each option but those of one run; what it may be set to in the environment."""
    said = {bool: ("true", "1"), int: ("2", "2"), str: ('"x"', "x")}
    own = {
        "anchor": "2024", "min-date": "2020", "since": "2020", "until": "2025", "infer": "all",
        "date-order": "YMD", "encoding": "utf-8", "color": "never", "jobs": "1",
    }  # fmt: skip
    for knob in knobs().values():
        in_file, in_variable = said[knob.type]
        if knob.name in own:
            in_file, in_variable = f'"{own[knob.name]}"', own[knob.name]
        doubtful.article("kztimeline.toml", f"{knob.name.replace('-', '_')} = {in_file}\n")
        assert shown(doubtful)[knob.name][1:] == ("file", "kztimeline.toml:1")
        doubtful.env(**{knob.variable: in_variable})
        assert shown(doubtful)[knob.name][1:] == ("environment", knob.variable)
        doubtful.monkeypatch.delenv(knob.variable)


@pytest.mark.parametrize("form", ["lines", "terminal", "json", "csv"])
def test_what_is_shown_is_no_article(doubtful: Bench, form: str) -> None:
    doubtful.run("config", "show", "-f", form, "-o", "articles/t.txt").exits(0)
    doubtful.run("build", "articles").exits(0)
    assert "1 article read, 1 file left out" in doubtful.err
