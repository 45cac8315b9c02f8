"""Choosing a document: typed, completed, gone through, clicked, or pasted."""

from pathlib import Path

import pytest
from textual import events

from studytui.study.library import Library
from studytui.ui.screens.bring import BringScreen, PathInput
from studytui.ui.screens.preview import PreviewScreen
from tests.ui.driver import OUTLINE, app_over, press, settled, shown, text_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two documents and a folder with another, which is at hand."""
    inner = tmp_path / "here" / "讲话"
    inner.mkdir(parents=True)
    for path in (inner / "讲话稿.txt", inner.parent / "纪要甲.txt", inner.parent / "纪要乙.md"):
        path.write_text(OUTLINE, "utf-8")
    (inner.parent / "picture.png").touch()
    monkeypatch.chdir(inner.parent)
    return inner.parent


async def test_the_folder_at_hand_is_shown_with_its_documents(empty: Library, folder: Path) -> None:
    """What cannot be read is not offered."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")

        assert "纪要甲.txt" in text_of(app)
        assert "picture" not in text_of(app)


async def test_tab_completes_and_enter_goes_into_a_folder_and_reads_a_document(empty: Library, folder: Path) -> None:
    """The path is never to be typed whole."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        line = app.screen.query_one(PathInput)
        line.value = "讲"
        await settled(pilot)
        await press(pilot, "tab")
        assert line.value == "讲话/"
        await press(pilot, "tab")
        assert line.value == "讲话/讲话稿.txt"
        await press(pilot, "enter")
        await settled(pilot)

        assert isinstance(app.screen, PreviewScreen)


async def test_arrows_choose_from_what_is_shown(empty: Library, folder: Path) -> None:
    """Down marks the first, Enter goes into the folder, and there the document is chosen in the same way."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", "down", "enter")
        assert app.screen.query_one(PathInput).value == "讲话/"
        await press(pilot, "down", "enter")
        await settled(pilot)

        assert isinstance(app.screen, PreviewScreen)


async def test_a_click_chooses(empty: Library, folder: Path) -> None:
    """As the arrows do."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        row = next(at for at, line in enumerate(shown(app)) if "纪要乙.md" in line)
        await pilot.click(offset=(6, row))
        await settled(pilot)
        await settled(pilot)

        assert isinstance(app.screen, PreviewScreen)


async def test_the_folder_of_a_document_is_offered_the_next_time(empty: Library, folder: Path) -> None:
    """It stands above the folder at hand."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        app.screen.query_one(PathInput).value = str(folder / "讲话" / "讲话稿.txt")
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "y")
        await settled(pilot)
        await press(pilot, "i")

        rows = [line.strip() for line in shown(app)]
        recent = next(at for at, line in enumerate(rows) if line.endswith("here/讲话/"))
        assert recent < rows.index("纪要甲.txt")


async def test_a_large_paste_is_the_document_and_not_a_path(empty: Library, folder: Path) -> None:
    """It comes as one event, whether it has one line or many."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        app.screen.query_one(PathInput).post_message(events.Paste("一、" + "加强领导。" * 2000 + "\n二、改进作风。"))
        await settled(pilot)
        await settled(pilot)

        assert isinstance(app.screen, PreviewScreen)


async def test_esc_goes_back_and_nothing_was_brought(empty: Library, folder: Path) -> None:
    """Home is there again."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        assert isinstance(app.screen, BringScreen)
        await press(pilot, "escape")

        assert not isinstance(app.screen, BringScreen)
        assert empty.names() == ()
