"""A library is found, made, and tried before anything is asked."""

import errno
from pathlib import Path

import pytest
from platformdirs import user_data_path

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.folders import VARIABLE, Folders, library_folder, prepare
from tests.storage.faults import refusing


def test_the_argument_goes_before_the_environment_and_that_before_the_system(tmp_path: Path) -> None:
    """An empty variable is none."""
    environment = {VARIABLE: str(tmp_path / "environment")}
    assert library_folder(str(tmp_path), environment) == tmp_path
    assert library_folder(None, environment) == tmp_path / "environment"
    assert library_folder(None, {VARIABLE: ""}) == user_data_path("studytui", appauthor=False)


def test_a_library_is_made_and_found_again_as_it_is(tmp_path: Path) -> None:
    """What the person changed in the lists of what does not travel stays changed, and nothing is left of the tries."""
    folders = Folders(tmp_path / "a" / "library")
    prepare(folders, Files())
    ignored = folders.root / ".gitignore"
    assert "/state" in ignored.read_text()
    ignored.write_text("mine\n")
    prepare(folders, Files())
    assert ignored.read_text() == "mine\n"
    names = {path.relative_to(folders.root).as_posix() for path in folders.root.rglob("*")}
    assert names == {"decks", "reviews", "state", "backups", ".gitignore", ".stignore", ".gitattributes"}


def test_what_git_shall_not_touch_is_said_to_it(tmp_path: Path) -> None:
    """Changed line ends would fail every checksum."""
    prepare(Folders(tmp_path), Files())
    assert (tmp_path / ".gitattributes").read_text() == "/reviews/** -text\n"


@pytest.mark.parametrize("name", ["", "decks", "reviews", "state", "backups"])
def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path, name: str) -> None:
    """Before the first question, not after the first answer."""
    library = tmp_path / "library"
    if name:
        library.mkdir()
    (library / name).write_text("")
    with pytest.raises(StudyError):
        prepare(Folders(library), Files())


@pytest.mark.parametrize(("code", "words"), [(errno.EROFS, "only be read"), (errno.EACCES, "permission is denied")])
def test_a_library_that_cannot_be_written_is_told(tmp_path: Path, code: int, words: str) -> None:
    """Although all of it is there and can be read."""
    prepare(Folders(tmp_path), Files())
    with pytest.raises(StudyError, match=words):
        prepare(Folders(tmp_path), Files(refusing({"open"}, code)))
