"""The weakest cards of a whole library: found in what is kept of each deck, so that few decks have to be opened."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import groupby
from typing import NamedTuple

from studytui.cards.card import Card
from studytui.errors import StudyError
from studytui.memory.weak import Reason, strength
from studytui.study.deck import StudyDeck
from studytui.study.library import Library

Item = tuple[StudyDeck, Card, Reason]


class Weak(NamedTuple):
    """A weak card of which the deck need not be open.

    Attributes:
        deck: The deck's name.
        card: The card's id.
        reason: Why it is weak.
    """

    deck: str
    card: str
    reason: Reason


def found(library: Library, names: Iterable[str]) -> Iterator[list[Weak]]:
    """The weak cards of some decks, a list a deck; it is empty for a deck that cannot be used, which home tells."""
    for name in names:
        try:
            yield [Weak(name, card, reason) for card, reason in library.rows.weak(name)]
        except StudyError:
            yield []


def weakest(found: Iterable[Weak], most: int) -> list[Weak]:
    """So many of them, those with the strongest reasons first."""
    return nsmallest(most, found, key=lambda one: strength(one.reason))


def opened(library: Library, found: Sequence[Weak]) -> Iterator[list[Item]]:
    """The cards themselves, a list a deck, of decks that can be used; each deck stays open."""
    for name, ones in groupby(sorted(found, key=lambda one: one.deck), key=lambda one: one.deck):
        try:
            deck = library.deck(name)
            yield [(deck, deck.card(one.card), one.reason) for one in ones]
        except (StudyError, KeyError):  # it was changed in this moment
            yield []
