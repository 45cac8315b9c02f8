"""The last line of a screen: which keys it shows where there is not room for all."""

import pytest

from studytui.cards.card import Kind
from studytui.drills.recite import RECITE
from studytui.study.library import Library
from tests.ui.drilling import NAME, begin
from tests.ui.driver import app_over, press, shown

pytestmark = pytest.mark.usefixtures("worded")


@pytest.mark.parametrize(("width", "language", "ways"), [(80, "zh_CN", 3), (80, "en", 3), (60, "zh_CN", 3)])
async def test_undo_is_among_the_last_keys_to_be_left_out(
    stocked: Library, width: int, language: str, ways: int
) -> None:
    """In every way of reciting, with help and the way back."""
    lists = [card for card in stocked.deck(NAME).cards if card.kind is Kind.LIST]
    app = app_over(stocked, language)
    async with app.run_test(size=(width, 24)) as pilot:
        await begin(pilot, stocked, RECITE, lists)
        for _ in range(ways):
            line = shown(app)[-1]
            assert [key in line for key in ("Ctrl+Z", "F1", "Esc")] == [True] * 3
            await press(pilot, "ctrl+t")
