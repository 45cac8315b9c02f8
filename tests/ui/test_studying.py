"""A session from the first reading to the summary, and the weak items after it."""

from random import Random

from textual.pilot import Pilot

from studytui.cards.card import Kind
from studytui.drills.drill import Mark
from studytui.drills.match import Board
from studytui.study.library import Library
from studytui.study.session import Session
from studytui.study.steps import Ask, Match
from studytui.ui.app import StudyApp
from studytui.ui.screens.match import MatchScreen
from studytui.ui.screens.recall import RecallScreen
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.screens.summary import SummaryScreen
from studytui.ui.screens.weak import WeakScreen
from studytui.ui.widgets.board import BoardView
from tests.ui.driver import FakeClock, app_over, press, settled, shown, text_of

NAME = "安全生产工作讲话"


def session_of(app: StudyApp) -> Session:
    """The session on the screen."""
    assert isinstance(app.screen, MatchScreen | RecallScreen)
    return app.screen.session


def board_of(app: StudyApp) -> Board:
    """The board on the screen."""
    board = session_of(app).board
    assert board is not None
    return board


async def to_the_first_group(pilot: Pilot[None]) -> None:
    """Open the deck, put the cursor on the first group of points, and begin."""
    await settled(pilot)
    await press(pilot, "enter", "down", "space")


async def match_rightly(pilot: Pilot[None], app: StudyApp) -> None:
    """Put every text of the board under its number, then go on."""
    while not board_of(app).done:
        cursor = app.screen.query_one(BoardView).cursor
        await press(pilot, board_of(app).slots[cursor].key)
    await press(pilot, "space")


async def recall_all(pilot: Pilot[None], app: StudyApp, rating: str = "3") -> None:
    """Answer every question that is left with one rating."""
    while isinstance(app.screen, RecallScreen):
        await press(pilot, "space", rating)


async def test_a_new_group_is_read_then_matched_then_recalled(stocked: Library) -> None:
    """The first meeting of three points: one page, one board, three questions, the summary."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        assert "一是 责任更实" in text_of(app)

        await press(pilot, "space")
        assert isinstance(app.screen, MatchScreen)

        await match_rightly(pilot, app)
        assert isinstance(app.screen, RecallScreen)

        await recall_all(pilot, app)
        assert isinstance(app.screen, SummaryScreen)
        assert "答对" in text_of(app)


async def test_a_wrong_number_is_marked_at_once_and_not_corrected(stocked: Library) -> None:
    """The text stays, marked; its right number is not shown."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        cursor = app.screen.query_one(BoardView).cursor
        wrong = next(slot.key for i, slot in enumerate(board_of(app).slots) if i != cursor)

        await press(pilot, wrong)

        row = next(line for line in shown(app) if board_of(app).slots[cursor].text in line)
        assert "错，待会儿再来" in row
        assert not any(ordinal in row for ordinal in ("一是", "二是", "三是"))


async def test_the_answer_is_nowhere_on_the_screen_before_its_key(stocked: Library) -> None:
    """Neither the question nor its headings nor the keys tell the text that is asked for."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        answer = session_of(app).question().answer[0].text

        assert answer not in text_of(app)

        await press(pilot, "3")
        assert isinstance(app.screen, RecallScreen)
        assert len(session_of(app).answers) == 3

        await press(pilot, "space")
        assert answer in text_of(app)


async def test_undo_takes_back_the_last_answer_also_over_the_border_of_two_steps(stocked: Library) -> None:
    """From the first question of recall, u goes back to the last pair of the board."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        assert isinstance(app.screen, RecallScreen)

        await press(pilot, "u")

        assert isinstance(app.screen, MatchScreen)
        assert len(board_of(app).left) == 1


async def test_a_mouse_matches_too(stocked: Library) -> None:
    """A click on a text, then on its number."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        board = board_of(app)
        text = board.left[-1]
        rows = [i for i, line in enumerate(shown(app)) if board.slots[text].text in line]
        await pilot.click(offset=(10, rows[0]))
        number = next(i for i, line in enumerate(shown(app)) if line.strip().startswith(board.slots[text].key))
        await pilot.click(offset=(5, number))
        await settled(pilot)

        assert text in board_of(app).placed


async def test_what_was_not_said_is_weak_with_its_reason_and_space_drills_it(stocked: Library) -> None:
    """After a session with failures, w lists them; drilling them well empties the list."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        await press(pilot, "space", "1", "escape", "escape", "w")

        assert isinstance(app.screen, WeakScreen)
        assert "今天没说出" in text_of(app)

        await press(pilot, "space", "space", "3", "escape")

        assert isinstance(app.screen, WeakScreen)
        assert "没有薄弱处" in text_of(app)


