"""Exam: a mixed paper over a part, marked at its end with a score for each section."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from studytui.cards.card import Card
from studytui.drills.chance import Chance
from studytui.drills.drill import Drill, Mark
from studytui.drills.spacing import sides, spaced
from studytui.memory.fsrs import AGAIN, GOOD
from studytui.messages import message
from studytui.outline.tree import Outline

EXAM = Drill("exam", message("Exam"), (), self_rated=False)
LENGTHS = (10, 20, 40)
"""How many questions a paper can have."""
PASSED, SHAKY = 0.8, 0.6
"""From this score on a section is known; from that on it wants another look; below it is to be learnt again."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Score:
    """What came of the questions of one section.

    Attributes:
        node: The section's outermost heading; None for what stands under none.
        asked: How many questions it had.
        points: How much of them was right: 1 for each right answer, half for one with a cue.
        missed: The cards that were answered wrong, in order.
    """

    node: int | None
    asked: int
    points: float
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """How much of it was right, 0 to 1."""
        return self.points / self.asked if self.asked else 0.0


def paper(cards: Sequence[Card], outline: Outline, length: int, rng: Chance) -> tuple[Card, ...]:
    """Choose the questions: from all sections by turns and of all kinds by turns, none near one that it gives away.

    Args:
        cards: What may be asked.
        outline: The outline.
        length: How many questions; fewer where there are not so many cards.
        rng: A source of chance.
    """
    by_section = _sorted(cards, lambda card: section(outline, card))
    stacks = [_dealt([*_sorted(part, lambda card: card.kind).values()], rng) for part in by_section.values()]
    return tuple(_apart(_dealt(stacks, rng)[:length], outline))


def section(outline: Outline, card: Card) -> int | None:
    """The outermost heading that a card stands under; a list of the outermost headings stands under none."""
    node = card.node if card.node is not None else card.home
    return None if node is None else outline.path(node)[0]


def scores(cards: Sequence[Card], outline: Outline, marks: Mapping[str, Mark]) -> tuple[Score, ...]:
    """The score of each section in the order of the document; a card that was never answered is wrong.

    Args:
        cards: The questions of the paper.
        outline: The outline.
        marks: By card what the answer was worth.
    """
    parts = _sorted(cards, lambda card: section(outline, card))
    found = [_score(node, part, marks) for node, part in parts.items()]
    return tuple(sorted(found, key=lambda score: -1 if score.node is None else score.node))


def _score(node: int | None, cards: Sequence[Card], marks: Mapping[str, Mark]) -> Score:
    ratings = [marks[card.id].rating if card.id in marks else AGAIN for card in cards]
    points = sum(1.0 if rating >= GOOD else 0.5 if rating > AGAIN else 0.0 for rating in ratings)
    missed = tuple(card.id for card, rating in zip(cards, ratings, strict=True) if rating == AGAIN)
    return Score(node, len(cards), points, missed)


def _sorted(cards: Iterable[Card], by: Callable[[Card], K]) -> dict[K, list[Card]]:
    found: dict[K, list[Card]] = {}
    for card in cards:
        found.setdefault(by(card), []).append(card)
    return found


def _dealt(stacks: Sequence[Sequence[Card]], rng: Chance) -> list[Card]:
    """One from each stack by turns, each stack and the stacks themselves in chance order."""
    order = rng.sample(range(len(stacks)), len(stacks))
    mixed = [rng.sample(stacks[at], len(stacks[at])) for at in order]
    longest = max(map(len, mixed), default=0)
    return [stack[turn] for turn in range(longest) for stack in mixed if turn < len(stack)]


def _apart(cards: Sequence[Card], outline: Outline) -> list[Card]:
    """The same cards, those apart of which one shows what the other asks.

    In which order does not matter: what is shown after it was asked can still be put right by going back.
    """
    about = {card.id: sides(card, outline) for card in cards}

    def clash(one: Card, other: Card) -> bool:
        mine, its = about[one.id], about[other.id]
        return not mine.shows.isdisjoint(its.asks) or not mine.asks.isdisjoint(its.shows)

    return spaced(cards, clash)
