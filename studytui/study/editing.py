"""Changing the text of a deck: a copy of its file is edited, and taken in when it can be read; all history follows."""

from dataclasses import replace
from pathlib import Path

from studytui.cards.keys import match_decided
from studytui.errors import StudyError
from studytui.memory import unit as events
from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.outline.versions import versions
from studytui.storage.aside import copy_aside
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.study.bring import Draft
from studytui.study.deck import StudyDeck
from studytui.study.deck_names import SUFFIX
from studytui.study.matches import Before, Matches, rows_of
from studytui.study.open_decks import OpenDecks
from studytui.study.shelf import Shelf


class Editing:
    """Changes the texts of decks.

    Args:
        shelf: The deck files.
        folders: The layout of the library.
        files: The door to the disk.
        decks: The decks in use.
    """

    def __init__(self, shelf: Shelf, folders: Folders, files: Files, decks: OpenDecks) -> None:
        self._shelf, self._folders, self._files, self._decks = shelf, folders, files, decks

    def begun(self, name: str) -> bool:
        """Whether a deck was edited and that was neither taken in nor dropped."""
        copy, base = self._copy(name), self._base(name)
        if not self._files.exists(copy) or not self._files.exists(base):
            return False
        return self._files.read_bytes(copy) != self._files.read_bytes(base)

    def begin(self, name: str) -> Path:
        """Make the copy of a deck's file that is to be edited, or go on with the one that is there; gives where it is.

        What it was made of is kept beside it: by that it is known what was edited, and whether somebody else has
        written the deck since.

        Raises:
            StudyError: There is no such deck, or the copy could not be written.
        """
        copy, text = self._copy(name), self._shelf.text(name)
        if not self.begun(name):
            self._files.make_folder(copy.parent)
            self._files.remove(copy)  # an old one beside a new base would be taken for an edit
            self._files.replace_durably(self._base(name), text)
            self._files.replace_durably(copy, text)
        return copy

    def text(self, name: str) -> str:
        """What stands in the copy.

        Raises:
            StudyError: It cannot be read, or is not UTF-8.
        """
        data = self._files.read_bytes(self._copy(name))
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise StudyError(
                "{file} is not UTF-8 text (byte {place}). Save it as UTF-8 and try again.",
                file=f"{name}{SUFFIX}",
                place=error.start,
            ) from error

    def write(self, name: str, text: str) -> None:
        """Put another text into the copy.

        Raises:
            StudyError: It could not be written.
        """
        self._files.replace_durably(self._copy(name), text.encode())

    def drop(self, name: str) -> None:
        """Begin no edit of a deck, or end it; words that were left in one are kept aside.

        Raises:
            StudyError: They could not be kept; then they stay where they are.
        """
        if self.begun(name):
            copy_aside(self._copy(name), self._folders, self._files, f"{name}.edit{SUFFIX}")
        self._forget(name)

    def take_in(self, name: str) -> Matches | None:
        """Go on with the edited copy; gives what was which before, or None where nothing was changed.

        Raises:
            StudyError: It cannot be read, and the sentence says where and what to do; or it could not be written. The
                deck is as it was, and the copy is still there.
        """
        text, here = self.text(name), self._shelf.text(name)
        old = self._decks.get(name)
        if text.encode() in (here, self._files.read_bytes(self._base(name))):
            self._forget(name)
            return None
        file = read(text, f"{name}{SUFFIX}")
        if file.id != old.id:
            raise StudyError(
                "{file}: the id in the head is the deck's for good. Put back the line  id: {id}",
                file=f"{name}{SUFFIX}",
                id=old.id,
            )
        if here != self._files.read_bytes(self._base(name)):
            # Somebody else changed the file meanwhile: what they wrote is not lost.
            self._shelf.keep_aside(name, self._folders)
        matches = self._changed(old, file, text.encode())
        self._forget(name)
        return matches

    def update(self, name: str, draft: Draft) -> Matches:
        """Go on with a new version of the document that a deck was made of; gives what was which before.

        Raises:
            StudyError: There is no such deck, or it could not be written; then it is as it was.
        """
        old = self._decks.get(name)
        file = replace(old.file, outline=draft.outline, source=draft.source)
        self._shelf.keep_aside(name, self._folders)
        return self._changed(old, file, write(file).encode())

    def _changed(self, old: StudyDeck, file: Deck, text: bytes) -> Matches:
        before = Before(old.file.outline, old.outline, old.keys)
        found = versions(before.outline, file.outline)
        decided = {i: before.keys[was] for i, was in enumerate(found.partners) if was is not None}
        keys = match_decided(file.outline, old.progress.known, decided)
        was = self._shelf.text(old.name)
        self._shelf.replace(old.name, text)
        if file.outline != before.outline:
            # Noted before the deck is opened anew, which would have to guess what was which from the places alone.
            try:
                old.note_match([events.outline(rows_of(file.outline, keys))])
            except StudyError:
                self._shelf.replace(old.name, was)
                raise
        return Matches(self._decks.get(old.name), before)

    def _forget(self, name: str) -> None:
        self._files.remove(self._copy(name))
        self._files.remove(self._base(name))

    def _copy(self, name: str) -> Path:
        # By its id, so that it is the same deck's whatever that is called.
        return self._folders.state / "editing" / f"{self._shelf.read_here(name).id}{SUFFIX}"

    def _base(self, name: str) -> Path:
        return self._copy(name).with_suffix(".base")