async def test_the_next_day_the_failure_is_still_there_and_due(stocked: Library, clock: FakeClock) -> None:
    """What was failed yesterday is due today, and the reason says yesterday."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        await press(pilot, "space", "1", "escape")
    clock.pass_days(1)
    again = app_over(stocked)
    async with again.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        row = next(line for line in shown(again) if NAME in line and "%" in line)
        assert row.split()[2:4] == ["1", "1"]

        await press(pilot, "w")
        assert "昨天没说出" in text_of(again)


async def test_escape_keeps_the_session_and_space_at_home_resumes_it(stocked: Library) -> None:
    """The board that was left is the board that comes back."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        cursor = app.screen.query_one(BoardView).cursor
        await press(pilot, board_of(app).slots[cursor].key)
        await press(pilot, "escape", "escape", "space")

        assert isinstance(app.screen, MatchScreen)
        assert len(board_of(app).placed) == 1


async def test_cues_come_one_by_one_and_are_counted(stocked: Library) -> None:
    """H shows the beginning, the answer records how many cues it took."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        text = session_of(app).question().answer[0].text
        await press(pilot, "h")
        assert f"{text[0]}…" in text_of(app)

        await press(pilot, "space", "2")

        assert session_of(app).answers[-1].mark.cues == 1


async def test_the_four_ratings_say_when_the_card_comes_back(stocked: Library) -> None:
    """Again says this session, the others say days."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        await press(pilot, "space")

        assert any(line.split() == ["1", "忘了", "2", "困难", "3", "想起", "4", "轻松"] for line in shown(app))
        assert any(line.split()[:2] == ["这一轮", "明天"] for line in shown(app) if line.strip())


async def test_a_session_of_a_deck_that_was_deleted_is_not_resumed(stocked: Library) -> None:
    """What is gone is not asked, and no journal is begun for it."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "escape", "escape", "x", "y", "enter", "space")

        assert isinstance(app.screen, StudyFrame)
        assert [deck.name for deck in app.screen.session.decks] != [NAME]


async def test_the_last_answer_of_a_session_can_be_taken_back_from_the_summary(stocked: Library) -> None:
    """U on the summary goes back to the question that was answered last."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        await recall_all(pilot, app)
        await press(pilot, "u")

        assert isinstance(app.screen, RecallScreen)
        assert len(session_of(app).answers) == 5


async def test_undo_on_a_board_puts_the_cursor_back_on_its_text(stocked: Library) -> None:
    """The next number is for the text whose answer was taken back."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        cursor = app.screen.query_one(BoardView).cursor
        await press(pilot, board_of(app).slots[cursor].key, "u")

        assert app.screen.query_one(BoardView).cursor == cursor


async def test_a_number_that_is_not_on_the_board_is_told_so(stocked: Library) -> None:
    """Three points have the numbers 1 to 3."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space", "9")

        assert "1 到 3" in text_of(app)


async def test_the_answer_is_seen_on_a_low_terminal(stocked: Library) -> None:
    """At 60x15, with a cue's room and headings above, space brings the answer into view."""
    app = app_over(stocked)
    async with app.run_test(size=(60, 15)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        answer = session_of(app).question().answer[0].text
        await press(pilot, "space")

        assert answer in text_of(app)


async def test_a_place_whose_pair_came_free_is_asked_by_itself_while_it_is_due(
    stocked: Library, clock: FakeClock
) -> None:
    """The last pair of a board says nothing about its place, so a due one does not stay due for ever."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_first_group(pilot)
        await press(pilot, "space")
        await match_rightly(pilot, app)
        await recall_all(pilot, app)
    deck = stocked.deck(NAME)
    places = [card for card in deck.cards if card.kind is Kind.PLACE and card.home == 0 and card.group == 1]
    for card in places:
        deck.answer((Mark(card.id, 3),), "recall", 1000)
    clock.pass_days(4)
    session = Session([Match(deck, tuple(places))], Random(1), clock)
    while session.board is not None and not session.board.done:
        session.put(session.board.open[0], session.board.slots[session.board.open[0]].key, 1000)
    session.leave_board()

    assert isinstance(session.step, Ask)
    assert session.step.card.kind is Kind.PLACE
