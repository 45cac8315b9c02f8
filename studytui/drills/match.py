"""Match: the points of a run stand shuffled, each is to be put under its number. Trains place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Drill, Mark
from studytui.memory.fsrs import AGAIN, GOOD
from studytui.messages import message
from studytui.outline.tree import Outline

MATCH = Drill("match", message("Match"), (Kind.PLACE,), self_rated=False)
MOST = 9
"""A board has at most this many points, so that each has a digit."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A number that waits for its text.

    Attributes:
        card: The place card of the point that belongs here.
        key: The digit that puts a text here.
        marker: The number as the document writes it.
        text: The text that belongs here.
    """

    card: str
    key: str
    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Board:
    """The state of one board.

    Attributes:
        slots: The numbers, in order.
        texts: Indices into slots, shuffled: the texts as they are listed.
        placed: Slots that have their text.
        missed: Slots whose text was put under a wrong number at least once.
        held: Texts put wrong that wait until the others are placed.
    """

    slots: tuple[Slot, ...]
    texts: tuple[int, ...]
    placed: frozenset[int] = frozenset()
    missed: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()

    @property
    def left(self) -> tuple[int, ...]:
        """The texts not yet placed, as they are listed."""
        return tuple(t for t in self.texts if t not in self.placed)

    @property
    def open(self) -> tuple[int, ...]:
        """The texts that can be placed now."""
        return tuple(t for t in self.left if t not in self.held)

    @property
    def done(self) -> bool:
        """Whether every text stands under its number."""
        return not self.left


def boards(places: Sequence[Card]) -> tuple[tuple[Card, ...], ...]:
    """Cut the place cards of a run into boards; those of a longer run overlap, so that no seam goes unasked."""
    count = max(1, -(-(len(places) - 1) // (MOST - 1)))
    size = -(-(len(places) - 1) // count) + 1
    starts = [min(k * (size - 1), max(0, len(places) - size)) for k in range(count)]
    return tuple(tuple(places[s : s + size]) for s in starts)


def ask(places: Sequence[Card], outline: Outline, shuffle: Callable[[list[int]], None]) -> Board:
    """Lay out a board of at most nine place cards; the texts stand in any order, the right one as likely as another.

    Were the right order left out, the first text would more likely belong to the last number than to another.
    """
    nodes = [outline.nodes[card.node] for card in places if card.node is not None]
    ordinals = [node.ordinal for node in nodes]
    own = all(o is not None and 1 <= o <= MOST for o in ordinals) and len(set(ordinals)) == len(ordinals)
    slots = tuple(
        Slot(card.id, str(node.ordinal if own else place), node.marker, node.text)
        for place, (card, node) in enumerate(zip(places, nodes, strict=True), 1)
    )
    texts = list(range(len(slots)))
    shuffle(texts)
    return Board(slots, tuple(texts))


def slot_at(board: Board, key: str) -> int | None:
    """The slot that a digit stands for; None where there is none or it has its text already."""
    return next((i for i, slot in enumerate(board.slots) if slot.key == key and i not in board.placed), None)


def place(board: Board, text: int, slot: int) -> tuple[Board, Mark]:
    """Put a text under a number: the board after it, and what it means for the text's place.

    A wrong one counts at once and waits until the others are placed. A second try says little, since the choice
    has narrowed, and the last pair says nothing: both are practice.
    """
    right = board.slots[text].text == board.slots[slot].text
    if not right:
        mark = Mark(board.slots[text].card, AGAIN, taken_for=board.slots[slot].card.partition(":")[2])
        return _freed(replace(board, missed=board.missed | {text}, held=board.held | {text})), mark
    free = len(board.left) == 1 or text in board.missed
    mark = Mark(board.slots[slot].card, GOOD, practice=free)
    if text != slot:  # two points with one text: either is right, so the two change places
        board = _swapped(board, {text: slot, slot: text})
    return _freed(replace(board, placed=board.placed | {slot})), mark


def without(board: Board, text: int) -> Board:
    """The board without one text and its number, such as a point that is not to be asked any more."""
    left = [i for i in range(len(board.slots)) if i != text]
    now = {old: new for new, old in enumerate(left)}
    placed, missed, held = (
        frozenset(now[i] for i in some if i in now) for some in (board.placed, board.missed, board.held)
    )
    slots = tuple(board.slots[i] for i in left)
    return _freed(Board(slots, tuple(now[t] for t in board.texts if t in now), placed, missed, held))


def _swapped(board: Board, swap: Mapping[int, int]) -> Board:
    texts, missed, held = ([swap.get(t, t) for t in some] for some in (board.texts, board.missed, board.held))
    return replace(board, texts=tuple(texts), missed=frozenset(missed), held=frozenset(held))


def _freed(board: Board) -> Board:
    return board if board.open else replace(board, held=frozenset())
