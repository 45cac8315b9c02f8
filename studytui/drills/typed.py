"""Type: the text in full, through an input method, compared character by character."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from studytui.cards.card import Card, Kind
from studytui.drills import recall
from studytui.drills.drill import Drill, Mark, proposed
from studytui.language.compare import Comparison, compare
from studytui.language.coverage import Coverage, coverage
from studytui.language.strokes import Stroke, is_begun, is_initialled, is_spelled, plain_key, spelled_until
from studytui.language.synonyms import Synonyms
from studytui.language.tokens import LENIENT, Counts
from studytui.messages import message
from studytui.outline.numbering import marker_at
from studytui.outline.numerals import ordinal_of
from studytui.outline.tree import Outline

TYPE = Drill("type", message("Type"), (Kind.POINT, Kind.LINK), self_rated=False, letters=True)
_WORD = re.compile(r"[A-Za-z0-9ü]+")

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
    return answered(question.answer[0].text, text, how, question.answer[0].marker)


def answered(wanted: str, text: str, how: How, marker: str = "") -> Answer:
    """Look at what was typed for a text.

    Args:
        wanted: The text.
        text: What was typed: characters, full pinyin or initials.
        how: How it is taken.
        marker: The number of the text, which may be typed before it, as it is written or otherwise.
    """
    found, rest = _answered(wanted, text, how), _behind_number(text, marker)
    if found.right or not rest:
        return found
    return max(found, _answered(wanted, rest, how), key=lambda one: (one.right, one.comparison.share))


def _behind_number(text: str, marker: str) -> str:
    """What was typed behind the number of a point; nothing where it does not begin with that."""
    text = text.strip()
    found = marker_at(text) if marker else None
    if found is None:
        return ""
    number, wanted = ordinal_of(found[0].strip()), ordinal_of(marker)
    same = found[0].strip() == marker or (number is not None and number == wanted)
    return text[found.end() :] if same else ""


def _answered(wanted: str, text: str, how: How) -> Answer:
    text = _read(text, wanted, how)
    found = compare(text, wanted, how.counts, how.synonyms)
    covered = coverage(text, how.terms, how.synonyms)
    # A text without terms can only be taken word for word.
    return Answer(found, covered, found.exact or (how.key_points and covered.full))


def _read(text: str, wanted: str, how: How) -> str:
    """What was typed, in characters where it is pinyin in full or first letters, or begins so."""
    if is_spelled(text, how.strokes, folded=how.folded) or is_initialled(text, how.strokes):
        return wanted
    latin = text.isascii() and not compare(text, wanted, how.counts).right
    if latin and is_begun(text, how.strokes):
        return _shown(how.strokes[: len(plain_key(text))])
    if how.key_points:
        return _with_terms(text, how)
    keys, rest = spelled_until(text, how.strokes, folded=how.folded) if latin else (0, "")
    return _shown(how.strokes[:keys]) + rest if keys >= FEW else text


def _shown(strokes: Sequence[Stroke]) -> str:
    return "".join(stroke.shown for stroke in strokes)


def _with_terms(text: str, how: How) -> str:
    """What was typed, each key point in characters that is typed by a word of its own in pinyin or first letters."""
    spelled = [(term, _strokes_of(term, how.strokes)) for term in how.terms]

    def term_of(word: re.Match[str]) -> str:
        said = (term for term, strokes in spelled if _sounds(word[0], strokes, folded=how.folded))
        return next(said, word[0])

    return _WORD.sub(term_of, text)


def _sounds(word: str, strokes: Sequence[Stroke], *, folded: bool) -> bool:
    """Whether a word is some text in pinyin or first letters; one letter alone says too little."""
    return is_spelled(word, strokes, folded=folded) or (len(strokes) > 1 and is_initialled(word, strokes))


def _strokes_of(term: str, strokes: Sequence[Stroke]) -> Sequence[Stroke]:
    """The keys of a term where it first stands in the text; none where it does not."""
    start = _shown(strokes).find(term)
    ends = list(accumulate(len(stroke.shown) for stroke in strokes))
    begins = [0, *ends]
    # A sign behind its last character is part of that key.
    return [stroke for stroke, at in zip(strokes, begins, strict=False) if 0 <= start <= at < start + len(term)]


def mark(question: recall.Question, given: Answer, cues: int = 0) -> Mark:
    """What an answer means for the card."""
    score = round(given.comparison.share, 3)
    return Mark(question.card.id, proposed(given.right, cues), cues=cues, score=score)
