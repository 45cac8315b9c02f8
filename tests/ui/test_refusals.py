"""What the disk refuses is said on the screen, and the app goes on."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Kind
from studytui.drills.initials import INITIALS
from studytui.study.library import Library
from tests.ui.drilling import begin, rated
from tests.ui.driver import app_over, press, settled, text_of

NAME = "安全生产工作讲话"


def _blocked(path: Path) -> None:
    """Put a folder where a file should be written, as nobody else's permission to refuse is sure to be asked."""
    path.unlink(missing_ok=True)
    path.mkdir()


def _hidden(opened: Library, tmp_path: Path) -> tuple[Path, bytes]:
    """Put a folder in the place of the deck's journal; gives the place, and what stood there."""
    (reviews,) = (tmp_path / "library" / "reviews").iterdir()
    (journal,) = reviews.glob("*.jsonl")
    opened.deck(NAME).close()
    kept = journal.read_bytes()
    _blocked(journal)
    return journal, kept


async def test_stopping_where_the_state_cannot_be_written_loses_nothing(stocked: Library, tmp_path: Path) -> None:
    """Esc goes back and says why; the journal has the answers."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "space", "1")
        state = tmp_path / "library" / "state" / f"{NAME}.deck.json"
        _blocked(state)
        await press(pilot, "escape")

        assert type(app.screen).__name__ == "HomeScreen"
        assert f"{NAME}.deck.json" in text_of(app).replace("\n ", "")

        state.rmdir()


async def test_a_theme_that_cannot_be_kept_is_shown_all_the_same(stocked: Library, tmp_path: Path) -> None:
    """It is a small thing, and said as one."""
    _blocked(tmp_path / "library" / "state" / "preferences.json")
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "L")

        assert app.theme == "studytui-light"
        assert "preferences.json" in text_of(app).replace("\n ", "")


async def test_decks_that_cannot_be_listed_are_said_not_to_be(stocked: Library, tmp_path: Path) -> None:
    """A folder that is in the way is named on home, and so it is where the weak items are asked for."""
    decks = tmp_path / "library" / "decks"
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        decks.rename(tmp_path / "elsewhere")
        decks.write_text("no folder", "utf-8")
        await press(pilot, "w")
        assert "decks" in text_of(app)

        await press(pilot, "escape", "space")
        assert "decks" in text_of(app)

        decks.unlink()
        (tmp_path / "elsewhere").rename(decks)


async def test_an_answer_that_cannot_be_saved_is_saved_in_another_folder(stocked: Library, tmp_path: Path) -> None:
    """What happened is said, another folder is asked for, the question stays, and the session goes on there."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "down", "space", "space")
        journal, kept = _hidden(stocked, tmp_path)
        await press(pilot, "1")
        assert "没有保存" in text_of(app)
        assert type(app.screen).__name__ == "PromptScreen"
        await press(pilot, "escape")
        assert type(app.screen).__name__ == "MatchScreen"
        await press(pilot, "1", *str(tmp_path / "stick"), "enter")
        assert "请再答一次" in text_of(app)
        await press(pilot, "1")
        assert len(list((tmp_path / "stick").rglob("*.jsonl"))) == 1
        await press(pilot, "escape")
        journal.rmdir()
        journal.write_bytes(kept)


@pytest.mark.usefixtures("worded")
async def test_a_rating_that_could_not_be_saved_is_not_meant_any_more(stocked: Library, tmp_path: Path) -> None:
    """What is proposed is still what the screen shows, and what Enter takes."""
    deck, app = stocked.deck(NAME), app_over(stocked)
    cards = [card for card in deck.cards if card.kind is Kind.POINT and card.home == 0]
    deck.want([0])
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, cards)
        await press(pilot, *"zrgs")
        journal, kept = _hidden(stocked, tmp_path)
        await press(pilot, "1")
        assert type(app.screen).__name__ == "PromptScreen"
        journal.rmdir()
        journal.write_bytes(kept)
        await press(pilot, "escape", "enter")
        assert rated(stocked) == [("point", 3, 3)]


async def _examined(pilot: Pilot[None], opened: Library, tmp_path: Path) -> tuple[Path, bytes]:
    """An exam of one answer that cannot be saved."""
    await settled(pilot)
    opened.deck(NAME).want([0])
    await press(pilot, "enter", "F", "enter", "1", "enter")
    hidden = _hidden(opened, tmp_path)
    await press(pilot, "escape")
    return hidden


async def test_an_exam_that_could_not_be_saved_is_left_only_on_purpose(stocked: Library, tmp_path: Path) -> None:
    """Another folder is offered; without one it is tried again, and no single key throws it away."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        journal, kept = await _examined(pilot, stocked, tmp_path)
        assert type(app.screen).__name__ == "PromptScreen"
        await press(pilot, "escape")
        for key in ("space", "enter", "escape"):
            await press(pilot, key)
            assert type(app.screen).__name__ == "ConfirmScreen"
            await press(pilot, "n")
            assert type(app.screen).__name__ == "ExaminedScreen"
        assert "r 重新保存" in text_of(app)
        journal.rmdir()
        journal.write_bytes(kept)
        await press(pilot, "r")
        assert rated(stocked)
        await press(pilot, "escape")
        assert type(app.screen).__name__ == "DeckScreen"


async def test_an_exam_that_could_not_be_saved_is_left_after_a_yes(stocked: Library, tmp_path: Path) -> None:
    """Then it is gone, as was said."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        journal, kept = await _examined(pilot, stocked, tmp_path)
        await press(pilot, "escape", "escape", "y")
        assert type(app.screen).__name__ == "DeckScreen"
        journal.rmdir()
        journal.write_bytes(kept)
        assert rated(stocked) == []


async def test_an_exam_goes_into_another_folder_at_once(stocked: Library, tmp_path: Path) -> None:
    """Nothing has to be answered once more."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        journal, kept = await _examined(pilot, stocked, tmp_path)
        await press(pilot, *str(tmp_path / "stick"), "enter")
        assert type(app.screen).__name__ == "ExaminedScreen"
        assert "stick" in text_of(app)
        assert "没有保存" not in text_of(app)
        assert len(list((tmp_path / "stick").rglob("*.jsonl"))) == 1
        await press(pilot, "escape")
        assert type(app.screen).__name__ == "DeckScreen"
        journal.rmdir()
        journal.write_bytes(kept)
