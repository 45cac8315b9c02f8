"""The journals of one deck: those in its folder, and those that stand elsewhere since its disk has failed."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from studytui.memory.unit import Unit
from studytui.messages import Message
from studytui.storage.files import Files
from studytui.storage.journal import SUFFIX, Journal
from studytui.storage.reading import Reading, read


class Journals:
    """The journals of one deck, by the device that writes each.

    Args:
        folder: Where they are.
        files: The door to the disk.
    """

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder, self._files = folder, files
        self._elsewhere: dict[str, Path] = {}

    @property
    def elsewhere(self) -> bool:
        """Whether some stand in another folder."""
        return bool(self._elsewhere)

    def add(self, journal: Journal) -> None:
        """One more, which stands in another folder."""
        self._elsewhere[journal.device] = journal.path

    def leave(self, journal: Journal) -> None:
        """One of another folder that is none after all."""
        del self._elsewhere[journal.device]

    def read(self, ends: Mapping[str, int]) -> dict[str, Reading]:
        """What each holds behind the place up to which it is known; all of those that are not.

        Raises:
            StudyError: One may not be read.
        """
        return {device: self.read_one(device, ends.get(device, 0)) for device in self._devices()}

    def read_one(self, device: str, start: int) -> Reading:
        """What one holds behind a place.

        Raises:
            StudyError: It may not be read.
        """
        return read(self._path(device), self._files, start)

    def have_grown(self, ends: Mapping[str, int]) -> bool:
        """Whether they are not as long as they are known to be.

        Raises:
            StudyError: They may not be looked at.
        """
        devices = self._devices()
        if set(devices) != set(ends):
            return True
        return any(self._files.stat(self._path(device)).st_size != ends[device] for device in devices)

    def _path(self, device: str) -> Path:
        return self._elsewhere.get(device) or self._folder / f"{device}{SUFFIX}"

    def _devices(self) -> list[str]:
        names = self._files.names(self._folder)
        here = [name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)]
        return [*here, *(device for device in self._elsewhere if device not in here)]


def units_in(readings: Iterable[Reading]) -> list[Unit]:
    """All units that were read."""
    return [unit for reading in readings for unit in reading.units]


def damage_in(readings: Iterable[Reading]) -> tuple[Message, ...]:
    """What a person should know about what was read."""
    return tuple(harm.message for reading in readings for harm in reading.damage)
