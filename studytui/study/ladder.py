"""Which drill asks a card: the one that fits its memory, one that the person wants, or the next on the ladder."""

from studytui.cards.card import Card
from studytui.drills.drill import Drill
from studytui.drills.fitting import fitting, steps_from
from studytui.drills.recall import RECALL
from studytui.study.deck import StudyDeck
from studytui.study.drilling import can_be_asked
from studytui.study.steps import Ask, Drilled, Step, cards_in
from studytui.study.words import Words


def asked_by(deck: StudyDeck, card: Card, drill: Drill, words: Words) -> Ask | Drilled | None:
    """The step that asks a card by a drill; None where that cannot be."""
    step = Ask(deck, card) if drill is RECALL else Drilled(deck, (card,), drill, words)
    return step if can_be_asked(step) else None


def on_ladder(step: Step | None, by: int, words: Words) -> tuple[Drill, Ask | Drilled] | None:
    """Another way to ask what a step asks: with less shown, with more for less than 0, as fits it for 0.

    Returns:
        The drill, and the step; None where there is no other one, or more than one card is asked.
    """
    if not isinstance(step, Ask | Drilled) or len(cards_in(step)) != 1:
        return None
    deck, card = step.deck, step.card
    now = step.drill if isinstance(step, Drilled) else RECALL
    wanted = steps_from(card.kind, now, by) if by else (fitting(card.kind, deck.memory(card)),)
    found = ((drill, asked_by(deck, card, drill, words)) for drill in wanted)
    return next(((drill, other) for drill, other in found if other is not None), None)
