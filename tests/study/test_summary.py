"""What there is to do today, added up over all decks."""

import pytest

from studytui.study.summary import Summary, streak, today

DAY = 740_000


@pytest.mark.parametrize(
    ("groups", "learnt", "new"),
    [
        ((6, 3, 4), 0, 9),
        ((20,), 0, 20),
        ((6, 3), 9, 0),
        ((3, 6), 9, 3),
        ((3,), 12, 0),
    ],
)
def test_new_points_are_those_of_the_whole_groups_that_a_session_would_bring(
    groups: tuple[int, ...], learnt: int, new: int
) -> None:
    """Nothing is announced that space would not bring: groups are never cut, and a first one is met however large."""
    found = today([Summary("a", groups=groups), Summary("b", learnt=learnt)], 12, DAY)

    assert found.new == new


def test_a_streak_goes_on_until_a_whole_day_is_missed() -> None:
    """Today need not have an answer yet."""
    assert streak({DAY, DAY - 1}, DAY) == 2
    assert streak({DAY - 1, DAY - 2}, DAY) == 2
    assert streak({DAY - 2}, DAY) == 0
