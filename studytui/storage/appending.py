"""A file that is only added to: what was added is on the medium, or the file is as long as before."""

import os
from contextlib import suppress
from pathlib import Path

from studytui.storage.files import Files

_LEVELS = 3
"""A journal stands in the folder of its deck, that in `reviews`, that in the library."""


class Appending:
    """A file kept open, so that adding to it is one write and one fsync.

    After a failed fsync the system may have dropped what it had not written and will not say so again, so nothing more
    is added through the same handle: it is closed, and has to be opened anew.

    Attributes:
        size: How long the file is, all of it on the medium.
    """

    def __init__(self, path: Path, files: Files) -> None:
        """Open the file, which is made where there is none.

        Raises:
            OSError: It could not be opened.
        """
        self._path, self._files, self._disk = path, files, files.disk
        self._name = str(path)  # which is looked at before each addition
        self._descriptor = self._disk.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            own = self._disk.fstat(self._descriptor)
            self._file, self.size = (own.st_dev, own.st_ino), own.st_size
            if not self.size:
                self._keep_name()
        except OSError:
            self.close()
            raise

    @property
    def closed(self) -> bool:
        """Whether nothing can be added any more."""
        return self._descriptor < 0

    def stands(self) -> bool:
        """Whether it is open, the path still leads to it, and nobody else has changed its length.

        A file that was replaced can be written without any error, and all of it would be lost.
        """
        try:
            here = self._disk.stat(self._name)
        except OSError:
            return False
        return self._descriptor >= 0 and here.st_size == self.size and (here.st_dev, here.st_ino) == self._file

    def append(self, data: bytes) -> None:
        """Add bytes, durably.

        Raises:
            OSError: They could not be added; the file is as long as before, or is closed where that failed too.
        """
        try:
            self._files.write_all(self._descriptor, data)
        except OSError:
            self._restore()
            raise
        try:
            self._disk.fsync(self._descriptor)
        except OSError:
            self._restore()
            self.close()
            raise
        self.size += len(data)

    def cut(self, size: int) -> None:
        """Cut the file, durably.

        Raises:
            OSError: It could not be cut; the file is closed.
        """
        try:
            self._disk.truncate(self._descriptor, size)
            self._disk.fsync(self._descriptor)
        except OSError:
            self.close()
            raise
        self.size = size

    def close(self) -> None:
        """Close the file; nothing is left to be written."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            with suppress(OSError):
                self._disk.close(descriptor)

    def _keep_name(self) -> None:
        """Have the name of an empty file on the medium, and those of the folders that lead to it.

        The file may be older than this call: whoever made it, or a folder, may have been killed before this point.
        """
        for folder in self._path.parents[:_LEVELS]:
            self._disk.fsync_folder(folder)

    def _restore(self) -> None:
        """Take away what was written of the last bytes; close the file where that fails, so that it is looked at."""
        try:
            self._disk.truncate(self._descriptor, self.size)
        except OSError:
            self.close()
