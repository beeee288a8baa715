"""Broken characters made whole, sound ones left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.sources.lost_marks import restore_marks
from kztimeline.sources.mojibake import repair

MIXED_UP = [
    ("The mayorâ€™s office", "The mayor’s office"),
    ("â€œWe stayâ€\x9d, she said.", "“We stay”, she said."),
    ("â€œWe stayâ€ she said.", "“We stay” she said."),
    ("The cafÃ© was closed â€“ again.", "The café was closed – again."),
    ("The mayorâ\x80\x99s office", "The mayor’s office"),
    ("РњРёРЅРёСЃС‚СЂ СѓС€С‘Р» РІ РѕС‚СЃС‚Р°РІРєСѓ", "Министр ушёл в отставку"),
]
SOUND = [
    "The “court” ruled on Büyük’s case – at last … 5 °C",
    "Le château, la pâte, l’âge et le bâtiment. Où ça ?",
    "În Câmpulung, când a hotărât, mâna lui când.",
    "Hâlâ kâğıt, rüzgâr ve lâkin hikâye.",
    "Cân nặng, âm nhạc, tâm.",
    "ﬁne Ｆｕｌｌ &amp; “straight\" 'quotes'",
    "Министр ушёл “в отставку” – сказал он.",
    "Сіз Қазақстан туралы айттыңыз ба?",
    "soft\xadhyphen and\xa0blank",
]


@pytest.mark.parametrize(("broken", "whole"), MIXED_UP)
def test_mixed_up_encodings_are_undone(broken: str, whole: str) -> None:
    assert whole == repair(broken).text


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_not_touched(text: str) -> None:
    assert (text, 0, 0) == repair(text)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (
            "The mayorâs office wonât say why itâs shut.",
            "The mayor’s office won’t say why it’s shut.",
        ),
        ("âWe are leaving,â he said.", "“We are leaving,” he said."),
        ("He said âwe are leaving.â", "He said “we are leaving.”"),
        ("Itâs a âstrikeâ of âbakersâ, he said.", "It’s a “strike” of “bakers”, he said."),
        ("Itâs late â too late â he said.", "It’s late – too late – he said."),
        ("The mayorâs term, 2019â2022.", "The mayor’s term, 2019–2022."),
        ("In the â90s the mayorâs son left.", "In the ’90s the mayor’s son left."),
        ("Mary OâBrienâs house", "Mary O’Brien’s house"),
        ("The workersâ rights and the mayorâs duty", "The workers’ rights and the mayor’s duty"),
        ("âThe workersâ rights matter,â he said.", "“The workers’ rights matter,” he said."),
        ("âHe told me: âGo home.ââ Then he left.", "“He told me: ‘Go home.’” Then he left."),
        ("âHe says âgo homeâ a lot,â she said.", "“He says ‘go home’ a lot,” she said."),
        (
            "âHe wants to show that âIâm the one the mayorâs for,â said Mary Stone.",
            "“He wants to show that ‘I’m the one the mayor’s for,” said Mary Stone.",
        ),
        ("(âNo,â he said.) [âNo.â]", "(“No,” he said.) [“No.”]"),
        ("The mayorâ??s office: â??No.â??", "The mayor’s office: “No.”"),
        ("The “mayorâs” son, âsaid Stone.", "The “mayor’s” son, “said Stone."),
        (
            "We came.â The next line.\nThe mayorâs son.",
            "We came.” The next line.\nThe mayor’s son.",
        ),
    ],
)
def test_lost_marks_are_restored(broken: str, whole: str) -> None:
    assert whole == restore_marks(broken).text


def test_a_dash_between_words_is_known_by_the_words() -> None:
    text = "The guards left. A mayorâs note: the guardsâa small group."
    assert restore_marks(text).text == "The guards left. A mayor’s note: the guards—a small group."


def test_a_letter_that_may_be_honest_is_left_and_counted() -> None:
    marks = restore_marks("Itâs the mayorâs château. âYes.â")
    assert marks == ("It’s the mayor’s château. “Yes.”", 4, 1)


def test_marks_that_survived_count_in_the_balance() -> None:
    assert (
        restore_marks("“The mayorâs âplanâ is dead,” he said.").text
        == "“The mayor’s ‘plan’ is dead,” he said."
    )


@given(st.text(alphabet="âs t.,“”\n-OIm9A?€™", max_size=120))
def test_lines_are_kept(text: str) -> None:
    assert text.count("\n") == repair(text).text.count("\n")


@given(st.text(alphabet="âs t.,\nOImA", max_size=120))
def test_lost_marks_take_the_place_of_one_character(text: str) -> None:
    assert len(text) == len(restore_marks(text).text)
