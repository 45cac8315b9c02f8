"""A second app on the same library looks at everything and changes nothing; every key that would says why."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.settings import Settings
from studytui.study.library import InUseError, Library
from studytui.study.looking import todays_steps
from studytui.study.session import Session
from studytui.study.steps import Ask, Match, Read
from tests.ui.driver import OUTLINE, FakeClock, app_over, library, press, settled, text_of

NAME = "安全生产工作讲话"


@pytest.fixture
def writer(tmp_path: Path, clock: FakeClock) -> Iterator[Library]:
    """An app that was there first, with one deck that has been studied."""
    opened = library(tmp_path / "library", clock)
    opened.keep(opened.draft_of_text(OUTLINE))
    _answer(opened, 4)
    opened.save()
    yield opened
    opened.close()


@pytest.fixture
def reader(writer: Library, tmp_path: Path, clock: FakeClock) -> Library:
    """The second one, as the command line opens it."""
    with pytest.raises(InUseError) as refused:
        library(tmp_path / "library", clock)
    return Library.to_read(str(tmp_path / "library"), {}, clock, Settings(), refused.value.holder)


def _answer(opened: Library, count: int) -> None:
    from random import Random

    session = Session(todays_steps(opened), Random(1), opened.now)
    while len(session.answers) < count:
        step = session.step
        if isinstance(step, Read):
            session.read_on()
        elif isinstance(step, Match) and session.board is not None:
            if session.board.done:
                session.leave_board()
            else:
                text = session.board.open[0]
                session.put(text, session.board.slots[text].key, 100)
        elif isinstance(step, Ask):
            session.rate(1, 100, 0)


def _looks(folder: Path) -> list[tuple[str, int, bytes]]:
    found = sorted([folder, *folder.rglob("*")])
    return [(str(p), p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in found]


async def test_everything_can_be_looked_at_and_nothing_is_written(reader: Library, tmp_path: Path) -> None:
    """Home, deck, text, weak; who writes is said. Not a byte, a name or a time in the library changes."""
    before = _looks(tmp_path / "library")
    app = app_over(reader)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "只读" in text_of(app)
        assert f"进程 {os.getpid()}" in text_of(app)
        assert NAME in text_of(app)
        await press(pilot, "enter")
        assert "责任更实" in text_of(app)
        assert "只读" in text_of(app)
        await press(pilot, "v")
        assert "层层签了责任书" in text_of(app)
        await press(pilot, "escape", "w", "escape", "escape", "w", "escape", "L")
    reader.close()
    assert _looks(tmp_path / "library") == before


@pytest.mark.parametrize("key", ["space", "i", "r", "a", "x"])
async def test_on_home_each_key_that_would_change_something_says_why(reader: Library, tmp_path: Path, key: str) -> None:
    """No question, no dialog; the sentence names who writes."""
    before = _looks(tmp_path / "library")
    app = app_over(reader, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, key)
        assert type(app.screen).__name__ == "HomeScreen"
        assert text_of(app).count("Read only: process") == 2  # the advice, and the notice
    assert _looks(tmp_path / "library") == before


@pytest.mark.parametrize("key", ["space", "S", "t", "c", "r", "a", "x"])
async def test_in_a_deck_each_key_that_would_change_something_says_why(reader: Library, key: str) -> None:
    """The deck stays as it is shown."""
    app = app_over(reader, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", key)
        assert type(app.screen).__name__ == "DeckScreen"
        assert "Read only: process" in text_of(app)


async def test_an_example_cannot_be_taken(reader: Library) -> None:
    """Nor anything pasted."""
    app = app_over(reader, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "b", "enter")
        assert "Read only: process" in text_of(app)
    assert reader.names() == (NAME,)


def test_what_the_first_app_does_meanwhile_is_followed(reader: Library, writer: Library) -> None:
    """When the deck is asked for again."""
    before = sum(memory.answers for memory in reader.deck(NAME).progress.memories.values())
    _answer(writer, 2)
    assert sum(memory.answers for memory in reader.deck(NAME).progress.memories.values()) > before


def test_what_is_refused_is_said_in_chinese_too(reader: Library) -> None:
    """The sentence is a value, said where it is shown."""
    with pytest.raises(StudyError) as refused:
        reader.archive(NAME)
    assert "只读" in Catalogue("zh_CN").say(refused.value.message)
