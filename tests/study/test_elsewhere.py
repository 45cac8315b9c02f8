"""When the disk of the library fails, answers go into another folder, from which they come back."""

from pathlib import Path

import pytest

from studytui.cards.card import Kind
from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.journal import UnsavedError
from studytui.study.elsewhere import NAME
from studytui.study.library import Library
from studytui.study.looking import all_units
from studytui.study.session import Session
from tests.study.desk import SPEECH, Desk, asks, on_half_full_disk, seen
from tests.study.fake_disk import HalfFullDisk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A library on a disk that can be full while others are not."""
    return on_half_full_disk(tmp_path / "library")


def _failed(desk: Desk) -> tuple[Library, Session]:
    """Two answers are saved, the third is not: the disk is full."""
    library = desk.library()
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, 6))
    session.rate(3, 1000, 0)
    session.rate(1, 1000, 0)
    desk.disk.full = True
    with pytest.raises(UnsavedError, match="NOT saved"):
        session.rate(3, 1000, 0)
    return library, session


def test_the_session_goes_on_in_another_folder(desk: Desk, tmp_path: Path) -> None:
    """Everything counts at once; undo works; nothing of the library is written."""
    library, session = _failed(desk)
    before = {path: path.read_bytes() for path in desk.folders.root.rglob("*") if path.is_file()}

    there = Path(library.save_elsewhere(str(tmp_path / "stick")))
    session.rate(3, 1000, 0)
    session.rate(2, 1000, 0)
    session.undo()
    session.rate(4, 1000, 0)
    library.close()

    assert there == tmp_path / "stick" / NAME
    assert len(library.deck(SPEECH).progress.memories) == 4
    assert {path: path.read_bytes() for path in desk.folders.root.rglob("*") if path.is_file()} == before
    assert any(str(there) in str(note.arguments.get("path")) for note in library.notes())


@pytest.mark.parametrize("way", ["merge", "repair"])
def test_answers_come_back_by_merge_and_by_repair(desk: Desk, tmp_path: Path, way: str) -> None:
    """Each once, however often it is done; afterwards nothing is said any more."""
    library, session = _failed(desk)
    desk.disk.full = False  # room enough for the note of where they are
    there = library.save_elsewhere(str(tmp_path / "stick"))
    while session.step is not None:
        session.rate(3, 1000, 0)
    known = seen(library.deck(SPEECH))

    again = desk.library()
    assert [note.arguments["path"] for note in again.notes()] == [Path(there)]
    assert [one.finding.kind for one in again.care.check() if one.wrong] == ["elsewhere"]
    if way == "merge":
        assert again.care.merge(there).units > 3
    else:
        assert not any(one.wrong for one in again.care.check(repair=True))

    assert again.care.merge(there).units == 0
    assert desk.library().notes() == ()
    assert seen(desk.speech()) == known
    ids = [unit.id for _, unit in all_units(desk.library())]
    assert len(ids) == len(set(ids))


def test_a_deck_opened_later_is_saved_there_too(desk: Desk, tmp_path: Path) -> None:
    """All decks are, until the program ends."""
    library = desk.library()
    there = library.save_elsewhere(str(tmp_path / "stick"))
    desk.disk.full = True
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, 1))
    session.rate(3, 1000, 0)

    assert list(Path(there).rglob("*.jsonl"))


def test_a_folder_that_will_not_do_is_refused_and_can_be_chosen_again(desk: Desk, tmp_path: Path) -> None:
    """One within the library, one that is a file, a link that leads to itself."""
    library, session = _failed(desk)
    (tmp_path / "file").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for folder in (desk.folders.root / "inside", desk.folders.root, tmp_path / "file", tmp_path / "loop"):
        with pytest.raises(StudyError):
            library.save_elsewhere(str(folder))
    library.save_elsewhere(str(tmp_path / "stick"))
    session.rate(3, 1000, 0)


NOWHERE = ["~nobody-is-called-so/x", "a\0b", "\ud800"]
"""Of a user who is not there, and names that no file can have."""


@pytest.mark.parametrize("folder", NOWHERE)
def test_a_folder_that_cannot_be_is_refused_in_words(desk: Desk, tmp_path: Path, folder: str) -> None:
    """And another one can be chosen."""
    library, session = _failed(desk)
    with pytest.raises(StudyError):
        library.save_elsewhere(folder)

    library.save_elsewhere(str(tmp_path / "stick"))
    session.rate(3, 1000, 0)


@pytest.mark.parametrize("path", NOWHERE)
def test_a_copy_or_a_backup_that_cannot_be_is_refused_in_words(desk: Desk, path: str) -> None:
    """Whatever is to be done with it."""
    care = desk.library().care
    for do in (care.merge, care.restore, care.back_up):
        with pytest.raises(StudyError):
            do(path)


@pytest.mark.parametrize("tries", [1, 2])
def test_what_was_said_not_to_be_saved_does_not_count_though_the_disk_has_kept_it(
    desk: Desk, tmp_path: Path, tries: int
) -> None:
    """It could not be synced and not be cut off; the answer that was given once more elsewhere is the one."""
    library = desk.library()
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, 4))
    session.rate(3, 1000, 0)
    disk = desk.disk
    assert isinstance(disk, HalfFullDisk)
    disk.broken = True
    for _ in range(tries):
        with pytest.raises(UnsavedError, match="NOT saved"):
            session.rate(4, 1000, 0)
    (kept,) = desk.folders.reviews.rglob("*.jsonl")
    assert kept.read_bytes().count(b'"rating":4') == 1

    there = library.save_elsewhere(str(tmp_path / "stick"))
    session.rate(2, 1000, 0)
    session.rate(3, 1000, 0)
    session.undo()
    known = seen(library.deck(SPEECH))
    disk.broken = False
    again = desk.library()
    again.care.merge(there)

    assert seen(again.deck(SPEECH)) == known
    assert [memory.ratings for memory in known[0].memories.values()] == [(3,), (2,)]


@pytest.mark.parametrize("back", [0, 1, 400])
def test_a_disk_that_can_no_longer_be_read_and_a_clock_set_back_stop_nothing(
    desk: Desk, tmp_path: Path, back: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is saved elsewhere counts behind all that is known, whatever the clock says and the new device is called."""
    library, session = _failed(desk)
    library.save_elsewhere(str(tmp_path / "stick"))
    desk.clock.pass_days(-back)
    monkeypatch.setattr(Files, "read_bytes", _unreadable)
    monkeypatch.setattr(Files, "names", _unreadable)
    session.rate(3, 1000, 0)

    assert len(library.deck(SPEECH).progress.memories) == 3


