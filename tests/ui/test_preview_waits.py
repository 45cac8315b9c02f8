"""What takes a while in the preview is shown, and no key that is pressed meanwhile loses anything."""

from collections.abc import Iterator
from threading import Event

import pytest
from textual import events
from textual.pilot import Pilot

from studytui.study.bring import Draft
from studytui.study.correcting import Correcting, Step
from studytui.study.library import Library
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.preview import PreviewScreen
from tests.ui.driver import OUTLINE, app_over, press, settled, text_of

NAME = "安全生产工作讲话"
LONGEST = 5.0
"""Seconds after which a test that failed lets go."""
GAPS = OUTLINE.replace("三是演练更勤。", "三是演练更勤。\n（此处省略300字）") + "三、另外\n（此处省略20字）\n"


@pytest.fixture
def go_on() -> Iterator[Event]:
    """What lets the slow thing go on; nothing is left waiting at the end of a test."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def slow_saving(monkeypatch: pytest.MonkeyPatch, go_on: Event) -> None:
    """Saving waits until it may go on."""
    keep = Library.keep

    def slowly(library: Library, draft: Draft, name: str | None = None) -> str:
        go_on.wait(LONGEST)
        return keep(library, draft, name)

    monkeypatch.setattr(Library, "keep", slowly)


@pytest.fixture
def slow_reading(monkeypatch: pytest.MonkeyPatch, go_on: Event) -> None:
    """Reading a document anew waits until it may go on."""
    reread = Correcting.reread

    def slowly(correcting: Correcting, draft: Draft) -> Step:
        go_on.wait(LONGEST)
        return reread(correcting, draft)

    monkeypatch.setattr(Correcting, "reread", slowly)


async def preview(pilot: Pilot[None], text: str) -> PreviewScreen:
    """The preview of a pasted text."""
    await settled(pilot)
    pilot.app.screen.post_message(events.Paste(text))
    await settled(pilot)
    await settled(pilot)
    assert isinstance(pilot.app.screen, PreviewScreen)
    return pilot.app.screen


async def type_meanwhile(pilot: Pilot[None], *keys: str) -> None:
    """Press keys while something runs beside the screen, which is not waited for."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def gaps(screen: PreviewScreen) -> int:
    """How many gaps are told of."""
    return sum(warning.kind == "gap" for warning in screen._outline.warnings)


@pytest.mark.usefixtures("slow_saving")
@pytest.mark.parametrize("key", ["escape", "n"])
async def test_no_does_not_hide_that_the_deck_is_being_saved(empty: Library, go_on: Event, key: str) -> None:
    """It is too late for no: the screen stays until the deck is there, and home says that it is."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot, OUTLINE)
        await type_meanwhile(pilot, "y", key)

        assert app.screen is screen
        assert "正在保存" in text_of(app)
        assert "不保存" not in text_of(app)

        go_on.set()
        await settled(pilot)
        await settled(pilot)

        assert isinstance(app.screen, HomeScreen)
        assert app.screen.chosen() == NAME
        assert "已加入您的资料" in text_of(app)


@pytest.mark.usefixtures("slow_reading")
async def test_two_repairs_are_left_out_though_the_first_is_still_at_work(empty: Library, go_on: Event) -> None:
    """The second waits for its turn, and u takes them back one after the other."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot, GAPS)
        assert gaps(screen) == 2
        await type_meanwhile(pilot, "tab", "x", "down", "x")
        go_on.set()
        await settled(pilot)
        await settled(pilot)

        assert gaps(screen) == 0

        await press(pilot, "u")
        assert gaps(screen) == 1

        await press(pilot, "u")
        assert gaps(screen) == 2


@pytest.mark.usefixtures("slow_reading")
async def test_reading_anew_is_shown_and_esc_stops_it(empty: Library, go_on: Event) -> None:
    """Then all is as it was, and the screen is still there."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot, GAPS)
        before = screen._outline
        await type_meanwhile(pilot, "tab", "x")
        assert "正在读取" in text_of(app)

        await type_meanwhile(pilot, "escape")
        go_on.set()
        await settled(pilot)

        assert app.screen is screen
        assert screen._outline == before
        assert "正在读取" not in text_of(app)


@pytest.mark.usefixtures("slow_reading")
async def test_what_is_read_anew_is_not_corrected_and_not_kept_meanwhile(empty: Library, go_on: Event) -> None:
    """What is read would not have the correction, and what is kept would not have the text as it stands."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await preview(pilot, GAPS)
        before = screen._outline
        await type_meanwhile(pilot, "tab", "x", "tab", "tab", "d", "y")

        assert screen._outline == before

        go_on.set()
        await settled(pilot)
        await settled(pilot)

        assert app.screen is screen
        assert empty.names() == ()
        assert len(screen._outline.nodes) == len(before.nodes)
        assert gaps(screen) == 1
