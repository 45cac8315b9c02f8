"""The deck files of a library: read, written and moved."""

from base64 import b32encode
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from studytui.errors import StudyError
from studytui.outline.deck import Deck
from studytui.outline.deck_write import write
from studytui.storage.aside import copy_aside, put_aside
from studytui.storage.folders import Folders
from studytui.study.deck_file import read_deck
from studytui.study.deck_names import ASIDE, SUFFIX, DeckNames


class Shelf(DeckNames):
    """The deck files, read, written and moved."""

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

    def read_at(self, path: Path) -> Deck:
        """Read a deck's file, put aside or not.

        Raises:
            StudyError: It cannot be read, or is not in the deck file's grammar.
        """
        return self._read(path)

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
        return read_deck(path, self._files)

    def _must_be_free(self, name: str, *, aside: bool = True) -> None:
        taken = (*self.names(), *self.aside()) if aside else self.names()
        if name.casefold() in (other.casefold() for other in taken):
            raise StudyError("A deck called {name} exists already. Choose another name.", name=name)


def mark_of(text: bytes) -> str:
    """What tells a text from others, in the form of a device's id."""
    return b32encode(blake2b(text, digest_size=10).digest()).decode().lower()[:10]
