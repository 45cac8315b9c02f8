"""What a person can decide about cards instead of answering them."""

from collections.abc import Sequence
from enum import StrEnum

from studytui.cards.card import Card
from studytui.memory import unit as events
from studytui.memory.unit import Event


class Decision(StrEnum):
    """The decisions; each is an event of its own."""

    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"
    RESET = "reset"


def written(decision: Decision, cards: Sequence[Card], tomorrow: str) -> list[Event]:
    """The events that a decision about some cards is written as; buried ones sleep until tomorrow, an ISO date."""
    if decision is Decision.BURY:
        return [events.bury(card.id, tomorrow) for card in cards]
    write = {Decision.SUSPEND: events.suspend, Decision.RESUME: events.resume, Decision.RESET: events.reset}[decision]
    return [write(card.id) for card in cards]
