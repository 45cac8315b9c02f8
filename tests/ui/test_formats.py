"""The ladder on the screen: with more shown or with less, kept for the card, taken back, left to the app again."""

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Card, Kind
from studytui.study.library import Library
from studytui.study.plan import for_cards
from studytui.ui.screens.study_requests import Study
from tests.ui.drilling import NAME, reviews
from tests.ui.driver import app_over, press, settled, text_of

pytestmark = pytest.mark.usefixtures("worded")


async def _begin(pilot: Pilot[None], opened: Library) -> Card:
    await settled(pilot)
    deck = opened.deck(NAME)
    opened.words(deck)
    card = next(card for card in deck.cards if card.kind is Kind.POINT and card.node == 1)
    pilot.app.post_message(Study(for_cards([(deck, card)])))
    await settled(pilot)
    return card


async def test_a_card_is_stepped_down_and_up_the_ladder_and_that_is_kept(stocked: Library) -> None:
    """By one key each; the question is another one at once, and no answer is written."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        card = await _begin(pilot, stocked)
        assert type(app.screen).__name__ == "RecallScreen"
        await press(pilot, "f8")
        assert type(app.screen).__name__ == "InitialsScreen"
        assert "F6" in text_of(app)
        assert stocked.deck(NAME).fixed_format(card) == "initials"
        await press(pilot, "f7", "f7")
        assert type(app.screen).__name__ == "TypeScreen"
        assert stocked.deck(NAME).fixed_format(card) == "first"
        await press(pilot, "f7", "f7")
        assert type(app.screen).__name__ == "ClozeScreen"
        assert "没有别的问法" in text_of(app)
        assert reviews(stocked) == []


async def test_undo_takes_it_back_and_f6_leaves_it_to_the_app(stocked: Library) -> None:
    """As it was before."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        card = await _begin(pilot, stocked)
        await press(pilot, "f8", "ctrl+z")
        assert type(app.screen).__name__ == "RecallScreen"
        assert stocked.deck(NAME).fixed_format(card) == ""
        await press(pilot, "f8", "f6")
        assert type(app.screen).__name__ == "RecallScreen"
        assert stocked.deck(NAME).fixed_format(card) == ""


async def test_once_the_answer_shows_the_way_is_not_changed(stocked: Library) -> None:
    """The answer is rated as it was asked; the help names the keys while they are of use."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        card = await _begin(pilot, stocked)
        await press(pilot, "question_mark")
        assert "F8" in text_of(app)
        await press(pilot, "escape", "space", "f8")
        assert type(app.screen).__name__ == "RecallScreen"
        assert stocked.deck(NAME).fixed_format(card) == ""
