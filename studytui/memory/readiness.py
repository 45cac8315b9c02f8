"""Readiness: the share of a part that would be said if it had to be said now."""

from collections.abc import Iterable, Mapping
from math import prod

from studytui.cards.card import Card, Kind
from studytui.memory.memory import Memory

SAID = (Kind.POINT, Kind.LINK)
"""The kinds that stand for saying the speech."""


def readiness(cards: Iterable[Card], memories: Mapping[str, Memory], day: int) -> float:
    """Mean retrievability of the point and link cards; 0 where there are none."""
    chances = _chances(cards, memories, day)
    return sum(chances) / len(chances) if chances else 0.0


def whole(cards: Iterable[Card], memories: Mapping[str, Memory], day: int) -> float:
    """The chance to say all of it in one go; 0 where there is nothing to say."""
    chances = _chances(cards, memories, day)
    return prod(chances) if chances else 0.0


def _chances(cards: Iterable[Card], memories: Mapping[str, Memory], day: int) -> list[float]:
    return [
        memories[card.id].retrievability(day) if card.id in memories else 0.0 for card in cards if card.kind in SAID
    ]
