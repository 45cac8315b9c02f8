"""Next and before: this point is shown, what follows it, or what stood before it?"""

from studytui.cards.card import Card, Kind
from studytui.drills import recall
from studytui.drills.drill import Drill, Mark
from studytui.drills.lines import line
from studytui.messages import message
from studytui.outline.tree import Outline

NEXT = Drill("next", message("Next"), (Kind.LINK,), self_rated=True)
BEFORE = Drill("before", message("Before"), (), self_rated=True)


def ask_next(card: Card, outline: Outline) -> recall.Question:
    """Ask what follows a point."""
    return recall.ask(card, outline)


def ask_before(card: Card, outline: Outline) -> recall.Question:
    """Ask what a point follows."""
    asked = recall.ask(card, outline)
    here, there = card.node if card.node is not None else 0, card.to if card.to is not None else 0
    before = line(outline, here)
    return recall.Question(
        card,
        asked.above,
        asked.group,
        line(outline, there),
        message("What comes before?"),
        (before,),
        recall.hints(before.text),
    )


def mark_next(question: recall.Question, rating: int, cues: int = 0) -> Mark:
    """The person's own rating."""
    return recall.mark(question.card, rating, cues)


def mark_before(question: recall.Question, rating: int, cues: int = 0) -> Mark:
    """Practice: a speaker goes forward, and knowing the way back says little about it."""
    return Mark(question.card.id, rating, practice=True, cues=cues)
