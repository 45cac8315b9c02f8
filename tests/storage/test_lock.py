"""One program writes to a library; the others are told which."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from studytui.storage.lock import Holder, WriterLock

ME = Holder(1234, "mmmmmmmmmm", "2026-11-23 10:00")


def _lock(library: Path, files: Files | None = None) -> WriterLock:
    folders = Folders(library)
    prepare(folders, Files())
    return WriterLock(folders.lock, folders.holder, files or Files())


@contextmanager
def _other_program(library: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another program that holds the lock."""
    command = [sys.executable, "-m", "tests.storage.holding", str(library)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline().strip() == b"held"
        yield other


def test_a_second_program_is_refused_and_told_who_writes(tmp_path: Path) -> None:
    """By process, device and time; and it gets the lock when the first has ended."""
    lock = _lock(tmp_path)
    with _other_program(tmp_path) as other:
        with pytest.raises(StudyError, match=f"process {other.pid} on device dddddddddd since 2026-11-23 09:30"):
            lock.take(ME)
        assert lock.holder() == Holder(other.pid, "dddddddddd", "2026-11-23 09:30")
    assert lock.holder() is None
    lock.take(ME)
    assert lock.holder() == ME
    lock.release()


def test_a_lock_left_by_a_crash_is_no_obstacle(tmp_path: Path) -> None:
    """The system lets go of it; the note that is left says nothing any more."""
    lock = _lock(tmp_path)
    with _other_program(tmp_path) as other:
        other.kill()
    assert Folders(tmp_path).holder.exists()
    assert lock.holder() is None
    lock.take(ME)
    lock.release()


def test_within_one_program_too_there_is_one_writer(tmp_path: Path) -> None:
    """A second holder in another part of the program is refused as well."""
    first, second = _lock(tmp_path), _lock(tmp_path)
    first.take(ME)
    with pytest.raises(StudyError, match="process 1234"):
        second.take(ME)
    assert second.holder() == ME
    first.release()
    second.take(ME)
    second.release()


def test_a_refusal_without_a_note_is_still_a_sentence(tmp_path: Path) -> None:
    """The other program may be just beginning."""
    first, second = _lock(tmp_path), _lock(tmp_path)
    first.take(ME)
    Folders(tmp_path).holder.write_bytes(b"[")
    with pytest.raises(StudyError, match=r"process \? on device"):
        second.take(ME)
    first.release()


def test_asking_in_an_empty_library_makes_nothing(tmp_path: Path) -> None:
    """Who only reads leaves no lock file behind."""
    folders = Folders(tmp_path / "library")
    assert WriterLock(folders.lock, folders.holder, Files()).holder() is None
    assert not folders.root.exists()
