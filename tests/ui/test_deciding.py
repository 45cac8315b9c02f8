"""Suspend, tomorrow, reset and undo, on the screens of a session and in the deck."""

from studytui.drills.drill import Mark
from studytui.study.library import Library
from tests.ui.driver import app_over, press, settled, text_of

NAME = "安全生产工作讲话"


def _asleep(library: Library) -> list[str]:
    deck = library.deck(NAME)
    return [card.id for card in deck.cards if deck.memory(card).asleep(deck.today)]


async def test_a_question_is_suspended_buried_and_reset_and_each_is_taken_back(stocked: Library) -> None:
    """What was done is said, the next question comes, u brings the one before."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "down", "space")  # the first section: read, match
        await press(pilot, "space")
        while type(app.screen).__name__ == "MatchScreen":
            await press(pilot, "s")
        assert len(_asleep(stocked)) > 0
        await press(pilot, "k")  # ends the notice
        first = text_of(app)
        for key, said in (("s", "已搁置"), ("b", "明天再问"), ("R", "已重置")):
            before = _asleep(stocked)
            await press(pilot, key)
            assert said in text_of(app)
            await press(pilot, "u")
            assert _asleep(stocked) == before
            assert text_of(app) == first


async def test_in_the_deck_a_part_is_suspended_and_resumed(stocked: Library) -> None:
    """S again resumes; the row says it; u takes back; everything stands in the help."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "down", "down", "s")
        assert "已搁置" in text_of(app)
        assert len(_asleep(stocked)) == 3
        await press(pilot, "down")
        assert text_of(app).count("搁置") == 1
        await press(pilot, "up", "s")
        assert _asleep(stocked) == []
        await press(pilot, "b")
        assert len(_asleep(stocked)) == 3
        await press(pilot, "u", "u", "u", "u")
        assert "没有可撤销" in text_of(app)
        assert _asleep(stocked) == []
        await press(pilot, "question_mark")
        for word in ("搁置", "明天再问", "重新当作新内容", "撤销"):
            assert word in text_of(app)


async def test_a_reset_is_asked_first(stocked: Library) -> None:
    """N leaves it, y makes new; u takes it back."""
    deck = stocked.deck(NAME)
    card = deck.cards_of(1)[0]
    deck.answer([Mark(card.id, 3)], "recall", 900)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "S", "escape", "down", "R", "n")
        assert not stocked.deck(NAME).memory(card).new
        await press(pilot, "home", "R", "y")
        assert stocked.deck(NAME).memory(card).new
        await press(pilot, "u")
        assert not stocked.deck(NAME).memory(card).new
