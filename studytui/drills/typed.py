"""Type: the text in full, through an input method, compared character by character."""

from collections.abc import Sequence
from dataclasses import dataclass

from studytui.cards.card import Card, Kind
from studytui.drills import recall
from studytui.drills.drill import Drill, Mark, proposed
from studytui.language.compare import Comparison, compare
from studytui.language.coverage import Coverage, coverage
from studytui.language.strokes import Stroke, is_begun, is_initialled, is_spelled, plain_key, spelled_until
from studytui.language.synonyms import Synonyms
from studytui.language.tokens import LENIENT, Counts
from studytui.messages import message
from studytui.outline.tree import Outline

TYPE = Drill("type", message("Type"), (Kind.POINT, Kind.LINK), self_rated=False, letters=True)

FEW = 2
"""So many characters in full pinyin are no chance."""


@dataclass(frozen=True, slots=True)
class How:
    """How an answer is taken.

    Attributes:
        terms: The key terms of the text; where they alone are asked for, saying them all is right.
        key_points: Whether they alone are asked for; else the text is wanted word for word.
        synonyms: What the person accepts for words of it.
        strokes: How the text is spelled, where pinyin is to be taken too.
        counts: What counts besides letters and figures.
        folded: Whether zh, ch and sh count as z, c and s.
    """

    terms: tuple[str, ...] = ()
    key_points: bool = False
    synonyms: Synonyms = ()
    strokes: Sequence[Stroke] = ()
    counts: Counts = LENIENT
    folded: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed, looked at.

    Attributes:
        comparison: Piece by piece.
        coverage: Which key terms it has.
        right: Whether it is right.
    """

    comparison: Comparison
    coverage: Coverage
    right: bool


def ask(card: Card, outline: Outline) -> recall.Question:
    """Make the question of a point or a link."""
    return recall.ask(card, outline)


def answer(question: recall.Question, text: str, how: How) -> Answer:
    """Look at what was typed; pinyin in full or by initials counts as the characters."""
    return answered(question.answer[0].text, text, how)


def answered(wanted: str, text: str, how: How) -> Answer:
    """Look at what was typed for a text."""
    text = _read(text, wanted, how)
    found = compare(text, wanted, how.counts, how.synonyms)
    covered = coverage(text, how.terms, how.synonyms)
    # A text without terms can only be taken word for word.
    return Answer(found, covered, found.exact or (how.key_points and covered.full))


def _read(text: str, wanted: str, how: How) -> str:
    """What was typed, in characters where it is pinyin in full or first letters, or begins so."""
    if is_spelled(text, how.strokes, folded=how.folded) or is_initialled(text, how.strokes):
        return wanted
    if not text.isascii() or compare(text, wanted, how.counts).right:
        return text
    if is_begun(text, how.strokes):
        return _shown(how.strokes[: len(plain_key(text))])
    keys, rest = spelled_until(text, how.strokes, folded=how.folded)
    return _shown(how.strokes[:keys]) + rest if keys >= FEW else text


def _shown(strokes: Sequence[Stroke]) -> str:
    return "".join(stroke.shown for stroke in strokes)


def mark(question: recall.Question, given: Answer, cues: int = 0) -> Mark:
    """What an answer means for the card."""
    score = round(given.comparison.share, 3)
    return Mark(question.card.id, proposed(given.right, cues), cues=cues, score=score)
