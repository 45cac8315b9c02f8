"""FSRS-6: stability and difficulty after an answer, and the chance to recall at a given time.

The formulas are those of https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm, computed by fsrs-rs.
Times are whole study days.
"""

from functools import cache

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, MemoryState

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RATINGS = (AGAIN, HARD, GOOD, EASY)
LONGEST = 36500
"""No interval is longer, in days, so that every due date is a date."""

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
    states = _model().next_states(before, retention, elapsed)
    state = (states.again, states.hard, states.good, states.easy)[rating - 1]
    interval = 1 if rating == AGAIN else min(max(1, round(state.interval)), LONGEST)
    return state.memory.stability, state.memory.difficulty, interval


def retrievability(stability: float, elapsed: int) -> float:
    """The chance to recall after so many study days; 0 for a card never reviewed."""
    if not stability:
        return 0.0
    chance: float = (1.0 + _FACTOR * max(0, elapsed) / stability) ** _DECAY
    return chance
