"""Lines that are pasted where lines are given one after another: each is taken as if it was typed and entered."""

import pytest
from textual import events
from textual.pilot import Pilot

from studytui.cards.card import Kind
from studytui.drills import recite
from studytui.drills.recite import RECITE
from studytui.drills.typed import TYPE
from studytui.study.library import Library
from studytui.ui.screens.examining import ExamScreen
from tests.ui.drilling import NAME, begin, line_of
from tests.ui.driver import app_over, press, settled, shown, text_of

pytestmark = pytest.mark.usefixtures("worded")


async def _paste(pilot: Pilot[None], text: str) -> None:
    line_of(pilot.app).post_message(events.Paste(text))  # type: ignore[arg-type]
    await settled(pilot)


@pytest.mark.parametrize("text", ["责任更实\n排查更细", "责任更实\r\n\r\n  排查更细\n", "责任更实\n\n\n排查更细\n\n"])
async def test_each_line_of_a_recital_is_a_point(stocked: Library, text: str) -> None:
    """Empty ones between them do not end it; each is taken back by itself."""
    lists = [card for card in stocked.deck(NAME).cards if card.kind is Kind.LIST and card.home == 0]
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, lists[:1])
        await press(pilot, "ctrl+t")
        await _paste(pilot, text)
        rows = [line.split() for line in shown(app) if "更" in line]
        assert rows == [["一是", "责任更实", "对"], ["二是", "排查更细", "对"]]
        assert line_of(app).value == ""
        await press(pilot, "ctrl+z")
        assert "排查更细" not in text_of(app)
        assert "责任更实" in text_of(app)


async def test_a_single_line_is_put_into_what_is_being_typed(stocked: Library) -> None:
    """As an input method does."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE)
        await press(pilot, "ctrl+t", "x")
        await _paste(pilot, "责任")

        assert line_of(app).value == "x责任"


async def test_each_line_is_one_of_a_list_in_an_exam_and_other_answers_are_one_line(stocked: Library) -> None:
    """What is asked decides."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "F", "right", "enter")
        seen: set[bool] = set()
        while isinstance(app.screen, ExamScreen) and len(seen) < 2:
            exam = app.screen._exam
            assert exam is not None
            assert exam.item is not None
            at, kind = len(exam.given), type(exam.item.form)
            if app.screen.check_action("pick", ()):
                await press(pilot, "1")
                continue
            await _paste(pilot, "甲\n\n乙")
            assert len(exam.given) == at
            await press(pilot, "enter")
            assert exam.given[at] == (("甲", "乙") if kind is recite.Recital else ("甲 乙",))
            seen.add(kind is recite.Recital)
        assert seen == {True, False}


async def test_a_text_is_one_line_however_it_was_broken(stocked: Library) -> None:
    """It is one answer."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE)
        await _paste(pilot, "责任\n更实")

        assert line_of(app).value == "责任 更实"
