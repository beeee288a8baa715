"""Broken tables earn an exact message; in the tables we ship no name hangs in the air."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kztimeline.languages import Cue, CueTable, Grammar, Language, Lexicon, Rule, load_language
from kztimeline.languages.grammar import DIGIT_CLASSES
from kztimeline.languages.language import read_toml
from kztimeline.languages.meanings import OPERATORS, read_meaning
from kztimeline.languages.patterns import sequences
from kztimeline.languages.rules import read_rules
from kztimeline.model import KzError, Meaning, Side, TableError, TimexType
from kztimeline.temporal import UNITS
from kztimeline.temporal.holidays import FEASTS

LANGUAGES = ("en",)
RULES = [(code, rule) for code in LANGUAGES for rule in load_language(code).grammar.rules]
ROW: dict[str, Any] = {
    "name": "weekday.bare",
    "type": "DATE",
    "patterns": ["{weekday}"],
    "meaning": "near(weekday)",
    "examples": [["It closed on [Monday].", "2024-03-11"]],
}
KEYS = (
    "beats, examples, left, meaning, mod, name, never, not_left, not_right, not_side, once,"
    " patterns, pending, right, successive, type"
)


def row_id(value: object) -> str | None:
    return value.name if isinstance(value, Rule) else None


def rules_of(**changes: object) -> tuple[Rule, ...]:
    """The rules of a table of one row, changed; a value of `None` takes its key away."""
    row = {key: value for key, value in {**ROW, **changes}.items() if value is not None}
    return read_rules("en", "relative_dates", {"rule": [row]})


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_sound_row_is_read_whole() -> None:
    (rule,) = rules_of(
        mod="END",
        left=["on"],
        not_left=["the"],
        not_right=["%"],
        not_side="past",
        beats=["weekday"],
    )

    assert rule.name == "en/weekday.bare"
    assert rule.type is TimexType.DATE
    assert rule.meaning == Meaning("near", ("weekday",))
    assert rule.beats == {"en/weekday"}
    assert (rule.left, rule.not_left, rule.not_right) == ({"on"}, {"the"}, {"%"})
    assert rule.not_side is Side.PAST
    assert rule.examples == (("It closed on [Monday].", "2024-03-11"),)


def test_a_table_without_rows_has_no_rules() -> None:
    assert read_rules("en", "empty", {}) == ()


AT = "en/relative_dates.toml › weekday.bare"
BROKEN_ROWS: list[tuple[dict[str, object], str, str]] = [
    ({"name": None}, "missing key `name` in en/relative_dates.toml › ?", ""),
    ({"meaning": None}, f"missing key `meaning` in {AT}", ""),
    ({"examples": None, "type": None}, f"missing key `examples` in {AT}", ""),
    ({"exampels": []}, f"unknown key `exampels` in {AT}", f"keys are {KEYS}"),
    ({"meaning": "nigh(weekday)"}, f"unknown operator `nigh` in {AT} › meaning", "operators are "),
]


@pytest.mark.parametrize(("changes", "message", "hint"), BROKEN_ROWS)
def test_broken_row(changes: dict[str, object], message: str, hint: str) -> None:
    with pytest.raises(TableError) as error:
        rules_of(**changes)

    assert error.value.message == message
    assert error.value.hint.startswith(hint)
    assert bool(error.value.hint) == bool(hint)


@pytest.mark.parametrize(
    ("key", "word", "hint"),
    [
        ("type", "DAY", "one of DATE, TIME, DURATION, SET"),
        ("mod", "LATE", "one of START, MID, END, APPROX, "),
        ("not_side", "behind", "one of past, future, unknown"),
    ],
)
def test_broken_word_in_a_row(key: str, word: str, hint: str) -> None:
    with pytest.raises(TableError) as error:
        rules_of(**{key: word})

    assert error.value.message == f"unknown {key} `{word}` in {AT}"
    assert error.value.hint.startswith(hint)


# ── meanings ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("nothing()", Meaning("nothing")),
        ("near(month, day)", Meaning("near", ("month", "day"))),
        ("near(12, 25)", Meaning("near", (12, 25))),
        ("shift( anchor,-2 , day )", Meaning("shift", ("anchor", -2, "day"))),
        (
            "shift(focus, -number, unit)",
            Meaning("shift", ("focus", Meaning("minus", ("number",)), "unit")),
        ),
        (
            "between(date(first), date(last))",
            Meaning("between", (Meaning("date", ("first",)), Meaning("date", ("last",)))),
        ),
    ],
)
def test_meaning(text: str, meaning: Meaning) -> None:
    assert read_meaning(text, "en › x") == meaning


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("near(weekday", "missing `)` in en › x › meaning"),
        ("near(weekday,", "meaning ends too early in en › x"),
        ("near(weekday day)", "missing `)` in en › x › meaning"),
        (
            "near(weekday) near(day)",
            "meaning `near(weekday) near(day)` in en › x is no single term",
        ),
        ("weekday", "meaning `weekday` in en › x is no single term"),
        ("3", "meaning `3` in en › x is no single term"),
        ("", "meaning ends too early in en › x"),
        ("near(week+day)", "cannot read meaning `near(week+day)` in en › x"),
        ("near[weekday]", "cannot read meaning `near[weekday]` in en › x"),
        ("near()", "`near` takes 1 to 3 arguments, not 0, in en › x"),
        ("shift(anchor, 1)", "`shift` takes 3 to 3 arguments, not 2, in en › x"),
        ("nothing(day)", "`nothing` takes 0 to 0 arguments, not 1, in en › x"),
        ("part(nigh(day), day)", "unknown operator `nigh` in en › x › meaning"),
    ],
)
def test_broken_meaning(text: str, message: str) -> None:
    with pytest.raises(TableError) as error:
        read_meaning(text, "en › x")

    assert error.value.message == message


def test_the_hint_lists_every_operator() -> None:
    with pytest.raises(TableError) as error:
        read_meaning("nigh(day)", "en › x")

    assert error.value.hint == f"operators are {', '.join(sorted(OPERATORS))}"


# ── patterns ──────────────────────────────────────────────────────────────────────────────────────


def written(pattern: str) -> list[str]:
    """Each sequence as one string: a space for white space, `{slot:class}` for slots."""
    out = []
    for sequence in sequences(pattern, "en › x"):
        parts = (
            ("" if element.is_glued or not at else " ")
            + (element.literal or f"{{{element.slot}:{element.word_class}}}")
            for at, element in enumerate(sequence)
        )
        out.append("".join(parts))
    return out


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{month} {day}", ["{month:month} {day:day}"]),
        ("{first:day}-{last:day}", ["{first:day}-{last:day}"]),
        ("[the] {month}", ["{month:month}", "the {month:month}"]),
        ("{month}[,] {year}", ["{month:month} {year:year}", "{month:month}, {year:year}"]),
        ("(a|an|one) {unit}", ["a {unit:unit}", "an {unit:unit}", "one {unit:unit}"]),
        ("(a|[b] c)", ["a", "c", "b c"]),
        ("Last NIGHT", ["last night"]),
        ("  x  ", ["x"]),
        ("(a|a) b", ["a b"]),
        ("[a]", ["a"]),
        ("a|b", ["a", "b"]),
        ("weekday's {daypart}", ["weekday's {daypart:daypart}"]),
    ],
)
def test_pattern(pattern: str, expected: list[str]) -> None:
    assert written(pattern) == expected


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("[the {month}", "missing `]` in en › x › pattern"),
        ("(a|b {month}", "missing `)` in en › x › pattern"),
        ("(a] {month}", "missing `)` in en › x › pattern"),
        ("[a) {month}", "missing `]` in en › x › pattern"),
        ("a) {month}", "unmatched `)` in en › x › pattern"),
        ("{month}]", "unmatched `]` in en › x › pattern"),
    ],
)
def test_broken_pattern(pattern: str, message: str) -> None:
    with pytest.raises(TableError) as error:
        sequences(pattern, "en › x")

    assert error.value.message == message


def test_pattern_with_an_unknown_class() -> None:
    lexicon = Lexicon("en", {"words": {"colour": {"red": 1}}})

    with pytest.raises(TableError) as error:
        Grammar(rules_of(patterns=["{wekday}"]), lexicon)

    assert error.value.message == "unknown class `wekday` in en/weekday.bare › patterns"
    known = error.value.hint.removeprefix("classes are ").split(", ")
    assert known == sorted(known)
    assert {"weekday", "month", "colour", "year", "ordinal"} <= set(known)


# ── cue tables ────────────────────────────────────────────────────────────────────────────────────


def test_cue_pattern_with_an_unknown_class() -> None:
    cue = Cue("will", "future", ("will {verb}",), ())

    with pytest.raises(TableError) as error:
        CueTable([cue], {"not": "not", "adverb": "soon"}, "en/tense.toml")

    assert error.value.message == "unknown class `verb` in en/tense.toml › will › patterns"
    assert error.value.hint == "classes are adverb, not"


CUE: dict[str, Any] = {"name": "will", "gives": "future", "patterns": ["will"], "examples": []}


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        (
            {**CUE, "give": "past"},
            "unknown key `give` in en/tense.toml › will",
            "keys are examples, gives, name, never, patterns, pending",
        ),
        ({**CUE, "gives": None}, "missing key 'gives' in en/tense.toml › will", ""),
        ({**CUE, "name": None}, "missing key 'name' in en/tense.toml › ?", ""),
    ],
)
def test_broken_cue_row(
    row: dict[str, Any], message: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {"cue": [{key: value for key, value in row.items() if value is not None}]}
    monkeypatch.setattr("kztimeline.languages.language.read_toml", lambda *_: table)

    with pytest.raises(TableError) as error:
        Language("en").cues("tense")

    assert (error.value.message, error.value.hint) == (message, hint)


def test_a_missing_table_is_named() -> None:
    with pytest.raises(TableError, match=r"cannot read en/moods\.toml: "):
        Language("en").cues("moods")


def test_a_missing_language_is_named() -> None:
    with pytest.raises(TableError, match=r"cannot read xx/tense\.toml: "):
        Language("xx").cues("tense")


def test_table_errors_end_the_run_as_any_error_of_ours() -> None:
    assert issubclass(TableError, KzError)
    assert TableError("x").exit_code == 1


# ── the tables we ship are closed ─────────────────────────────────────────────────────────────────

BASES = {"anchor", "focus", "day_told"}
PART_LETTERS = {"MO", "NI"}
COUNTED_IN = {"half", "quarter", "weekday"}
REFERENCES = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"}
HOW_MANY = {"X"}  # an amount that is not said
CONSTANTS = (
    {"AM", "PM"}
    | set(FEASTS)
    | HOW_MANY
    | BASES
    | set(UNITS)
    | PART_LETTERS
    | COUNTED_IN
    | REFERENCES
)
READS_NO_SLOT = {"nothing", "vague", "numeric"}  # a trap, a word of TIMEX3, and the phrase as it is

# Slots that a pattern has and the meaning leaves out, knowingly.
LEFT_OUT = {
    "en/year.of-old": {"circa"},
    "en/year.of-old-range": {"circa"},
    "en/weekday.month-day-year": {"weekday"},  # the date says it all
    "en/clock.day": {"daypart"},  # 6 a.m. on Saturday morning
    "en/night-of.month-day": {"weekday"},
    "en/night-of.month-day-year": {"weekday"},
    "en/weekday-part.month-day": {"weekday"},
    "en/season.of-two-years": {"last"},  # winter is named by the year it begins in
    "en/set.times-a": {"number"},  # TIMEX3 keeps how often in another attribute
    "en/set.every-weekday": {"other"},  # TIMEX3 has one value for one set
    "en/set.every-part": {"daypart"},
    "en/set.which-weekday": {"rank", "weekday"},
    "en/length.from-to": {"most"},  # told by its least
    "en/unit.ago-from-to": {"most"},
    "en/quarter.of-months": {"first"},  # its last month says which
    "en/clock.24-seconds": {"second"},  # TIMEX3 of news is told to the minute
    "en/clock.seconds": {"second"},
}
# Words that stand for what a slot would read, in patterns without that slot.
READ_AS = {
    "en/clock.day": {"minute"},  # on the hour
}
DEAD_WORDS = {"en/year": {"no."}}  # two tokens, so it can stand beside nothing; to be mended
CONTEXT_CLASSES = {"{word}", "{name}", "{counted}", "{address}"}  # known to timexes/match.py alone


def leaves(meaning: Meaning) -> Iterator[str]:
    for argument in meaning.arguments:
        if isinstance(argument, Meaning):
            yield from leaves(argument)
        elif isinstance(argument, str):
            yield argument


def slots_of(rule: Rule) -> list[set[str]]:
    return [
        {element.slot for element in sequence if element.slot}
        for pattern in rule.patterns
        for sequence in sequences(pattern, rule.name)
    ]


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=row_id)
def test_every_name_in_a_meaning_is_a_slot_or_a_known_word(rule: Rule) -> None:
    names = set(leaves(rule.meaning)) - CONSTANTS
    missing: set[str] = set().union(*(names - slots for slots in slots_of(rule)))

    if rule.meaning.operator not in READS_NO_SLOT:
        assert missing == READ_AS.get(rule.name, set()) - CONSTANTS


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=row_id)
def test_every_slot_of_a_pattern_is_used(rule: Rule) -> None:
    slots: set[str] = set().union(*slots_of(rule))

    if rule.meaning.operator not in READS_NO_SLOT:
        assert slots - set(leaves(rule.meaning)) == LEFT_OUT.get(rule.name, set())


@pytest.mark.parametrize(("code", "rule"), RULES, ids=row_id)
def test_every_word_beside_a_rule_is_one_token_or_a_known_class(code: str, rule: Rule) -> None:
    lexicon = load_language(code).grammar.lexicon
    known = {f"{{{name}}}" for name in {*lexicon.classes, *DIGIT_CLASSES}} | CONTEXT_CLASSES
    phrases = (*rule.left_phrases, *rule.right_phrases)
    phrases += (*rule.not_left_phrases, *rule.not_right_phrases)
    beside = rule.left | rule.right | rule.not_left | rule.not_right
    beside |= {word for phrase in phrases for words in phrase for word in words}
    words = {word[1:] if len(word) > 1 and word[0] == "+" else word for word in beside}

    assert {word for word in words if word[0] == "{"} <= known
    assert DEAD_WORDS.get(rule.name, set()) == {
        word for word in words if word[0] != "{" and len(lexicon.tokens(word, 0, len(word))) != 1
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_rule_names_are_unique_and_beaten_rules_exist(code: str) -> None:
    rules = load_language(code).grammar.rules
    names = [rule.name for rule in rules]

    assert sorted(set(names)) == sorted(names)
    assert {beaten for rule in rules for beaten in rule.beats} <= set(names)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_list_of_classes_in_the_lexicon_names_classes(code: str) -> None:
    table = read_toml(code, "lexicon")
    classes = set(load_language(code).grammar.lexicon.classes)

    assert set(table["capitalised_classes"]) <= classes
    assert set(table["lowercase_classes"]) <= classes
    assert set(table["spelled_classes"]) <= classes
    assert set(table["trigger_classes"]) <= classes


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_parts_and_units_has_a_reading(code: str) -> None:
    classes = load_language(code).grammar.lexicon.classes

    assert {str(unit) for unit in classes["unit"].values()} <= set(UNITS)
    assert set(classes["daypart"].values()) <= {"MO", "MI", "AF", "EV", "NI", "DT"}
    assert set(classes["season"].values()) <= {"SP", "SU", "FA", "WI"}
    assert set(classes["month"].values()) == set(range(1, 13))
    assert set(classes["bare_month"].items()) <= set(classes["month"].items())
    assert (
        set(classes["weekday"].values()) == set(classes["weekday_plural"].values()) == set(range(7))
    )
