"""First characters (首字): the skeleton of a text as its cue; the better it is known, the less is left of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from studytui.cards.card import Card, Kind
from studytui.drills import recall, typed
from studytui.drills.drill import Drill, Mark
from studytui.language.terms import Span
from studytui.messages import message
from studytui.outline.tree import Outline

FIRST = Drill("first", message("First characters"), (Kind.POINT, Kind.LINK), self_rated=False, letters=True)
FADES_AT = (3.0, 10.0, 30.0)
"""Stabilities in days from which one stage less of the skeleton is shown."""
_LEFT_OUT = "…"
_SIGNS = "，、；：。！？,;:!?"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        asked: The card with its headings, its number, the answer and further hints.
        skeleton: What of the text is shown: 加…领…，创…态….
        more: Ever more of it, one cue each.
    """

    asked: recall.Question
    skeleton: str
    more: tuple[str, ...] = ()


def stage(stability: float) -> int:
    """How far a memory has grown, 0 to 3."""
    return sum(stability >= least for least in FADES_AT)


def ask(card: Card, outline: Outline, spans: Sequence[Span], grown: int = 0) -> Question:
    """Show the skeleton of the text that a card asks for.

    Args:
        card: A point or a link.
        outline: The outline.
        spans: The terms of the text; where it has none its clauses are taken.
        grown: How far the memory has grown: at 0 the first character of each term, then of each clause, then of the
            text, then nothing.
    """
    asked = recall.ask(card, outline)
    text = asked.answer[0].text
    stages = skeletons(text, spans)
    shown = max(0, min(grown, 3))
    # After the whole skeleton comes the beginning of each clause, two characters of it.
    more = dict.fromkeys((*reversed(stages[:shown]), recall.hints(text)[-1]))
    return Question(asked, stages[shown], tuple(one for one in more if one != stages[shown]))


def skeletons(text: str, spans: Sequence[Span]) -> tuple[str, str, str, str]:
    """Ever less of a text, down to nothing."""
    hints = recall.hints(text)
    clauses = hints[min(1, len(hints) - 1)] if len(hints) > 2 else hints[0]
    return _of_terms(text, spans) if spans else clauses, clauses, hints[0], _LEFT_OUT


def mark(question: Question, answer: typed.Answer, cues: int = 0) -> Mark:
    """What an answer means: the skeleton belongs to the question and is no cue, one more hint is."""
    return typed.mark(question.asked, answer, cues)


def _of_terms(text: str, spans: Sequence[Span]) -> str:
    made = ""
    at = 0
    for start, end in spans:
        made = _elided(made, text[at:start])
        made = _elided(made + text[start], text[start + 1 : end])
        at = end
    return _elided(made, text[at:])


def _elided(made: str, hidden: str) -> str:
    """What was made so far with a sign for what is hidden; the signs between clauses stay."""
    for character in hidden:
        if character in _SIGNS:
            made = f"{made}{character}"
        elif not made.endswith(_LEFT_OUT) and not character.isspace():
            made += _LEFT_OUT
    return made
