"""Which drills fit a part of a deck."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from studytui.cards.card import Card, Kind
from studytui.drills.all import DRILLS
from studytui.drills.blank_outline import OUTLINE
from studytui.drills.drill import Drill
from studytui.drills.recite import RECITE
from studytui.study.deck import StudyDeck
from studytui.study.drilling import askable, can_be_asked
from studytui.study.steps import cards_in
from studytui.study.words import Words

LOOKED_AT = 30
"""So many questions are tried: where none of them can be made, the drill does not fit."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A drill that has something to ask in a part.

    Attributes:
        drill: The drill.
        trains: The kinds of card that it moves there; none where it is practice only.
    """

    drill: Drill
    trains: tuple[Kind, ...]


def offers(deck: StudyDeck, cards: Sequence[Card], words: Words) -> list[Offer]:
    """The drills that have something to ask in a part, the easiest first."""
    found: list[Offer] = []
    for drill in DRILLS:
        steps = askable(deck, cards, drill, words)
        if any(can_be_asked(step) for step in islice(steps, LOOKED_AT)):
            asked = {card.kind for step in steps for card in cards_in(step)}
            # Who recites a list says its points and their links as well.
            trains = tuple(kind for kind in drill.moves if kind in asked or drill in (RECITE, OUTLINE))
            found.append(Offer(drill, trains))
    return found
