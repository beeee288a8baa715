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
    ("The bridge fell, officials say.", ("officials", "say")),
    ("The mayor was quoted as saying the bridge was safe.", ("mayor", "quoted as saying")),
    ("A statement said the bridge was safe.", ("statement", "said")),
    ("The men, the army said, had fled.", ("army", "said")),
    ("The ban, Anna Lind told the court, would ruin the town.", ("Anna Lind", "told")),
    ("The dam had leaked, a report found.", ("report", "found")),
    ("The inquiry found that the dam had leaked.", ("inquiry", "found that")),
    ("The union’s leader, Anna Lind, warned that the mill could close.", ("Anna Lind", "warned")),
    ("As the mayor said on [Monday|2024-03-11], the road was shut.", ("mayor", "said")),
    ("Police believe the thieves fled.", ("Police", "believe")),
    ("Prosecutors allege that the guard fled.", ("Prosecutors", "allege")),
    ("The owner denied that he had fled.", ("owner", "denied")),
    ("The mill was said to have closed.", (None, "was said to")),
    ("Anna Lind fled. “The dam has broken,” she said.", ("Anna Lind", "said")),
    ("The fire claimed 12 lives.", None),
    ("The ferry, announced by the council, sank.", None),
    ("The mine flooded; the owner said he was sorry.", None),
    ("The minister resigned.", None),
    ("The reports were burned.", None),
    ("The deal was announced at noon.", None),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_speaker_and_the_cue(text: str, expected: tuple[str | None, str] | None) -> None:
    voice = told(text)[-1].attribution
    assert expected == (voice and (voice.speaker, voice.cue))


LABELS = [
    ("Police: gunman fled to Oslo", ("Police", ":")),
    ("Anna Lind: mill will be sold", ("Anna Lind", ":")),
    ("Mill was unsafe, report says", ("report", "says")),
    ("Mill fire: two men killed", None),
]


@pytest.mark.parametrize(("headline", "expected"), LABELS)
def test_a_headline_says_who_speaks(headline: str, expected: tuple[str | None, str] | None) -> None:
    voice = told(f"# {headline}\nAnna Lind, who owns the mill, was in Oslo.")[0].attribution
    assert expected == (voice and (voice.speaker, voice.cue))


GOING_ON = [
    "“The dam has broken,” said Anna Lind. “The town was flooded.”",
    "Anna Lind was there. “The dam has broken,” she said. “The town was flooded. All fled.”",
    "“The dam has broken,” said Anna Lind, “and the mill has gone. The town was flooded.”",
]


@pytest.mark.parametrize("text", GOING_ON)
def test_a_quotation_goes_on_with_its_speaker(text: str) -> None:
    voice = told(text)[-1].attribution
    assert voice is not None
    assert "Anna Lind" == voice.speaker  # noqa: SIM300 - expected first


def test_another_speaker_in_the_same_paragraph_is_another() -> None:
    events = told("“It broke,” said Anna Lind. “The town was flooded. All fled,” said Paul Berg.")
    speakers = [event.attribution and event.attribution.speaker for event in events]
    assert speakers == ["Anna Lind", "Paul Berg", "Paul Berg"]


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    events = told("“The dam has broken. The town was flooded,” said Anna Lind.")
    assert [e.attribution and e.attribution.speaker for e in events] == ["Anna Lind", "Anna Lind"]


def test_the_cue_has_its_place_in_the_text() -> None:
    text = "The ministry said the road had been closed."
    (event,) = told(text)
    assert event.attribution is not None
    assert "said" == event.attribution.span.of(text)  # noqa: SIM300 - expected first
