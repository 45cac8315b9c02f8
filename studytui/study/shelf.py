"""The deck files of a library: names, texts, and where they stand."""

import re
import stat
from base64 import b32encode
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from studytui.errors import StudyError
from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.storage.aside import copy_aside, put_aside
from studytui.storage.files import Files
from studytui.storage.folders import Folders

SUFFIX = ".md"
ASIDE = "archived"
_VERSION = re.compile(r"(.+)\.([a-z2-7]{10})")
"""Another version of a deck, as a merge leaves it: the deck's name, and the device that it came from."""


class Shelf:
    """The deck files.

    Args:
        folder: Where they are; those put aside are in a folder below it.
        files: The door to the disk.
    """

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder, self._files = folder, files

    def names(self) -> tuple[str, ...]:
        """The names of the decks, sorted."""
        return self._in(self._folder)

    def aside(self) -> tuple[str, ...]:
        """The names of the decks that were put aside."""
        return self._in(self._folder / ASIDE)

    def path(self, name: str) -> Path:
        """The file of a deck.

        Raises:
            StudyError: There is no such deck.
        """
        if name not in self.names():
            raise StudyError("There is no deck called {name}. `studytui decks` lists them.", name=name)
        return self._folder / f"{name}{SUFFIX}"

    def versions(self, name: str) -> tuple[str, ...]:
        """The other versions of a deck, each called by the deck's name and a device's id; for one put aside, too."""
        for folder in (self._folder, self._folder / ASIDE):
            own, others = self._sorted_out(folder)
            if name in own:
                return tuple(version for version, of in others.items() if of == name)
        return ()

    def waiting(self) -> tuple[str, ...]:
        """The names of the decks of which another version waits to be compared."""
        return tuple(sorted(set(self._sorted_out(self._folder)[1].values())))

    def version(self, name: str) -> Deck:
        """Read another version of a deck.

        Raises:
            StudyError: There is none of that name, or its file cannot be read.
        """
        for folder in (self._folder, self._folder / ASIDE):
            if name in self._sorted_out(folder)[1]:
                return self._read(folder / f"{name}{SUFFIX}")
        raise StudyError("There is no other version called {name}.", name=name)

    def keep_version(self, name: str, device: str, text: bytes) -> str:
        """Keep another version of a deck beside it; gives its name. A text that is kept already is not kept twice.

        Raises:
            StudyError: It could not be written.
        """
        folder = self._folder if name in self.names() else self._folder / ASIDE
        for known in self.versions(name):
            if self._files.read_bytes(folder / f"{known}{SUFFIX}") == text:
                return known
        version = f"{name}.{device}"
        if self._files.exists(folder / f"{version}{SUFFIX}"):
            version = f"{name}.{mark_of(text)}"
        self._files.replace_durably(folder / f"{version}{SUFFIX}", text)
        return version

    def keep_aside(self, name: str, folders: Folders) -> None:
        """Keep a copy of a deck's file where nothing reads it.

        Raises:
            StudyError: There is no such deck, or it could not be written.
        """
        copy_aside(self.path(name), folders, self._files)

    def drop_version(self, name: str, folders: Folders) -> None:
        """Move another version of a deck to where nothing reads it.

        Raises:
            StudyError: There is none of that name, or it could not be moved.
        """
        self.version(name)
        folder = self._folder if name in self._sorted_out(self._folder)[1] else self._folder / ASIDE
        put_aside(folder / f"{name}{SUFFIX}", folders, self._files)

    def stamp(self, name: str) -> tuple[int, int, int]:
        """What tells whether a deck's file was changed: its time, its size, and which file it is.

        Raises:
            StudyError: It is gone.
        """
        known = self._files.stat(self._folder / f"{name}{SUFFIX}")
        return known.st_mtime_ns, known.st_size, known.st_ino

    def read(self, name: str) -> Deck:
        """Read a deck's file.

        Raises:
            StudyError: There is no such deck, or its file is not in the deck file's grammar.
        """
        return self._read(self.path(name))

    def read_here(self, name: str) -> Deck:
        """Read the file of a deck that is known to be there.

        Raises:
            StudyError: It is gone, or is not in the deck file's grammar.
        """
        return self._read(self._folder / f"{name}{SUFFIX}")

    def text(self, name: str) -> bytes:
        """What stands in a deck's file, put aside or not.

        Raises:
            StudyError: There is no such deck.
        """
        folder = self._folder if name in self.names() else self._folder / ASIDE
        return self._files.read_bytes(folder / f"{name}{SUFFIX}")

    def bring(self, name: str, text: bytes, *, aside: bool) -> str:
        """Keep a deck's file as it is, under its name or, where that is taken, under a like one; gives the name.

        Raises:
            StudyError: It could not be written.
        """
        folder = self._folder / ASIDE if aside else self._folder
        name = self.free(name)
        self._files.make_folder(folder)
        self._files.replace_durably(folder / f"{name}{SUFFIX}", text)
        return name

    def write(self, name: str, deck: Deck) -> None:
        """Write a deck's file whole.

        Raises:
            StudyError: It could not be written.
        """
        self._files.make_folder(self._folder)
        self._files.replace_durably(self._folder / f"{name}{SUFFIX}", write(deck).encode())

    def settle(self) -> None:
        """Have the names of all decks on the medium: whoever wrote one may have been killed, or refused, before that.

        Raises:
            StudyError: The disk failed.
        """
        self._files.settle(self._folder)

    def name_of(self, deck: str, besides: str = "") -> str | None:
        """The name of the deck with an id, put aside or not; files that cannot be read are passed over.

        Args:
            deck: The id.
            besides: A deck, not put aside, that does not count.
        """
        passed = self._folder / f"{besides}{SUFFIX}"
        for folder in (self._folder, self._folder / ASIDE):
            for name in self._in(folder):
                path = folder / f"{name}{SUFFIX}"
                with suppress(StudyError):
                    if path != passed and self._read(path).id == deck:
                        return name
        return None

    def ids(self) -> dict[str, str]:
        """The names of the decks, put aside or not, by their ids; files that cannot be read are passed over."""
        found: dict[str, str] = {}
        for name, path in self.paths():
            with suppress(StudyError):
                found.setdefault(self._read(path).id, name)
        return found

    def paths(self) -> list[tuple[str, Path]]:
        """The names and files of the decks, put aside or not."""
        folders = (self._folder, self._folder / ASIDE)
        return [(name, folder / f"{name}{SUFFIX}") for folder in folders for name in self._in(folder)]

    def read_at(self, path: Path) -> Deck:
        """Read a deck's file, put aside or not.

        Raises:
            StudyError: It cannot be read, or is not in the deck file's grammar.
        """
        return self._read(path)

    def free(self, wish: str) -> str:
        """A name that no deck has: the one wished for, or that with a number behind it."""
        taken = {name.casefold() for name in (*self.names(), *self.aside())}
        name, n = wish, 1
        while name.casefold() in taken:
            n += 1
            name = f"{wish} {n}"
        return name

    def rename(self, name: str, new: str) -> None:
        """Give a deck's file another name.

        Raises:
            StudyError: There is no such deck, or another one has that name.
        """
        path = self.path(name)
        if new.casefold() != name.casefold():
            self._must_be_free(new)
        versions = self.versions(name)
        self._files.move(path, self._folder / f"{new}{SUFFIX}")
        for version in versions:
            self._files.move(
                self._folder / f"{version}{SUFFIX}", self._folder / f"{new}{version.removeprefix(name)}{SUFFIX}"
            )

    def put_aside(self, name: str) -> None:
        """Put a deck's file aside.

        Raises:
            StudyError: There is no such deck.
        """
        self.path(name)
        if name in self.aside():
            raise StudyError("Another deck called {name} is put aside already. Rename this one first.", name=name)
        self._files.make_folder(self._folder / ASIDE)
        self._move(name, self._folder, self._folder / ASIDE)

    def take_back(self, name: str) -> None:
        """Take a deck's file back.

        Raises:
            StudyError: It is not put aside, or another deck has its name.
        """
        if name not in self.aside():
            raise StudyError("No deck called {name} is put aside.", name=name)
        self._must_be_free(name, aside=False)
        self._move(name, self._folder / ASIDE, self._folder)

    def _move(self, name: str, here: Path, there: Path) -> None:
        """Move a deck and its other versions, the deck last: what a crash leaves is still told apart."""
        for one in (*self.versions(name), name):
            self._files.move(here / f"{one}{SUFFIX}", there / f"{one}{SUFFIX}")

    def _read(self, path: Path) -> Deck:
        if not stat.S_ISREG(self._files.stat(path).st_mode):
            raise StudyError(
                "{file} is a folder, a pipe or a device, not a deck file. Move it out of decks/.", file=path.name
            )
        try:
            text = self._files.read_bytes(path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise StudyError(
                "{file} is not UTF-8 text (byte {place}). Save it as UTF-8 and try again.",
                file=path.name,
                place=error.start,
            ) from error
        return read(text, path.name)

    def _must_be_free(self, name: str, *, aside: bool = True) -> None:
        taken = (*self.names(), *self.aside()) if aside else self.names()
        if name.casefold() in (other.casefold() for other in taken):
            raise StudyError("A deck called {name} exists already. Choose another name.", name=name)

    def _in(self, folder: Path) -> tuple[str, ...]:
        return tuple(self._sorted_out(folder)[0])

    def _sorted_out(self, folder: Path) -> tuple[list[str], dict[str, str]]:
        """The names of the decks in a folder, and those of other versions with the deck that each is of."""
        found = self._files.names(folder)
        names = [name.removesuffix(SUFFIX) for name in found if name.endswith(SUFFIX) and not name.startswith(".")]
        decks, maybe = set(names), [version for name in names if (version := _VERSION.fullmatch(name))]
        others = {version[0]: version[1] for version in maybe if version[1] in decks and self._same(folder, version)}
        return [name for name in names if name not in others], others

    def _same(self, folder: Path, version: re.Match[str]) -> bool:
        """Whether two files hold the same deck: a deck may be called talk.conference and be another than talk."""
        with suppress(StudyError):
            ids = {self._read(folder / f"{name}{SUFFIX}").id for name in (version[0], version[1])}
            return len(ids) == 1
        return False


def mark_of(text: bytes) -> str:
    """What tells a text from others, in the form of a device's id."""
    return b32encode(blake2b(text, digest_size=10).digest()).decode().lower()[:10]
