"""A library with one small deck, and the app over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studytui.study.library import Library
from tests.ui.driver import OUTLINE, FakeClock, library


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still."""
    return FakeClock()


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
