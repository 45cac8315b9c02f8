"""What was left in the middle is gone on with, wherever the same is asked for again."""

import pytest

from studytui.cards.card import Kind
from studytui.drills.choose import CHOOSE
from studytui.drills.drill import Drill
from studytui.drills.recall import RECALL
from studytui.drills.recite import RECITE
from studytui.drills.snowball import SNOWBALL
from studytui.study.decision import Decision
from studytui.study.library import Library
from studytui.study.steps import Ask
from studytui.ui.screens.deck import DeckScreen
from tests.ui.drilling import NAME, begin, reviews, session_of
from tests.ui.driver import app_over, press, settled, text_of

pytestmark = pytest.mark.usefixtures("worded")


async def test_a_drill_that_is_chosen_again_goes_on_where_it_was_left(stocked: Library) -> None:
    """From its list of drills too; what was said stays said."""
    lists = [card for card in stocked.deck(NAME).cards if card.kind is Kind.LIST]
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        first = await begin(pilot, stocked, RECITE, lists)
        await press(pilot, *"zycjhczdwt", "escape")
        assert await begin(pilot, stocked, RECITE, lists) is first
        assert "主要成绩和存在的问题" in text_of(app)
        assert "接着上次停下的地方" in text_of(app)


async def test_space_on_the_same_part_goes_on_too(stocked: Library) -> None:
    """What was answered is not asked again."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "S", "space")
        first = session_of(app)
        key = first.board.slots[first.board.open[0]].key if first.board else ""
        await press(pilot, key, "escape")
        assert isinstance(app.screen, DeckScreen)
        assert len(reviews(stocked)) == 1
        await press(pilot, "S")
        assert session_of(app) is first
        assert len(first.board.placed if first.board else ()) == 1


@pytest.mark.parametrize("other", [SNOWBALL, CHOOSE])
async def test_another_drill_is_another_session(stocked: Library, other: Drill) -> None:
    """And so is the same one of another part, or one in which nothing was done."""
    lists = [card for card in stocked.deck(NAME).cards if card.kind is Kind.LIST]
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        first = await begin(pilot, stocked, RECITE, lists)
        await press(pilot, *"zy", "escape")
        second = await begin(pilot, stocked, other)
        assert second is not first
        await press(pilot, "escape")
        third = await begin(pilot, stocked, RECITE, lists[:1])
        assert third not in (first, second)
        await press(pilot, *"zy", "escape")
        assert await begin(pilot, stocked, RECITE, lists) is not third


async def test_what_was_put_to_sleep_meanwhile_is_not_asked_when_home_goes_on(stocked: Library) -> None:
    """In the deck, between leaving the session and going on."""
    points = [card for card in stocked.deck(NAME).cards if card.kind is Kind.POINT][:3]
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        first = await begin(pilot, stocked, RECALL, points)
        await press(pilot, "space", "1", "escape")
        stocked.deck(NAME).decide(Decision.SUSPEND, [points[0], points[1]])

        await press(pilot, "space")

        assert session_of(app) is first
        assert isinstance(first.step, Ask)
        assert first.step.card == points[2]
        assert first.questions_left == 1
