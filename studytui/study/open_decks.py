"""The decks in use: each is opened once, whoever asks for it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
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

MANY = 24
"""Fewer decks are opened sooner than processes are started."""


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
        self._names: dict[str, str] = {}
        self._elsewhere: list[tuple[Folders, str]] = []
        self._alone = RLock()

    def get(self, name: str) -> StudyDeck:
        """Open a deck; one that is open already is handed out again, unless its file was changed by somebody else.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        with self._alone:
            if name in self._open and self._open[name].stamp != (stamp := self._shelf.stamp(name)):
                self._adopt(name, self._shelf.read(name), stamp)
            if self._device is None and name in self._open and self._open[name].behind():
                self._open.pop(name).close()  # somebody else writes, and the reader follows
            if name not in self._open:
                self._open[name] = self._opened(name)
            return self._open[name]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else opens or closes a deck meanwhile."""
        with self._alone:
            yield

    def is_open(self, name: str) -> bool:
        """Whether a deck is open."""
        return name in self._open

    def knows_more(self, name: str) -> bool:
        """Whether more has happened to a deck than is kept of it: it is in use, or answers go elsewhere."""
        return name in self._open or bool(self._elsewhere)

    @contextmanager
    def for_a_moment(self, name: str) -> Iterator[StudyDeck]:
        """A deck, which is closed afterwards, and its state kept, where it was not open before.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        with self._alone:
            passing = name not in self._open
            deck = self.get(name)
            yield deck
            if passing:
                self.let_go((name,))

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
                self._names[self._open[new].id] = new

    def adopt(self, name: str, file: Deck) -> None:
        """Go on with another deck file; one whose tree is another is read anew, and its history goes on."""
        with self._alone:
            if name in self._open:
                self._adopt(name, file, self._shelf.stamp(name))

    def _adopt(self, name: str, file: Deck, stamp: tuple[int, int, int]) -> None:
        deck = self._open[name]
        if deck.adopt(file, stamp):
            return
        if file.id != deck.id:
            self._open.pop(name).close()
            return
        self._open[name] = deck.read_anew(file, stamp)
        self._open[name].note_outline()

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

    def write_elsewhere(self, there: Folders, device: str) -> None:
        """Write the journals of all decks, those opened later too, in another folder and as another device."""
        with self._alone:
            self._elsewhere.append((there, device))
            for deck in self._open.values():
                deck.write_elsewhere(Journal(there.reviews_of(deck.id), device, self._files))

    def notes(self) -> tuple[Message, ...]:
        """What a person should know about their journals: what in them is damaged."""
        with self._alone:
            return tuple(note for deck in self._open.values() for note in deck.notes)

    def _opened(self, name: str) -> StudyDeck:
        self._shelf.path(name)
        stamp = self._shelf.stamp(name)  # before the file is read, so that a change in between is seen
        file = self._shelf.read_here(name)
        self.refuse_twin(file.id, name)
        reviews, journal = self._folders.reviews_of(file.id), None
        if self._device is not None:
            self._shelf.settle()  # no answer is safe while its deck is not
            journal = Journal(reviews, self._device, self._files)
        kept = self._folders.state_of(name)
        history = History(file.id, reviews, kept, journal, self._files, self._now, self._settings)
        for there, device in self._elsewhere:  # one after the other failed; what was answered there counts
            history.write_elsewhere(Journal(there.reviews_of(file.id), device, self._files))
        deck = StudyDeck(name, file, history, stamp)
        deck.note_outline()
        return deck

    def kept_again(self, names: Sequence[str]) -> Iterator[str]:
        """Have the state of decks made again, where they are many; gives each when that was tried, in no order."""
        if len(names) < MANY or self._device is None or self._elsewhere:
            yield from names
            return
        from studytui.study.rebuilding import kept_again  # starts processes, which is for the rare moment

        root, retention = self._folders.root, self._settings.retention
        yield from kept_again(root, self._device, self._now(), retention, names)

    def let_go(self, names: Iterable[str]) -> None:
        """Close decks that were opened for a moment, and keep what they add up to."""
        with self._alone:
            for name in names:
                deck = self._open.get(name)
                # What has to be told is told by the deck that found it, so that one stays.
                if deck is None or deck.notes or deck.matching.changed:
                    continue
                with suppress(StudyError):  # the journals have it all
                    deck.save()
                self._open.pop(name).close()

    def refuse_twin(self, id_: str, name: str) -> None:
        """Refuse a deck whose id another one has that is still there.

        Raises:
            StudyError: There is one, and the sentence says so.
        """
        twin = self._names.setdefault(id_, name)
        if twin != name and twin in self._shelf.names():
            raise same_id(name, twin)
        self._names[id_] = name


def same_id(name: str, other: str) -> StudyError:
    """Two files of one id would write into each other's progress, and deleting one would take the other's away."""
    return StudyError(
        "{name} has the same id as {other}, as a copy of its file has. Change a letter of the id in one of the two.",
        name=name,
        other=other,
    )
