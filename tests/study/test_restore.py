"""A backup comes back whole, what was there before is kept, and an interruption loses nothing."""

import errno
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest

from studytui.cards.card import Kind
from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.zips import Unzipped
from studytui.study.care import Care
from studytui.study.library import Library
from studytui.study.merge import Merged
from studytui.study.shelf import Shelf
from tests.storage.faults import ever_after
from tests.study.desk import SPEECH, Desk, asks, seen, the_speech

POINTS = "关于工作的讲话\n一、抓学习\n一是读书\n二是讨论\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A library in which three points were answered."""
    desk = Desk(tmp_path / "library")
    library = desk.library()
    library.take(the_speech())
    _answer(desk, library, 3)
    library.close()
    return desk


def _answer(desk: Desk, library: Library, count: int) -> None:
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, count))
    for _ in range(count):
        session.rate(3, 1000, 0)


def _texts(desk: Desk) -> Mapping[str, bytes]:
    """Every deck and journal, by path."""
    found = [path for folder in ("decks", "reviews") for path in (desk.folders.root / folder).rglob("*")]
    return {path.relative_to(desk.folders.root).as_posix(): path.read_bytes() for path in found if path.is_file()}


def _changed(desk: Desk) -> None:
    """Answer more, change the speech's text, bring in another deck."""
    library = desk.library()
    _answer(desk, library, 5)
    library.keep(library.draft_of_text(POINTS))
    path = desk.folders.decks / f"{SPEECH}.md"
    path.write_text(path.read_text("utf-8").replace("加强领导", "加强组织领导"), "utf-8")
    library.close()


def test_after_a_restore_the_library_is_what_it_was_byte_for_byte(desk: Desk, tmp_path: Path) -> None:
    """Decks and answers; and what was there before is in a backup made first, from which it comes back as well."""
    then, known = _texts(desk), seen(desk.speech())
    file = desk.library().care.back_up(str(tmp_path / "backup.zip"))
    _changed(desk)
    changed = _texts(desk)

    before = desk.library().care.restore(str(file))

    assert _texts(desk) == then
    assert seen(desk.speech()) == known
    assert isinstance(before, str)
    desk.library().care.restore(str(desk.folders.backups / before))
    assert _texts(desk) == changed


def test_a_backup_is_restored_into_an_empty_library(desk: Desk, tmp_path: Path) -> None:
    """As on a new machine; there is nothing to back up first."""
    file = desk.library().care.back_up(str(tmp_path / "backup.zip"))
    new = Desk(tmp_path / "new")

    assert new.library().care.restore(str(file)) == ""
    assert _texts(new) == _texts(desk)


def test_after_a_restore_this_device_writes_a_journal_of_its_own(desk: Desk, tmp_path: Path) -> None:
    """The old one may stand longer on another device, and two would differ."""
    desk.folders.device.write_bytes(b"{}")
    file = desk.library().care.back_up(str(tmp_path / "backup.zip"))
    desk.library().care.restore(str(file))

    assert not desk.folders.device.exists()


def test_answers_given_since_come_back_by_merging_the_backup_made_first(desk: Desk, tmp_path: Path) -> None:
    """The text stays the restored one."""
    file = desk.library().care.back_up(str(tmp_path / "backup.zip"))
    _changed(desk)
    answers = sum(memory.answers for memory in desk.speech().progress.memories.values())
    before = desk.library().care.restore(str(file))

    desk.library().care.merge(str(desk.folders.backups / str(before)))

    assert sum(memory.answers for memory in desk.speech().progress.memories.values()) == answers
    assert "加强组织领导" not in (desk.folders.decks / f"{SPEECH}.md").read_text("utf-8")


def test_a_deleted_deck_comes_back_and_no_other_is_touched(desk: Desk) -> None:
    """With its history."""
    known = seen(desk.speech())
    library = desk.library()
    library.keep(library.draft_of_text(POINTS))
    kept = library.delete(SPEECH)

    done = desk.library().care.restore(str(desk.folders.backups / kept))

    assert isinstance(done, Merged)
    assert done.decks == (SPEECH,)
    assert set(desk.library().names()) == {SPEECH, "关于工作的讲话"}
    assert seen(desk.speech()) == known


def test_what_is_no_backup_is_refused_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    """Text, a zip of something else, one that would write outside, one with a changed byte."""
    before = _texts(desk)
    (tmp_path / "text.zip").write_text("no zip")
    for name, inside in (("other", "photo.jpg"), ("outside", "decks/../../x"), ("absolute", "/decks/x"), ("empty", "")):
        with ZipFile(tmp_path / f"{name}.zip", "w") as zipped:
            if inside:
                zipped.writestr(inside, "x")
    sound = desk.library().care.back_up(str(tmp_path / "sound.zip")).read_bytes()
    (tmp_path / "damaged.zip").write_bytes(sound[:60] + bytes([sound[60] ^ 1]) + sound[61:])
    for name in ("text", "other", "outside", "absolute", "empty", "damaged", "nowhere"):
        with pytest.raises(StudyError, match=f"{name}.zip"):
            desk.library().care.restore(str(tmp_path / f"{name}.zip"))
    assert _texts(desk) == before


def test_a_backup_never_takes_the_place_of_another_file(desk: Desk, tmp_path: Path) -> None:
    """Into a folder it goes under a name of its own."""
    desk.library().care.back_up(str(tmp_path / "backup.zip"))
    with pytest.raises(StudyError, match="is there already"):
        desk.library().care.back_up(str(tmp_path / "backup.zip"))
    assert desk.library().care.back_up(str(tmp_path)).parent == tmp_path


def test_a_restore_that_is_interrupted_loses_nothing_and_is_told(desk: Desk, tmp_path: Path) -> None:
    """The disk fails at any call: what was there is there or in the backup made first, and doing it again ends well."""
    then = _texts(desk)
    file = desk.library().care.back_up(str(tmp_path / "backup.zip"))
    _changed(desk)
    changed = _texts(desk)
    made, at, told = set(desk.folders.backups.iterdir()), 0, 0
    while _texts(desk) == changed or desk.folders.restoring.exists():
        at += 1
        for name, data in changed.items():  # begin anew
            (desk.folders.root / name).write_bytes(data)
        halves = desk.folders.root.rglob("*.tmp")  # what the failing disk did not let anybody remove
        for path in {desk.folders.restoring, *halves, *desk.folders.backups.iterdir()} - made:
            path.unlink(missing_ok=True)
        files = Files(ever_after(at, errno.EIO))
        with suppress(StudyError):
            Care(desk.folders, files, Shelf(desk.folders.decks, files), desk.clock, desk.settings).restore(str(file))
        whole = [dict(_inside(path)) for path in set(desk.folders.backups.glob("*.zip")) - made]
        assert _texts(desk) == changed or changed in whole
        told += any("restore was interrupted" in note.id for note in desk.reader().notes())
    assert told
    assert _texts(desk) == then


def _inside(path: Path) -> Mapping[str, bytes]:
    zipped = Unzipped(path, Files())
    return {name: zipped.read(name) for name in zipped.sums}
