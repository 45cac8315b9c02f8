"""The door to the disk: whole files, private ones, and refusals in words."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.reasons import unreadable, unwritable
from tests.storage.faults import once, recording

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such permissions nor such links")


def test_a_file_is_on_the_medium_before_it_takes_its_name(tmp_path: Path) -> None:
    """Written, synced, renamed, and then the name synced; in another order a power cut leaves an empty file."""
    disk = recording()
    Files(disk).replace_durably(tmp_path / "file", b"new")
    assert disk.trace == ["open", "write", "fsync", "close", "replace", "fsync_folder"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_refused_replacement_leaves_the_old_file_and_nothing_else(tmp_path: Path, code: int) -> None:
    """Whichever call fails, the file is whole and no unfinished one stays."""
    path = tmp_path / "file"
    for at in range(1, 7):
        path.write_bytes(b"old")
        with pytest.raises(StudyError, match="file"):
            Files(once(at, code)).replace_durably(path, b"new")
        assert path.read_bytes() == (b"old" if at < 6 else b"new")
        assert list(tmp_path.iterdir()) == [path]


@posix
def test_what_is_made_is_for_its_owner_only(tmp_path: Path) -> None:
    """Whatever is set for new files elsewhere."""
    before = os.umask(0)
    try:
        Files().make_folder(tmp_path / "a" / "b")
        Files().replace_durably(tmp_path / "a" / "b" / "c", b"")
    finally:
        os.umask(before)
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "a", tmp_path / "a/b", tmp_path / "a/b/c")]
    assert modes == [0o700, 0o700, 0o600]


@posix
def test_a_file_behind_a_link_is_written_and_the_link_stays(tmp_path: Path) -> None:
    """A person may keep a deck elsewhere."""
    real, link = tmp_path / "real", tmp_path / "link"
    link.symlink_to(real)
    Files().replace_durably(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_part_of_a_file_is_read(tmp_path: Path) -> None:
    """From an offset on, as much as was asked for or is there."""
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    files = Files()
    assert (files.read_bytes(path, 4), files.read_bytes(path, 4, 3), files.read_bytes(path, 8, 9)) == (
        b"456789",
        b"456",
        b"89",
    )


def test_what_is_not_there_has_no_names_and_is_removed_already(tmp_path: Path) -> None:
    """Neither is an error; reading it is."""
    files, nowhere = Files(), tmp_path / "nowhere"
    assert files.names(nowhere) == ()
    files.remove(nowhere)
    files.remove_folder(nowhere)
    with pytest.raises(StudyError, match="does not exist"):
        files.read_bytes(nowhere)


def test_a_file_is_moved_with_its_name_synced_in_both_folders(tmp_path: Path) -> None:
    """Or a power cut could leave it in both places or in none."""
    (tmp_path / "to").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    disk = recording()
    Files(disk).move(tmp_path / "file", tmp_path / "to" / "file")
    assert disk.trace == ["replace", "fsync_folder", "fsync_folder"]
    assert (tmp_path / "to" / "file").read_bytes() == b"x"


def test_the_name_of_a_new_folder_is_on_the_medium(tmp_path: Path) -> None:
    """And so are those above it, from the outermost, which may be as new."""
    disk = recording()
    Files(disk).make_folder(tmp_path / "a" / "b")
    assert disk.trace == ["stat"] * 3 + ["fsync_folder"] + ["make_folder", "fsync_folder"] * 2


def test_the_name_of_a_folder_that_exists_is_on_the_medium_too(tmp_path: Path) -> None:
    """Whoever made it may have been killed before that."""
    disk = recording()
    Files(disk).make_folder(tmp_path)
    assert disk.trace == ["stat", "fsync_folder"]


def test_what_was_removed_does_not_come_back_after_a_power_cut(tmp_path: Path) -> None:
    """The folder is synced after each removal."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    disk = recording()
    Files(disk).remove(tmp_path / "file")
    Files(disk).remove_folder(tmp_path / "folder")
    assert disk.trace == ["unlink", "fsync_folder", "remove_folder", "fsync_folder"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("refused", [unreadable, unwritable])
@pytest.mark.parametrize(
    "code", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.ENOENT, errno.EEXIST, errno.EMFILE, 0]
)
def test_every_refusal_is_a_sentence_that_names_the_file(
    refused: Callable[[OSError, Path], StudyError], code: int
) -> None:
    """Also those that no sentence was written for."""
    sentence = str(refused(OSError(code, "?") if code else OSError("?"), Path("some/file")))
    assert str(Path("some/file")) in sentence
    assert sentence.endswith(".")
