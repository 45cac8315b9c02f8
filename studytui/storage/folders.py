"""Where a library is, what is where in it, and whether it can be written at all."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.reasons import reading

VARIABLE = "STUDYTUI_LIBRARY"

_STAYS_HERE = ("/state", "/backups", "/library.lock")
_LISTS = {
    # What is derived, and what is this device's own, never travels.
    ".gitignore": "".join(f"{name}\n" for name in (*_STAYS_HERE, ".*.tmp")),
    ".stignore": "".join(f"{name}\n" for name in (*_STAYS_HERE, ".*.tmp")),
    # Git on Windows would change the line ends of journals, and every checksum would fail.
    ".gitattributes": "/reviews/** -text\n",
}


class Folders(NamedTuple):
    """The layout of a library.

    Attributes:
        root: The folder of the library.
    """

    root: Path

    @property
    def decks(self) -> Path:
        """What is learnt: a text file a deck."""
        return self.root / "decks"

    @property
    def reviews(self) -> Path:
        """What happened: a folder a deck, a file a device."""
        return self.root / "reviews"

    @property
    def state(self) -> Path:
        """What is derived, and this device's own."""
        return self.root / "state"

    @property
    def backups(self) -> Path:
        """Copies of decks and reviews."""
        return self.root / "backups"

    @property
    def lock(self) -> Path:
        """The file that the one writer locks."""
        return self.root / "library.lock"

    @property
    def device(self) -> Path:
        """The file that says which device this is."""
        return self.state / "device.json"

    @property
    def holder(self) -> Path:
        """The file that says who holds the lock."""
        return self.state / "holder.json"

    @property
    def aside(self) -> Path:
        """Where a repair puts what cannot be used."""
        return self.backups / "aside"

    @property
    def restoring(self) -> Path:
        """The file that is there while a backup is put back."""
        return self.state / "restoring.json"

    @property
    def elsewhere(self) -> Path:
        """The file that says where answers were saved when the disk failed."""
        return self.state / "elsewhere.json"

    def reviews_of(self, deck: str) -> Path:
        """The folder of the journals of a deck, given by its id."""
        return self.reviews / deck

    def state_of(self, name: str) -> Path:
        """The file of what is derived of a deck, given by its name."""
        # With an ending of its own: a deck may be called "device" or "preferences".
        return self.state / f"{name}.deck.json"

    def words_of(self, deck: str) -> Path:
        """The file of what was looked up about the words of a deck, given by its id."""
        return self.state / f"{deck}.words.json"

    @property
    def all(self) -> tuple[Path, ...]:
        """The folders of the library."""
        return (self.decks, self.reviews, self.state, self.backups)


def library_folder(explicit: str | Path | None, environment: Mapping[str, str]) -> Path:
    """Where the library is: what was asked for, else what the environment says, else the system's place for data."""
    asked = explicit or environment.get(VARIABLE)
    if asked:
        return path_of(asked)
    from platformdirs import user_data_path

    return user_data_path("studytui", appauthor=False)


def path_of(written: str | Path) -> Path:
    """The path that a person has written, a ``~`` at its beginning written out.

    Raises:
        StudyError: It names the home of a user that is not there, or what no file can be called.
    """
    try:
        path = Path(written).expanduser()
    except RuntimeError as error:
        raise StudyError(
            "{path} names the home of a user that is not there. Write the whole path.", path=written
        ) from error
    with reading(path):
        os.fsencode(path)
    if "\0" in str(path):
        raise StudyError("{path} does not exist.", path=path)
    return path


def prepare(folders: Folders, files: Files) -> None:
    """Make what is missing of a library, for its owner only, and make sure that it can be written.

    Raises:
        StudyError: It cannot be made or written; the sentence says why.
    """
    for folder in (folders.root, *folders.all):
        files.make_folder(folder)
        files.close_to_others(folder)
        files.try_writing(folder)
    for name in _LISTS:
        if not files.exists(folders.root / name):  # one that the person has changed is theirs; a check tells
            write_list(folders, files, name)


def list_files() -> tuple[str, ...]:
    """The names of the files that tell git and Syncthing what stays here."""
    return tuple(_LISTS)


def lacking_lines(folders: Folders, files: Files, name: str) -> list[str]:
    """The lines that such a file lacks; a person may have written others into it."""
    path = folders.root / name
    known = files.read_bytes(path).decode("utf-8", "replace").splitlines() if files.exists(path) else []
    return [line for line in _LISTS[name].splitlines() if line not in known]


def write_list(folders: Folders, files: Files, name: str) -> None:
    """Add to such a file what it lacks.

    Raises:
        StudyError: It could not be written.
    """
    path = folders.root / name
    text = files.read_bytes(path) if files.exists(path) else b""
    if text and not text.endswith(b"\n"):
        text += b"\n"
    lacking = lacking_lines(folders, files, name)
    files.replace_durably(path, text + "".join(f"{line}\n" for line in lacking).encode())
