"""Which node of the text now was which before: as it was found, and as the person corrects it."""

from collections.abc import Sequence
from dataclasses import dataclass

from studytui.cards.card import Card
from studytui.cards.keys import another, places
from studytui.memory import unit as events
from studytui.memory.unit import Event
from studytui.outline.tree import Outline
from studytui.study.changes import Change, What, changes
from studytui.study.deck import StudyDeck


@dataclass(frozen=True, slots=True)
class Before:
    """A deck before its text was changed.

    Attributes:
        outline: What its file held.
        shown: The same as it is shown.
        keys: The key of each node.
    """

    outline: Outline
    shown: Outline
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What is matched with what.

    Attributes:
        partners: For each node now the one that it was.
        held: For each node before the key under which its history is.
        unit: The unit that led here.
        changes: What is not as it was.
        cards: The cards of what is new, reworded, or stands elsewhere, and the links that lead there.
    """

    partners: Sequence[int | None]
    held: Sequence[str]
    unit: str
    changes: tuple[Change, ...]
    cards: tuple[Card, ...]


class Matches:
    """The matches of a deck's nodes; each correction is on disk when it returns.

    Args:
        deck: The deck as it is now.
        before: As it was.

    Attributes:
        deck, before: As given.
    """

    def __init__(self, deck: StudyDeck, before: Before) -> None:
        self.deck, self.before = deck, before
        old = {key: was for was, key in enumerate(before.keys)}
        self._states = [self._state([old.get(key) for key in deck.keys], before.keys)]

    @property
    def partners(self) -> Sequence[int | None]:
        """For each node now the one that it was, or None."""
        return self._states[-1].partners

    @property
    def corrected(self) -> int:
        """How many corrections can be taken back."""
        return len(self._states) - 1

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is not as it was, in reading order, what is gone last."""
        return self._states[-1].changes

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of what is new, reworded, or stands elsewhere, and the links that lead there."""
        return self._states[-1].cards

    @property
    def kept(self) -> int:
        """How many nodes are as they were."""
        return len(self.deck.keys) - sum(change.node is not None for change in self.changes)

    def same(self, node: int, was: int) -> None:
        """This node is what that one was: it has its history from now on, and no other node has.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        self._match(node, was)

    def different(self, node: int) -> None:
        """This node is none of those that were before: it is new, and what it was taken for is gone.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        self._match(node, None)

    def undo(self) -> bool:
        """Take the last correction back; False where there is none.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        if not self.corrected:
            return False
        self.deck.take_back(self._states[-1].unit)
        self._states.pop()
        return True

    def _match(self, node: int, was: int | None) -> None:
        state = self._states[-1]
        partners, held, written = [*state.partners], [*state.held], list[Event]()
        key, taken_for = self.deck.keys[node], partners[node]
        if taken_for == was:
            return
        parked: list[int] = []
        if taken_for is not None:
            used = {*self.deck.progress.known, *self.deck.keys, *held}
            held[taken_for] = another(key, used)
            written.append(events.rename(key, held[taken_for], "user"))
            parked.append(taken_for)
        if was is not None:
            written.append(events.rename(held[was], key, "user"))
            held[was] = key
            partners = [None if partner == was else partner for partner in partners]
        partners[node] = was
        written.append(events.outline([*self._rows(), *self._parked(parked, held)]))
        unit = self.deck.note_match(written)
        self._states.append(self._state(partners, held, unit))

    def _state(self, partners: Sequence[int | None], held: Sequence[str], unit: str = "") -> _State:
        """A state with all that follows from it, which a screen asks for at each key."""
        found = tuple(changes(self.before.outline, self.deck.file.outline, partners))
        touched = {change.node for change in found if change.what is not What.TEXT} - {None}
        cards = tuple(card for card in self.deck.cards if card.node in touched or card.to in touched)
        return _State(partners, held, unit, found, cards)

    def _rows(self) -> list[dict[str, object]]:
        return rows_of(self.deck.file.outline, self.deck.keys)

    def _parked(self, parked: Sequence[int], held: Sequence[str]) -> list[dict[str, object]]:
        """What is gone, with the words and the place by which it would be known again."""
        where = places(self.before.outline)
        return [
            {"key": held[was], "text": self.before.outline.nodes[was].text, "place": where[was], "here": False}
            for was in parked
        ]


def rows_of(outline: Outline, keys: Sequence[str]) -> list[dict[str, object]]:
    """The nodes of an outline as they are noted."""
    return [
        {"key": key, "text": node.text, "place": place}
        for key, node, place in zip(keys, outline.nodes, places(outline), strict=True)
    ]
