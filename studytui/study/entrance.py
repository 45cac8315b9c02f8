"""A library as it is seen on entering: the names of its decks, the day, who writes to it. No deck is opened."""

import os
from collections.abc import Mapping
from datetime import date
from typing import Self

from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.settings import Settings
from studytui.storage.device import device_id, known_device
from studytui.storage.files import Files
from studytui.storage.folders import Folders, library_folder, prepare
from studytui.storage.lock import Holder, InUseError, WriterLock
from studytui.study.day import Clock, study_day
from studytui.study.deck_names import DeckNames
from studytui.study.preferences import Preferences

__all__ = ["Entrance", "Holder", "InUseError"]


class Entrance:
    """A library, open to be read or to be written, as far as the first screen shows it.

    Args:
        folders: The layout of the library.
        files: The door to the disk.
        now: Tells the moment.
        settings: What the person has set.
        device: Id of the device that writes; None where nothing is to be written.

    Attributes:
        settings, now, device: As given.
        folders, files: As given.
        holder: Who writes to it, where that is why it is open to be read only.
        lock: The right to write to it, where it is held.
    """

    def __init__(self, folders: Folders, files: Files, now: Clock, settings: Settings, device: str | None) -> None:
        self.folders, self.files, self.now, self.settings, self.device = folders, files, now, settings, device
        self.holder: Holder | None = None
        self.lock: WriterLock | None = None
        self._names = DeckNames(folders.decks, files)
        self._preferences = Preferences(folders.state / "preferences.json", files)

    @classmethod
    def to_read(
        cls,
        folder: str | None,
        environment: Mapping[str, str],
        now: Clock,
        settings: Settings,
        holder: Holder | None = None,
    ) -> Self:
        """Open a library to be read, beside whoever writes it; nothing in it is changed."""
        library = cls(Folders(library_folder(folder, environment)), Files(), now, settings, None)
        library.holder = holder
        return library

    @classmethod
    def to_write(cls, folder: str | None, environment: Mapping[str, str], now: Clock, settings: Settings) -> Self:
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
        library.lock = lock
        return library

    @classmethod
    def beyond(cls, entrance: "Entrance") -> Self:
        """What is behind an entrance; whoever closes it closes both."""
        library = cls(entrance.folders, entrance.files, entrance.now, entrance.settings, entrance.device)
        library.holder, library.lock = entrance.holder, entrance.lock
        return library

    def close(self) -> None:
        """Let others write."""
        if self.lock is not None:
            self.lock.release()

    @property
    def read_only(self) -> Message | None:
        """Why nothing can be answered or changed; None where everything can."""
        if self.device is not None:
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
        return self._names.names()

    def archived(self) -> tuple[str, ...]:
        """The names of the decks that were put aside."""
        return self._names.aside()

    def preference(self, name: str) -> str:
        """A small choice of the interface, empty where none was made."""
        return self._preferences.get(name)

    def prefer(self, name: str, value: str) -> None:
        """Keep a small choice of the interface; one of a library that is only read lasts until the end.

        Raises:
            StudyError: It could not be written.
        """
        if self.device is None:
            return
        self._preferences.set(name, value)

    def note_crash(self, trace: str) -> str:
        """Keep what a defect left, without the person's texts, for whoever mends it; gives the file, or nothing."""
        if self.device is None:
            return ""
        path = self.folders.state / f"crash-{self.now():%Y%m%d-%H%M%S}.txt"
        try:
            self.files.replace_durably(path, trace.encode("utf-8", "replace"))
        except StudyError:
            return ""
        return str(path)
