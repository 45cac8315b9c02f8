"""What the screens look like on which documents come in and change; after a wanted change run it as a program."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from studytui.study.library import Library
from studytui.ui.screens import home
from studytui.ui.screens.study_requests import Changed
from tests.pictures import studied
from tests.ui.driver import app_over, press, settled, shown
from tests.ui.test_looks import file_of

TEXT = """安全生产工作讲话

同志们：今天讲两个问题。

一、主要成绩和存在的问题
一是责任更实。层层签了责任书，级级抓落实，件件有着落，做到了谁主管谁负责、谁检查谁签字、谁签字谁担责。
二是排查更细。
（此处省略300字）
三是演练更勤。
但是也要看到，工作中还存在不少问题。
一是认识不足。
二是管理不严。
二、下一步打算
一是抓教育。
三是抓整改。
"""
Pilots = Pilot[None]


async def preview(pilot: Pilots, library: Library, folder: Path) -> None:
    """A document as it is understood."""
    del library, folder
    pilot.app.screen.post_message(events.Paste(TEXT))
    await settled(pilot)
    await settled(pilot)
    await press(pilot, "down", "down")


async def corrected(pilot: Pilots, library: Library, folder: Path) -> None:
    """The same with a point one level further in and its paragraphs shown, while another is reworded."""
    await preview(pilot, library, folder)
    await press(pilot, "enter", "down", "down", "greater_than_sign", "up", "up", "r")


async def bring(pilot: Pilots, library: Library, folder: Path) -> None:
    """A document is chosen."""
    del library
    (folder / "讲话").mkdir()
    for name in ("纪要.docx", "讲话提纲.txt", "通知.pdf"):
        (folder / name).touch()
    await press(pilot, "i")
    await settled(pilot)
    await press(pilot, "down", "down")


async def changes(pilot: Pilots, library: Library, folder: Path) -> None:
    """A deck after an edit."""
    del folder
    name = library.names()[0]
    library.editing.begin(name)
    text = library.editing.text(name)
    text = text.replace("加强领导", "切实加强组织领导").replace("## 二是 健全组织，创建运行机制更加完善\n", "")
    library.editing.write(name, text.replace("# 三、", "# 四、").replace("# 二、", "# 二、 抓好收官\n# 三、"))
    matches = library.editing.take_in(name)
    assert matches is not None
    pilot.app.screen.post_message(Changed(matches))
    await settled(pilot)
    await settled(pilot)


async def editor(pilot: Pilots, library: Library, folder: Path) -> None:
    """The editor in here."""
    del library, folder
    await press(pilot, "enter", "e")
    await settled(pilot)


SCREENS: dict[str, Callable[[Pilots, Library, Path], Awaitable[None]]] = {
    "preview": preview,
    "corrected": corrected,
    "bring": bring,
    "changes": changes,
    "editor": editor,
}
CASES = [
    (name, size, language)
    for name in SCREENS
    for size, language in (((80, 24), "zh_CN"), ((80, 24), "en"), ((120, 40), "zh_CN"))
] + [("preview", (60, 15), "zh_CN")]


async def look(folder: Path, name: str, size: tuple[int, int], language: str) -> list[str]:
    """What a screen shows."""
    opened = studied(folder / "library")
    try:
        app = app_over(opened, language)
        (folder / "here").mkdir()
        with contextlib.chdir(folder / "here"):
            async with app.run_test(size=size) as pilot:
                await settled(pilot)
                await SCREENS[name](pilot, opened, folder / "here")
                return shown(app)
    finally:
        opened.close()


@pytest.mark.parametrize(("name", "size", "language"), CASES)
async def test_the_screen_looks_as_it_was_found_good(
    tmp_path: Path, name: str, size: tuple[int, int], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is as it is kept, and no line is wider than the terminal."""
    for variable in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(variable, raising=False)
    lines = await look(tmp_path, name, size, language)

    assert file_of(name, size, language).read_text("utf-8").splitlines() == lines
    assert max(map(cell_len, lines)) <= size[0]


def main() -> None:
    """Keep how all screens look now."""
    home.AFTER = 0.0  # as where the tests run
    for name, size, language in CASES:
        with TemporaryDirectory() as folder:
            lines = asyncio.run(look(Path(folder), name, size, language))
        file_of(name, size, language).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
