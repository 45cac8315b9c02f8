"""A library with one small deck, and the app over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studytui.study import look_up
from studytui.study.library import Library
from studytui.ui.screens import home
from studytui.ui.show import held
from tests.ui.driver import OUTLINE, FakeClock, library, looked_up


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting does not wait until a person has seen the first frame."""
    monkeypatch.setattr(home, "AFTER", 0.0)


@pytest.fixture(autouse=True)
def pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press keys faster than a person, each of them on purpose."""
    monkeypatch.setattr(held, "FIRST", 0.0)


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still."""
    return FakeClock()


@pytest.fixture(autouse=True)
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is started to look words up: nothing is known of them."""
    monkeypatch.setattr(look_up, "look_up", lambda outline, folder, **_: None)


@pytest.fixture
def worded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are looked up at once: how each character is read, and two characters of every three are a term."""
    monkeypatch.setattr(look_up, "look_up", looked_up)


@pytest.fixture
def empty(tmp_path: Path, clock: FakeClock) -> Iterator[Library]:
    """A library without decks."""
    opened = library(tmp_path / "library", clock)
    yield opened
    opened.close()


@pytest.fixture
def stocked(empty: Library) -> Library:
    """A library with one small deck."""
    empty.keep(empty.draft_of_text(OUTLINE))
    return empty
