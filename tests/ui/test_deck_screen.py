"""A deck's screen: the outline is its progress."""

from pathlib import Path

from studytui.study.library import Library
from studytui.ui.screens.read import ReadScreen
from tests.ui.driver import app_over, press, settled, text_of

NAME = "安全生产工作讲话"


async def test_the_outline_shows_groups_by_name_and_points_by_state(stocked: Library) -> None:
    """Sections with a bar, groups with their name, new points as new."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")

        assert "| 存在的问题" in text_of(app)
        assert "○" in text_of(app)
        assert "....." in text_of(app)


async def test_enter_folds_and_unfolds_a_section(stocked: Library) -> None:
    """What is under it goes and comes back."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert "责任更实" not in text_of(app)

        await press(pilot, "enter")
        assert "责任更实" in text_of(app)


async def test_practice_begins_from_where_the_cursor_is(stocked: Library) -> None:
    """On the name of the second group, its two points are read, and no others."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        lines = text_of(app).splitlines()
        row = next(i for i, line in enumerate(lines) if "| 存在的问题" in line) - 2
        await press(pilot, *["down"] * row, "space")

        assert isinstance(app.screen, ReadScreen)
        assert "认识不足" in text_of(app)
        assert "责任更实" not in text_of(app)


async def test_the_day_of_the_speech_is_set_and_shown_as_days_left(stocked: Library) -> None:
    """A wrong date is said in words and changes nothing."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "t")
        app.screen.query_one("Input").value = "next week"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "不是日期" in text_of(app)

        await press(pilot, "t")
        app.screen.query_one("Input").value = "2026-11-27"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "周五 4天" in text_of(app)


async def test_the_text_can_be_shown_in_traditional_characters_without_changing_the_file(stocked: Library) -> None:
    """C changes the view; marking and keys stay with the simplified form."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "c", "c")

        assert "責任更實" in text_of(app)
        assert stocked.deck(NAME).file.outline.nodes[1].text == "责任更实"


async def test_the_whole_speech_is_shown_in_reading_order(stocked: Library) -> None:
    """Opening, lead and bodies stand where the document has them."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "v")
        text = text_of(app)
        order = [text.index(words) for words in ("同志们", "责任更实", "层层签了", "演练更勤", "认识不足", "抓整改")]

        assert order == sorted(order)


async def test_what_was_changed_in_the_file_outside_is_told_once(stocked: Library, tmp_path: Path) -> None:
    """A reworded and a new point are counted in a notice when the deck is opened, and not again."""
    stocked.deck(NAME)
    path = tmp_path / "library" / "decks" / f"{NAME}.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("抓整改", "抓好整改落实") + "## 三是 抓督查\n", "utf-8")
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        assert "新增 1" in text_of(app)
        assert "改写 1" in text_of(app)

        await press(pilot, "escape", "enter")
        assert "新增" not in text_of(app)


async def test_a_rename_in_the_deck_is_said_on_the_screen_that_follows(stocked: Library) -> None:
    """The deck's screen closes, and home says the new name."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "r")
        app.screen.query_one("Input").value = "安全:讲话"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await settled(pilot)

        assert "已改名为“安全讲话”" in text_of(app)
