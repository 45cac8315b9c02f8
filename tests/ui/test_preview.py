"""A document is corrected before it is kept: source and tree move together, and every step can be taken back."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from studytui.study.library import Library
from studytui.ui.screens.preview import PreviewScreen
from studytui.ui.widgets.in_place import InPlace
from studytui.ui.widgets.sheet import Sheet
from studytui.ui.widgets.source import Source
from tests.ui.driver import OUTLINE, app_over, press, settled, shown, text_of

NAME = "安全生产工作讲话"
SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["narrow", "wide"])


async def preview(pilot: Pilot[None], text: str = OUTLINE) -> PreviewScreen:
    """The preview of a pasted text."""
    await settled(pilot)
    pilot.app.screen.post_message(events.Paste(text))
    await settled(pilot)
    await settled(pilot)
    assert isinstance(pilot.app.screen, PreviewScreen)
    return pilot.app.screen


async def go_to(pilot: Pilot[None], words: str) -> None:
    """Put the cursor on the row with these words."""
    await press(pilot, "home")
    sheet = pilot.app.screen.query_one("#tree", Sheet)
    for _ in range(sheet.count):
        if words in under_cursor(pilot):
            return
        await pilot.press("down")
        await pilot.pause()
    raise AssertionError(words)


def under_cursor(pilot: Pilot[None]) -> str:
    """The row that the cursor is on."""
    sheet = pilot.app.screen.query_one("#tree", Sheet)
    return str(sheet._draw(sheet.cursor, 70))


def points(library: Library) -> list[str]:
    """The points of the deck that was kept, as they are written."""
    outline = library.deck(library.names()[0]).file.outline
    return [f"{'  ' * (node.depth - 1)}{node.marker}{node.text}" for node in outline.nodes]


@SIZES
async def test_two_points_are_corrected_and_the_deck_has_them(empty: Library, size: tuple[int, int]) -> None:
    """A point goes one level in, another gets other words, and what is kept is what was seen."""
    app = app_over(empty)
    async with app.run_test(size=size) as pilot:
        await preview(pilot)
        await go_to(pilot, "排查更细")
        await press(pilot, "greater_than_sign")
        await go_to(pilot, "管理不严")
        await press(pilot, "r", "end", *"吗", "enter")
        await press(pilot, "y")
        await settled(pilot)

        assert points(empty)[:6] == [
            "一、主要成绩和存在的问题",
            "  一是责任更实",
            "    1.排查更细",
            "  二是演练更勤",
            "  一是认识不足",
            "  二是管理不严吗",
        ]


async def test_undo_takes_back_any_number_of_steps_the_last_one_first(empty: Library) -> None:
    """After as many as were done, all is as it was read."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot)
        before = screen._outline
        await go_to(pilot, "排查更细")
        await press(pilot, "greater_than_sign", "less_than_sign", "m", "d", "J")
        changed = screen._outline

        assert changed != before

        await press(pilot, "u", "u", "u", "u", "u", "u")

        assert screen._outline == before


async def test_a_repair_and_a_correction_are_taken_back_in_turn(empty: Library) -> None:
    """A repair that is left out keeps what was corrected before, and u knows which was the last."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot, OUTLINE + "\n此处省略300字\n")
        first = screen._outline
        await go_to(pilot, "排查更细")
        await press(pilot, "greater_than_sign")
        corrected = screen._outline
        await press(pilot, "tab", "x")
        await settled(pilot)

        assert [node.depth for node in screen._outline.nodes] == [node.depth for node in corrected.nodes]
        assert not any(warning.kind == "gap" for warning in screen._outline.warnings)

        await press(pilot, "u")
        assert screen._outline == corrected

        await press(pilot, "u")
        assert screen._outline == first


async def test_the_numbers_can_be_left_as_they_were(empty: Library) -> None:
    """The equals sign undoes just the counting, and brings it back."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot)
        await go_to(pilot, "排查更细")
        await press(pilot, "d")
        counted = [node.marker for node in screen._outline.nodes]
        await press(pilot, "equals_sign")
        kept = [node.marker for node in screen._outline.nodes]
        await press(pilot, "equals_sign")

        assert (counted[2], kept[2]) == ("二是", "三是")
        assert [node.marker for node in screen._outline.nodes] == counted


