"""An exam under way: its paper, what was answered, and at its end what that was worth, as one unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from studytui.cards.card import Card, Kind
from studytui.drills import choose, exam, first, heard, recall, recite, typed
from studytui.drills.cloze import CLOZE
from studytui.drills.drill import Mark
from studytui.drills.exam import EXAM, Score
from studytui.drills.first import FIRST
from studytui.drills.fitting import fitting
from studytui.study.asking import how, mixed, target
from studytui.study.day import Clock
from studytui.study.deck import StudyDeck
from studytui.study.steps import Drilled
from studytui.study.words import Words

Form: TypeAlias = choose.Question | first.Question | recall.Question | recite.Recital
"""A question of a paper: a place to choose, a text begun, a text in full, or all points of a list."""
Given: TypeAlias = int | tuple[str, ...]
"""An answer: the option that was picked, or the lines that were typed."""
KINDS = (Kind.POINT, Kind.PLACE, Kind.LINK, Kind.LIST)
"""What an exam asks; a text that is learnt word for word has a drill of its own."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question of the paper.

    Attributes:
        card: The card.
        form: How it is asked.
    """

    card: Card
    form: Form


class Examining:
    """An exam under way.

    Attributes:
        deck: The deck.
        items: The paper.
        given: The answers so far.
        counted: Whether the answers move the schedule.
        unit: What was written; None before it is, and after it was taken back.
    """

    def __init__(self, deck: StudyDeck, items: Sequence[Item], words: Words, now: Clock, *, counted: bool) -> None:
        self.deck, self.items, self.counted = deck, tuple(items), counted
        self.given: list[Given] = []
        self.unit: str | None = None
        self._words, self._now, self._since = words, now, now()

    @property
    def item(self) -> Item | None:
        """What is asked now; None at the end."""
        return self.items[len(self.given)] if len(self.given) < len(self.items) else None

    def answer(self, given: Given) -> None:
        """The answer to what is asked now; nothing says whether it is right."""
        if self.item is not None:
            self.given.append(given)

    def back(self) -> bool:
        """Answer the question before once more; False where there is none."""
        if self.given:
            self.given.pop()
            return True
        return False

    def marks(self) -> dict[str, Mark]:
        """By card what each answer is worth."""
        return {item.card.id: self._mark(item, given) for item, given in zip(self.items, self.given, strict=False)}

    def scores(self) -> tuple[Score, ...]:
        """The score of each section; what was not answered is wrong."""
        return exam.scores([item.card for item in self.items], self.deck.outline, self.marks())

    def missed(self) -> tuple[Card, ...]:
        """The cards that were not answered right, in the order of the paper."""
        wrong = {card for score in self.scores() for card in score.missed}
        return tuple(item.card for item in self.items if item.card.id in wrong)

    def keep(self) -> None:
        """Write what was answered as one unit, where there is anything and it is not written yet.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        if not self.given or self.unit is not None:
            return
        marks = [mark._replace(practice=not self.counted) for mark in self.marks().values()]
        self.unit, _ = self.deck.answer(marks, EXAM.name, self._ms())

    def take_back(self) -> None:
        """Take back what was written.

        Raises:
            StudyError: It could not be written; nothing was taken back.
        """
        if self.unit is not None:
            self.deck.take_back(self.unit)
            self.unit = None

    def _ms(self) -> int:
        return max(0, round((self._now() - self._since).total_seconds() * 1000))

    def _mark(self, item: Item, given: Given) -> Mark:
        form = item.form
        if isinstance(form, choose.Question):
            return choose.mark(form, given if isinstance(given, int) else -1, self.deck.keys)
        lines = given if isinstance(given, tuple) else ()
        if isinstance(form, recite.Recital):
            return self._list(form, lines)
        step = Drilled(self.deck, (item.card,), FIRST, self._words)
        asked = form.asked if isinstance(form, first.Question) else form
        found = typed.answer(asked, " ".join(lines), how(step, target(item.card)))
        return first.mark(form, found) if isinstance(form, first.Question) else typed.mark(form, found)

    def _list(self, recital: recite.Recital, lines: Sequence[str]) -> Mark:
        """The mark of the list alone: its points and links are questions of their own."""
        step = Drilled(self.deck, (recital.card,), recite.RECITE, self._words)
        hows = tuple(how(step, point.node) for point in recital.points)
        for line in lines:
            recital = recite.say(recital, heard.heard(recital, line, hows))
        return recite.marks(recital, self.deck.keys)[-1]


def examinable(deck: StudyDeck, cards: Sequence[Card]) -> list[Card]:
    """What of some cards can be asked in an exam: none that sleeps."""
    return [card for card in cards if card.kind in KINDS and not deck.memory(card).asleep(deck.today)]


def paper(deck: StudyDeck, cards: Sequence[Card], length: int, words: Words, rng: Random) -> list[Item]:
    """The questions: from all sections and of all kinds by turns, each in the form that fits its memory.

    Args:
        deck: The deck.
        cards: What may be asked.
        length: How many questions; fewer where there are not so many.
        words: What is known about the words of the deck.
        rng: A source of chance.
    """
    chosen = exam.paper(examinable(deck, cards), deck.outline, length, rng)
    forms = ((card, _form(deck, card, words, rng)) for card in chosen)
    return [Item(card, form) for card, form in forms if form is not None]


def _form(deck: StudyDeck, card: Card, words: Words, rng: Random) -> Form | None:
    """How a card is asked; None for a place where there is no other one to choose."""
    if card.kind is Kind.LIST:
        return recite.ask(card, deck.outline, deck.cards)
    if card.kind is Kind.PLACE:
        return choose.ask(card, deck.outline, rng, mixed(deck, card))
    memory = deck.memory(card)
    if card.kind is Kind.POINT and not memory.new and fitting(card.kind, memory) in (CLOZE, FIRST):
        return first.ask(card, deck.outline, words.spans(deck, target(card)), first.stage(memory.stability))
    return typed.ask(card, deck.outline)
