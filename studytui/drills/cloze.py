"""Cloze: the text with some of its terms hidden, each to be typed or picked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studytui.cards.card import Card, Kind
from studytui.drills import recall
from studytui.drills.chance import Chance
from studytui.drills.drill import Drill, Mark, proposed
from studytui.drills.rivals import unlike
from studytui.language.compare import compare
from studytui.language.script import comparable
from studytui.language.strokes import Stroke, is_initialled, is_spelled
from studytui.language.synonyms import Synonyms
from studytui.language.terms import Span
from studytui.messages import message
from studytui.outline.tree import Outline

CLOZE = Drill("cloze", message("Cloze"), (Kind.POINT, Kind.LINK), self_rated=False, letters=True)
AT_ONCE = 2
"""So many terms are hidden at first; one more each time the memory has grown, up to `MOST`."""
MOST = 4
OPTIONS = 4
"""So many words are offered for a blank, the right one among them."""
_LETTER = "[A-Za-z]"


@dataclass(frozen=True, slots=True)
class Blank:
    """A hidden term.

    Attributes:
        term: What is hidden.
        strokes: How it is spelled; none where that is not known.
        options: Words of the same length to pick from, shuffled; none where there are none.
        given: What was given for it.
    """

    term: str
    strokes: tuple[Stroke, ...] = ()
    options: tuple[str, ...] = ()
    given: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked and what was answered so far.

    Attributes:
        asked: The card with its headings, its number and the whole answer.
        pieces: The text in order: what is shown, or the index of a blank, again wherever its term stands again. All
            blanks are shown in one width.
        blanks: The hidden terms, in order.
    """

    asked: recall.Question
    pieces: tuple[str | int, ...]
    blanks: tuple[Blank, ...]

    @property
    def done(self) -> bool:
        """Whether something was given for every blank."""
        return all(blank.given for blank in self.blanks)


def ask(
    card: Card,
    outline: Outline,
    spans: Sequence[Span],
    rng: Chance,
    turn: int = 0,
    stage: int = 0,
    strokes: Sequence[Stroke] = (),
    others: Sequence[str] = (),
) -> Question | None:
    """Hide some terms of the text that a card asks for; None where it has no terms.

    Args:
        card: A point or a link.
        outline: The outline.
        spans: The terms of the text.
        rng: A source of chance, for the words to pick from.
        turn: How many reviews the card has had: the blanks go on from there, and overlap those of last time.
        stage: How far the memory has grown; 0 at first.
        strokes: How the text is spelled.
        others: Terms of other points, to pick from.
    """
    asked = recall.ask(card, outline)
    text = asked.answer[0].text
    places = {comparable(text[slice(*span)]): span for span in reversed(spans)}
    terms = [term for term in reversed(places) if term]
    wanted = [places[terms[i]] for i in turn_of(len(terms), turn, AT_ONCE + stage)]
    if not wanted:
        return None
    blanks = tuple(_blank(text, span, strokes, others, rng) for span in sorted(wanted))
    return Question(asked, _pieces(text, [blank.term for blank in blanks]), blanks)


def _pieces(text: str, terms: Sequence[str]) -> tuple[str | int, ...]:
    """The text with every place hidden where one of the terms stands, whatever it is part of there."""
    longest = sorted(set(terms), key=lambda term: (-len(term), term))
    ways = (f"(?<!{_LETTER}){re.escape(t)}(?!{_LETTER})" if t.isascii() else re.escape(t) for t in longest)
    found = re.compile("|".join(ways), re.IGNORECASE)
    same = {comparable(term): n for n, term in enumerate(terms)}
    pieces: list[str | int] = []
    at = 0
    for match in found.finditer(text):
        pieces += [text[at : match.start()], same[comparable(match[0])]]
        at = match.end()
    return tuple(piece for piece in (*pieces, text[at:]) if piece != "")


def turn_of(count: int, turn: int, size: int) -> tuple[int, ...]:
    """Which of so many terms are hidden at one turn: those of successive turns overlap, and all come round."""
    size = min(count, max(1, min(size, MOST)))
    step = max(1, size - 1)
    return tuple(sorted({(turn * step + n) % count for n in range(size)})) if count else ()


def fill(question: Question, blank: int, given: str) -> Question:
    """Give something for a blank."""
    blanks = list(question.blanks)
    blanks[blank] = replace(blanks[blank], given=given)
    return replace(question, blanks=tuple(blanks))


def right(blank: Blank, synonyms: Synonyms = (), *, folded: bool = True) -> bool:
    """Whether what was given is the term: written, in full pinyin, or by its initials."""
    if not blank.given.strip():
        return False
    if compare(blank.given, blank.term, synonyms=synonyms).exact:
        return True
    return is_spelled(blank.given, blank.strokes, folded=folded) or is_initialled(blank.given, blank.strokes)


def rights(question: Question, synonyms: Synonyms = (), *, folded: bool = True) -> tuple[bool, ...]:
    """For each blank whether it is right; where blanks touch nobody sees their border, so they may be it together."""
    found = [right(blank, synonyms, folded=folded) for blank in question.blanks]
    for run in _touching(question.pieces):
        blanks = [question.blanks[n] for n in run]
        strokes = tuple(stroke for blank in blanks for stroke in blank.strokes)
        whole = Blank("".join(b.term for b in blanks), strokes, given="".join(b.given for b in blanks))
        if right(whole, synonyms, folded=folded):
            for n in run:
                found[n] = True
    return tuple(found)


def mark(question: Question, cues: int = 0, synonyms: Synonyms = (), *, folded: bool = True) -> Mark:
    """What the answers mean for the card: right where all are."""
    good = sum(rights(question, synonyms, folded=folded))
    whole = len(question.blanks)
    return Mark(question.asked.card.id, proposed(good == whole, cues), cues=cues, score=good / whole)


def _touching(pieces: Sequence[str | int]) -> list[list[int]]:
    """The runs of blanks between which nothing stands."""
    runs: list[list[int]] = [[]]
    for piece in pieces:
        if isinstance(piece, int):
            runs[-1].append(piece)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1]


def _blank(text: str, span: Span, strokes: Sequence[Stroke], others: Sequence[str], rng: Chance) -> Blank:
    term = text[slice(*span)]
    alike = [other for other in unlike(dict.fromkeys(others), term) if len(other) == len(term) and other not in text]
    picked = rng.sample(alike, min(OPTIONS - 1, len(alike)))
    options = [term, *picked]
    order = list(range(len(options)))
    rng.shuffle(order)
    return Blank(term, _of(strokes, *span), tuple(options[i] for i in order) if picked else ())


def _of(strokes: Sequence[Stroke], start: int, end: int) -> tuple[Stroke, ...]:
    """The keys of a part of the text."""
    found: list[Stroke] = []
    at = 0
    for stroke in strokes:
        if start <= at < end:
            found.append(stroke)
        at += len(stroke.shown)
    return tuple(found)
