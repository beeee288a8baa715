"""Who speaks with whose voice: copies of one text are one source, however many print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kztimeline.clusters.profiles import Profile
from kztimeline.model import Article, Teller
from kztimeline.textual.similarity import containment, shingles

COPY_SHARE = 0.8  # a copy keeps four fifths of the four-word rows through an editor's hands
_PAIRS_KEPT, _SENTENCES_KEPT = 262_144, 4_096
_SHORT_ROWS = 4  # fewer four-word rows than that may agree by chance


class Voices:
    """Tells copies apart from voices of their own; each pair is compared once."""

    def __init__(self, tellers: Sequence[Teller]) -> None:
        """Nothing is known yet; `tellers` are the articles in canonical order."""
        self._tellers = tellers
        self._rows: dict[tuple[int, int, int], frozenset[int]] = {}
        self._copies: dict[tuple[int, int], bool] = {}

    def count(self, members: Iterable[Profile]) -> int:
        """Number of independent voices among some members: copies count once."""
        told = list(members)
        return len(set(self.heard(told).values())) if len(told) > 1 else len(told)

    def articles(self, members: Iterable[Profile]) -> int:
        """Number of articles that tell of it; a file may hold several, a copy is of two."""
        tellers = {member.teller for member in members}
        if len(tellers) == 1:
            return 1
        articles = (self._tellers[teller].article for teller in tellers)
        return len({(article.locator, article.part) for article in articles})

    def heard(self, members: Iterable[Profile]) -> dict[int, int]:
        """For each member's rank the voice it speaks with: the lowest rank among its copies."""
        ordered = sorted(members, key=lambda member: member.rank)
        voice: dict[int, int] = {}
        for at, member in enumerate(ordered):
            copied = [voice[other.rank] for other in ordered[:at] if self._is_copy(other, member)]
            voice[member.rank] = min(copied, default=member.rank)
            for rank, heard in voice.items():
                if heard in copied:
                    voice[rank] = voice[member.rank]
        return voice

    def _is_copy(self, left: Profile, right: Profile) -> bool:
        pair = (left.rank, right.rank)
        if pair not in self._copies:
            if len(self._copies) >= _PAIRS_KEPT:
                self._copies.clear()
            self._copies[pair] = left.teller == right.teller or self._are_alike(left, right)
        return self._copies[pair]

    def _are_alike(self, left: Profile, right: Profile) -> bool:
        one, other = (self._tellers[each.teller].article for each in (left, right))
        if one.sha256 == other.sha256:
            return True
        rows = self._own_words(left), self._own_words(right)
        return min(map(len, rows)) >= _SHORT_ROWS and containment(*rows) >= COPY_SHARE

    def _own_words(self, member: Profile) -> frozenset[int]:
        """Shingles of the sentence without what it quotes: a quote is anyone's to repeat."""
        span = member.event.span
        place = (member.teller, span.start, span.end)
        if place not in self._rows:
            if len(self._rows) >= _SENTENCES_KEPT:
                self._rows.clear()
            article = self._tellers[member.teller].article
            self._rows[place] = shingles(_unquoted(article, span.start, span.end))
        return self._rows[place]


def _unquoted(article: Article, start: int, end: int) -> str:
    pieces: list[str] = []
    for quote in article.quotes:
        if quote.start < end and quote.end > start:
            pieces.append(article.text[start : max(start, quote.start)])
            start = min(end, quote.end)
    return " ".join((*pieces, article.text[start:end]))
