"""Forms before the subject that look like the verb: “With two votes *left*, the lead shrank”."""

from __future__ import annotations

from collections.abc import Sequence

from kztimeline.events.lexis import Lexis
from kztimeline.textual.tokens import Token

_ABSOLUTE = 20  # tokens: “With two of the votes in Osh left to count,”


def is_absolute(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    """“With two votes *left* to count, the lead shrank”: no verb of its sentence.

    Nor is it in “In a report *published* on Monday, the board said …”.
    """
    if index > _ABSOLUTE or not (words[0].lower in lex.absolutes or _is_issued(words, index, lex)):
        return False
    commas = [n for n, token in enumerate(words[:_ABSOLUTE]) if token.text == ","]
    return bool(commas) and index < commas[0]


def _is_issued(words: Sequence[Token], index: int, lex: Lexis) -> bool:
    is_lead = words[0].lower in lex.lead_prepositions and index + 1 < len(words)
    if not is_lead or words[index].lower not in lex.publishing | lex.sending:
        return False
    return words[index].lower in lex.dating or words[index + 1].lower in lex.prepositions
