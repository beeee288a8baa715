"""Whether a statement tells anything, and how: what happened, what is said, what is."""

from __future__ import annotations

from itertools import takewhile

from kztimeline.events.carry import Telling, names_moment
from kztimeline.events.clauses import Kind
from kztimeline.events.factuality import factuality
from kztimeline.events.modality import Told
from kztimeline.events.ranking import is_ranking
from kztimeline.events.reading import Reading
from kztimeline.events.remembered import is_remembered
from kztimeline.events.scene import Scene, Statement
from kztimeline.events.verbs import Tense, Verb
from kztimeline.model import Modality, ResolvedTime, Signal

_OPENING_WORDS = 4  # “He also …”, “The army then …”: where a sentence says that it goes on
_QUOTES = frozenset({"“", '"'})
_DONE = {Tense.PAST, Tense.PERFECT}
_ENDING = {Signal.UNTIL, Signal.BY, Signal.BEFORE}
# What is said to come or to be possible has been said, and that is what happened on the day.
_ONCE_SAID = {Modality.PLANNED, Modality.HYPOTHETICAL}


def telling_of(reading: Reading, statement: Statement) -> Telling:
    """Where a statement stands and how it speaks."""
    scene = reading.scene
    back = scene.lex.persons | scene.lex.possessive_pronouns
    opening = scene.lows[:_OPENING_WORDS]
    return Telling(
        sentence=reading.number,
        paragraph=reading.sentence.paragraph,
        section=reading.section,
        tense=_told_tense(reading, statement),
        is_speech=is_speech(reading, statement),
        is_quoted=reading.is_quoted,
        leans_back=opening[0] in back or not scene.lex.fillers.isdisjoint(opening),
        resumed=_resumed(scene, statement),
        is_remembered=is_remembered(reading, statement),
        behind=_behind(reading, statement),
    )


def _behind(reading: Reading, statement: Statement) -> ResolvedTime | None:
    """The day in a clause with “after” that leans on what a statement tells."""
    scene = reading.scene
    for other in reading.statements:
        clause = scene.clauses[other.head]
        leans = clause.kind is Kind.SUBORDINATE and clause.host == statement.head
        if leans and clause.opener in scene.lex.behind and other.time and names_moment(other.time):
            return other.time
    return None


def _resumed(scene: Scene, statement: Statement) -> frozenset[str]:
    """Stems of a subject that opens its sentence with “the”: “The guards, who were unharmed, …”."""
    verb = scene.clauses[0].verb
    if scene.words[0].lower not in scene.lex.definites or statement.head != 0 or verb is None:
        return frozenset()
    ends = scene.lex.prepositions
    subject = takewhile(lambda w: w.is_word and w.lower not in ends, scene.words[1 : verb.first])
    named = [word for word in subject if not word.is_capital]
    return frozenset(scene.lex.stemmer.stems(named[-1:]))


def _told_tense(reading: Reading, statement: Statement) -> Tense:
    """The tense of what a statement tells; of speech, that of what is said, else of now."""
    clauses = reading.scene.clauses
    number = content_of(reading, statement)
    verb = clauses[statement.head if number is None else number].verb
    if number is None and reading.scene.is_speech(statement.head):
        return Tense.PRESENT
    if is_ranking(reading.scene, statement.head):
        return Tense.PAST  # “This is the second raid”: it was when the raid was
    return verb.tense if verb else Tense.PRESENT


def trigger_of(reading: Reading, statement: Statement) -> str:
    """The head of the verb that tells a statement; of speech, of what is said."""
    clauses = reading.scene.clauses
    number = content_of(reading, statement)
    verb = clauses[statement.head if number is None else number].verb
    return verb.head if verb else ""


def is_past(reading: Reading) -> bool:
    """Whether any verb of a sentence tells something as past or done."""
    verbs = (clause.verb for clause in reading.scene.clauses)
    return any(verb.tense in _DONE for verb in verbs if verb)


def is_own_voice(reading: Reading) -> bool:
    """Whether somebody speaks of himself or to us: words that need their speaker."""
    return not reading.scene.lex.first_persons.isdisjoint(reading.scene.lows)


def frame_of(reading: Reading) -> int:
    """The clause in which a sentence says who speaks; its first where none does."""
    clauses = reading.scene.clauses
    return next((n for n, clause in enumerate(clauses) if clause.kind is Kind.FRAME), 0)


def is_state(reading: Reading, number: int) -> bool:
    """Whether a clause tells how things are, not what has happened: “she was shocked”, “it had”."""
    scene, verb = reading.scene, reading.scene.clauses[number].verb
    return verb is None or verb.head in scene.lex.statives


