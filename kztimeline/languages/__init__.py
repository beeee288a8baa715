"""The library: words and rules as tables, the only place that knows a language.

Below it lies dateparser, behind one door: `reader.py` asks its parser what a phrase says,
`words.py` takes the vocabulary of its locale data.
"""

from kztimeline.languages.cues import Cue, CueHit, CueTable
from kztimeline.languages.expressions import as_regex
from kztimeline.languages.grammar import Found, Grammar, Walk
from kztimeline.languages.language import ClauseWords, Language, load_language
from kztimeline.languages.lexicon import Lexicon
from kztimeline.languages.modifiers import Endings, Modifier, Signals
from kztimeline.languages.reader import full_year, read_date, read_numeric
from kztimeline.languages.rules import Phrase, Rule
from kztimeline.languages.shapes import Shape, ShapeHit, ShapeTable, load_shapes
from kztimeline.languages.shares import load_shares
from kztimeline.languages.stems import load_stemmer
from kztimeline.languages.wordclasses import Acts, WordClasses, load_acts

__all__ = [
    "Acts",
    "ClauseWords",
    "Cue",
    "CueHit",
    "CueTable",
    "Endings",
    "Found",
    "Grammar",
    "Language",
    "Lexicon",
    "Modifier",
    "Phrase",
    "Rule",
    "Shape",
    "ShapeHit",
    "ShapeTable",
    "Signals",
    "Walk",
    "WordClasses",
    "as_regex",
    "full_year",
    "load_acts",
    "load_language",
    "load_shapes",
    "load_shares",
    "load_stemmer",
    "read_date",
    "read_numeric",
]
