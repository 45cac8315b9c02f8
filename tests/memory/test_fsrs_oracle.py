"""FSRS-6 as computed here is FSRS-6 as py-fsrs computes it."""

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs_rs_python import DEFAULT_PARAMETERS
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.memory.fsrs import AGAIN, LONGEST, RATINGS, after, retrievability

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
gaps = st.one_of(st.just(0), st.integers(0, 3), st.integers(1, 60), st.integers(1, 2000))
histories = st.lists(st.tuples(gaps, st.sampled_from(RATINGS)), min_size=1, max_size=12)
retentions = st.sampled_from([0.8, 0.9, 0.95])


def _scheduler(retention: float) -> Scheduler:
    return Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def test_the_parameters_are_those_of_py_fsrs() -> None:
    """Two models with other numbers would agree by chance only."""
    assert pytest.approx(Scheduler().parameters, rel=1e-6) == DEFAULT_PARAMETERS


@settings(max_examples=250, deadline=None)
@given(histories, retentions)
def test_every_history_gives_the_stability_difficulty_and_interval_of_py_fsrs(
    history: list[tuple[int, int]], retention: float
) -> None:
    """Answers on one day, on later days and years later, after `again` and after others, are computed alike."""
    scheduler = _scheduler(retention)
    theirs, now = Card(card_id=1), START
    stability = difficulty = 0.0
    for place, (gap, rating) in enumerate(history):
        elapsed = gap if place else 0
        now += timedelta(days=elapsed)
        theirs, _ = scheduler.review_card(theirs, Rating(rating), now)
        stability, difficulty, interval = after(stability, difficulty, elapsed, rating, retention)

        assert stability == pytest.approx(theirs.stability, rel=1e-4)
        assert difficulty == pytest.approx(theirs.difficulty, rel=1e-4)
        if rating != AGAIN:
            assert interval == pytest.approx((theirs.due - now).days, abs=1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(RATINGS), min_size=1, max_size=6))
def test_answers_of_one_day_after_again_are_those_of_py_fsrs(ratings: list[int]) -> None:
    """After `again` a card is asked again on the same day, with no day in between."""
    scheduler = _scheduler(0.9)
    theirs, _ = scheduler.review_card(Card(card_id=1), Rating.Again, START)
    stability, difficulty, _ = after(0.0, 0.0, 0, AGAIN, 0.9)
    for rating in ratings:
        theirs, _ = scheduler.review_card(theirs, Rating(rating), START)
        stability, difficulty, _ = after(stability, difficulty, 0, rating, 0.9)

        assert stability == pytest.approx(theirs.stability, rel=1e-4)
        assert difficulty == pytest.approx(theirs.difficulty, rel=1e-4)


@given(st.floats(0.01, 36500), st.integers(0, 40000))
def test_retrievability_is_that_of_py_fsrs(stability: float, elapsed: int) -> None:
    """The curve is the same from the first day to a hundred years."""
    theirs = Card(card_id=1, stability=stability, difficulty=5.0, last_review=START)
    expected = Scheduler().get_card_retrievability(theirs, START + timedelta(days=elapsed))

    assert retrievability(stability, elapsed) == pytest.approx(expected, rel=1e-4)


def test_retrievability_is_nothing_for_a_new_card_and_all_before_its_day() -> None:
    """A clock that went back makes no card likelier than sure."""
    assert retrievability(0.0, 0) == 0.0
    assert retrievability(5.0, -3) == retrievability(5.0, 0) == 1.0


@pytest.mark.parametrize("elapsed", [0, 1, 400])
def test_after_again_a_card_comes_back_tomorrow(elapsed: int) -> None:
    """However well it was known before."""
    assert after(3000.0, 5.0, elapsed, AGAIN, 0.9)[2] == 1


def test_no_interval_is_longer_than_a_hundred_years() -> None:
    """A due date has to be a date, however low the wanted retention is."""
    assert after(36000.0, 1.0, 36000, 4, 0.5)[2] == LONGEST