def is_told_twice(reading: Reading, statement: Statement, title: str) -> bool:
    """Whether the title of a saying has no room for it: “It burned on Monday, police said on …”.

    What is said then has its own time, and is told of that.
    """
    clauses, words = reading.scene.clauses, reading.scene.words
    head = clauses[statement.head]
    is_own = any(head.host == other.head and other.time for other in reading.statements)
    is_saying = head.kind is Kind.FRAME and head.verb is not None and is_own
    return is_saying and head.verb is not None and words[head.verb.first].text not in title


def content_of(reading: Reading, statement: Statement) -> int | None:
    """The clause that tells what is said, where a statement is one of speech."""
    clauses = reading.scene.clauses
    head = clauses[statement.head]
    if head.kind is Kind.FRAME:
        return head.host
    if not reading.scene.is_speech(statement.head):
        return None
    said = (n for n, c in enumerate(clauses) if (c.kind, c.host) == (Kind.CONTENT, statement.head))
    return next(said, None)


def reported_statement(reading: Reading, statement: Statement) -> Statement:
    """What is said as a statement of its own, without time and without the saying."""
    clauses = reading.scene.clauses
    said = content_of(reading, statement)
    content = statement.head if said is None else said

    def leans(number: int) -> bool:
        current: int | None = number
        for _ in clauses:
            if current == content or current is None or clauses[current].kind is Kind.FRAME:
                break
            current = clauses[current].host
        return current == content

    inside = tuple(number for number in statement.clauses if leans(number))
    return Statement(inside, content, None)


def is_speech(reading: Reading, statement: Statement) -> bool:
    """Whether a statement's own verb says, or a frame behind it does."""
    return reading.scene.is_speech(statement.head) or _has_frame(reading, statement)


def _is_heard(reading: Reading, statement: Statement) -> bool:
    """Whether who is named beside what is said is told it: “the jury heard”, “a court was told”."""
    scene = reading.scene
    verbs = (scene.clauses[n].verb for n in statement.clauses if scene.is_speech(n))
    heads = [(scene.words[verb.first].lower, verb.head) for verb in verbs if verb]
    return any(head in scene.lex.hearing or first in scene.lex.be for first, head in heads)


def _is_quoted_from(reading: Reading, said: int) -> bool:
    """Whether some of what is said is the speaker's own words: “said it was “pure fiction””."""
    clause = reading.scene.clauses[said]
    return any(word.text in _QUOTES for word in reading.scene.words[clause.first : clause.last])


def _has_frame(reading: Reading, statement: Statement) -> bool:
    return any(reading.scene.clauses[n].kind is Kind.FRAME for n in statement.clauses)


def told_as(reading: Reading, statement: Statement) -> Told:
    """Modality and polarity of a statement: of its saying where it is one, else of its own verb."""
    told = factuality(reading, statement, is_speech=is_speech(reading, statement))
    is_said = statement.time is None and _has_frame(reading, statement)
    if is_said and told.modality in _ONCE_SAID:
        return Told(Modality.HAPPENED, negated=False)
    is_due = told.modality is Modality.HAPPENED and _ends_ahead(reading, statement)
    return told._replace(modality=Modality.PLANNED) if is_due else told


def _ends_ahead(reading: Reading, statement: Statement) -> bool:
    """“They have until 2 May to appeal”, “rain is forecast to last until Sunday”: then it ends."""
    time, day = statement.time, reading.scene.day
    verb = reading.scene.clauses[statement.head].verb
    if time is None or day is None or (verb is not None and verb.tense in _DONE):
        return False
    start = time.interval.start
    return time.expression.signal in _ENDING and start is not None and start > day


def keeps_voice(reading: Reading, statement: Statement, told: Told) -> bool:
    """Whether a statement is another one without who says it: a claim, or a plan that was told.

    Also what is told to a court or an inquiry: it was long before; and words that are quoted.
    """
    said = content_of(reading, statement)
    if reading.scene.is_told_by_noun(statement.head):
        return False  # “left over reports that his son had been held”: he left on another day
    if said is None and _has_frame(reading, statement):
        said = statement.head
    if said is None or told.modality is Modality.CLAIMED:
        return told.modality is Modality.CLAIMED
    if _is_heard(reading, statement) or _is_quoted_from(reading, said):
        return True
    content = statement._replace(head=said)
    return factuality(reading, content, is_speech=False).modality is not told.modality


def only_names(reading: Reading, statement: Statement) -> bool:
    """Whether a statement besides its time is nothing but names: “2 May 1987: Osh, Kyrgyzstan.”."""
    scene = reading.scene
    clauses = [scene.clauses[number] for number in statement.clauses]
    if any(clause.verb or clause.kind is Kind.PARTICIPLE for clause in clauses):
        return False
    inside = (word for clause in clauses for word in scene.words[clause.first : clause.last])
    told = [
        word
        for word in inside
        if word.is_word and not any(span.start <= word.start < span.end for span in reading.busy)
    ]
    small = scene.lex.prepositions | scene.lex.determiners
    opening = told[0].lower if told else ""
    return opening not in scene.lex.happenings and all(
        word.is_capital or word.lower in small for word in told
    )


