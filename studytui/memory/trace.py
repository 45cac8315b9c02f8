"""A card while all that happened is gone through: its ratings are noted, and FSRS computes them at once at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from studytui.memory.fsrs import AGAIN, folded
from studytui.memory.memory import LAST, RECENT, Memory


@dataclass(slots=True)
class Trace:
    """What becomes a `Memory`; its members are as there.

    Nothing that happens depends on stability or difficulty, so a million answers need not make a million memories.

    Attributes:
        ratings: Each counted rating with the study days since the one before.
    """

    ratings: list[tuple[int, int]] = field(default_factory=list)
    day: int = 0
    taken: list[str] = field(default_factory=list)
    moved: bool = False
    suspended: bool = False
    buried: int = 0
    prompted: bool = False

    @property
    def new(self) -> bool:
        """Whether no answer has counted yet."""
        return not self.ratings

    def counted(self, day: int, rating: int, taken_for: str, retention: float) -> "Trace":
        """Note an answer that counts."""
        del retention  # what it is asked for is computed at the end
        self.ratings.append((rating, day - self.day if 0 < self.day < day else 0))
        self.day = day
        self.taken.append(taken_for)
        self.moved = self.moved and rating == AGAIN
        self.prompted = False
        return self

    def rehearsed(self, *, prompted: bool) -> "Trace":
        """Note whether the last rehearsal needed a prompt."""
        self.prompted = prompted
        return self

    def practised(self, rating: int, taken_for: str) -> "Trace":
        """Note an answer that does not move the schedule."""
        if rating != AGAIN or taken_for:
            self.taken.append(taken_for)
            self.moved = self.moved and rating == AGAIN
        return self

    def shifted(self) -> "Trace":
        """Note that its number or section has changed."""
        self.moved = True
        return self

    def asleep_as(self, *, suspended: bool | None = None, buried: int | None = None) -> "Trace":
        """Note that it is put to sleep, or woken."""
        self.suspended = self.suspended if suspended is None else suspended
        self.buried = self.buried if buried is None else buried
        return self


def remembered(traces: Mapping[str, Trace], retention: float) -> dict[str, Memory]:
    """The memories that traces lead to, as if each answer had been brought in by itself."""
    answered = [card for card, trace in traces.items() if trace.ratings]
    states = dict(zip(answered, folded([traces[card].ratings for card in answered], retention), strict=True))
    return {card: _memory(trace, states.get(card, (0.0, 0.0, 0))) for card, trace in traces.items()}


def _memory(trace: Trace, state: tuple[float, float, int]) -> Memory:
    stability, difficulty, interval = state
    return Memory(
        stability,
        difficulty,
        trace.day,
        trace.day + interval,
        len(trace.ratings),
        tuple(rating for rating, _ in trace.ratings[-RECENT:]),
        tuple(trace.taken[-LAST:]),
        trace.moved,
        trace.suspended,
        trace.buried,
        trace.prompted,
    )
