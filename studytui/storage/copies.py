"""Another copy of a library, to be read: a folder, or a backup of one."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from studytui.errors import StudyError
from studytui.storage.device import known_device
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.rolling import contents
from studytui.storage.zips import Unzipped

JOURNAL, DECK = ".jsonl", ".md"


class Copy:
    """What another copy holds.

    Attributes:
        device: The device that it belongs to, empty where that is not known.
    """

    def __init__(self, path: Path, files: Files) -> None:
        """Look at a folder or at a zip.

        Raises:
            StudyError: It is neither a library nor a backup.
        """
        self.device = ""
        if files.is_file(path):
            zipped = Unzipped(path, files)
            self._read = {name: partial(zipped.read, name) for name in zipped.sums}
            return
        folders = Folders(path)
        if not files.exists(path):
            raise StudyError("{path} does not exist.", path=path)
        if not (files.is_folder(folders.decks) or files.is_folder(folders.reviews)):
            raise StudyError("{path} is no library: it has neither a folder decks nor a folder reviews.", path=path)
        self.device = known_device(folders.device, files)
        self._read = {name: partial(files.read_bytes, inside) for name, inside in contents(folders, files)}

    def decks(self) -> Iterator[tuple[str, bool, bytes]]:
        """Its deck files: name, whether it was put aside, text."""
        for name, read in self._read.items():
            parts = name.split("/")
            if parts[0] == "decks" and name.endswith(DECK) and not parts[-1].startswith("."):
                yield parts[-1].removesuffix(DECK), len(parts) > 2, read()

    def journals(self) -> Iterator[tuple[str, str, bytes]]:
        """Its journals: the deck's id, the device's id, and what stands in it."""
        for name, read in self._read.items():
            parts = name.split("/")
            if len(parts) == 3 and parts[0] == "reviews" and name.endswith(JOURNAL):
                yield parts[1], parts[2].removesuffix(JOURNAL), read()

    def files(self) -> Mapping[str, partial[bytes]]:
        """Everything in it, by path within the library."""
        return self._read
