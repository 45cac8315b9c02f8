"""What is remembered of one card: computed from its answers, never typed in."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from studytui.memory.fsrs import AGAIN, after, retrievability

RECENT = 10
"""How many counted ratings are kept to see lapses in."""
LAST = 3
"""How many answers are kept to see what a card was taken for."""


class Memory(NamedTuple):
    """The state of one card.

    Attributes:
        stability: Days until retrievability falls to 0.9; 0 before the first counted answer.
        difficulty: 1 to 10; 0 before the first counted answer.
        day: Study day of the last counted answer, as a proleptic Gregorian ordinal.
        due: Study day on which it comes back.
        answers: How many answers counted.
        ratings: The last ten counted ratings, oldest first.
        taken: What the card was taken for in its last three answers, oldest first; empty where for nothing.
        moved: Its number or section has changed and it was not answered right since.
        suspended: It is not asked until resumed.
        buried: It is not asked before this study day.
        prompted: The last rehearsal needed a prompt for it, and it was not asked since: it comes first.
    """

    stability: float = 0.0
    difficulty: float = 0.0
    day: int = 0
    due: int = 0
    answers: int = 0
    ratings: tuple[int, ...] = ()
    taken: tuple[str, ...] = ()
    moved: bool = False
    suspended: bool = False
    buried: int = 0
    prompted: bool = False

    @property
    def new(self) -> bool:
        """Whether no answer has counted yet."""
        return not self.answers

    def retrievability(self, day: int) -> float:
        """The chance that it is recalled on a study day; none on the day on which it was failed last."""
        if day <= self.day and self.ratings[-1:] == (AGAIN,):
            return 0.0
        return retrievability(self.stability, day - self.day)

    def urgency(self, day: int) -> float:
        """What puts due cards in order, the lowest first: the chance that it is recalled, none after a prompt."""
        return 0.0 if self.prompted else self.retrievability(day)

    def asleep(self, day: int) -> bool:
        """Whether it must not be asked on a study day."""
        return self.suspended or self.buried > day

    def settled(self, day: int) -> bool:
        """Whether a further answer on this study day is practice: one has counted, and it was not `again`."""
        return self.answers > 0 and self.day == day and self.ratings[-1] != AGAIN

    @property
    def lapses(self) -> int:
        """How often it was forgotten after it had been learnt, among the last ten counted answers."""
        return lapses_in(self.ratings, self.answers)

    # What each rating would lead to is shown before one of them is given; no more memories than these are held on to.
    @lru_cache(maxsize=64)  # noqa: B019
    def counted(self, day: int, rating: int, taken_for: str, retention: float) -> "Memory":
        """The memory after an answer that counts."""
        elapsed = max(0, day - self.day) if self.answers else 0
        stability, difficulty, interval = after(self.stability, self.difficulty, elapsed, rating, retention)
        # The day of this answer, even where a clock that was ahead dated the last one later: else the card would not
        # come back before that clock is caught up with.
        return Memory(
            stability,
            difficulty,
            day,
            day + interval,
            self.answers + 1,
            (*self.ratings, rating)[-RECENT:],
            (*self.taken, taken_for)[-LAST:],
            self.moved and rating == AGAIN,
            self.suspended,
            self.buried,
        )

    def practised(self, rating: int, taken_for: str) -> "Memory":
        """The memory after an answer that does not move the schedule; what it was taken for is still remembered.

        A failure that tells no mix-up does not make an earlier one forgotten: a card must not cease to be weak by it.
        """
        if rating == AGAIN and not taken_for:
            return self
        return Memory(
            self.stability,
            self.difficulty,
            self.day,
            self.due,
            self.answers,
            self.ratings,
            (*self.taken, taken_for)[-LAST:],
            self.moved and rating == AGAIN,
            self.suspended,
            self.buried,
            self.prompted,
        )

    def rehearsed(self, *, prompted: bool) -> "Memory":
        """The memory after a rehearsal."""
        return self if self.prompted == prompted else self._replace(prompted=prompted)

    def shifted(self) -> "Memory":
        """The memory of a card whose number or section has changed."""
        return self._replace(moved=True)

    def asleep_as(self, *, suspended: bool | None = None, buried: int | None = None) -> "Memory":
        """The memory of a card that is put to sleep, or woken."""
        return self._replace(
            suspended=self.suspended if suspended is None else suspended,
            buried=self.buried if buried is None else buried,
        )


def lapses_in(ratings: Sequence[int], count: int) -> int:
    """How many of the last counted ratings, of so many in all, were lapses; the first of all is none."""
    first = count <= RECENT and bool(ratings) and ratings[0] == AGAIN
    return ratings.count(AGAIN) - first
