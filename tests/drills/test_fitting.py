"""Which drill fits a card."""

import pytest

from studytui.cards.card import Kind
from studytui.drills.drill import Drill
from studytui.drills.fitting import FITS, fitting
from studytui.memory.memory import Memory


def _grown(stability: float, rating: int = 3) -> Memory:
    return Memory(stability, 5.0, 1, 1, 4, (3, 3, 3, rating))


@pytest.mark.parametrize("kind", FITS)
def test_what_is_new_is_recalled(kind: Kind) -> None:
    """The first meeting ends with the person's own rating; but a text is covered step by step from the beginning."""
    assert fitting(kind, Memory()).name == ("mask" if kind is Kind.PASSAGE else "recall")


@pytest.mark.parametrize(
    ("memory", "drill"),
    [
        (_grown(40, 1), "cloze"),
        (_grown(1), "first"),
        (_grown(5), "recall"),
        (_grown(20), "recall"),
        (_grown(40), "initials"),
    ],
)
def test_the_better_a_point_is_known_the_less_of_it_is_shown(memory: Memory, drill: str) -> None:
    """Terms to fill in after a failure, the skeleton at first, then nothing, then every character."""
    assert fitting(Kind.POINT, memory).name == drill


@pytest.mark.parametrize("drill", [(kind, drill) for kind, drills in FITS.items() for drill in drills])
def test_a_drill_that_fits_moves_the_card_that_it_is_asked_for(drill: tuple[Kind, Drill]) -> None:
    """Else a due card would stay due."""
    assert drill[0] in drill[1].moves
