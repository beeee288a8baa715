"""Where a sentence begins to tell: behind its dateline, clock time or bullet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kztimeline.events.lexis import Lexis
from kztimeline.model import Article
from kztimeline.textual.tokens import Token

_OPENERS = frozenset('“"‘(')
_DASHES = frozenset({"—", "–", "-"})
MARKUP = frozenset({"•", "*", "_", "·"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_LONGEST_DATELINE = 24  # tokens: town, region, date and agency
_AGENCY = 3  # tokens: “(Agency) —”
_SHORTEST_TOWN = 3  # letters: “UN —” is no dateline


def dateline_end(article: Article) -> int:
    """Where the dateline that was read of an article ends in its text; 0 without one."""
    spans = [claim.span for claim in article.declared if claim.name.startswith("dateline:")]
    return max((span.end for span in spans if span), default=0)


def telling_words(
    words: Sequence[Token], lex: Lexis, *, sent: int = 0, opens: bool = False
) -> list[Token]:
    """The words of a sentence without markup and without what only says where or when it was sent.

    “OSLO, March 12 (Agency) — The minister …” and “19:15 – The minister …” begin at “The”; so does
    what follows the dateline that ends at `sent`, if that lies in the sentence. Where an article
    `opens`, a town in capitals and a colon are one, too: “OSLO: The minister …”.
    """
    texts = [word.text for word in words]
    has_markup = not MARKUP.isdisjoint(texts)
    told = [word for word in words if word.text not in MARKUP] if has_markup else list(words)
    if told and told[0].start < sent <= told[-1].end:
        behind = [word for word in told if word.start >= sent]
        first = next((n for n, word in enumerate(behind) if word.is_word), len(behind))
        marks = [word.text for word in behind[:first]]
        return behind[first - (bool(marks) and marks[-1] in _OPENERS) :]
    colon = texts.index(":") if opens and ":" in texts[:_LONGEST_DATELINE] else 0
    if colon and told == list(words) and _is_dateline(told[:colon], lex):
        return told[colon + 1 :]
    if _DASHES.isdisjoint(texts):
        return told
    dash = next(
        (n for n, word in enumerate(told[:_LONGEST_DATELINE]) if word.text in _DASHES), None
    )
    if dash is None or dash + 1 >= len(told):
        return told
    is_lead = _is_clock(told[:dash]) or _is_dateline(told[:dash], lex)
    return (
        [word for word in told[dash:] if word.text not in _DASHES or word is not told[dash]][
            _more_dashes(told, dash) :
        ]
        if is_lead
        else told
    )


def _more_dashes(told: Sequence[Token], dash: int) -> int:
    """How many dashes follow the first: “--” is written as two."""
    count = 0
    while dash + 1 + count < len(told) and told[dash + 1 + count].text in _DASHES:
        count += 1
    return count


def _is_clock(words: Sequence[Token]) -> bool:
    return len(words) == 1 and _CLOCK.fullmatch(words[0].text) is not None


def _is_dateline(words: Sequence[Token], lex: Lexis) -> bool:
    """A town in capitals first, then nothing but names, numbers and marks; or an agency alone."""
    if len(words) == _AGENCY and (words[0].text, words[-1].text) == ("(", ")"):
        return words[1].is_capital
    town = words[0].text if words else ""
    if not (town.isalpha() and town.isupper() and len(town) >= _SHORTEST_TOWN):
        return False
    return all(
        not word.text[0].islower() or word.lower in lex.of or word.lower in lex.articles
        for word in words
    )
