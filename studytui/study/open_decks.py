"""The decks in use: each is opened once, whoever asks for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from studytui.errors import StudyError
from studytui.messages import Message
from studytui.outline.deck import Deck
from studytui.settings import Settings
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.journal import Journal
from studytui.study.day import Clock
from studytui.study.deck import StudyDeck
from studytui.study.history import History
from studytui.study.shelf import Shelf


class OpenDecks:
    """The decks in use, by name.

    The worker that counts and the screens open decks at the same time. Two objects of one deck would write past each
    other, so only one of them gets in.

    Args:
        shelf: The deck files.
        folders: The layout of the library.
        files: The door to the disk.
        now: Tells the moment.
        settings: What due dates depend on.
        device: Id of the device that writes; None where nothing is to be written.
    """

    def __init__(
        self, shelf: Shelf, folders: Folders, files: Files, now: Clock, settings: Settings, device: str | None
    ) -> None:
        self._shelf, self._folders, self._files = shelf, folders, files
        self._now, self._settings, self._device = now, settings, device
        self._open: dict[str, StudyDeck] = {}
        self._stamps: dict[str, tuple[int, int, int]] = {}
        self._alone = RLock()

    def get(self, name: str) -> StudyDeck:
        """Open a deck; one that is open already is handed out again, unless its file was changed by somebody else.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        with self._alone:
            if name in self._open and self._stamps.get(name) != (stamp := self._shelf.stamp(name)):
                self._adopt(name, self._shelf.read(name), stamp)
            if self._device is None and name in self._open and self._open[name].behind():
                self._open.pop(name).close()  # somebody else writes, and the reader follows
            if name not in self._open:
                self._open[name] = self._opened(name)
            return self._open[name]

    def holds(self, deck: StudyDeck) -> bool:
        """Whether this is the deck as it is open now."""
        return self._open.get(deck.name) is deck

    def rename(self, name: str, new: str) -> None:
        """Go on with an open deck under another name.

        The same object goes on: a session that waits to be resumed holds it.
        """
        with self._alone:
            if name in self._open:
                self._open[new] = self._open.pop(name)
                self._open[new].rename(new, self._folders.state_of(new))
                self._stamps[new] = self._shelf.stamp(new)

    def adopt(self, name: str, file: Deck) -> None:
        """Go on with another deck file; one whose tree is another is opened anew."""
        with self._alone:
            if name in self._open:
                self._adopt(name, file, self._shelf.stamp(name))

    def _adopt(self, name: str, file: Deck, stamp: tuple[int, int, int]) -> None:
        if self._open[name].adopt(file):
            self._stamps[name] = stamp
        else:
            self._open.pop(name).close()

    @contextmanager
    def kept_closed(self, name: str) -> Iterator[None]:
        """A deck is not in use in here, and nobody opens it."""
        with self._alone:
            if name in self._open:
                self._open.pop(name).close()
            yield

    def save(self) -> None:
        """Bring the state files up to date.

        Raises:
            StudyError: One could not be written; the others are, and the journals have it all.
        """
        failed: StudyError | None = None
        with self._alone:
            for deck in self._open.values():
                try:
                    deck.save()
                except StudyError as error:
                    failed = failed or error
        if failed is not None:
            raise failed

    def close(self) -> None:
        """Let go of all of them."""
        with self._alone:
            for deck in self._open.values():
                deck.close()
            self._open.clear()

    def notes(self) -> tuple[Message, ...]:
        """What a person should know about their journals: what in them is damaged."""
        with self._alone:
            return tuple(note for deck in self._open.values() for note in deck.notes)

    def _opened(self, name: str) -> StudyDeck:
        stamp = self._shelf.stamp(name) if name in self._shelf.names() else None
        file = self._shelf.read(name)
        twin = next((deck.name for deck in self._open.values() if deck.id == file.id), None)
        if twin is not None and twin in self._shelf.names():
            raise same_id(name, twin)
        reviews = self._folders.reviews_of(file.id)
        journal = None if self._device is None else Journal(reviews, self._device, self._files)
        kept = self._folders.state_of(name)
        history = History(file.id, reviews, kept, journal, self._files, self._now, self._settings)
        deck = StudyDeck(name, file, history)
        deck.note_outline()
        if stamp is not None:
            self._stamps[name] = stamp
        return deck


def same_id(name: str, other: str) -> StudyError:
    """Two files of one id would write into each other's progress, and deleting one would take the other's away."""
    return StudyError(
        "{name} has the same id as {other}, as a copy of its file has. Change a letter of the id in one of the two.",
        name=name,
        other=other,
    )
