"""Where a session stands: the next step, and what comes back. A value: undo takes an earlier one."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from studytui.drills import match, order
from studytui.drills.chain import Chain
from studytui.drills.initials import Typing
from studytui.drills.masking import Masking
from studytui.drills.saying import Saying
from studytui.study.asking import Asked
from studytui.study.steps import Ask, Drilled, Step

RETURNS_AFTER = 3
"""A card rated `again` comes back after so many other questions, and at the end of the session."""


class Typed(NamedTuple):
    """What stands in the lines of a question, and the cues that were taken for each."""

    texts: tuple[str, ...]
    cues: tuple[int, ...]


Begun: TypeAlias = Chain | Masking | Saying | Typing | Typed | order.Question
"""What was said so far of a question that takes more than one step."""


class Moment(NamedTuple):
    """Where a session stands.

    Attributes:
        steps: All steps, those that are behind too, so that going on copies nothing.
        at: Which of them is to be done now.
        board: The board, while the step is a match.
        asked: The question, while the step is one of a drill that the person chose.
        failed, once_more: Deck and card of what was rated `again` once, and after it came back.
        begun: What was said of the question before the session was left, each state after the one before.
        spent: Milliseconds that were spent on it then.
    """

    steps: tuple[Step, ...]
    at: int = 0
    board: match.Board | None = None
    asked: Asked | None = None
    failed: frozenset[tuple[str, str]] = frozenset()
    once_more: frozenset[tuple[str, str]] = frozenset()
    begun: tuple[Begun, ...] = ()
    spent: int = 0

    @property
    def step(self) -> Step | None:
        """What is to be done now; None at the end."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def left(self) -> tuple[Step, ...]:
        """What is to be done now and after that."""
        return self.steps[self.at :]

    def after(self) -> "Moment":
        """The moment in which the next step begins."""
        return Moment(self.steps, self.at + 1, None, None, self.failed, self.once_more)

    def with_steps(self, steps: Sequence[Step]) -> "Moment":
        """The moment in which other steps are left than were."""
        return Moment(tuple(steps), 0, None, None, self.failed, self.once_more)

    def after_failing(self, step: Ask | Drilled) -> "Moment":
        """The moment after a card was not said: it comes back soon and at the end, once more if failed there."""
        me, rest = (step.deck.id, step.card.id), self.left[1:]
        if me not in self.failed:
            place = holding(rest, RETURNS_AFTER)
            soon = (step,) if place < len(rest) else ()
            again = self._replace(failed=self.failed | {me})
            return again.with_steps((*rest[:place], *soon, *rest[place:], step))
        waits = any(isinstance(s, Ask | Drilled) and (s.deck.id, s.card.id) == me for s in rest)
        if waits or me in self.once_more:
            return self.with_steps(rest)
        return self._replace(once_more=self.once_more | {me}).with_steps((*rest, step))


def holding(steps: Sequence[Step], questions: int) -> int:
    """How many of the steps hold so many questions; all of them where there are not so many."""
    for count, step in enumerate(steps):
        if questions <= 0:
            return count
        questions -= step.questions
    return len(steps)
