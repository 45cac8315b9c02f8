"""Other versions of a deck, which merging found: compared, taken in place of the text at hand, or put aside."""

from collections.abc import Callable

from studytui.messages import Message, message
from studytui.outline.deck import Deck
from studytui.storage.folders import Folders
from studytui.study.shelf import Shelf


class OtherVersions:
    """The other versions of the decks of a library.

    Args:
        shelf: The deck files.
        folders: The layout of the library.
        must_write: Refuses where the library is open for reading only.
        change: Gives a deck another file.
    """

    def __init__(
        self,
        shelf: Shelf,
        folders: Folders,
        must_write: Callable[[], None],
        change: Callable[[str, Deck], object],
    ) -> None:
        self._shelf, self._folders, self._must_write, self._change = shelf, folders, must_write, change

    def of(self, name: str) -> tuple[str, ...]:
        """Those of a deck, each called by the deck's name and a device's id."""
        return self._shelf.versions(name)

    def compare(self, name: str, version: str) -> list[Message]:
        """What differs in another version of a deck.

        Raises:
            StudyError: There is no such deck or version, or one cannot be read.
        """
        from studytui.study.comparing import differences

        return differences(self._shelf.read(name), self._shelf.version(version))

    def take(self, name: str, version: str) -> None:
        """Go on with another version of a deck; the text at hand is put aside, all history stays.

        Raises:
            StudyError: There is no such deck or version, or it could not be written.
        """
        self._must_write()
        theirs = self._shelf.version(version)
        self._shelf.keep_aside(name, self._folders)
        self._change(name, theirs)
        self._shelf.drop_version(version, self._folders)

    def drop(self, version: str) -> None:
        """Put another version of a deck aside: the text at hand is the one.

        Raises:
            StudyError: There is no such version, or it could not be moved.
        """
        self._must_write()
        self._shelf.drop_version(version, self._folders)

    def notes(self) -> tuple[Message, ...]:
        """For each deck of which another version waits what a person is told."""
        return tuple(map(_waits_for_you, self._shelf.waiting()))

    def note_of(self, name: str) -> Message | None:
        """What a person should know about a deck: that another version of it waits; None where there is nothing."""
        return _waits_for_you(name) if self._shelf.versions(name) else None


def _waits_for_you(name: str) -> Message:
    return message("Another version waits since a merge: `studytui deck compare '{name}'`", name=name)
