"""What is weak, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from studytui.cards.card import Card
from studytui.memory.fsrs import AGAIN
from studytui.memory.memory import Memory

FAINT = 0.70
MANY_LAPSES = 3


class Why(StrEnum):
    """Reasons, the strongest first."""

    FAILED = "failed"
    MIXED_UP = "mixed_up"
    PROMPTED = "prompted"
    LAPSES = "lapses"
    FAINT = "faint"
    MOVED = "moved"


_ORDER = {why: place for place, why in enumerate(Why)}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a card is weak.

    Attributes:
        why: The kind of reason.
        day: Study day of the last counted answer.
        taken_for: For a mix-up the key of the node it was taken for.
        lapses: How often it was forgotten among its last ten answers.
        retrievability: The chance to recall it now.
    """

    why: Why
    day: int
    taken_for: str
    lapses: int
    retrievability: float


def reason(memory: Memory, day: int) -> Reason | None:
    """Why a card is weak on a study day; None when it is not, when it is new, or when it must not be asked then."""
    if memory.new or memory.asleep(day):
        return None
    chance = memory.retrievability(day)
    taken_for = next((t for t in reversed(memory.taken) if t), "")
    holds = (
        (Why.FAILED, memory.ratings[-1] == AGAIN),
        (Why.MIXED_UP, bool(taken_for)),
        (Why.PROMPTED, memory.prompted),
        (Why.LAPSES, memory.lapses >= MANY_LAPSES),
        (Why.FAINT, chance < FAINT),
        (Why.MOVED, memory.moved),
    )
    why = next((kind for kind, true in holds if true), None)
    return None if why is None else Reason(why, memory.day, taken_for, memory.lapses, chance)


def weak(cards: Iterable[Card], memories: Mapping[str, Memory], day: int) -> tuple[tuple[Card, Reason], ...]:
    """The weak cards with their reasons, the strongest reasons first."""
    found = [
        (card, why) for card in cards if (memory := memories.get(card.id)) and (why := reason(memory, day)) is not None
    ]
    return tuple(sorted(found, key=lambda pair: strength(pair[1])))


def strength(reason: Reason) -> tuple[int, float]:
    """What puts reasons in order, the strongest first; of one kind that of the card that is least likely recalled."""
    return _ORDER[reason.why], reason.retrievability
