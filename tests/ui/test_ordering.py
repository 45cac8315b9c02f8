"""Order: points are put in order with keys, dragged, or clicked here and there."""

import re
from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Card, Kind
from studytui.drills.order import ORDER
from studytui.study.library import Library
from studytui.ui.app import StudyApp
from studytui.ui.screens.home import HomeScreen
from studytui.ui.widgets.arrange import ArrangeView
from tests.ui.drilling import NAME, begin, rated, reviews
from tests.ui.driver import app_over, press, shown, text_of

RIGHT = ["责任更实", "排查更细", "演练更勤"]
pytestmark = pytest.mark.usefixtures("worded")


def _links(opened: Library) -> list[Card]:
    deck = opened.deck(NAME)
    return [card for card in deck.cards if card.kind is Kind.LINK and card.home == 0 and card.group == 1]


def _texts(app: StudyApp) -> list[str]:
    return list(app.screen.query_one(ArrangeView).texts)


async def _sorted(pilot: Pilot[None], app: StudyApp, wanted: Sequence[str]) -> None:
    """Put them in an order by digits: the cursor on a text, then its place."""
    for place, text in enumerate(wanted):
        view = app.screen.query_one(ArrangeView)
        at = list(view.texts).index(text)
        await press(pilot, *["up"] * len(wanted), *["down"] * at, str(place + 1))


async def test_what_is_in_order_is_right_and_every_link_is_written_at_once(stocked: Library) -> None:
    """One unit, one answer a link."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        await _sorted(pilot, app, RIGHT)
        assert _texts(app) == RIGHT

        await press(pilot, "enter")
        assert text_of(app).count("衔接 3 想起") == 2
        await press(pilot, "enter")

        assert rated(stocked) == [("link", 3, 3)] * 2
        units = [u for u in stocked.deck(NAME).units() if u.events[0]["kind"] == "review"]
        assert len(units) == 1


async def test_what_is_out_of_order_is_marked_by_itself_and_rated_otherwise_by_itself(stocked: Library) -> None:
    """The others are right; a digit rates the link under the cursor."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        await _sorted(pilot, app, [RIGHT[2], RIGHT[0], RIGHT[1]])
        await press(pilot, "enter")
        row = next(line for line in shown(app) if RIGHT[2] in line)
        assert "应为第 3" in row
        assert "1 处次序不对" in text_of(app)

        await press(pilot, "up", "2", "enter")

        assert rated(stocked) == [("link", 2, 3), ("link", 1, 1)]


async def test_space_takes_a_text_up_and_puts_it_down(stocked: Library) -> None:
    """In between it goes with the cursor."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        first, *others = _texts(app)
        await press(pilot, "space", "down", "down", "space", "up")

        assert _texts(app) == [*others, first]


async def test_u_takes_moves_back_one_by_one_then_the_answer_before(stocked: Library) -> None:
    """An answer that is not rated yet goes first, and the texts stand as they stood."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        before = _texts(app)
        await press(pilot, "3", "1")
        moved = _texts(app)
        await press(pilot, "enter", "u")
        assert _texts(app) == moved
        assert "衔接" not in text_of(app)

        await press(pilot, "u", "u")
        assert _texts(app) == before

        await press(pilot, "u")
        assert "没有可撤销" in text_of(app)


async def test_a_text_is_dragged_to_its_place(stocked: Library) -> None:
    """Pressed on one row, let go on another."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        first, *others = _texts(app)
        rows = [next(y for y, line in enumerate(shown(app)) if text in line) for text in (first, others[1])]
        await pilot.mouse_down(offset=(12, rows[0]))
        await pilot.hover(offset=(12, rows[1]))
        await pilot.mouse_up(offset=(12, rows[1]))
        await press(pilot)

        assert _texts(app) == [*others, first]


async def test_a_click_takes_up_and_the_next_one_puts_there(stocked: Library) -> None:
    """For who cannot drag."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        first, *others = _texts(app)
        rows = [next(y for y, line in enumerate(shown(app)) if text in line) for text in (others[1], first)]
        for row in rows:
            await pilot.click(offset=(12, row))
            await press(pilot)

        assert _texts(app) == [others[1], first, others[0]]
        assert app.screen.query_one(ArrangeView).held is None


async def test_escape_in_the_middle_writes_nothing(stocked: Library) -> None:
    """And going on asks it again."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        await press(pilot, "2", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert reviews(stocked) == []

        await press(pilot, "space")
        assert len(_texts(app)) == 3


async def test_texts_stand_as_they_were_left(stocked: Library) -> None:
    """Esc and going on move nothing."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        await press(pilot, "3")
        stood = list(app.screen.query_one(ArrangeView).texts)
        await press(pilot, "escape", "space")
        assert list(app.screen.query_one(ArrangeView).texts) == stood
        await press(pilot, "u")
        assert list(app.screen.query_one(ArrangeView).texts) != stood


async def test_undo_takes_the_cursor_back_with_the_text(stocked: Library) -> None:
    """The next digit is for the text that was moved by mistake."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        text = _texts(app)[0]
        await press(pilot, "3", "u")
        view = app.screen.query_one(ArrangeView)
        assert view.texts[view.cursor] == text


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("columns", [60, 80])
async def test_the_key_that_ends_it_is_named_however_narrow_the_line(
    stocked: Library, language: str, columns: int
) -> None:
    """Without it nobody would know how to go on."""
    app = app_over(stocked, language=language)
    async with app.run_test(size=(columns, 24)) as pilot:
        await begin(pilot, stocked, ORDER, _links(stocked))
        assert re.search("回车 排好了|Enter In order", shown(app)[-1])
