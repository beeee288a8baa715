"""What several sentences tell is one event, whole texts through all rooms."""

from __future__ import annotations

import pytest

from kztimeline import Settings, build_timeline
from kztimeline.model import Declaration, Document

ROWS = [
    pytest.param(
        [
            (
                "The mayor of Osh resigned on Sunday.\n\nHis deputy took over.\n\n"
                "Paul Berg was shot outside his flat on 3 March.\n\n"
                "Crowds met on Monday over the fatal shooting of Paul Berg."
            )
        ],
        [
            ("2024-03-03", "Paul Berg was shot outside his flat", 2),
            ("2024-03-10", "The mayor of Osh resigned", 1),
            ("2024-03-10", "His deputy took over", 1),
            ("2024-03-11", "Crowds met over the fatal shooting of Paul Berg", 1),
        ],
        id="what an article recalls is what it tells",
    ),
    pytest.param(
        [
            (
                "Key dates\n\n2 May 2023: The Osh dam breaks, killing 12 people.\n\n"
                "4 May 2023: Water minister Eva Lind resigns.\n\n"
                "9 June 2023 - Police arrest the engineer Paul Berg."
            ),
            (
                "The mayor of Osh spoke on Thursday.\n\n"
                "The dam broke on 2 May last year and killed 12 people in the valley.\n\n"
                "Water minister Eva Lind stepped down two days later.\n\n"
                "Berg, an engineer, was arrested on 9 June by police."
            ),
        ],
        [
            ("2023-05-02", "The dam broke and killed 12 people in the valley", 2),
            ("2023-05-04", "Water minister Eva Lind stepped down", 2),
            ("2023-06-09", "Police arrest the engineer Paul Berg", 2),
            ("2024-03-14", "The mayor of Osh spoke", 1),
        ],
        id="an entry of a chronology is what a story tells",
    ),
    pytest.param(
        [
            "The earthquake struck at 4:53 p.m. in Osh, ten miles off Kara-Suu, toppling houses.",
            "An earthquake struck Osh and Kara-Suu on Wednesday, toppling houses.",
        ],
        [("2024-03-13", "An earthquake struck Osh and Kara-Suu, toppling houses", 2)],
        id="a clock time says no day",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), ROWS)
def test_told_once(texts: list[str], expected: list[tuple[str, str, int]]) -> None:
    documents = [
        Document(
            f"paper{number}.txt",
            text + "\n",
            str(number),
            declared=(Declaration("front-matter:date", "2024-03-15"),),
        )
        for number, text in enumerate(texts)
    ]
    events = build_timeline(documents, Settings()).events
    assert [(_day(e.when), e.title, len(e.members)) for e in events] == expected


def _day(when: object) -> str:
    return str(getattr(when, "first_day", None))
