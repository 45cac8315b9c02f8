"""What a session is made of: something to read, a board to match, or one card to recall."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Drill
from studytui.study.deck import StudyDeck
from studytui.study.words import Words

SECONDS_TO_READ = 6
SECONDS_TO_MATCH = 6
SECONDS_TO_DRILL = {
    "choose": 8,
    "find": 10,
    "count": 5,
    "order": 30,
    "type": 25,
    "initials": 15,
    "recite": 60,
    "outline": 60,
    "snowball": 90,
    "lookalike": 15,
}
SECONDS_TO_RECALL = {Kind.POINT: 14, Kind.PLACE: 9, Kind.LINK: 12, Kind.LIST: 35, Kind.PASSAGE: 60}
SECONDS_AT_LEAST = min(SECONDS_TO_MATCH, *SECONDS_TO_DRILL.values(), *SECONDS_TO_RECALL.values())
"""No question is shorter."""


@dataclass(frozen=True, slots=True)
class Read:
    """New points to be read before they are asked for the first time."""

    deck: StudyDeck
    home: int | None
    group: int
    nodes: tuple[int, ...]

    @property
    def seconds(self) -> int:
        """About how long it takes."""
        return SECONDS_TO_READ * len(self.nodes)

    @property
    def questions(self) -> int:
        """How many questions it holds."""
        return 0


@dataclass(frozen=True, slots=True)
class Match:
    """A board: at most nine points of one run, to be put under their numbers."""

    deck: StudyDeck
    places: tuple[Card, ...]

    @property
    def seconds(self) -> int:
        """About how long it takes."""
        return SECONDS_TO_MATCH * len(self.places)

    @property
    def questions(self) -> int:
        """How many questions it holds."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Ask:
    """One card to be recalled.

    Attributes:
        deck: The deck.
        card: The card.
        chosen: Whether the person chose to recall; else it is asked so because that fits.
    """

    deck: StudyDeck
    card: Card
    chosen: bool = False

    @property
    def seconds(self) -> int:
        """About how long it takes."""
        return SECONDS_TO_RECALL[self.card.kind]

    @property
    def questions(self) -> int:
        """How many questions it holds."""
        return 1


@dataclass(frozen=True, slots=True)
class Drilled:
    """One question of a drill that the person chose.

    Attributes:
        deck: The deck.
        cards: What is asked: one card, the links of a run that are put in order, or a place and its look-alikes.
        drill: The drill.
        words: What is known about the words of the deck.
    """

    deck: StudyDeck
    cards: tuple[Card, ...]
    drill: Drill
    words: Words

    @property
    def card(self) -> Card:
        """The card that it is about; the first where there are several."""
        return self.cards[0]

    @property
    def seconds(self) -> int:
        """About how long it takes."""
        return SECONDS_TO_DRILL.get(self.drill.name, SECONDS_TO_RECALL[self.card.kind])

    @property
    def questions(self) -> int:
        """How many questions it holds."""
        return 1


Step = Read | Match | Ask | Drilled


def cards_in(step: Step) -> tuple[Card, ...]:
    """The cards that a step asks; none where it is read only."""
    if isinstance(step, Read):
        return ()
    if isinstance(step, Match):
        return step.places
    return step.cards if isinstance(step, Drilled) else (step.card,)


def named(step: Step) -> tuple[str, str, str, tuple[object, ...]]:
    """What a step is told by: its kind, its drill, its deck, and what it asks or what is read in it."""
    asks = step.nodes if isinstance(step, Read) else tuple(card.id for card in cards_in(step))
    return type(step).__name__, step.drill.name if isinstance(step, Drilled) else "", step.deck.id, asks


def with_words(steps: Sequence[Step], words: Mapping[str, Words]) -> tuple[Step, ...]:
    """The steps with other words, told by the id of their deck."""
    return tuple(
        replace(step, words=words.get(step.deck.id, step.words)) if isinstance(step, Drilled) else step
        for step in steps
    )


def owed(step: Match) -> list[Step]:
    """The places of a finished board that are due still: its last pair was free and said nothing about its place."""
    memories = ((card, step.deck.memory(card)) for card in step.places)
    day = step.deck.today
    return [Ask(step.deck, card) for card, m in memories if not m.new and m.due <= day and not m.asleep(day)]


def without(steps: Sequence[Step], deck: StudyDeck, cards: Collection[str]) -> tuple[Step, ...]:
    """The steps without some cards of a deck; a board that is left with none goes."""
    found: list[Step] = []
    for step in steps:
        if step.deck.id != deck.id or isinstance(step, Read):
            found.append(step)
        elif isinstance(step, Match):
            places = tuple(card for card in step.places if card.id not in cards)
            found += [replace(step, places=places)] if places else []
        elif isinstance(step, Drilled):
            found += [] if any(card.id in cards for card in step.cards) else [step]
        elif step.card.id not in cards:
            found.append(step)
    return tuple(found)


def still_asked(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps without what was put to sleep, and without what its deck has no more, such as an unwanted passage."""
    for deck in {step.deck.id: step.deck for step in steps}.values():
        day = deck.today
        awake = {card.id for card in deck.cards if not deck.memory(card).asleep(day)}
        asked = {card.id for step in steps if step.deck.id == deck.id for card in cards_in(step)}
        steps = without(steps, deck, asked - awake)
    return tuple(steps)
