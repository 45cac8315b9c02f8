"""A key that is pressed twice, before what it asked for is there, does no more than one that is pressed once."""

import pytest
from textual import events
from textual.widgets import Input

from studytui.study.library import Library
from studytui.study.plan import for_cards
from studytui.ui.screens.match import MatchScreen
from studytui.ui.screens.study_requests import Study
from studytui.ui.show import held
from studytui.ui.widgets.board import BoardView
from tests.ui.driver import OUTLINE, app_over, burst, press, settled

NAME = "安全生产工作讲话"


@pytest.mark.parametrize(
    ("before", "key", "stack"),
    [
        ((), "space", ["HomeScreen", "ReadScreen"]),
        ((), "enter", ["HomeScreen", "DeckScreen"]),
        (("enter",), "space", ["HomeScreen", "DeckScreen", "ReadScreen"]),
        (("space",), "space", ["HomeScreen", "MatchScreen"]),
        (("space",), "escape", ["HomeScreen"]),
        (("enter",), "escape", ["HomeScreen"]),
        (("i",), "escape", ["HomeScreen"]),
    ],
)
async def test_screens_come_and_go_once(stocked: Library, before: tuple[str, ...], key: str, stack: list[str]) -> None:
    """No screen stands over itself, and none is left that was not asked to be."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *before)
        await burst(pilot, key, key)

        assert [type(screen).__name__ for screen in app.screen_stack] == stack


async def test_a_rating_is_for_the_card_that_was_shown(stocked: Library) -> None:
    """A second press does not rate the next card, whose answer nobody has seen."""
    app, deck = app_over(stocked), stocked.deck(NAME)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.post_message(Study(for_cards((deck, card) for card in deck.cards[:3])))
        await settled(pilot)
        await press(pilot, "space")
        await burst(pilot, "3", "3", "3")

        assert [deck.memory(card).answers for card in deck.cards[:3]] == [1, 0, 0]


@pytest.mark.parametrize(("more", "answers"), [("same", 1), ("other", 2)])
async def test_a_wrong_number_is_for_the_text_that_was_read(stocked: Library, more: str, answers: int) -> None:
    """The same one again, before the next text can be seen, is not for that; another number is, however fast."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "down", "space", "space")
        screen = app.screen
        assert isinstance(screen, MatchScreen)
        board = screen.session.board
        assert board is not None
        wrong, right = sorted((slot.key for slot in board.slots), key=lambda key: key == _key(screen))[::2]
        await burst(pilot, wrong, wrong if more == "same" else right)

        assert len(screen.session.answers) == answers


def _key(screen: MatchScreen) -> str:
    """The number of the text under the cursor."""
    board = screen.session.board
    assert board is not None
    return board.slots[screen.query_one(BoardView).cursor].key


@pytest.mark.parametrize(
    ("seconds", "stack"),
    [
        ((0.0, 0.5, 0.53, 0.56, 0.59), ["HomeScreen"]),
        ((0.0, 0.03, 0.06), ["HomeScreen"]),
        ((0.0, 0.5, 0.53, 0.56, 1.0), ["HomeScreen", "ReadScreen"]),
        ((0.0, 2.0), ["HomeScreen", "ReadScreen"]),
    ],
)
async def test_a_key_that_is_held_ends_a_session_and_begins_none(
    stocked: Library, monkeypatch: pytest.MonkeyPatch, seconds: tuple[float, ...], stack: list[str]
) -> None:
    """Home has just come under the finger; pressed again, the key is for home."""
    monkeypatch.setattr(held, "FIRST", 0.7)
    app, deck = app_over(stocked), stocked.deck(NAME)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.post_message(Study(for_cards([(deck, deck.cards[0])])))
        await settled(pilot)
        await press(pilot, "space", "3")
        assert type(app.screen).__name__ == "SummaryScreen"
        for at in seconds:
            key = events.Key("space", " ")
            key.time += 100.0 + at
            app.post_message(key)
            await settled(pilot)

        assert [type(screen).__name__ for screen in app.screen_stack] == stack


async def test_a_document_is_kept_once(empty: Library) -> None:
    """Storing a long one takes a while, and y is pressed again."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste(OUTLINE))
        await settled(pilot)
        await settled(pilot)
        await burst(pilot, "y", "y")

        assert empty.names() == (NAME,)


async def test_a_pasted_path_stands_in_the_line_once(empty: Library) -> None:
    """Only a paste of several lines is a document."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        line = app.screen.query_one(Input)
        line.post_message(events.Paste("/tmp/speech.txt"))
        await settled(pilot)

        assert line.value == "/tmp/speech.txt"