def published_on(reading: Reading, statement: Statement) -> ResolvedTime | None:
    """The day of “a report published on Tuesday found that …”: what it says it says then."""
    scene, lex = reading.scene, reading.scene.lex
    verb = scene.clauses[statement.head].verb
    if verb is None or statement.head != 0:
        return None
    made = lex.publishing | lex.sending if scene.is_speech(statement.head) else lex.publishing
    return next(
        (
            nominal.time
            for nominal in reading.nominals
            if nominal.last <= verb.first and scene.lows[nominal.head] in made
        ),
        None,
    )


def is_question(reading: Reading) -> bool:
    """Whether a sentence asks: “What happened on Tuesday?” tells nothing."""
    return reading.scene.words[-1].text == "?"


def tells(
    reading: Reading, statement: Statement, telling: Telling, day: ResolvedTime | None = None
) -> bool:
    """Whether a statement without a time tells a happening, a saying, a plan or a count.

    No state but a rank, no “we” out of a quotation; no general truth in the present, which below a
    `day` tells what happened. What follows “Tuesday.” tells it also without a verb.
    """
    verb = reading.scene.clauses[statement.head].verb
    if reading.is_quoted and is_own_voice(reading):
        return False
    if verb is not None and (
        _is_elliptic(reading, verb) or _only_leads_back(reading, statement, verb)
    ):
        return False
    if verb is None or telling.is_speech or reading.quantities or reading.is_quoted:
        opens = day is not None and is_stamp(reading, day)
        return bool(opens or telling.is_speech or reading.quantities or reading.is_quoted)
    verbs = (verb, *_shared_verbs(reading, statement))
    lasting = reading.scene.lex.statives | reading.scene.lex.be | reading.scene.lex.have
    if day and verb.tense is Tense.PRESENT and verb.head not in lasting:
        return True
    return is_ranking(reading.scene, statement.head) or any(
        _is_happening(reading, statement, each) for each in verbs
    )


def _is_elliptic(reading: Reading, verb: Verb) -> bool:
    """“Thousands did.”: what they did stands in the sentence before."""
    scene, lex = reading.scene, reading.scene.lex
    behind = scene.words[verb.last + 1 :]
    is_bare = verb.head in lex.do | lex.have | lex.modals
    return is_bare and not any(word.is_word for word in behind)


def _only_leads_back(reading: Reading, statement: Statement, verb: Verb) -> bool:
    """“The row comes a week after a vote on May 2 split the party”: it tells of the vote alone.

    Not where that has no day of its own: “The arrests came after a bomb killed four”.
    """
    scene, lex = reading.scene, reading.scene.lex
    is_told = any(told.head == statement.head + 1 and told.time for told in reading.statements)
    if verb.head not in lex.coming_after or not is_told:
        return False
    behind = scene.clauses[statement.head + 1 : statement.head + 2]
    is_after = bool(behind) and behind[0].opener in lex.sequels | lex.as_
    between = scene.lows[verb.last + 1 : behind[0].first] if behind else ()
    return is_after and (lex.lengths | lex.articles).issuperset(between)


def is_stamp(reading: Reading, day: ResolvedTime) -> bool:
    """Whether a day is the sentence before, in one paragraph: “Tuesday. Fire in the port.”."""
    span, expression = reading.sentence.span, day.expression
    is_next = expression.sentence == reading.number - 1
    return is_next and not expression.heads and 0 < span.start - expression.span.end <= _STAMP_GAP


_STAMP_GAP = 6  # characters: a stop, marks of emphasis, a blank


def _shared_verbs(reading: Reading, statement: Statement) -> list[Verb]:
    """The further verbs it tells: “he appeared and shot”, “all slept when the wall fell”."""
    clauses = (reading.scene.clauses[n] for n in statement.clauses if n != statement.head)
    return [
        clause.verb
        for clause in clauses
        if clause.verb
        and clause.host == statement.head
        and (clause.shares or clause.opener in reading.scene.lex.on_which)
    ]


def _is_happening(reading: Reading, statement: Statement, verb: Verb) -> bool:
    """Whether a verb tells a change or a plan, not how things are or might be."""
    opener = reading.scene.words[verb.first].lower
    if verb.tense is Tense.PRESENT:
        is_charge = opener in reading.scene.lex.be and verb.head in reading.scene.lex.charging
        return is_charge or told_as(reading, statement).modality is Modality.PLANNED
    if verb.head in reading.scene.lex.statives | reading.scene.lex.lifelong:
        return False  # “was born in Osh”: on no day that the text speaks of
    return verb.tense is not Tense.MODAL or opener in reading.scene.lex.coming
