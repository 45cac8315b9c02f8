"""FSRS-6: stability and difficulty after an answer, and the chance to recall at a given time.

The formulas are those of https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, computed by fsrs-rs.
Times are whole study days.
"""

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview, MemoryState

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RATINGS = (AGAIN, HARD, GOOD, EASY)
LONGEST = 36500
"""No interval is longer, in days, so that every due date is a date."""

_CHOSEN = {AGAIN: attrgetter("again"), HARD: attrgetter("hard"), GOOD: attrgetter("good"), EASY: attrgetter("easy")}
_DECAY = -DEFAULT_PARAMETERS[20]
_FACTOR = 0.9 ** (1.0 / _DECAY) - 1.0


@cache
def _model() -> FSRS:
    return FSRS(DEFAULT_PARAMETERS)


def after(stability: float, difficulty: float, elapsed: int, rating: int, retention: float) -> tuple[float, float, int]:
    """Stability (days), difficulty (1 to 10) and interval (days, at least 1) after a counted answer.

    Args:
        stability: Stability before; 0 for a card never reviewed.
        difficulty: Difficulty before.
        elapsed: Study days since the last counted answer.
        rating: 1 again, 2 hard, 3 good, 4 easy.
        retention: The retrievability at which the card shall come back.
    """
    before = MemoryState(stability, difficulty) if stability else None
    state = _CHOSEN[rating](_model().next_states(before, retention, elapsed))
    memory = state.memory  # each look makes a new one
    return memory.stability, memory.difficulty, _interval(state.interval, rating)


def folded(histories: Sequence[Sequence[tuple[int, int]]], retention: float) -> list[tuple[float, float, int]]:
    """What `after` comes to when it is applied to one answer after the other, for many cards at once.

    Args:
        histories: For each card its counted ratings, each with the study days since the one before.
        retention: The retrievability at which the cards shall come back.
    """
    items = [FSRSItem([_REVIEWS[answer] for answer in history]) for history in histories]
    states = _model().memory_state_batch(items, None) if items else []
    lasts = [history[-1][0] for history in histories]
    return [
        (s.stability, s.difficulty, _interval(_model().next_interval(s.stability, retention, last), last))
        for s, last in zip(states, lasts, strict=True)
    ]


class _Reviews(dict[tuple[int, int], FSRSReview]):
    """What fsrs-rs takes for a rating after so many days, made once: there are few of them, and a million answers."""

    def __missing__(self, answer: tuple[int, int]) -> FSRSReview:
        self[answer] = made = FSRSReview(*answer)
        return made


_REVIEWS = _Reviews()


def _interval(days: float, rating: int) -> int:
    return 1 if rating == AGAIN else min(max(1, round(days)), LONGEST)


def retrievability(stability: float, elapsed: int) -> float:
    """The chance to recall after so many study days; 0 for a card never reviewed."""
    if not stability:
        return 0.0
    chance: float = (1.0 + _FACTOR * max(0, elapsed) / stability) ** _DECAY
    return chance
