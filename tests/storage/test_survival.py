"""Nothing that was acknowledged is lost: not by kill -9 between any two calls, nor by a disk that refuses one."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from studytui.errors import StudyError
from studytui.storage.backup import unzipped
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.journal import Harm, Reading, read
from studytui.storage.line import encode
from tests.storage.faults import Filling, Sipping, ever_after, once, recording
from tests.storage.scripts import NAME, TORN, acknowledgements, delete, journal_of, study, unit

forks = pytest.mark.skipif(sys.platform == "win32", reason="children are made by fork")


def _play_killed(script: str, folder: Path) -> list[Path]:
    """Play a script, killed at each call in turn; the folders that this left behind."""
    subprocess.run([sys.executable, "-m", "tests.storage.scripts", script, str(folder)], check=True, timeout=60)
    return sorted(folder.iterdir(), key=lambda place: int(place.name))


def _reading_of(library: Path) -> Reading:
    return read(journal_of(library, Files()).path, Files())


def _ids(library: Path) -> list[str]:
    return [unit.id for unit in _reading_of(library).units]


def _torn_kept(library: Path) -> bool:
    """Whether the half line is still somewhere."""
    journal = journal_of(library, Files()).path
    return any(TORN in path.read_bytes() for path in journal.parent.iterdir())


def _assert_goes_on(library: Path) -> None:
    """The journal takes another unit and then has no half line."""
    before = _ids(library)
    journal = journal_of(library, Files())
    journal.append(unit(9))
    journal.close()
    assert _ids(library) == [*before, "unit-9"]
    assert not _reading_of(library).damage


@forks
def test_what_was_acknowledged_is_there_after_kill_9_before_any_call(tmp_path: Path) -> None:
    """Every acknowledged unit is read, at most the one under way besides, and the journal goes on."""
    places = _play_killed("study", tmp_path)
    assert len(places) > 60
    assert acknowledgements(places[-1]) == ["unit-1", "unit-2", "unit-3", "unit-4"]
    for place in places:
        found, acknowledged = _ids(place / "library"), acknowledgements(place)
        assert found[: len(acknowledged)] == acknowledged, place
        assert len(found) <= len(acknowledged) + 1, place
        assert all(damage.harm is Harm.TORN for damage in _reading_of(place / "library").damage)
        assert "unit-3" not in acknowledged or _torn_kept(place / "library")
        _assert_goes_on(place / "library")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_one_refused_call_loses_nothing_and_invents_nothing(tmp_path: Path, code: int) -> None:
    """What was refused once and written again is there once, and nothing that was refused is."""
    disk = recording()
    study(tmp_path / "sound", disk, lambda _: None)
    for at in range(1, len(disk.trace) + 1):
        library, acknowledged = tmp_path / str(at), list[str]()
        study(library, once(at, code), acknowledged.append)
        assert acknowledged == ["unit-1", "unit-2", "unit-3", "unit-4"], (at, disk.trace[at - 1])
        assert _ids(library) == acknowledged, (at, disk.trace[at - 1])
        assert _torn_kept(library)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_fails_for_good_keeps_what_was_acknowledged(tmp_path: Path, code: int) -> None:
    """What was acknowledged before is there, and the journal goes on once the disk is sound."""
    disk = recording()
    study(tmp_path / "sound", disk, lambda _: None)
    for at in range(1, len(disk.trace) + 1):
        library, acknowledged = tmp_path / str(at), list[str]()
        study(library, ever_after(at, code), acknowledged.append)
        assert [id_ for id_ in _ids(library) if id_ in acknowledged] == acknowledged, at
        _assert_goes_on(library)


@pytest.mark.parametrize("most", [1, 7, 100])
def test_a_disk_that_takes_few_bytes_at_a_time_gets_them_all(tmp_path: Path, most: int) -> None:
    """A short count is no error, so the rest is written too."""
    acknowledged: list[str] = []
    study(tmp_path / "library", Sipping(most), acknowledged.append)
    assert _ids(tmp_path / "library") == acknowledged == ["unit-1", "unit-2", "unit-3", "unit-4"]


def test_a_disk_that_fills_up_within_a_line_keeps_the_lines_before(tmp_path: Path) -> None:
    """The line that did not fit is gone as a whole."""
    for room in range(0, 500, 13):
        journal = journal_of(tmp_path / str(room), Files(Filling(room, errno.ENOSPC)))
        fitting = room // (len(encode(unit(1))) + 1)
        for seq in range(1, fitting + 1):
            journal.append(unit(seq))
        with pytest.raises(StudyError, match="NOT saved"):
            journal.append(unit(fitting + 1))
        journal.close()
        assert _ids(tmp_path / str(room)) == [unit(seq).id for seq in range(1, fitting + 1)]
        assert not _reading_of(tmp_path / str(room)).damage


@forks
def test_a_deck_deleted_under_kill_9_is_in_its_place_or_in_the_backup(tmp_path: Path) -> None:
    """There is no moment without the deck and its journals."""
    places = _play_killed("delete", tmp_path)
    assert acknowledgements(places[-1]) == ["deleted"]
    for place in places:
        _assert_deck_survives(Folders(place / "library"))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_deck_whose_deletion_is_refused_is_in_its_place_or_in_the_backup(tmp_path: Path, code: int) -> None:
    """A refusal of any call loses nothing, and is told."""
    disk = recording()
    delete(tmp_path / "sound", disk, lambda _: None)
    for at in range(1, len(disk.trace) + 1):
        acknowledged: list[str] = []
        library = tmp_path / str(at)
        try:
            delete(library, once(at, code), acknowledged.append)
        except StudyError:
            assert not acknowledged
        _assert_deck_survives(Folders(library))


def _assert_deck_survives(folders: Folders) -> None:
    """The deck and its journal are both in their places, or both in one zip."""
    journal = journal_of(folders.root, Files()).path
    names = (folders.decks / f"{NAME}.md", journal)
    if all(path.exists() for path in names):
        return
    backup = next(folders.backups.glob("*.zip"))
    assert unzipped(backup, Files()).keys() == {path.relative_to(folders.root).as_posix() for path in names}
