"""`dates --explain`: why each time is that time, in words."""

from __future__ import annotations

from cli.bench import Bench


def test_each_step_is_told(bench: Bench) -> None:
    bench.article("herald.txt", "Date: 15 March 2024\n\nThe minister resigned on Tuesday.\n")

    bench.run("dates", "herald.txt", "--explain").exits(0).stdout(
        "herald.txt:3  “Tuesday”  DATE 2024-03-12\n"
        "  found      by rule en/weekday.bare\n"
        "  anchor     2024-03-15\n"
        "  step       2024-03-12: told as past, so the last such day (“Tuesday”)\n"
        "  so         2024-03-12, derived\n"
        "\n"
    )


def test_programs_have_the_steps_anyway(bench: Bench) -> None:
    bench.article("herald.txt", "Date: 15 March 2024\n\nThe minister resigned on Tuesday.\n")

    bench.run("dates", "herald.txt", "--explain", "-f", "jsonl").exits(2).stderr(
        "kztimeline: error: `--explain` is for reading, and jsonl is for programs\n"
        "hint: leave it out: the `steps` in jsonl say the same\n"
    )
