"""What a person was told is not saved does not count, whatever the disk has kept of it and whatever is done next."""

from pathlib import Path

import pytest

from studytui.cards.card import Card, Kind
from studytui.errors import StudyError
from studytui.memory.replay import replay
from studytui.storage.journal import UnsavedError
from studytui.study.elsewhere import NAME
from studytui.study.library import Library
from studytui.study.session import Session
from tests.study.desk import SPEECH, Desk, asked, asks, on_half_full_disk, seen
from tests.study.fake_disk import HalfFullDisk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A library on a disk that can break."""
    return on_half_full_disk(tmp_path / "library")


def _set_broken(desk: Desk, broken: bool) -> None:
    assert isinstance(desk.disk, HalfFullDisk)
    desk.disk.broken = broken


def _broken(desk: Desk) -> tuple[Library, Session, Card]:
    """One answer is saved; the next can neither be brought to the medium nor taken away again. Gives its card."""
    library = desk.library()
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, 4))
    session.rate(3, 1000, 0)
    card = asked(session)
    _set_broken(desk, True)
    with pytest.raises(UnsavedError, match="NOT saved"):
        session.rate(4, 1000, 0)
    (journal,) = desk.folders.reviews.rglob("*.jsonl")
    assert journal.read_bytes().count(b'"rating":4') == 1
    return library, session, card


def test_what_happened_does_not_tell_of_it(desk: Desk) -> None:
    """The history that is shown has what counts."""
    library, session, card = _broken(desk)

    units = library.deck(SPEECH).units()

    assert [event["card"] for unit in units for event in unit.events if event["kind"] == "review"] == [
        answer.card.id for answer in session.answers
    ]
    assert card.id not in library.deck(SPEECH).progress.memories


def test_the_program_ends_without_it_where_the_disk_is_sound_again(desk: Desk) -> None:
    """The next start knows nothing of it, from the state and from the journals."""
    library, _, card = _broken(desk)
    known = seen(library.deck(SPEECH))
    _set_broken(desk, False)
    library.close()

    deck = desk.library().deck(SPEECH)

    assert card.id not in deck.progress.memories
    assert seen(deck) == known
    assert deck.progress == replay(deck.units(), desk.settings.retention)


def test_no_state_is_kept_where_the_journal_cannot_be_mended(desk: Desk) -> None:
    """It would not be what the next start reads in the journals."""
    library, _, _ = _broken(desk)
    assert isinstance(desk.disk, HalfFullDisk)
    desk.disk.root = desk.folders.reviews
    with pytest.raises(StudyError):
        library.close()
    desk.disk.broken = False

    deck = desk.library().deck(SPEECH)

    assert deck.progress == replay(deck.units(), desk.settings.retention)


def test_a_folder_elsewhere_that_fails_too_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    """The answer is given once more where the library is, and it alone counts."""
    library, session, card = _broken(desk)
    assert isinstance(desk.disk, HalfFullDisk)
    desk.disk.root = tmp_path
    with pytest.raises(StudyError):
        library.save_elsewhere(str(tmp_path / "stick"))
    desk.disk.broken = False

    session.rate(2, 1000, 0)
    known = seen(library.deck(SPEECH))
    library.close()

    again = desk.library()
    again.care.merge(str(tmp_path / "stick" / NAME))
    assert again.deck(SPEECH).memory(card).ratings == (2,)
    assert seen(again.deck(SPEECH)) == known


def test_another_folder_can_be_chosen_after_one_that_failed_too(desk: Desk, tmp_path: Path) -> None:
    """What stands on the failed disk is taken back there."""
    library, session, card = _broken(desk)
    assert isinstance(desk.disk, HalfFullDisk)
    desk.disk.root = tmp_path
    with pytest.raises(StudyError):
        library.save_elsewhere(str(tmp_path / "stick"))
    desk.disk.root = desk.folders.root
    there = library.save_elsewhere(str(tmp_path / "other"))
    session.rate(2, 1000, 0)
    known = seen(library.deck(SPEECH))
    desk.disk.broken = False

    again = desk.library()
    again.care.merge(there)
    again.care.merge(str(tmp_path / "stick" / NAME))
    assert again.deck(SPEECH).memory(card).ratings == (2,)
    assert seen(again.deck(SPEECH)) == known
