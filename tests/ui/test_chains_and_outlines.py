"""Snowball, look-alikes and the blank outline: what shows when, what each key does, what is written."""

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills import lookalike
from studytui.drills.blank_outline import OUTLINE
from studytui.drills.drill import Drill
from studytui.drills.lookalike import LOOKALIKE
from studytui.drills.snowball import SNOWBALL
from studytui.study.library import Library
from studytui.ui.screens.home import HomeScreen
from tests.ui.drilling import NAME, begin, rated, reviews
from tests.ui.driver import app_over, burst, press, text_of

pytestmark = pytest.mark.usefixtures("worded")

ALIKE = """队伍建设

一、过去的做法
一是围绕学习型机关建设开展文明创建活动。
二是健全组织。
二、今后的要求
一是围绕服务型机关建设开展文明创建活动。
二是抓好落实。
"""


def _list(opened: Library) -> list[Card]:
    """责任更实, 排查更细, 演练更勤."""
    deck = opened.deck(NAME)
    return [card for card in deck.cards if card.kind is Kind.LIST and card.home == 0 and card.group == 1]


async def test_the_chain_grows_by_one_each_round(stocked: Library) -> None:
    """The new one is read, then hidden; each is said before it shows."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, SNOWBALL, _list(stocked))
        assert "责任更实" in text_of(app)
        await press(pilot, "space")
        assert "责任" not in text_of(app)
        await press(pilot, "space", "space")
        assert "排查更细" in text_of(app)
        assert "责任" not in text_of(app)
        await press(pilot, "space", "space", "space")
        assert "责任更实" in text_of(app)
        assert "排查" not in text_of(app)
        await press(pilot, "space", "space")
        assert "演练更勤" in text_of(app)
        await press(pilot, "space", *["space"] * 6)
        assert "一次没断" in text_of(app)
        await press(pilot, "space")
        assert rated(stocked) == [("list", 3, 3)]


async def test_the_key_that_goes_on_can_be_clicked_whatever_it_does_now(stocked: Library) -> None:
    """Begin, show it, right: each by a click on what stands at the left of the last line."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, SNOWBALL, _list(stocked))
        seen = []
        for _ in range(3):
            await pilot.click(offset=(3, 23))
            await press(pilot)
            seen.append("责任更实" in text_of(app))

        assert seen == [False, True, False]


async def test_a_broken_chain_comes_back_from_the_link_and_undo_takes_back_a_tick(stocked: Library) -> None:
    """The one before it is said once more."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, SNOWBALL, _list(stocked))
        await press(pilot, "space", "space", "space", "space", "space", "space", "space", "x")
        assert "从断开处重来" in text_of(app)
        assert "责任" not in text_of(app)
        await press(pilot, "u")
        assert "重来" not in text_of(app)
        assert "排查更细" in text_of(app)
        await press(pilot, "x", *["space"] * 8)
        assert "演练更勤" in text_of(app)
        await press(pilot, *["space"] * 7)
        assert "断了 1 处" in text_of(app)
        await press(pilot, "space")
        assert rated(stocked) == [("list", 2, 2)]


async def test_a_chain_goes_on_where_it_was_left(stocked: Library) -> None:
    """In the round that it had come to; undo goes back behind it."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, SNOWBALL, _list(stocked))
        await press(pilot, *["space"] * 6, "escape")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "space")
        assert "责任更实" in text_of(app)
        await press(pilot, "space")
        assert "排查更细" in text_of(app)
        await press(pilot, "u", "u")
        assert "排查" not in text_of(app)


async def test_what_was_said_is_seen_before_it_is_ticked(stocked: Library) -> None:
    """Space pressed three times at once shows it, and ticks nothing."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, SNOWBALL, _list(stocked))
        await burst(pilot, "space", "space")
        assert "责任" not in text_of(app)
        await burst(pilot, "space", "space", "x")
        assert "责任更实" in text_of(app)
        assert "排查" not in text_of(app)
        await burst(pilot, "space", "space")
        assert "排查更细" in text_of(app)


async def test_look_alikes_are_shown_side_by_side_then_asked(empty: Library) -> None:
    """Only what differs is marked; the question hides them; it is practice, but a mix-up is remembered."""
    empty.keep(empty.draft_of_text(ALIKE), NAME)
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, empty, LOOKALIKE)
        assert "[学习]型机关" in text_of(app)
        assert "[服务]型机关" in text_of(app)
        await press(pilot, "1")
        assert reviews(empty) == []
        await press(pilot, "space")
        assert "[学习]" not in text_of(app)
        asked = session.asked
        assert isinstance(asked, lookalike.Question)
        await press(pilot, str(asked.right + 1))
        assert "对" in text_of(app)
        await press(pilot, "space", "space")
        asked = session.asked
        assert isinstance(asked, lookalike.Question)
        await press(pilot, str(2 - asked.right), "space")
        found = reviews(empty)
        assert [(event["rating"], event["practice"], bool(event.get("taken_for"))) for event in found] == [
            (3, True, False),
            (1, True, True),
        ]


@pytest.mark.parametrize("drill", [SNOWBALL, LOOKALIKE])
async def test_y_says_why_it_is_asked_now(empty: Library, drill: Drill) -> None:
    """As everywhere, where no letter is the answer."""
    empty.keep(empty.draft_of_text(ALIKE), NAME)
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, empty, drill)
        await press(pilot, "space", "y")
        assert "为什么现在问" in text_of(app)
        assert reviews(empty) == []


async def test_the_last_line_says_what_the_digits_choose(empty: Library) -> None:
    """A wording is no place."""
    empty.keep(empty.draft_of_text(ALIKE), NAME)
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, empty, LOOKALIKE)
        await press(pilot, "space")
        assert "1-2 选原文" in text_of(app)


async def test_the_tree_is_filled_level_by_level(stocked: Library) -> None:
    """The sections first; then, with these shown, the points of each; each node is marked by itself."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, OUTLINE)
        assert "成绩" not in text_of(app)
        await press(pilot, *"zycjhczdwt", *"xybds")
        await press(pilot, "enter")
        assert "一、主要成绩和存在的问题" in text_of(app)
        assert "二、下一步打算" in text_of(app)
        assert "责任" not in text_of(app)
        await press(pilot, *"zrgs", "enter", *"ylgq", "enter", "enter")
        assert rated(stocked)[-6:-3] == [("point", 3, 3), ("point", 1, 1), ("point", 3, 3)]
        assert "演练更勤" in text_of(app)
        assert "认识" not in text_of(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
