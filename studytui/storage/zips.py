"""Zip files that hold parts of a library: written at once, and read back in full before they are relied on."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from studytui.errors import StudyError
from studytui.storage.files import Files

WHOLE = b"studytui library 1"
"""The comment in a zip that holds a whole library; one that holds a deck has none."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold, for clocks that were set back."""
_PARTS = ("decks", "reviews")
_BROKEN = (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error)
"""What a damaged zip makes the reader raise."""


@dataclass(frozen=True, slots=True)
class Zipped:
    """What was put into a zip.

    Attributes:
        data: The zip.
        sums: The CRC-32 of each file, by path within the library.
    """

    data: bytes
    sums: Mapping[str, int]


def zipped(contents: Iterable[tuple[str, bytes]], now: datetime, comment: bytes = b"") -> Zipped:
    """Pack files; of what goes in only one at a time is held."""
    buffer, sums = BytesIO(), dict[str, int]()
    date = max(now.timetuple()[:6], _EARLIEST)
    with ZipFile(buffer, "w") as file:
        file.comment = comment
        for name, data in contents:
            info = ZipInfo(name, date)
            info.external_attr = 0o600 << 16  # for its owner only, wherever it is unpacked
            file.writestr(info, data, ZIP_DEFLATED)
            sums[name] = zlib.crc32(data)
    return Zipped(buffer.getvalue(), sums)


class Unzipped:
    """A zip that was read, and every file in it found to be whole.

    Attributes:
        whole: Whether it holds a whole library, and not a deck of it.
        sums: The CRC-32 of each file, by path within the library.
    """

    def __init__(self, path: Path, files: Files) -> None:
        """Read the zip.

        Raises:
            StudyError: It may not be read, is damaged, or is no backup.
        """
        try:
            self._file = ZipFile(BytesIO(files.read_bytes(path)))
        except _BROKEN as error:
            raise StudyError("{path} is no zip file, so it is no backup.", path=path) from error
        try:
            names = self._file.namelist()
            if not names or len(set(names)) != len(names) or not all(map(_within_a_library, names)):
                raise StudyError("{path} is a zip file, but no backup of studytui.", path=path)
            self.sums: Mapping[str, int] = {name: zlib.crc32(self._file.read(name)) for name in names}
        except _BROKEN as error:
            raise StudyError("The backup {path} is damaged: {reason}.", path=path, reason=error) from error
        self.whole = self._file.comment == WHOLE

    def read(self, name: str) -> bytes:
        """The content of a file."""
        return self._file.read(name)


def _within_a_library(name: str) -> bool:
    path = PurePosixPath(name)
    plain = path.as_posix() == name and not path.is_absolute() and not {"..", "."} & set(path.parts)
    return plain and len(path.parts) > 1 and path.parts[0] in _PARTS and not set("\\:\0") & set(name)
