"""With the mouse alone: what keys do is done by clicks, wherever letters are not the answer."""

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from studytui.study.library import Library
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.drills import DrillsScreen
from studytui.ui.screens.examining import ExamScreen
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.read import ReadScreen
from studytui.ui.screens.rehearsing import RehearseScreen
from tests.ui.drilling import NAME
from tests.ui.driver import app_over, press, settled, shown, text_of

pytestmark = pytest.mark.usefixtures("worded")


async def click(pilot: Pilot[None], *texts: str) -> None:
    """Click on each of some texts where the screen shows it first, each after what the one before has done."""
    for text in texts:
        lines = shown(pilot.app)  # type: ignore[arg-type]
        row = min(y for y, line in enumerate(lines) if text in line)
        await pilot.click(offset=(cell_len(lines[row][: lines[row].rindex(text)]), row))
        await settled(pilot)


async def test_a_question_over_the_screen_is_answered_by_a_click(stocked: Library) -> None:
    """A line of text is taken or left, yes or no is said."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await click(pilot, f"{NAME} ", "g 试讲", "Esc 返回")
        assert isinstance(app.screen, DeckScreen)
        await click(pilot, "g 试讲", "回车 确定")
        assert isinstance(app.screen, RehearseScreen)
        await click(pilot, "Esc 停下")
        await press(pilot, "x")
        await click(pilot, "n 否")
        assert stocked.names() == (NAME,)
        await press(pilot, "x")
        await click(pilot, "y 是")
        assert stocked.names() == ()


async def test_the_day_begins_by_a_click_where_home_says_so(stocked: Library) -> None:
    """What else stands in that line is no key."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await click(pilot, "薄弱 0")
        assert isinstance(app.screen, HomeScreen)
        await click(pilot, "空格 开始")
        assert isinstance(app.screen, ReadScreen)


async def test_help_is_closed_by_a_click(stocked: Library) -> None:
    """On it or beside it."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await click(pilot, "? 帮助", "这一屏的按键")
        assert isinstance(app.screen, HomeScreen)
        await click(pilot, "? 帮助")
        await pilot.click(offset=(1, 1))
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_a_key_in_the_help_is_clicked(stocked: Library) -> None:
    """So what has no room in the last line is there for the mouse too."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await click(pilot, f"{NAME} ", "? 帮助", "整份资料，选一种练法")
        assert isinstance(app.screen, DrillsScreen)
        assert NAME in text_of(app)


async def test_an_exam_is_gone_through_by_clicks(stocked: Library) -> None:
    """Its length, its questions, their answers where they are not typed, and the way back."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await click(pilot, f"{NAME} ", "? 帮助", "测验整份资料", "20 题", "c 计入进度")
        assert "20 题" in text_of(app)
        await click(pilot, "10 题", "回车 开始")
        back = 1
        while isinstance(app.screen, ExamScreen):
            if app.screen.check_action("pick", ()):
                await click(pilot, "  1  ")
            else:
                await press(pilot, "x")
                await click(pilot, "回车 作答")
                if "依次说出" in text_of(app):  # a list ends with an empty line
                    await click(pilot, "回车 作答")
            if back and isinstance(app.screen, ExamScreen):
                back -= 1
                await click(pilot, "Ctrl+Z 重答")
                assert "1/10" in shown(app)[0]
        assert "已答 10/10" in text_of(app)
        await click(pilot, "u 撤销", "已撤销", "回车 完成")
        assert isinstance(app.screen, DeckScreen)
