"""The deck files of a library: names, texts, and where they stand."""

import stat
from contextlib import suppress
from pathlib import Path

from studytui.errors import StudyError
from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.storage.files import Files

SUFFIX = ".md"
ASIDE = "archived"


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
        self._files.move(path, self._folder / f"{new}{SUFFIX}")

    def put_aside(self, name: str) -> None:
        """Put a deck's file aside.

        Raises:
            StudyError: There is no such deck.
        """
        path = self.path(name)
        if name in self.aside():
            raise StudyError("Another deck called {name} is put aside already. Rename this one first.", name=name)
        self._files.make_folder(self._folder / ASIDE)
        self._files.move(path, self._folder / ASIDE / path.name)

    def take_back(self, name: str) -> None:
        """Take a deck's file back.

        Raises:
            StudyError: It is not put aside, or another deck has its name.
        """
        if name not in self.aside():
            raise StudyError("No deck called {name} is put aside.", name=name)
        self._must_be_free(name, aside=False)
        self._files.move(self._folder / ASIDE / f"{name}{SUFFIX}", self._folder / f"{name}{SUFFIX}")

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
        found = self._files.names(folder)
        return tuple(name.removesuffix(SUFFIX) for name in found if name.endswith(SUFFIX) and not name.startswith("."))
