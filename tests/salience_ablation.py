"""What each part of salience is worth, on journalists' timelines: with all, then without each.

    python tests/salience_ablation.py FOLDER [TOPIC…]

FOLDER holds ``<topic>.articles.jsonl.gz`` (a line an article: id, time, title, text) and
``<topic>.timelines.json`` (name, timeline: date, text), as the data sets of timeline summarisation
come; they are not part of the project. For each reference the days are ranked and cut as is usual
there: as many days as it has, as many lines a day. Prints date F1 and the F of words shared with
the nearest day's lines, discounted by distance (alignment ROUGE-1 without stemming: for comparing
with itself only), and for each part left out how much is lost, with the 95 % interval of a paired
bootstrap over the references' days. A report, never a test.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import Any, NamedTuple

from kztimeline.clusters import lines, merge_events, standing
from kztimeline.languages import load_language, load_stemmer
from kztimeline.model import Declaration, Document, MergedEvent, PartKind, Settings
from kztimeline.pipeline import Story, link_story
from kztimeline.textual.tokens import tokens

ROUNDS = 1000
DAY_PARTS = (PartKind.TOLD, PartKind.NAMED, PartKind.LASTING)
LINE_PARTS: tuple[tuple[ModuleType, str], ...] = (
    (standing, "_CENTRAL"), (standing, "_VOICES"), (standing, "_HAPPENED"), (standing, "_SURE"),
    (standing, "_REPEATS"), (lines, "_NAMES"), (lines, "_HEADS"), (lines, "_FLAW"),
    (lines, "_ANOTHER_DAY"), (lines, "_STILL"), (lines, "_LENGTH"),
)  # fmt: skip
STEMMER = load_stemmer(load_language("en"))


class Share(NamedTuple):
    """Of one day of a timeline: words shared with the other's nearest day, words in all."""

    shared: float
    words: int


class Outcome(NamedTuple):
    """A reference against what was chosen: which of its days were met, and shares both ways."""

    met: tuple[bool, ...]
    chosen: tuple[Share, ...]
    wanted: tuple[Share, ...]


def main(arguments: Sequence[str]) -> int:
    """Build each topic once; weigh it with everything, then without each part."""
    folder, *topics = arguments
    names = topics or sorted(f.name.split(".")[0] for f in Path(folder).glob("*.articles.jsonl.gz"))
    built = [(told(Path(folder), name), references(Path(folder), name)) for name in names]
    whole = outcomes(built)
    print(f"{'all':14} date {score(whole, dates):.3f}   words {score(whole, shares):.4f}")
    for kind in DAY_PARTS:
        print(row(f"− {kind}", whole, outcomes(built, kind)))
    for module, name in LINE_PARTS:
        with without(module, name):
            print(row(f"− {name.strip('_').lower()}", whole, outcomes(built)))
    return 0


