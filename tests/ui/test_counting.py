"""Where counting takes long, as after state was lost, it shows how far it is, and can be stopped."""

from collections.abc import Iterator
from threading import Event

import pytest

from studytui.study.library import Library
from studytui.study.rows import Rows
from studytui.study.summary import Summary
from studytui.ui.screens import home
from tests.ui.driver import OUTLINE, app_over, press, settled, text_of

COUNTED = Rows.counted
LONGEST = 20
"""Seconds after which a test gives up."""


class Slow:
    """Counts the first two decks at once, and the others when it may."""

    def __init__(self) -> None:
        self.may, self.waits = Event(), Event()

    def __call__(self, rows: Rows) -> Iterator[Summary]:
        """The summaries."""
        for n, summary in enumerate(COUNTED(rows), 1):
            if n == 3:
                self.waits.set()
                assert self.may.wait(LONGEST)
            yield summary


@pytest.fixture
def slow(stocked: Library, monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Four decks that are counted slowly, each told."""
    for n in range(3):
        stocked.keep(stocked.draft_of_text(OUTLINE), f"deck {n}")
    slow = Slow()
    monkeypatch.setattr(Rows, "counted", lambda rows: slow(rows))
    monkeypatch.setattr(home, "PATIENCE", 0.0)
    return slow


async def test_counting_shows_how_far_it_is_and_what_was_wanted_meanwhile_follows(stocked: Library, slow: Slow) -> None:
    """Space begins as soon as all are counted."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        while not slow.waits.is_set():
            await pilot.pause()
        await pilot.pause()
        assert "统计中 ##########.......... 2/4" in text_of(app)
        await pilot.press("space")
        assert "统计完就开始" in text_of(app)
        slow.may.set()
        await settled(pilot)
        await settled(pilot)
        assert type(app.screen).__name__ == "ReadScreen"


async def test_counting_can_be_stopped_and_begun_again(stocked: Library, slow: Slow) -> None:
    """Esc stops; space counts anew and begins."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        while not slow.waits.is_set():
            await pilot.pause()
        await pilot.pause()
        await pilot.press("escape")
        slow.may.set()
        await settled(pilot)
        assert "没有统计" in text_of(app)
        await press(pilot, "space")
        await settled(pilot)
        assert type(app.screen).__name__ == "ReadScreen"
