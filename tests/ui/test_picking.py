"""Choose, find and count: a candidate or a number is picked, with keys or the mouse."""

import pytest

from studytui.cards.card import Kind
from studytui.drills import choose, count, find
from studytui.drills.drill import Drill
from studytui.study.library import Library
from studytui.study.session import Session
from studytui.study.steps import Drilled
from studytui.ui.screens.home import HomeScreen
from tests.ui.drilling import NAME, begin, line_of, rated, reviews, session_of
from tests.ui.driver import app_over, burst, press, shown, text_of

PICKS = (choose.CHOOSE, find.FIND)
pytestmark = pytest.mark.usefixtures("worded")


def _right(session: Session) -> int:
    asked = session.asked
    assert isinstance(asked, choose.Question | find.Question)
    return asked.right


@pytest.mark.parametrize("drill", PICKS, ids=lambda drill: drill.name)
async def test_a_right_pick_is_marked_and_enter_takes_what_is_proposed(stocked: Library, drill: Drill) -> None:
    """A word stands before the right one, the proposed rating has a sign, and the place has moved."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, drill)
        first = session.asked

        await press(pilot, str(_right(session) + 1))
        assert "对" in text_of(app) or "是它" in text_of(app)
        assert "> 3 想起" in text_of(app)
        assert rated(stocked) == []

        await press(pilot, "enter")
        assert rated(stocked) == [("place", 3, 3)]
        assert session.asked != first


@pytest.mark.parametrize("drill", PICKS, ids=lambda drill: drill.name)
async def test_a_wrong_pick_shows_the_right_one_and_a_digit_rates_it_otherwise(stocked: Library, drill: Drill) -> None:
    """Both what was proposed and what the person says are kept."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, drill)
        await press(pilot, str(2 if _right(session) == 0 else 1))
        assert "> 1 忘了" in text_of(app)

        await press(pilot, "2")
        assert rated(stocked) == [("place", 2, 1)]


@pytest.mark.parametrize("drill", PICKS, ids=lambda drill: drill.name)
async def test_a_pick_can_be_taken_back_before_and_after_it_is_rated(stocked: Library, drill: Drill) -> None:
    """Before, nothing was written; after, it is undone."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, drill)
        asked = session.asked
        await press(pilot, "1", "u")
        assert "想起" not in text_of(app)

        await press(pilot, str(_right(session) + 1), "enter", "u")
        assert rated(stocked) == []
        assert session.asked == asked


@pytest.mark.parametrize("drill", PICKS, ids=lambda drill: drill.name)
async def test_a_click_picks_and_a_click_on_a_rating_rates(stocked: Library, drill: Drill) -> None:
    """The mouse does all that the keys do."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, drill)
        right = _right(session)
        row = next(y for y, line in enumerate(shown(app)) if line.strip(" >").startswith(f"{right + 1}  "))
        await pilot.click(offset=(12, row))
        await press(pilot)
        ratings = next(y for y, line in enumerate(shown(app)) if "3 想起" in line)
        await pilot.click(offset=(60, ratings))
        await press(pilot)

        assert rated(stocked) == [("place", 4, 3)]


@pytest.mark.parametrize("drill", PICKS, ids=lambda drill: drill.name)
async def test_the_cursor_picks_too_and_escape_after_an_answer_keeps_it(stocked: Library, drill: Drill) -> None:
    """What was answered is on disk before the screen is left; before an answer nothing is."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, drill)
        await press(pilot, *["down"] * _right(session), "enter", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert rated(stocked) == [("place", 3, 3)]

        await press(pilot, "space", "down", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert len(rated(stocked)) == 1


async def test_a_second_press_is_not_for_what_was_not_seen(stocked: Library) -> None:
    """A digit that is pressed twice picks once, and rates nothing."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, choose.CHOOSE)
        await burst(pilot, "1", "1")

        assert rated(stocked) == []
        assert "忘了" in text_of(app)


async def test_a_digit_beyond_the_candidates_picks_nothing(stocked: Library) -> None:
    """It is told how many there are."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, choose.CHOOSE)
        await press(pilot, "9")

        assert "这里的序号是 1 到" in text_of(app)


async def test_what_is_asked_can_be_suspended_and_its_reason_seen(stocked: Library) -> None:
    """As on every screen of a session whose letters are no answer."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, choose.CHOOSE)
        step = session.step
        assert isinstance(step, Drilled)
        await press(pilot, "y")
        assert "为什么现在" in text_of(app)

        await press(pilot, "s")
        assert stocked.deck(NAME).memory(step.card).suspended
        assert session.step != step


@pytest.mark.parametrize("given", ["3", "三", "３ 点"])
async def test_a_number_of_points_is_typed_in_any_way(stocked: Library, given: str) -> None:
    """It is practice: it says too little about any point."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, count.COUNT)
        while not (isinstance(session.asked, count.Question) and session.asked.points == 3):
            await press(pilot, "1", "enter", "enter")
        before = len(reviews(stocked))
        line_of(app).value = given
        await press(pilot, "enter")
        assert "对" in text_of(app)
        assert "只算练习" in text_of(app)

        await press(pilot, "enter")
        assert reviews(stocked)[before]["practice"]
        assert reviews(stocked)[before]["rating"] == 3


async def test_a_number_can_be_clicked_and_taken_back(stocked: Library) -> None:
    """As many numbers stand there whatever the answer is."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, count.COUNT)
        row = next(y for y, line in enumerate(shown(app)) if line.split()[:3] == ["1", "2", "3"])
        await pilot.click(offset=(8 + 4 * 8 + 3, row))
        await press(pilot)
        assert "不对，应是：" in text_of(app)

        await press(pilot, "ctrl+z")
        assert "不对" not in text_of(app)
        assert line_of(app).has_focus
        assert reviews(stocked) == []


async def test_letters_and_signs_are_no_commands_while_a_number_is_typed(stocked: Library) -> None:
    """They stand in the line."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, count.COUNT)
        asked = session.asked
        await press(pilot, "u", "q", "question_mark", "space", "1")

        assert line_of(app).value == "uq? 1"
        assert session_of(app).asked == asked


async def test_a_number_that_is_none_is_not_an_answer(stocked: Library) -> None:
    """It is asked for again, and nothing is marked."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, count.COUNT)
        await press(pilot, *"abc", "enter")
        assert "请输入数字" in text_of(app)
        assert "1 忘了" not in text_of(app)


async def test_of_a_section_its_number_alone_is_asked(stocked: Library) -> None:
    """It stands in no section."""
    app = app_over(stocked)
    deck = stocked.deck(NAME)
    sections = [card for card in deck.cards if card.kind is Kind.PLACE and card.home is None]
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, choose.CHOOSE, sections)
        assert "序号是哪个" in text_of(app)
        assert "哪一部分" not in text_of(app)
