"""A session: one step after the other, every answer on disk before the next question, any of them taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from studytui.cards.card import Card
from studytui.drills import match, recall
from studytui.drills.drill import Drill, Mark
from studytui.memory.fsrs import AGAIN
from studytui.outline.tree import Outline
from studytui.storage.journal import UnsavedError
from studytui.study.day import Clock
from studytui.study.decision import Decision
from studytui.study.deck import StudyDeck
from studytui.study.drilling import Asked, asked
from studytui.study.steps import Ask, Drilled, Match, Read, Step, without
from studytui.study.words import Words

__all__ = ["Answer", "Session", "UnsavedError"]

RETURNS_AFTER = 3
"""A card rated `again` comes back after so many other questions, and at the end of the session."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that was given.

    Attributes:
        deck: The deck.
        card: The card.
        mark: Its rating, cues and what it was taken for.
        practice: Whether it left the schedule as it was.
        ms: How long it took.
    """

    deck: StudyDeck
    card: Card
    mark: Mark
    practice: bool
    ms: int


@dataclass(frozen=True, slots=True)
class _Moment:
    """Where a session stands; undo goes back to the one before."""

    steps: tuple[Step, ...]
    board: match.Board | None
    asked: Asked | None
    answers: tuple[Answer, ...]
    failed: frozenset[tuple[str, str]] = frozenset()
    once_more: frozenset[tuple[str, str]] = frozenset()


class Session:
    """A run through some steps.

    It holds where the person is; what was answered is in the decks and on disk. Leaving it loses nothing.

    Attributes:
        now: Tells the moment.
        ways: By drill how the person wants to answer, kept from one question to the next.
        decks: The decks that it is about.
        readiness_before: Their readiness at its beginning, by id.
    """

    def __init__(self, steps: Sequence[Step], rng: Random, now: Clock) -> None:
        self.ways: dict[str, str] = {}
        self._rng = rng
        self.now = now
        self._now = _Moment(tuple(steps), None, None, ())
        self._past: list[tuple[_Moment, StudyDeck, str]] = []
        self._asked: tuple[Step, Outline, recall.Question] | None = None
        self._lay()
        self.decks: tuple[StudyDeck, ...] = tuple({step.deck.id: step.deck for step in steps}.values())
        self.readiness_before = {deck.id: deck.readiness() for deck in self.decks}

    @property
    def step(self) -> Step | None:
        """What is to be done now; None at the end."""
        return self._now.steps[0] if self._now.steps else None

    @property
    def board(self) -> match.Board | None:
        """The board, while the step is a match."""
        return self._now.board

    @property
    def asked(self) -> Asked | None:
        """The question, while the step is one of a drill that the person chose."""
        return self._now.asked

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers given and not taken back."""
        return self._now.answers

    @property
    def questions_done(self) -> int:
        """How many questions are behind; a text put wrong on a board is still to be placed."""
        return sum(not answer.mark.taken_for for answer in self._now.answers)

    @property
    def questions_left(self) -> int:
        """How many questions are still to come."""
        left = sum(step.questions for step in self._now.steps)
        return left - len(self._now.board.placed) if self._now.board else left

    @property
    def seconds_left(self) -> int:
        """About how long the rest takes."""
        return sum(step.seconds for step in self._now.steps)

    def read_on(self) -> None:
        """The new points have been read."""
        if isinstance(self.step, Read):
            self._go(self._now.steps[1:])

    def question(self) -> recall.Question:
        """The question of the card that is asked now.

        Raises:
            TypeError: The step is no recall.
        """
        if not isinstance(self.step, Ask):
            raise TypeError(self.step)
        outline = self.step.deck.outline
        if self._asked is None or self._asked[0] is not self.step or self._asked[1] is not outline:
            self._asked = self.step, outline, recall.ask(self.step.card, outline)
        return self._asked[2]

    def rate(self, rating: int, ms: int, cues: int) -> None:
        """The person's rating of the card that is asked now; on disk when this returns.

        Raises:
            StudyError: It could not be written; the session stands where it stood.
        """
        step = self.step
        if not isinstance(step, Ask):
            return
        mark = recall.mark(self.question(), rating, cues)
        self._write(step.deck, (mark,), recall.RECALL.name, ms)
        self._go(self._returning(step) if rating == AGAIN else self._now.steps[1:])

    def answer(self, marks: Sequence[Mark], ms: int, ratings: Mapping[str, int] | None = None) -> None:
        """The answer to a question of a drill that the person chose, as one unit; on disk when this returns.

        Args:
            marks: What the drill proposes.
            ms: How long it took.
            ratings: By card what the person says instead of what is proposed.

        Raises:
            StudyError: It could not be written; the session stands where it stood.
        """
        step = self.step
        if not isinstance(step, Drilled):
            return
        rated = self._write(step.deck, marks, step.drill.name, ms, ratings)
        failed = any(mark.rating == AGAIN for mark in rated)
        self._go(self._returning(step) if failed else self._now.steps[1:])

    def answer_by(self, drill: Drill, words: Words) -> bool:
        """Answer the card that is asked now by another drill; False, and nothing changed, where that cannot be.

        Args:
            drill: A drill that asks such a card.
            words: What is known about the words of its deck.
        """
        step = self.step
        if not isinstance(step, Ask | Drilled) or step.card.kind not in drill.moves:
            return False
        other = Drilled(step.deck, (step.card,), drill, words)
        question = asked(other, self._rng)
        if question is None:
            return False
        self._now = replace(self._now, steps=(other, *self._now.steps[1:]), asked=question)
        return True

    def put(self, text: int, key: str, ms: int) -> Mark | None:
        """Put a text of the board under a number; None when nothing waits there. On disk when this returns.

        Raises:
            StudyError: It could not be written; the board stands as it stood.
        """
        step, board = self.step, self._now.board
        slot = None if board is None else match.slot_at(board, key)
        if not isinstance(step, Match) or board is None or slot is None or text not in board.open:
            return None
        after, mark = match.place(board, text, slot)
        self._write(step.deck, (mark,), match.MATCH.name, ms)
        self._now = replace(self._now, board=after)
        return mark

    def leave_board(self) -> None:
        """The finished board has been looked at."""
        step, board = self.step, self._now.board
        if isinstance(step, Match) and board is not None and board.done:
            rest = self._now.steps[1:]
            self._go((*rest[:RETURNS_AFTER], *self._owed(step), *rest[RETURNS_AFTER:]))

    def _owed(self, step: Match) -> list[Step]:
        """The places that are due still: a board's last pair was free and said nothing about its place."""
        return [
            Ask(step.deck, card)
            for card in step.places
            if not (memory := step.deck.memory(card)).new
            and memory.due <= step.deck.today
            and not memory.asleep(step.deck.today)
        ]

    def decide(self, decision: Decision, text: int | None = None) -> bool:
        """Suspend, bury or reset the card that is asked now; False where none is. On disk when this returns.

        What it puts to sleep or makes new is not asked in this session any more.

        Args:
            decision: What is decided.
            text: On a board, the text whose place is meant.

        Raises:
            StudyError: It could not be written; the session stands where it stood.
        """
        step, board = self.step, self._now.board
        card = self._meant(step, board, text)
        if step is None or card is None:
            return False
        deck = step.deck
        cards = deck.siblings(card) if decision is Decision.BURY else (card,)
        unit = deck.decide(decision, cards)
        self._past.append((self._now, deck, unit))
        steps = without(self._now.steps, deck, {one.id for one in cards})
        if board is None or text is None or len(board.slots) == 1:
            self._go(steps)
        else:
            self._now = replace(self._now, steps=steps, board=match.without(board, text))
        return True

    def _meant(self, step: Step | None, board: match.Board | None, text: int | None) -> Card | None:
        if isinstance(step, Ask) or (isinstance(step, Drilled) and len(step.cards) == 1):
            return step.card
        if isinstance(step, Match) and board is not None and text in board.open:
            return next(card for card in step.places if card.id == board.slots[text].card)
        return None

    def undo(self) -> bool:
        """Take back the last answer or decision; False when there is none.

        Raises:
            StudyError: It could not be written; nothing was taken back.
        """
        if not self._past:
            return False
        moment, deck, unit = self._past[-1]
        deck.take_back(unit)
        self._past.pop()
        self._now = moment
        return True

    def _write(
        self, deck: StudyDeck, marks: Sequence[Mark], drill: str, ms: int, ratings: Mapping[str, int] | None = None
    ) -> list[Mark]:
        """Write one unit; gives the marks as they count."""
        ratings = ratings or {}
        told = [replace(mark, practice=mark.practice or _settled(deck, mark)) for mark in marks]
        unit = deck.answer(told, drill, ms, ratings)
        self._past.append((self._now, deck, unit))
        rated = [replace(mark, rating=ratings.get(mark.card, mark.rating)) for mark in told]
        answers = [Answer(deck, deck.card(mark.card), mark, mark.practice, ms) for mark in rated]
        self._now = replace(self._now, answers=(*self._now.answers, *answers))
        return rated

    def _returning(self, step: Ask | Drilled) -> tuple[Step, ...]:
        """What is left after a card was not said: it comes back soon and at the end, once more if failed there."""
        now, me = self._now, (step.deck.id, step.card.id)
        rest = now.steps[1:]
        if me not in now.failed:
            self._now = replace(now, failed=now.failed | {me})
            place = _holding(rest, RETURNS_AFTER)
            soon = (step,) if place < len(rest) else ()
            return (*rest[:place], *soon, *rest[place:], step)
        waits = any(isinstance(s, Ask | Drilled) and (s.deck.id, s.card.id) == me for s in rest)
        if waits or me in now.once_more:
            return rest
        self._now = replace(now, once_more=now.once_more | {me})
        return (*rest, step)

    def _go(self, steps: tuple[Step, ...]) -> None:
        self._now = replace(self._now, steps=steps, board=None, asked=None)
        self._lay()

    def _lay(self) -> None:
        while isinstance(step := self.step, Drilled):
            question = asked(step, self._rng)
            if question is not None:
                self._now = replace(self._now, asked=question)
                return
            self._now = replace(self._now, steps=self._now.steps[1:])  # too few points for this drill
        if isinstance(step, Match):
            self._now = replace(self._now, board=match.ask(step.places, step.deck.outline, self._rng.shuffle))


def _settled(deck: StudyDeck, mark: Mark) -> bool:
    return deck.memory(deck.card(mark.card)).settled(deck.today)


def _holding(steps: Sequence[Step], questions: int) -> int:
    """How many of the steps hold so many questions; all of them where there are not so many."""
    for count, step in enumerate(steps):
        if questions <= 0:
            return count
        questions -= step.questions
    return len(steps)
