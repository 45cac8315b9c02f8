"""The names of the decks in a library, and of other versions of them; no deck is understood for that."""

import re
from contextlib import suppress
from pathlib import Path

from studytui.errors import StudyError
from studytui.storage.files import Files

SUFFIX = ".md"
ASIDE = "archived"
_VERSION = re.compile(r"(.+)\.([a-z2-7]{10})")
"""Another version of a deck, as a merge leaves it: the deck's name, and the device that it came from."""


class DeckNames:
    """The names of the deck files.

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

    def paths(self) -> list[tuple[str, Path]]:
        """The names and files of the decks, put aside or not."""
        folders = (self._folder, self._folder / ASIDE)
        return [(name, folder / f"{name}{SUFFIX}") for folder in folders for name in self._in(folder)]

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

    def stamp(self, name: str) -> tuple[int, int, int]:
        """What tells whether a deck's file was changed: its time, its size, and which file it is.

        Raises:
            StudyError: It is gone.
        """
        known = self._files.stat(self._folder / f"{name}{SUFFIX}")
        return known.st_mtime_ns, known.st_size, known.st_ino

    def settle(self) -> None:
        """Have the names of all decks on the medium: whoever wrote one may have been killed, or refused, before that.

        Raises:
            StudyError: The disk failed.
        """
        self._files.settle(self._folder)

    def free(self, wish: str) -> str:
        """A name that no deck has: the one wished for, or that with a number behind it."""
        taken = {name.casefold() for name in (*self.names(), *self.aside())}
        name, n = wish, 1
        while name.casefold() in taken:
            n += 1
            name = f"{wish} {n}"
        return name

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
        from studytui.study.deck_file import read_deck  # only where two names look like versions of one deck

        with suppress(StudyError):
            ids = {read_deck(folder / f"{name}{SUFFIX}", self._files).id for name in (version[0], version[1])}
            return len(ids) == 1
        return False
