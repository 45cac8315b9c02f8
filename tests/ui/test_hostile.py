"""Text of a document is shown as those characters on every screen: none is obeyed by Textual or by the terminal."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.pilot import Pilot

from studytui.study.library import Library
from studytui.ui.app import StudyApp
from tests.ui.driver import FakeClock, app_over, library, press, settled, shown, text_of

BAD = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
ESCAPES = "\x1b[31m\x1b]0;pwned\x07\x1b]52;c;cHduZWQ=\x07\x9b5m\x90q\x9c\u202e\u200b\x7f"
MARKUP = "[@click=app.quit]点[/] [开场]x[/开场] [bold]"

PASTED = f"""{MARKUP}{ESCAPES}讲话
一、[/]甲{ESCAPES}主要成绩和问题
一是{MARKUP}责任更实。{MARKUP}层层签了{ESCAPES}责任书。
二是[1]排查[/1]更细{ESCAPES}。
但是工作中还存在{MARKUP}不少问题{ESCAPES}。
一是[@click=app.quit]认识不足[/]。
二是管理不严[/。
二、$var {{x}} %s [link=file:///etc/passwd]看[/link]
一是抓教育。
二是抓整改。
"""
FILE = f"""---
format: 1
id: abcdefghij23
title: {MARKUP}{ESCAPES}讲话
source: -
script: hans
---
{MARKUP}{ESCAPES}同志们。

# 一、 {MARKUP}甲{ESCAPES}
| {MARKUP}{ESCAPES}做法
|> {MARKUP}{ESCAPES}有几点。
## 一是 {MARKUP}责任更实{ESCAPES}
{MARKUP}{ESCAPES}层层签了责任书。
~ 7

## 二是 [1]排查[/1]更细{ESCAPES}
/1 {MARKUP}{ESCAPES}要坚持。
# 二、 [/{ESCAPES}乙
"""


@pytest.fixture
def hostile(tmp_path: Path, clock: FakeClock) -> Iterator[Library]:
    """A library with a deck file that somebody filled with what no reader would let in, and a name of the same kind."""
    folder = tmp_path / "library"
    opened = library(folder, clock)
    # As a group's sign stands before its points, not before the first heading.
    text = FILE.replace("\n| ", "\n|| ").replace("\n|> ", "\n||> ")
    (folder / "decks" / f"{MARKUP.replace('/', '')}{ESCAPES}甲.md").write_text(text, "utf-8", newline="")
    (folder / "decks" / "乙\x1b[2J[bold].md").write_text(f"---\n{MARKUP}{ESCAPES}\n---\n", "utf-8")
    yield opened
    opened.close()


def harmless(app: StudyApp) -> None:
    """Nothing on the screen is a character that a terminal might obey."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert BAD.search(segment.text) is None, repr(segment.text)


async def clicked(pilot: Pilot[None]) -> None:
    """Click on every place that shows an action's markup; the app goes on, on the same screen or another."""
    for y, line in enumerate(shown(pilot.app)):  # type: ignore[arg-type]
        at = line.find("@click")
        if at >= 0:
            await pilot.click(offset=(at + 20, y))
            await settled(pilot)
            assert pilot.app.is_running
            return


async def on_each_step(pilot: Pilot[None], app: StudyApp) -> set[str]:
    """Go through a whole session, looking at each screen; gives the names of the screens."""
    seen = set()
    for n in range(30):
        name = type(app.screen).__name__
        seen.add(name)
        harmless(app)
        if name == "SummaryScreen":
            break
        # A number that is wrong for one text may be right for the next, so they are tried in turn.
        match = ("1", "2", "space") if n % 2 else ("2", "1", "space")
        await press(pilot, *{"ReadScreen": ("space",), "MatchScreen": match}.get(name, ("h", "y", "space", "2")))
    return seen


async def test_a_pasted_document_is_shown_as_text(empty: Library) -> None:
    """Preview, home and deck show the brackets as brackets, and a click on them does nothing."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste(PASTED))
        await settled(pilot)
        await settled(pilot)

        assert "[@click=app.quit]认识不足[/]" in text_of(app)
        assert "[1]排查[/1]更细" in text_of(app)
        harmless(app)

        await clicked(pilot)
        await press(pilot, "y")

        assert "[@click=app.quit]" in text_of(app)
        harmless(app)
        assert empty.names()[0].startswith("[@click=app.quit]")


@pytest.mark.parametrize("size", [(80, 24), (60, 15)])
async def test_a_hostile_deck_file_is_shown_as_text_on_every_screen(hostile: Library, size: tuple[int, int]) -> None:
    """Home, deck, text, read, match, recall, summary, weak: as characters, with no action behind them."""
    app = app_over(hostile)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        harmless(app)
        await press(pilot, "j", "enter", "k")
        harmless(app)
        seen = set()
        await press(pilot, "enter")
        for keys in ((), ("j",), ("j",), ("v",), ("pagedown",), ("escape",)):
            await press(pilot, *keys)
            harmless(app)
            await clicked(pilot)
            seen.add(type(app.screen).__name__)
        await press(pilot, "S")
        seen |= await on_each_step(pilot, app)
        await press(pilot, "escape", "w")
        harmless(app)
        seen.add(type(app.screen).__name__)

        assert app.is_running
        assert {"DeckScreen", "SpeechScreen", "SummaryScreen", "WeakScreen"} <= seen
        assert seen & {"RecallScreen", "MatchScreen"}


async def test_questions_about_a_deck_show_its_name_as_text(hostile: Library) -> None:
    """Putting aside and deleting ask with the name in it; what was done tells it."""
    app = app_over(hostile)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "k")
        for key in "ax":
            await press(pilot, key)
            assert len(app.screen_stack) > 1
            harmless(app)
            await clicked(pilot)
            await press(pilot, "escape")
            harmless(app)
        await press(pilot, "a", "y")
        harmless(app)

        assert app.is_running


async def test_a_line_to_type_in_shows_a_name_as_text(hostile: Library) -> None:
    """The name that is there when a deck is renamed, and what is pasted over it, hold nothing that is obeyed."""
    app = app_over(hostile)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "j", "r")
        harmless(app)
        app.screen.query_one("Input").post_message(events.Paste(ESCAPES))
        await settled(pilot)
        harmless(app)


@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_turning_pages_where_the_table_is_not_shown_does_nothing(stocked: Library, key: str) -> None:
    """A terminal that is too small shows no table, and a key for it finds none."""
    app = app_over(stocked)
    async with app.run_test(size=(40, 10)) as pilot:
        await settled(pilot)
        await press(pilot, key)

        assert app.is_running


KEYS = (
    "pageup",
    "pagedown",
    *"abcghijkmnpqrstuvwxyzABGLS0123456789?/ ",
    *("enter", "escape", "space", "tab", "shift+tab", "up", "down", "left", "right", "home", "end"),
    *("backspace", "delete", "f1", "ctrl+z", "ctrl+u", "ctrl+a"),
)


@pytest.mark.parametrize("seed", range(3))
async def test_no_key_crashes_any_screen(stocked: Library, clock: FakeClock, seed: int) -> None:
    """Hundreds of keys pressed by chance, with pastes, other sizes and other days between: the app goes on."""
    rng = Random(seed)
    app = app_over(stocked, seed=seed)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        seen = set()
        for n in range(80):
            key = rng.choice(KEYS)
            if (key, type(app.screen).__name__) == ("q", "HomeScreen"):
                continue  # it would end the app, as it should
            await pilot.press(
                "question_mark" if key == "?" else "slash" if key == "/" else "space" if key == " " else key
            )
            seen.add(type(app.screen).__name__)
            if n % 20 == 19:
                await pilot.resize_terminal(rng.choice((20, 60, 80, 120)), rng.choice((5, 15, 24, 40)))
                app.screen.post_message(events.Paste(rng.choice((PASTED, "一、", ESCAPES, ""))))
                clock.pass_days(rng.choice((0, 1, 30)))
                await settled(pilot)
        await settled(pilot)

        assert app.is_running
        assert len(seen) > 1
