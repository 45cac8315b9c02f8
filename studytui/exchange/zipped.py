"""The parts of a document that is a ZIP file, unpacked one by one and never more than allowed."""

import posixpath
import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, LargeZipFile, ZipFile

from studytui.errors import StudyError

MAX_UNPACKED: Final = 200_000_000
"""So many bytes are unpacked of one document; a small file can hold many times its size."""
MAX_PARTS: Final = 20_000
_STEP: Final = 1 << 20


class Parts:
    """The parts of one document by their names."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MAX_UNPACKED
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise damaged(name) from error
        names = self._zip.namelist()
        if len(names) > MAX_PARTS:
            raise StudyError(
                "{name} holds more than {limit} parts, which no document of this kind has.", name=name, limit=MAX_PARTS
            )
        self._names = {_plain(each): each for each in names}

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._names

    def read(self, part: str) -> bytes | None:
        """All bytes of a part; None where there is none.

        Raises:
            StudyError: It is damaged, protected by a password, or too large unpacked.
        """
        inside = self._names.get(_plain(part))
        if inside is None:
            return None
        if self._zip.getinfo(inside).flag_bits & 1:
            raise StudyError("{name} is protected by a password: save it without one.", name=self._name)
        read: list[bytes] = []
        try:
            with self._zip.open(inside) as file:
                while piece := file.read(_STEP):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise StudyError(
                            "{name} is too large when it is unpacked: the limit is {limit} MB.",
                            name=self._name,
                            limit=MAX_UNPACKED // 1_000_000,
                        )
                    read.append(piece)
        except (BadZipFile, LargeZipFile, zlib.error, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise damaged(self._name) from error
        return b"".join(read)


def damaged(name: str) -> StudyError:
    """What is said about a file whose bytes are not as they should be."""
    return StudyError("{name} is damaged, or was not saved as a whole: get it once more.", name=name)


def _plain(part: str) -> str:
    """A part's name as others refer to it: without a slash at the beginning, whatever the case."""
    return posixpath.normpath(part.replace("\\", "/")).lstrip("/").lower()
