"""Who is said to have said it: (speaker, cue) of the last event of a text."""

from __future__ import annotations

import pytest

from telling_makers import told

ROWS = [
    ("The ministry said the road had been closed.", ("ministry", "said")),
    ("“The roof fell in,” a spokesman for the museum said.", ("spokesman for the museum", "said")),
    ("“The harvest failed,” said Anna Lind, who owns the mill.", ("Anna Lind", "said")),
    ("Paul Berg, head of the bank, told reporters that the vault was open.", ("Paul Berg", "told")),
    ("“It failed,” Paul Berg, a guard at the town’s bank, told the court.", ("Paul Berg", "told")),
    ("According to police, the thieves fled.", ("police", "According to")),
    ("The governor, according to police, fled.", ("police", "according to")),
    ("The paper reportedly paid the guard.", (None, "reportedly")),
    ("Anna Lind fled abroad. She said she had been warned.", ("Anna Lind", "said")),
    ("She said the money had gone.", (None, "said")),
    (
        "In a speech to parliament on [Tuesday|2024-03-12], Anna Lind said the dam had failed.",
        ("Anna Lind", "said"),
    ),
    ("The mayor of Bergen announced a curfew.", ("mayor of Bergen", "announced")),
    ("The mine flooded; the owner said he was sorry.", None),
    ("The minister resigned.", None),
    ("The reports were burned.", None),
    ("The deal was announced at noon.", None),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_speaker_and_the_cue(text: str, expected: tuple[str | None, str] | None) -> None:
    voice = told(text)[-1].attribution
    assert expected == (voice and (voice.speaker, voice.cue))


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    events = told("“The dam has broken. The town was flooded,” said Anna Lind.")
    assert [e.attribution and e.attribution.speaker for e in events] == ["Anna Lind", "Anna Lind"]


def test_the_cue_has_its_place_in_the_text() -> None:
    text = "The ministry said the road had been closed."
    (event,) = told(text)
    assert event.attribution is not None
    assert "said" == event.attribution.span.of(text)  # noqa: SIM300 - expected first