async def test_a_paragraph_becomes_a_heading_and_text_again(empty: Library) -> None:
    """Enter opens what is under a point, h makes the paragraph a heading and the heading a paragraph."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot)
        before = screen._outline
        await go_to(pilot, "责任更实")
        await press(pilot, "enter", "down")
        assert "层层签了责任书" in under_cursor(pilot)
        await press(pilot, "h")

        assert "二是 层层签了责任书" in under_cursor(pilot)

        await press(pilot, "h")

        assert "层层签了责任书" in under_cursor(pilot)
        assert len(screen._outline.nodes) == len(before.nodes)


async def test_a_point_is_split_where_the_cursor_is_put(empty: Library) -> None:
    """What stands behind it is the next point, and what follows counts on."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot)
        await go_to(pilot, "排查更细")
        await press(pilot, "s", "left", "left", "enter")

        assert [node.text for node in screen._outline.nodes[2:5]] == ["排查", "更细", "演练更勤"]
        assert [node.marker for node in screen._outline.nodes[2:5]] == ["二是", "三是", "四是"]


async def test_typing_in_place_can_be_left(empty: Library) -> None:
    """Esc gives the old words back, and the screen is still there."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot)
        before = screen._outline
        await press(pilot, "r", "n", "y", "escape")

        assert app.screen is screen
        assert not screen.query_one(InPlace).display
        assert screen._outline == before


@SIZES
async def test_the_source_shows_the_line_of_the_point(empty: Library, size: tuple[int, int]) -> None:
    """The cursor of the tree moves the source, that of the source moves the tree."""
    app = app_over(empty)
    async with app.run_test(size=size) as pilot:
        screen = await preview(pilot)
        await go_to(pilot, "管理不严")
        line = screen.query_one(Source).line

        assert OUTLINE.splitlines()[line - 1] == "二是管理不严。"
        assert any("二是管理不严。" in row for row in shown(app))

        await press(pilot, "tab")
        if not screen.query_one(Source).has_focus:
            await press(pilot, "tab")
        await press(pilot, "up")

        assert "认识不足" in under_cursor(pilot)


async def test_a_warning_leads_to_its_place_in_both(empty: Library) -> None:
    """Enter on it puts the cursor of the tree and the mark of the source there."""
    text = OUTLINE.replace("三是演练更勤。", "三是演练更勤。\n（此处省略300字）") + "三、另外\n（此处省略20字）\n"
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot, text)
        await press(pilot, "end", "tab", "enter")

        assert text.splitlines()[screen.query_one(Source).line - 1] == "（此处省略300字）"
        assert "演练更勤" in under_cursor(pilot)
        assert screen.query_one("#tree").has_focus


async def test_the_mouse_puts_the_cursor_on_a_point_and_on_a_line(empty: Library) -> None:
    """A click in the tree moves the source, a click in the source the tree."""
    app = app_over(empty)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await preview(pilot)
        row = next(at for at, line in enumerate(shown(app)) if "一是 认识不足" in line)
        await pilot.click(offset=(8, row))
        await settled(pilot)

        assert "认识不足" in under_cursor(pilot)

        row = next(at for at, line in enumerate(shown(app)) if "二是抓整改。" in line)
        await pilot.click(offset=(80, row))
        await settled(pilot)

        assert "抓整改" in under_cursor(pilot)
        assert OUTLINE.splitlines()[screen.query_one(Source).line - 1] == "二是抓整改。"


async def test_leaving_with_corrections_asks_once_and_stores_nothing(empty: Library, tmp_path: Path) -> None:
    """No goes back to them, yes leaves; without corrections nothing is asked."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot)
        await press(pilot, "d", "escape")
        assert "1 处更正" in text_of(app)
        await press(pilot, "n")
        assert app.screen is screen

        await press(pilot, "escape", "y")

        assert not isinstance(app.screen, PreviewScreen)
        assert list((tmp_path / "library" / "decks").iterdir()) == []


async def test_nothing_can_be_kept_of_which_nothing_is_left(empty: Library) -> None:
    """A deck without points could not be asked."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await preview(pilot)
        await press(pilot, "d", "d", "y")

        assert isinstance(app.screen, PreviewScreen)
        assert empty.names() == ()
        assert "按 u 撤销" in text_of(app)


async def test_what_cannot_be_done_is_said(empty: Library) -> None:
    """The first section stands at the top of the outermost level."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot)
        before = screen._outline
        await press(pilot, "less_than_sign", "greater_than_sign", "m", "K")

        assert screen._outline == before
