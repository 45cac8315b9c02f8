"""Decks in use: each is there once, whoever asks, and what goes wrong with one does not touch the others."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studytui.cards.card import Kind
from studytui.errors import StudyError
from tests.study.desk import DEVICE, SPEECH, Desk, asks, seen, the_speech

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


def test_a_text_edited_outside_while_a_session_runs_does_not_part_the_history_in_two(desk: Desk) -> None:
    """The session goes on with the text as it was, and what it answers counts for the text as it is."""
    library = desk.library()
    deck = library.deck(SPEECH)
    session = desk.session(asks(deck, Kind.POINT, 6))
    session.rate(3, 1000, 0)
    path = desk.folders.decks / f"{SPEECH}.md"
    path.write_text(path.read_text("utf-8").replace("加强领导", "切实加强领导", 1), "utf-8")
    edited = library.deck(SPEECH)
    for _ in range(3):
        session.rate(1, 1000, 0)
        library.deck(SPEECH)
    session.undo()

    assert edited is not deck
    assert [len(memory.ratings) for memory in edited.progress.memories.values()] == [1, 1, 1]
    units = edited.units()
    assert [unit.seq for unit in units if unit.device == DEVICE] == list(range(1, len(units) + 1))
    assert seen(edited) == seen(desk.library().deck(SPEECH))


def test_an_edit_outside_just_before_a_new_name_is_given_is_seen(desk: Desk) -> None:
    """The name changes, and the text is read anew."""
    library = desk.library()
    library.deck(NAME)
    path = desk.folders.decks / f"{NAME}.md"
    path.write_text(path.read_text("utf-8").replace("读书", "多读书", 1), "utf-8")

    library.rename(NAME, "别名")

    assert "多读书" in [node.text for node in library.deck("别名").outline.nodes]
