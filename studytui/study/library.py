"""The library: its decks, opened, made, renamed, put aside and deleted."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from studytui.errors import StudyError
from studytui.memory.replay import Daily
from studytui.memory.weak import Reason
from studytui.messages import Message, message
from studytui.outline.deck import Deck
from studytui.settings import Settings
from studytui.storage.device import DECK_ID, device_id, known_device, new_id
from studytui.storage.files import Files
from studytui.storage.folders import Folders, library_folder, prepare
from studytui.storage.lock import Holder, InUseError, WriterLock
from studytui.study.bring import Draft, deck_name, drafted
from studytui.study.bundled import Bundled, bundled
from studytui.study.care import Care
from studytui.study.day import Clock, study_day
from studytui.study.deck import StudyDeck
from studytui.study.elsewhere import begun, waits
from studytui.study.open_decks import OpenDecks, same_id
from studytui.study.preferences import Preferences
from studytui.study.shelf import Shelf
from studytui.study.summary import Summary
from studytui.study.wordbook import Wordbook
from studytui.study.words import Words

__all__ = ["Holder", "InUseError", "Library"]

FOLD, APART = "zh=z", "no"
"""The choice of who wants zh, ch and sh told from z, c and s; without it they count as the same."""


class Library:
    """A library, open to be read or to be written.

    Attributes:
        settings: What the person has set.
        now: Tells the moment.
        care: Keeps it well: backups, what another copy has, what is wrong.
        holder: Who writes to it, where that is why it is open to be read only.
        wordbook: Knows the words of its decks.
    """

    def __init__(self, folders: Folders, files: Files, now: Clock, settings: Settings, device: str | None) -> None:
        self.settings = settings
        self.now = now
        self._folders, self._files = folders, files
        self._shelf = Shelf(folders.decks, files)
        self._preferences = Preferences(folders.state / "preferences.json", files)
        self.care = Care(folders, files, self._shelf, now, settings)
        self.holder: Holder | None = None
        self.wordbook = Wordbook(folders, files, keeps=device is not None)
        self._reads = device is None
        self._saved_in: Path | None = None
        self._lock: WriterLock | None = None
        self._device = device
        self._decks = OpenDecks(self._shelf, folders, files, now, settings, device)

    @classmethod
    def to_read(
        cls,
        folder: str | None,
        environment: Mapping[str, str],
        now: Clock,
        settings: Settings,
        holder: Holder | None = None,
    ) -> "Library":
        """Open a library to be read, beside whoever writes it; nothing in it is changed."""
        library = cls(Folders(library_folder(folder, environment)), Files(), now, settings, None)
        library.holder = holder
        return library

    @classmethod
    def to_write(cls, folder: str | None, environment: Mapping[str, str], now: Clock, settings: Settings) -> "Library":
        """Open a library to be written, made where there is none.

        Raises:
            StudyError: It cannot be written, or somebody else writes it.
        """
        folders, files = Folders(library_folder(folder, environment)), Files()
        # The lock comes first: what is refused has written nothing.
        files.make_folder(folders.root)
        files.make_folder(folders.state)
        lock = WriterLock(folders.lock, folders.holder, files)
        lock.take(Holder(os.getpid(), known_device(folders.device, files), f"{now():%Y-%m-%d %H:%M}"))
        try:
            prepare(folders, files)
            library = cls(folders, files, now, settings, device_id(folders.root, folders.device, files))
        except StudyError:
            lock.release()
            raise
        library._lock = lock
        return library

    def close(self) -> None:
        """Write what is derived, and let others write."""
        try:
            self.save()
        finally:
            self._decks.close()
            if self._lock is not None:
                self._lock.release()

    @property
    def read_only(self) -> Message | None:
        """Why nothing can be answered or changed; None where everything can."""
        if not self._reads:
            return None
        if self.holder is None:
            return message("This library is open for reading only.")
        return message(
            "Read only: process {pid} on device {device} writes here since {since}. Close it there and start again.",
            pid=self.holder.pid or "?",
            device=self.holder.device or "?",
            since=self.holder.since or "?",
        )

    def must_write(self) -> None:
        """Make sure that something may be changed.

        Raises:
            StudyError: The library is open for reading only, and the sentence says why.
        """
        why = self.read_only
        if why is not None:
            raise StudyError(why.id, **why.arguments)

    def today(self) -> date:
        """The study day."""
        return study_day(self.now())

    def names(self) -> tuple[str, ...]:
        """The names of the decks."""
        return self._shelf.names()

    def archived(self) -> tuple[str, ...]:
        """The names of the decks that were put aside."""
        return self._shelf.aside()

    def versions(self, name: str) -> tuple[str, ...]:
        """The other versions of a deck that merging found, each called by the deck's name and a device's id."""
        return self._shelf.versions(name)

    def compare(self, name: str, version: str) -> list[Message]:
        """What differs in another version of a deck.

        Raises:
            StudyError: There is no such deck or version, or one cannot be read.
        """
        from studytui.study.comparing import differences

        return differences(self._shelf.read(name), self._shelf.version(version))

    def take_version(self, name: str, version: str) -> None:
        """Go on with another version of a deck; the text at hand is put aside, all history stays.

        Raises:
            StudyError: There is no such deck or version, or it could not be written.
        """
        self.must_write()
        theirs = self._shelf.version(version)
        self._shelf.keep_aside(name, self._folders)
        self._change(name, theirs)
        self._shelf.drop_version(version, self._folders)

    def drop_version(self, version: str) -> None:
        """Put another version of a deck aside: the text at hand is the one.

        Raises:
            StudyError: There is no such version, or it could not be moved.
        """
        self.must_write()
        self._shelf.drop_version(version, self._folders)

    def deck(self, name: str) -> StudyDeck:
        """Open a deck; one that is open already is handed out again.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        return self._decks.get(name)

    def kept_summary(self, name: str) -> Summary | None:
        """A deck in one row, from what is kept of it; None where only opening it tells.

        Raises:
            StudyError: There is no such deck.
        """
        return self._decks.kept_summary(name)

    def kept_again(self, names: Sequence[str]) -> Iterator[str]:
        """Have the state of decks made again, where they are many; gives each when that was tried, in no order."""
        return self._decks.kept_again(names)

    def summary(self, name: str) -> Summary:
        """A deck in one row; it is opened only where what is kept of it does not tell.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        return self._decks.summary(name)

    def weak(self, name: str) -> list[tuple[str, Reason]]:
        """The ids of the weak cards of a deck with the reasons; it is opened only where what is kept does not tell.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        return self._decks.weak(name)

    def days(self, name: str) -> Mapping[int, Daily]:
        """What was done in a deck, by study day; it is opened only where what is kept does not tell.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        return self._decks.days(name)

    def holds(self, deck: StudyDeck) -> bool:
        """Whether this is the deck as it is open now: not put aside, deleted, or read anew since."""
        return self._decks.holds(deck)

    def save(self) -> None:
        """Bring the state files of the open decks up to date.

        Raises:
            StudyError: One could not be written; the journals have it all.
        """
        self._decks.save()

    def save_elsewhere(self, folder: str) -> str:
        """Write answers into another folder from now on, since the disk of the library has failed; gives the folder.

        Raises:
            StudyError: It cannot be written either, or is within the library.
        """
        there, device = begun(folder, self._folders, self._files)
        self._decks.write_elsewhere(there, device)
        self._saved_in = there.root
        return str(there.root)

    def draft_of_file(self, path: str) -> Draft:
        """Understand the document in a file; nothing is stored.

        Raises:
            StudyError: It cannot be read, or has no numbered points.
        """
        from studytui.exchange.read import read_file  # only where a document is read

        return drafted(read_file(path))

    def draft_of_text(self, text: str) -> Draft:
        """Understand a pasted document; nothing is stored.

        Raises:
            StudyError: It is empty, or has no numbered points.
        """
        from studytui.exchange.read import read_text  # only where a document is read

        return drafted(read_text(text))

    def keep(self, draft: Draft, name: str | None = None) -> str:
        """Make a deck of a document; gives its name.

        Raises:
            StudyError: It could not be written.
        """
        return self._add(Deck(new_id(DECK_ID), draft.outline, source=draft.source), name or draft.name)

    def name_for(self, draft: Draft) -> str:
        """The name that a document will have: its own, or that with a number where it is taken.

        Raises:
            StudyError: The decks cannot be listed.
        """
        return self._shelf.free(deck_name(draft.name))

    def bundled(self) -> tuple[Bundled, ...]:
        """The decks that come with the program."""
        return bundled()

    def take(self, one: Bundled) -> str:
        """Make a bundled deck one's own; gives its name.

        Raises:
            StudyError: It is there already, or could not be written.
        """
        self.must_write()
        name = self._shelf.name_of(one.deck.id)
        if name is not None:
            raise StudyError("You have this deck already; it is called {name}.", name=name)
        return self._add(one.deck, one.name)

    def rename(self, name: str, new: str) -> str:
        """Give a deck another name, of which only what a file can be called is kept; gives the name it has now.

        Raises:
            StudyError: There is no such deck, another one has that name, or nothing is left of it.
        """
        self.must_write()
        new = deck_name(new, "")
        if not new:
            raise StudyError("A deck needs a name of letters or figures. Choose another one.")
        self._shelf.rename(name, new)
        self._decks.rename(name, new)
        if new != name:
            self._files.remove(self._folders.state_of(name))
        return new

    def archive(self, name: str) -> None:
        """Put a deck aside: it keeps its progress, but is not asked.

        Raises:
            StudyError: There is no such deck.
        """
        self.must_write()
        with self._decks.kept_closed(name):
            self._shelf.put_aside(name)

    def unarchive(self, name: str) -> None:
        """Take back a deck that was put aside.

        Raises:
            StudyError: It is not put aside.
        """
        self.must_write()
        self._shelf.take_back(name)

    def delete(self, name: str) -> str:
        """Move a deck and its progress to backups/; gives the name of the zip file.

        Raises:
            StudyError: There is no such deck, another one shares its progress, or it could not be copied; then nothing
                is removed.
        """
        self.must_write()
        from studytui.storage.backup import delete_deck  # zip files are for the rare moment

        deck = self._shelf.read(name)
        other = self._shelf.name_of(deck.id, besides=name)
        if other is not None:
            raise same_id(name, other)
        with self._decks.kept_closed(name):
            versions = self._shelf.versions(name)
            kept = delete_deck(self._folders, name, deck.id, self.now(), self._files, versions)
        self._files.remove(self._folders.state_of(name))
        self.wordbook.forget(deck.id)
        return kept.name

    def set_day(self, name: str, day: date | None) -> StudyDeck:
        """Set the day of the speech.

        Raises:
            StudyError: There is no such deck, or it could not be written.
        """
        return self._change(name, replace(self._shelf.read(name), day=day))

    def set_show(self, name: str, show: str) -> StudyDeck:
        """Set the script that a deck is shown in: ``source``, ``simplified`` or ``traditional``.

        Raises:
            StudyError: There is no such deck, or it could not be written.
        """
        return self._change(name, replace(self._shelf.read(name), show=show))

    def words(self, deck: StudyDeck) -> Words:
        """How the texts of a deck are spelled and what in them is worth hiding; looked up where that is not known.

        Looking up takes seconds, in a process of its own: call it where nobody waits.

        Raises:
            StudyError: They could not be looked up.
        """
        return self._folded(self.wordbook.found(deck))

    def known_words(self, deck: StudyDeck) -> Words:
        """What was looked up about a deck before."""
        return self._folded(self.wordbook.known(deck))

    def _folded(self, words: Words) -> Words:
        return replace(words, folded=self.preference(FOLD) != APART)

    def notes(self) -> tuple[Message, ...]:
        """What a person should know: what was left undone, what is damaged, of which deck another version waits."""
        notes = (*self.care.notes(), *self._decks.notes(), *map(_waits_for_you, self._shelf.waiting()))
        apart = () if self._saved_in is None else (waits(self._saved_in.resolve()),)
        return (*apart, *(n for n in notes if n not in apart))

    def note_of(self, name: str) -> Message | None:
        """What a person should know about a deck: that another version of it waits; None where there is nothing."""
        return _waits_for_you(name) if self._shelf.versions(name) else None

    def preference(self, name: str) -> str:
        """A small choice of the interface, empty where none was made."""
        return self._preferences.get(name)

    def prefer(self, name: str, value: str) -> None:
        """Keep a small choice of the interface; one of a library that is only read lasts until the end.

        Raises:
            StudyError: It could not be written.
        """
        if self._reads:
            return
        self._preferences.set(name, value)

    def note_crash(self, trace: str) -> str:
        """Keep what a defect left, without the person's texts, for whoever mends it; gives the file, or nothing."""
        if self._reads:
            return ""
        path = self._folders.state / f"crash-{self.now():%Y%m%d-%H%M%S}.txt"
        try:
            self._files.replace_durably(path, trace.encode("utf-8", "replace"))
        except StudyError:
            return ""
        return str(path)

    def _add(self, deck: Deck, wish: str) -> str:
        self.must_write()
        name = self._shelf.free(deck_name(wish))
        self._shelf.write(name, deck)
        self.deck(name)
        return name

    def _change(self, name: str, deck: Deck) -> StudyDeck:
        self.must_write()
        self._shelf.write(name, deck)
        self._decks.adopt(name, deck)
        return self.deck(name)


def _waits_for_you(name: str) -> Message:
    return message("Another version waits since a merge: `studytui deck compare '{name}'`", name=name)
