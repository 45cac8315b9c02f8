"""Decks in use: each is there once, whoever asks, and what goes wrong with one does not touch the others."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studytui.errors import StudyError
from tests.study.desk import SPEECH, Desk, the_speech

POINTS = "关于工作的讲话\n一、抓学习\n一是读书\n二是讨论\n三是笔记\n二、抓落实\n一是分工\n二是检查\n"
NAME = "关于工作的讲话"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A library with two decks."""
    desk = Desk(tmp_path)
    library = desk.library()
    library.keep(library.draft_of_text(POINTS))
    library.take(the_speech())
    library.close()
    return desk


def test_whoever_opens_a_deck_at_the_same_moment_gets_the_same_one(desk: Desk) -> None:
    """The worker that counts and a screen would else write past each other."""
    library = desk.library()
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(library.deck, [NAME] * 8))

    assert len(set(map(id, found))) == 1


def test_all_is_closed_and_saved_but_what_cannot_be(desk: Desk) -> None:
    """One state file that cannot be written keeps neither the others from being saved nor the lock."""
    for path in desk.state_files():
        path.unlink()
    library = desk.library()
    for name in (NAME, SPEECH):
        library.deck(name)
    desk.folders.state_of(NAME).mkdir()

    with pytest.raises(StudyError):
        library.close()

    assert desk.folders.state_of(SPEECH).is_file()


def test_a_deck_is_held_until_it_is_put_aside_or_deleted(desk: Desk) -> None:
    """A session that waits is resumed only with the decks as they are open now; a new name changes nothing."""
    library = desk.library()
    deck, other = library.deck(NAME), library.deck(SPEECH)
    library.rename(NAME, "别名")

    assert library.holds(deck)

    library.archive("别名")
    library.delete(SPEECH)

    assert not library.holds(deck)
    assert not library.holds(other)


def test_a_copy_of_a_deck_file_is_refused_in_words(desk: Desk) -> None:
    """Two files of one id would share one history."""
    original = desk.folders.decks / f"{NAME}.md"
    (desk.folders.decks / "copy.md").write_bytes(original.read_bytes())
    library = desk.library()
    library.deck(NAME)

    with pytest.raises(StudyError, match="same id"):
        library.deck("copy")
