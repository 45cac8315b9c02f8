"""A session: one step after the other, every answer on disk before the next question, any of them taken back."""

from collections.abc import Mapping, Sequence
from random import Random

from studytui.cards.card import Card
from studytui.drills import match, recall
from studytui.drills.drill import Drill, Mark
from studytui.memory.fsrs import AGAIN
from studytui.outline.tree import Outline
from studytui.storage.journal import UnsavedError
from studytui.study.asking import Asked, asked
from studytui.study.day import Clock
from studytui.study.decision import Decision
from studytui.study.deck import StudyDeck
from studytui.study.ladder import on_ladder
from studytui.study.moment import RETURNS_AFTER, Begun, Moment
from studytui.study.past import Answer, Done
from studytui.study.steps import Ask, Drilled, Match, Read, Step, named, owed, still_asked, with_words, without
from studytui.study.words import Words

__all__ = ["Answer", "Session", "UnsavedError"]


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
        self._now = Moment(tuple(steps))
        self._past: list[Done] = []
        self._asked: tuple[Step, Outline, recall.Question] | None = None
        self._go(self._now)
        self._first = frozenset(map(named, steps))
        self.decks: tuple[StudyDeck, ...] = tuple({step.deck.id: step.deck for step in steps}.values())
        self.readiness_before = {deck.id: deck.readiness() for deck in self.decks}

    @property
    def step(self) -> Step | None:
        """What is to be done now; None at the end."""
        return self._now.step

    @property
    def board(self) -> match.Board | None:
        """The board, while the step is a match."""
        return self._now.board

    @property
    def asked(self) -> Asked | None:
        """The question, while the step is one of a drill that the person chose."""
        return self._now.asked

    @property
    def answered(self) -> tuple[Done, ...]:
        """All that was answered and not taken back, each as it was written."""
        return tuple(done for done in self._past if done.marks)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers given and not taken back."""
        return tuple(answer for done in self._past for answer in done.answers)

    @property
    def questions_done(self) -> int:
        """How many questions are behind."""
        return sum(done.is_question for done in self._past)

    @property
    def questions_left(self) -> int:
        """How many questions are still to come."""
        left = sum(step.questions for step in self._now.left)
        return left - len(self._now.board.placed) if self._now.board else left

    @property
    def seconds_left(self) -> int:
        """About how long the rest takes."""
        return sum(step.seconds for step in self._now.left)

    def goes_on_with(self, steps: Sequence[Step]) -> bool:
        """Whether something was done here, and some steps are what is left of it, or all that it began with."""
        if self.step is None or not (self._past or self._now.begun):
            return False
        wanted = {named(step) for step in steps}
        # What is left may be asked by another drill than it was to be.
        left, there = ({name[2:] for name in names} for names in (map(named, self._now.left), wanted))
        return wanted <= self._first and left <= there

    def take_words(self, steps: Sequence[Step]) -> None:
        """Know about words what some steps know, such as what was looked up or set since this was left."""
        left = with_words(self._now.left, {step.deck.id: step.words for step in steps if isinstance(step, Drilled)})
        self._now = self._now._replace(steps=left, at=0)

    def leave_out(self) -> None:
        """Ask no more what was put to sleep since this was left, or need not be said word for word any more."""
        before, left = self._now.left, still_asked(self._now.left)
        if left[:1] == before[:1]:
            self._now = self._now._replace(steps=left, at=0)
        else:
            self._go(self._now.with_steps(left))

    def read_on(self) -> None:
        """The new points have been read."""
        if isinstance(self.step, Read):
            self._go(self._now.after())

    def question(self) -> recall.Question:
        """The question of the card that is asked now.

        Raises:
            TypeError: The step is no recall.
        """
        step, known = self.step, self._asked
        if not isinstance(step, Ask):
            raise TypeError(step)
        outline = step.deck.outline
        if known is None or known[0] is not step or known[1] is not outline:
            known = self._asked = step, outline, recall.ask(step.card, outline)
        return known[2]

    def rate(self, rating: int, ms: int, cues: int) -> None:
        """The person's rating of the card that is asked now; on disk when this returns.

        Raises:
            StudyError: It could not be written; the session stands where it stood.
        """
        step = self._now.step
        if not isinstance(step, Ask):
            return
        mark = recall.mark(step.card, rating, cues)
        self._write(step.deck, (step.card,), (mark,), recall.RECALL.name, ms)
        self._go(self._now.after() if rating > AGAIN else self._now.after_failing(step))

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
        own = {card.id: card for card in step.cards}  # of which an undo may bring back one that the deck has no more
        cards = [own.get(mark.card) or step.deck.card(mark.card) for mark in marks]
        rated = self._write(step.deck, cards, marks, step.drill.name, ms, ratings)
        failed = any(mark.rating == AGAIN for mark in rated)
        self._go(self._now.after_failing(step) if failed else self._now.after())

    def hold(self, begun: Sequence[Begun], ms: int) -> None:
        """Keep what was said of the question that is open, and how long that took, for when the session goes on."""
        self._now = self._now._replace(begun=tuple(begun), spent=ms)

    def take_held(self) -> tuple[tuple[Begun, ...], int]:
        """What was kept of the question that is open; once, so that an undo asks it from the beginning."""
        held = self._now.begun, self._now.spent
        self._now = self._now._replace(begun=(), spent=0)
        return held

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
        self._now = self._now._replace(steps=(other, *self._now.left[1:]), at=0, asked=question)
        return True

    def step_format(self, by: int, words: Words) -> Drill | None:
        """Ask the card that is asked now with less shown, with more for less than 0, as fits it for 0: from now on.

        Args:
            by: Which way on the ladder.
            words: What is known about the words of its deck.

        Returns:
            The drill that it is asked by; None, and nothing changed, where there is no other one.

        Raises:
            StudyError: It could not be written; the session stands where it stood.
        """
        found = on_ladder(self.step, by, words)
        if found is None:
            return None
        drill, other = found
        unit = other.deck.fix_format(other.card, drill.name if by else "")
        self._past.append(Done(self._now, other.deck, unit))
        self._go(self._now.with_steps((other, *self._now.left[1:])))
        return drill

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
        self._write(step.deck, (step.deck.card(mark.card),), (mark,), match.MATCH.name, ms)
        self._now = self._now._replace(board=after)
        return mark

    def leave_board(self) -> None:
        """The finished board has been looked at."""
        step, board = self.step, self._now.board
        if isinstance(step, Match) and board is not None and board.done:
            rest = self._now.left[1:]
            steps = (*rest[:RETURNS_AFTER], *owed(step), *rest[RETURNS_AFTER:])
            self._go(self._now.with_steps(steps))

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
        self._past.append(Done(self._now, deck, unit))
        steps = without(self._now.left, deck, {one.id for one in cards})
        if board is None or text is None or len(board.slots) == 1:
            self._go(self._now.with_steps(steps))
        else:
            self._now = self._now._replace(steps=steps, at=0, board=match.without(board, text))
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
        done = self._past[-1]
        done.deck.take_back(done.unit)
        self._past.pop()
        self._now = done.moment
        return True

    def _write(
        self,
        deck: StudyDeck,
        cards: Sequence[Card],
        marks: Sequence[Mark],
        drill: str,
        ms: int,
        ratings: Mapping[str, int] | None = None,
    ) -> Sequence[Mark]:
        """Write one unit; gives the marks as they count."""
        unit, marks = deck.answer(marks, drill, ms, ratings)
        self._past.append(Done(self._now, deck, unit, cards, marks, drill, ms))
        return marks

    def _go(self, moment: Moment) -> None:
        """Stand at a moment, the question or the board of its step laid out."""
        self._now = moment
        while isinstance(step := self._now.step, Drilled):
            question = asked(step, self._rng)
            if question is not None:
                self._now = self._now._replace(asked=question)
                return
            self._now = self._now._replace(at=self._now.at + 1)  # too few points for this drill
        if isinstance(step, Match):
            self._now = self._now._replace(board=match.ask(step.places, step.deck.outline, self._rng.shuffle))
