"""What was done in a session, each with the moment in which it was, so that it can be taken back."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studytui.cards.card import Card
from studytui.drills.drill import Mark
from studytui.drills.match import MATCH
from studytui.study.deck import StudyDeck
from studytui.study.moment import Moment
from studytui.study.steps import cards_in


class Answer(NamedTuple):
    """One answer that was given.

    Attributes:
        deck: The deck.
        card: The card.
        mark: Its rating, cues and what it was taken for.
        practice: Whether it left the schedule as it was.
        ms: How long all took that was marked at once with it.
        drill: The drill that asked.
        unit: What was marked at once with it.
    """

    deck: StudyDeck
    card: Card
    mark: Mark
    practice: bool
    ms: int
    drill: str
    unit: str


class Done(NamedTuple):
    """One unit that was written, an answer or a decision.

    Attributes:
        moment: Where the session stood.
        deck: The deck.
        unit: The unit's id.
        cards: The cards that were answered, none for a decision.
        marks: What each of them got.
        drill: The drill that asked.
        ms: How long that took.
    """

    moment: Moment
    deck: StudyDeck
    unit: str
    cards: Sequence[Card] = ()
    marks: Sequence[Mark] = ()
    drill: str = ""
    ms: int = 0

    @property
    def answers(self) -> Iterator[Answer]:
        """What was answered, card by card."""
        for card, mark in zip(self.cards, self.marks, strict=True):
            yield Answer(self.deck, card, mark, mark.practice, self.ms, self.drill, self.unit)

    @property
    def about(self) -> tuple[str, str]:
        """The question that was answered, by its deck and its card; on a board each text is one, else each step."""
        step = self.moment.step
        asked = "" if step is None or self.drill == MATCH.name else cards_in(step)[0].id
        return self.deck.id, asked or self.marks[0].card

    @property
    def is_question(self) -> bool:
        """Whether a question is behind with it; a text that was put wrong on a board is still to be placed."""
        return bool(self.marks) and not (self.drill == MATCH.name and self.marks[0].taken_for)
