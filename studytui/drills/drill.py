"""What all drills share: a way to ask, and the marks that an answer gets."""

from dataclasses import dataclass
from typing import NamedTuple

from studytui.cards.card import Kind
from studytui.memory.fsrs import AGAIN, GOOD, HARD
from studytui.messages import Message


@dataclass(frozen=True, slots=True)
class Drill:
    """One way to ask.

    Attributes:
        name: Its name on the command line and in the journal.
        title: Its name for a person.
        moves: The kinds of card whose schedule its answers move.
        self_rated: Whether the person rates; else the drill marks what was given.
        letters: Whether letters are the answer, so that none of them is a command.
    """

    name: str
    title: Message
    moves: tuple[Kind, ...]
    self_rated: bool
    letters: bool = False


class Mark(NamedTuple):
    """What one answer means for one card.

    Attributes:
        card: Id of the card.
        rating: The proposed rating, 1 to 4.
        practice: Whether the drill holds that this answer says too little to move the schedule.
        taken_for: Key of the node that it was taken for, empty where for none.
        cues: How many cues were needed.
        score: How much of what was typed was right, 0 to 1; None where nothing was typed.
        parts: The rating of each part of the answer, such as the sentences of a passage, where it has some.
    """

    card: str
    rating: int
    practice: bool = False
    taken_for: str = ""
    cues: int = 0
    score: float | None = None
    parts: tuple[int, ...] = ()


def proposed(right: bool, cues: int) -> int:
    """The rating that an answer gets: wrong 1, right with a cue 2, right 3."""
    if not right:
        return AGAIN
    return HARD if cues else GOOD
