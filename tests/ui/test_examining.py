"""Exam: a mixed paper, silent until its end; then a score for each section, and what was missed is drilled."""

import pytest
from textual.pilot import Pilot

from studytui.drills import choose, first, recite
from studytui.study.library import Library
from studytui.ui.app import StudyApp
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.examining import ExamScreen
from studytui.ui.screens.home import HomeScreen
from tests.ui.drilling import NAME, line_of, rated, reviews
from tests.ui.driver import app_over, burst, press, settled, shown, text_of

pytestmark = pytest.mark.usefixtures("worded")


async def _begin(pilot: Pilot[None], *keys: str) -> None:
    await settled(pilot)
    await press(pilot, "enter", *keys)


def _exam(app: StudyApp):  # type: ignore[no-untyped-def]
    assert isinstance(app.screen, ExamScreen)
    found = app.screen._exam
    assert found is not None
    return found


def _answers(app: StudyApp) -> list[str]:
    """What must not be seen before it is answered; of a choice that is a number."""
    form = _exam(app).item.form
    if isinstance(form, choose.Question):
        return []
    if isinstance(form, recite.Recital):
        return [point.line.text for point in form.points]
    return [(form.asked if isinstance(form, first.Question) else form).answer[0].text]


async def _answer(pilot: Pilot[None], app: StudyApp, *, right: bool) -> None:
    """Answer what is asked."""
    form = _exam(app).item.form
    if isinstance(form, choose.Question):
        await press(pilot, str((form.right if right else (form.right + 1) % len(form.options)) + 1))
        return
    if isinstance(form, recite.Recital):
        lines = [point.line.text for point in form.points] if right else []
    else:
        asked = form.asked if isinstance(form, first.Question) else form
        lines = [asked.answer[0].text if right else "不会"]
    for line in lines:
        line_of(app).value = line
        await press(pilot, "enter")
    if isinstance(form, recite.Recital):
        await press(pilot, "enter")


async def _all(pilot: Pilot[None], app: StudyApp, wrong: tuple[int, ...] = ()) -> None:
    """Answer the whole paper, some questions of it wrong; nothing says so."""
    at = 0
    while isinstance(app.screen, ExamScreen):
        assert not any(word in text_of(app) for word in ("错", "答对", "提示后"))
        assert not [answer for answer in _answers(app) if answer in text_of(app)]
        await _answer(pilot, app, right=at not in wrong)
        at += 1


async def test_a_paper_is_marked_at_its_end_and_is_practice(stocked: Library) -> None:
    """One unit; a score for each section; no day is moved."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "F", "enter")
        await _all(pilot, app, wrong=(2, 5))
        assert "10/10" in text_of(app)
        assert "8/10" in text_of(app)
        assert "一、主要成绩" in text_of(app)
        found = reviews(stocked)
        assert len(found) == 10
        assert all(event["practice"] for event in found)
        assert [rating for _, rating, _ in rated(stocked)].count(1) == 2
        assert len([u for u in stocked.deck(NAME).units() if u.events[0]["kind"] == "review"]) == 1


async def test_space_drills_exactly_what_was_missed(stocked: Library) -> None:
    """As many questions as were wrong."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "F", "enter")
        await _all(pilot, app, wrong=(0, 4))
        await press(pilot, "space")
        assert "0/2" in text_of(app)


async def test_it_counts_where_that_is_wanted_and_undo_takes_all_of_it_back(stocked: Library) -> None:
    """Chosen by one key before it begins, and the length by another."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "F")
        assert "10 题" in text_of(app)
        assert "只是练习" in text_of(app)
        await press(pilot, "right", "c")
        assert "20 题" in text_of(app)
        await press(pilot, "left", "enter")
        await _all(pilot, app)
        assert not any(event["practice"] for event in reviews(stocked))
        deck = stocked.deck(NAME)
        assert sum(deck.memory(card).answers for card in deck.cards) == 10
        await press(pilot, "u")
        assert reviews(stocked) == []
        deck = stocked.deck(NAME)
        assert sum(deck.memory(card).answers for card in deck.cards) == 0


async def test_the_length_is_no_choice_where_there_is_only_one(stocked: Library) -> None:
    """A key that would do nothing is not named."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "F")
        assert "题数" in text_of(app)
        await press(pilot, "escape", "end", "f")
        assert isinstance(app.screen, ExamScreen)
        assert "题数" not in text_of(app)


@pytest.mark.parametrize(("most", "lengths"), [(4, [4]), (10, [10]), (15, [10, 15]), (60, [10, 20, 40])])
async def test_each_length_is_offered_once(stocked: Library, most: int, lengths: list[int]) -> None:
    """None that there are too few cards for; where there are fewer than the longest, as many as there are."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.push_screen(ExamScreen(app._say, NAME, most, lambda *_: None))  # type: ignore[arg-type]
        await settled(pilot)

        assert [int(line.split()[-2]) for line in shown(app) if line.endswith(" 题")] == lengths


async def test_the_question_before_is_answered_once_more(stocked: Library) -> None:
    """Until the end nothing is final."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "F", "enter")
        await _answer(pilot, app, right=False)
        assert "2/10" in text_of(app)
        await press(pilot, "ctrl+z")
        assert "1/10" in text_of(app)
        await _all(pilot, app)
        assert "10/10 100%" in text_of(app)


async def test_stopped_in_the_middle_the_rest_is_wrong_and_before_the_first_nothing_is_kept(stocked: Library) -> None:
    """What was answered is written, no more."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "f", "escape")
        assert isinstance(app.screen, DeckScreen)
        await press(pilot, "f", "enter", "escape")
        assert isinstance(app.screen, DeckScreen)
        await press(pilot, "F", "enter")
        await _answer(pilot, app, right=True)
        await press(pilot, "escape")
        assert len(reviews(stocked)) == 1
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_key_that_is_pressed_twice_does_not_answer_the_question_that_nobody_has_seen(stocked: Library) -> None:
    """Neither a choice nor an Enter, whichever kind of question comes."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "F")
        await burst(pilot, "enter", "enter", "enter")
        for done in range(10):
            assert len(_exam(app).given) == done
            if isinstance(_exam(app).item.form, choose.Question):
                await burst(pilot, "1", "1", "enter")
            else:
                line_of(app).value = "" if isinstance(_exam(app).item.form, recite.Recital) else "不会"

                await burst(pilot, "enter", "enter")
        assert len(reviews(stocked)) == 10


async def test_going_back_twice_at_once_goes_back_once_and_leaves_no_line_behind(stocked: Library) -> None:
    """What was half typed was for the question that is left."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "F", "enter")
        for _ in range(3):
            await _answer(pilot, app, right=True)
        while isinstance(_exam(app).item.form, choose.Question):
            await _answer(pilot, app, right=True)
        before = len(_exam(app).given)
        line_of(app).value = "半句"
        await burst(pilot, "ctrl+z", "ctrl+z")
        assert (len(_exam(app).given), line_of(app).value) == (before - 1, "")