def test_a_second_disk_that_fails_too_leaves_what_was_saved_on_it_counting(desk: Desk, tmp_path: Path) -> None:
    """After an undo, for which all is read anew, and in a deck that was closed meanwhile."""
    library, session = _failed(desk)
    library.save_elsewhere(str(tmp_path / "first"))
    session.rate(3, 1000, 0)
    second = library.save_elsewhere(str(tmp_path / "second"))
    session.rate(2, 1000, 0)
    session.rate(1, 1000, 0)
    session.undo()
    known = seen(library.deck(SPEECH))
    assert len(known[0].memories) == 4

    library.let_go([SPEECH])
    assert not library.is_open(SPEECH)
    assert seen(library.deck(SPEECH)) == known

    desk.disk.full = False
    again = desk.library()
    again.care.merge(str(tmp_path / "first" / NAME))
    again.care.merge(second)
    assert seen(again.deck(SPEECH)) == known


def test_all_folders_are_told_though_the_library_can_note_none(desk: Desk, tmp_path: Path) -> None:
    """The first one failed too, but holds what was answered before; what can be noted at the end is."""
    library, session = _failed(desk)
    first = library.save_elsewhere(str(tmp_path / "first"))
    session.rate(3, 1000, 0)
    second = library.save_elsewhere(str(tmp_path / "second"))

    assert [str(note.arguments.get("path")) for note in library.notes()] == [first, second]
    desk.disk.full = False
    library.close()
    assert [str(note.arguments.get("path")) for note in desk.library().notes()] == [first, second]


def test_the_list_counts_what_was_answered_elsewhere_though_its_deck_was_closed(desk: Desk, tmp_path: Path) -> None:
    """The state that is kept in the library knows nothing of it."""
    library = desk.library()
    library.deck(SPEECH)
    library.save()
    library.save_elsewhere(str(tmp_path / "stick"))
    new = library.rows.summary(SPEECH).new
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, 3))
    for _ in range(3):
        session.rate(1, 1000, 0)
    library.let_go([SPEECH])

    assert library.rows.summary(SPEECH).new == new - 3
    assert len(library.rows.weak(SPEECH)) == 3


def _unreadable(*_: object) -> bytes:
    raise StudyError("{path} cannot be read.", path="it")
