"""Snowball: a chain grows by one when it was said whole, and comes back from the link that broke."""

from hypothesis import given
from hypothesis import strategies as st

from studytui.drills import snowball
from studytui.drills.snowball import Snowball


def _played(size: int, wrong: set[int]) -> tuple[Snowball, list[int]]:
    """A chain in which some answers (counted from 0) are wrong, all others right; and what was asked."""
    ball, asked = snowball.begin(size), list[int]()
    while not ball.done:
        asked.append(ball.at)
        ball = snowball.say(ball, right=len(asked) - 1 not in wrong)
    return ball, asked


def test_it_asks_one_then_two_then_three() -> None:
    """Each round begins with the first."""
    assert _played(3, set())[1] == [0, 0, 1, 0, 1, 2]


def test_a_broken_chain_comes_back_over_the_link_and_is_said_again() -> None:
    """The third was missed: from the second on, then the same round once more, then the next."""
    ball, asked = _played(4, {5})

    assert asked == [0, 0, 1, 0, 1, 2, 1, 2, 0, 1, 2, 0, 1, 2, 3]
    assert ball.weakest == (2,)


def test_a_single_point_that_was_missed_is_asked_again_and_then_grows() -> None:
    """There is no link before the first."""
    assert _played(2, {0})[1] == [0, 0, 0, 1]


@given(st.integers(1, 12), st.sets(st.integers(0, 60)))
def test_whatever_is_missed_it_ends_with_the_whole_said_in_one_go(size: int, wrong: set[int]) -> None:
    """The last answers are all of them, in order."""
    _, asked = _played(size, wrong)

    assert asked[-size:] == list(range(size))
