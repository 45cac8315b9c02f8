"""The library: its decks, opened, made, renamed, put aside and deleted."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from studytui.errors import StudyError
from studytui.messages import Message
from studytui.outline.deck import Deck
from studytui.settings import Settings
from studytui.storage.device import DECK_ID, new_id
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.study.bring import Draft, deck_name, drafted
from studytui.study.bundled import Bundled, bundled
from studytui.study.care import Care
from studytui.study.day import Clock
from studytui.study.deck import StudyDeck
from studytui.study.editing import Editing
from studytui.study.elsewhere import begun, note, waits
from studytui.study.entrance import Entrance, Holder, InUseError
from studytui.study.kept import Kept
from studytui.study.open_decks import OpenDecks, same_id
from studytui.study.other_versions import OtherVersions
from studytui.study.rows import Rows
from studytui.study.shelf import Shelf
from studytui.study.summary import Summary
from studytui.study.wordbook import Wordbook
from studytui.study.words import Words

__all__ = ["Holder", "InUseError", "Library"]

FOLD, APART = "zh=z", "no"
"""The choice of who wants zh, ch and sh told from z, c and s; without it they count as the same."""


class Library(Entrance):
    """All of a library: its decks, and what is done with them.

    Attributes:
        care: Keeps it well: backups, what another copy has, what is wrong.
        rows: What lists tell of each deck.
        wordbook: Knows the words of its decks.
        editing: Changes the texts of its decks.
        versions: The other versions of its decks that merging found.
    """

    def __init__(self, folders: Folders, files: Files, now: Clock, settings: Settings, device: str | None) -> None:
        super().__init__(folders, files, now, settings, device)
        self._shelf = Shelf(folders.decks, files)
        self.care = Care(folders, files, self._shelf, now, settings)
        self.wordbook = Wordbook(folders, files, keeps=device is not None)
        self._saved_in: list[Path] = []
        self._decks = OpenDecks(self._shelf, folders, files, now, settings, device)
        self.editing = Editing(self._shelf, folders, files, self._decks)
        self.versions = OtherVersions(self._shelf, folders, self.must_write, self._change)
        self.rows = Rows(self._shelf, Kept(self._shelf, folders, files, now, settings), self._decks)

    def close(self) -> None:
        """Write what is derived, and let others write."""
        try:
            self.save()
        finally:
            for root in self._saved_in:  # the disk that failed may take it now
                note(root, self.folders, self.files)
            self._decks.close()
            super().close()

    def deck(self, name: str) -> StudyDeck:
        """Open a deck; one that is open already is handed out again.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        return self._decks.get(name)

    def counted(self) -> Iterator[Summary]:
        """Each deck in one row, as soon as it is known; a deck that cannot be used says why."""
        return self.rows.counted()

    def is_open(self, name: str) -> bool:
        """Whether a deck is open."""
        return self._decks.is_open(name)

    def let_go(self, names: Iterable[str]) -> None:
        """Close decks that nobody uses; one of which something is to be told stays open."""
        self._decks.let_go(names)

    def holds(self, deck: StudyDeck) -> bool:
        """Whether this is the deck as it is open now: not put aside, deleted, or read anew since."""
        return self._decks.holds(deck)

    def back_up_daily(self, stopped: Callable[[], bool] | None = None) -> None:
        """Write the day's backup, where there is none yet; see `Care.back_up_daily`.

        Raises:
            StudyError: It could not be written; everything else is as it was.
        """
        self.care.back_up_daily(stopped)

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
        there, device = begun(folder, self.folders, self.files)
        if (root := there.root.resolve()) not in self._saved_in:
            self._saved_in.append(root)
        self._decks.write_elsewhere(there, device)
        return str(there.root)

    def draft_of_file(self, path: str, stopped: Callable[[], bool] = lambda: False) -> Draft:
        """Understand the document in a file; nothing is stored.

        Args:
            path: The file.
            stopped: Asked again and again, while it is read, whether to stop.

        Raises:
            StudyError: It cannot be read, has no numbered points, or reading it was stopped.
        """
        from studytui.exchange.read import read_file  # only where a document is read

        return drafted(read_file(path, None, stopped))

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

    def examples(self) -> tuple[Summary, ...]:
        """The bundled decks as rows."""
        return tuple(Summary(one.name, title=one.title, nodes=one.nodes) for one in bundled())

    def take_example(self, name: str) -> str:
        """Make the bundled deck of a name one's own; gives the name that it has now.

        Raises:
            StudyError: It is there already, or could not be written.
        """
        return self.take(next(one for one in bundled() if one.name == name))

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
            self.files.remove(self.folders.state_of(name))
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
        self.editing.drop(name)
        with self._decks.kept_closed(name):
            versions = self._shelf.versions(name)
            kept = delete_deck(self.folders, name, deck.id, self.now(), self.files, versions)
        self.files.remove(self.folders.state_of(name))
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
        notes = (*self.care.notes(), *self._decks.notes(), *self.versions.notes())
        apart = [waits(root) for root in self._saved_in]
        return (*apart, *(one for one in notes if one not in apart))

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