def told(folder: Path, topic: str) -> Story:
    """All articles of a topic, told and linked."""
    with gzip.open(folder / f"{topic}.articles.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return link_story([document(each) for each in rows], Settings())


def document(row: Mapping[str, Any]) -> Document:
    """An article as the manifest would date it."""
    title = f"{row['title']}\n\n" if row.get("title") else ""
    text = f"{title}{row['text']}\n"
    day = (Declaration("manifest:date", row["time"][:10]),)
    return Document(row["id"], text, hashlib.sha256(text.encode()).hexdigest(), day)


def references(folder: Path, topic: str) -> list[dict[str, list[str]]]:
    """The timelines of a topic: lines by day."""
    told = json.loads((folder / f"{topic}.timelines.json").read_text(encoding="utf-8"))
    return [{day["date"]: day["text"] for day in each["timeline"]} for each in told]


@contextmanager
def without(module: ModuleType, name: str) -> Iterator[None]:
    """A weight set to nothing for a while."""
    weight = getattr(module, name)
    setattr(module, name, 0.0)
    yield
    setattr(module, name, weight)


def outcomes(
    built: Sequence[tuple[Story, list[dict[str, list[str]]]]], left_out: PartKind | None = None
) -> list[Outcome]:
    """One for each reference."""
    found: list[Outcome] = []
    for story, wanted in built:
        texts = {each.article.id: each.article.text for each in story.accounts}
        merged = merge_events(story.linked)
        weights = {
            day.day.isoformat(): sum(p.value for p in day.parts if p.kind is not left_out)
            for day in merged.days
        }
        by_day: defaultdict[str, list[MergedEvent]] = defaultdict(list)
        for event in sorted(merged.events, key=lambda event: -event.salience):
            if event.when and (day := event.when.only_day):
                by_day[day.isoformat()].append(event)
        found += [outcome(each, by_day, weights, texts) for each in wanted]
    return found


def outcome(
    wanted: Mapping[str, Sequence[str]],
    by_day: Mapping[str, Sequence[MergedEvent]],
    weights: Mapping[str, float],
    texts: Mapping[str, str],
) -> Outcome:
    """Cut to the reference's span, its number of days, its mean number of lines a day."""
    a_day = max(1, round(sum(map(len, wanted.values())) / len(wanted)))
    inside = [day for day in sorted(by_day) if min(wanted) <= day <= max(wanted)]
    days = sorted(inside, key=lambda day: -weights.get(day, 0.0))[: len(wanted)]
    chosen = {
        day: [e.members[0].span.of(texts[e.members[0].article_id]) for e in by_day[day][:a_day]]
        for day in days
    }
    mine, theirs = words_of(chosen), words_of(wanted)
    return Outcome(
        tuple(day in chosen for day in wanted), aligned(mine, theirs), aligned(theirs, mine)
    )


def words_of(told: Mapping[str, Sequence[str]]) -> dict[int, Counter[str]]:
    """Stems of the lines by day number."""
    return {
        date.fromisoformat(day).toordinal(): Counter(
            stem for line in lines for token in tokens(line) for stem in STEMMER.stems([token])
        )
        for day, lines in told.items()
    }


def aligned(
    these: Mapping[int, Counter[str]], those: Mapping[int, Counter[str]]
) -> tuple[Share, ...]:
    """Each day met with the other timeline's best day, nearness and words both counting."""
    return tuple(
        Share(
            max(((bag & other).total() / (abs(day - at) + 1) for at, other in those.items()),
                default=0.0),
            bag.total(),
        )
        for day, bag in these.items()
    )  # fmt: skip


def dates(one: Outcome, pick: random.Random | None = None) -> float:
    """Date F1, as many days being chosen as there are."""
    met = pick.choices(one.met, k=len(one.met)) if pick else one.met
    return sum(met) / len(met)


def shares(one: Outcome, pick: random.Random | None = None) -> float:
    """F of the words shared."""
    chosen = pick.choices(one.chosen, k=len(one.chosen)) if pick else one.chosen
    wanted = pick.choices(one.wanted, k=len(one.wanted)) if pick else one.wanted
    precision, recall = (
        sum(each.shared for each in told) / max(1, sum(each.words for each in told))
        for told in (chosen, wanted)
    )
    total = precision + recall
    return 2 * precision * recall / total if total else 0.0


def score(found: Sequence[Outcome], measure: Any, seed: int | None = None) -> float:  # noqa: ANN401
    """The mean over the references; of days drawn anew under a seed."""
    picks = [None if seed is None else random.Random(f"{seed} {at}") for at in range(len(found))]  # noqa: S311
    return mean(measure(one, pick) for one, pick in zip(found, picks, strict=True))


def row(name: str, whole: Sequence[Outcome], less: Sequence[Outcome]) -> str:
    """How much is lost without a part, in dates and in words, with 95 % intervals."""
    cells = [f"{name:14}"]
    for label, measure in (("date", dates), ("words", shares)):
        lost = score(less, measure) - score(whole, measure)
        drawn = sorted(
            score(less, measure, seed) - score(whole, measure, seed) for seed in range(ROUNDS)
        )
        low, high = drawn[ROUNDS // 40], drawn[-ROUNDS // 40]
        cells.append(f"{label} {lost:+.4f} [{low:+.4f} {high:+.4f}]")
    return "   ".join(cells)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
