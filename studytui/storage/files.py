"""The one narrow door to the disk: what storage reads, writes, moves and removes goes through here.

A file that was written is on the medium when the call returns, and a call that fails leaves a whole file behind.
What the system refuses becomes a `StudyError` that names the file and the reason.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from studytui.storage.disk import Disk
from studytui.storage.reasons import reading, writing

CHUNK = 1 << 20
TEMPORARY = ".tmp"
"""How the names of unfinished files end; what a crash left of them may be removed."""


class Files:
    """Files and folders, durably.

    Attributes:
        disk: The calls of the system.
    """

    def __init__(self, disk: Disk | None = None) -> None:
        self.disk = disk or Disk()

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder.

        Raises:
            StudyError: It may not be looked at.
        """
        with reading(path):
            try:
                self.disk.stat(path)
            except (FileNotFoundError, NotADirectoryError):
                return False
            return True

    def stat(self, path: Path) -> os.stat_result:
        """What the system knows about a path.

        Raises:
            StudyError: There is nothing, or it may not be looked at.
        """
        with reading(path):
            return self.disk.stat(path)

    def is_file(self, path: Path) -> bool:
        """Whether there is a file, and no folder, pipe or device."""
        return self.exists(path) and stat.S_ISREG(self.stat(path).st_mode)

    def is_folder(self, path: Path) -> bool:
        """Whether there is a folder."""
        return self.exists(path) and stat.S_ISDIR(self.stat(path).st_mode)

    def close_to_others(self, path: Path) -> None:
        """Make a file or folder one for its owner only; nothing happens where it is, or where it is another's.

        Raises:
            StudyError: There is nothing, or it may not be looked at.
        """
        mode = self.stat(path).st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            with suppress(OSError):
                self.disk.close_to_others(path, folder=stat.S_ISDIR(mode))

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names in a folder, sorted; none where there is no folder.

        Raises:
            StudyError: It is no folder, or may not be read.
        """
        with reading(folder):
            try:
                return tuple(sorted(self.disk.names(folder)))
            except FileNotFoundError:
                return ()

    def read_bytes(self, path: Path, start: int = 0, size: int | None = None) -> bytes:
        """Read a file, or at most so many bytes of it, from an offset on.

        Raises:
            StudyError: It does not exist or may not be read.
        """
        with reading(path):
            descriptor = self.disk.open(path, os.O_RDONLY)
            try:
                return self._pieces(descriptor, start, size)
            finally:
                self.disk.close(descriptor)

    def make_folder(self, folder: Path) -> None:
        """Make a folder, and those above it, for its owner only; one that exists stays as it is.

        Its name is on the medium then, whoever made it: a program may have been killed, or refused, right after that.

        Raises:
            StudyError: It could not be made.
        """
        if self.exists(folder):
            # Above a library there may be folders that nobody may read; those are older than we are.
            with writing(folder), suppress(PermissionError):
                self.disk.fsync_folder(folder.parent)
            return
        self.make_folder(folder.parent)
        with writing(folder):
            with suppress(FileExistsError):  # another program was faster
                self.disk.make_folder(folder)
            self.disk.fsync_folder(folder.parent)

    def settle(self, folder: Path) -> None:
        """Have the names in a folder on the medium, whoever gave them.

        Raises:
            StudyError: The disk failed.
        """
        with writing(folder):
            self.disk.fsync_folder(folder)

    def replace_durably(self, path: Path, data: bytes) -> None:
        """Write a file whole: at every moment there is the old one or the new one.

        A symbolic link stays one, and the file that it leads to is written.

        Raises:
            StudyError: It could not be written.
        """
        with writing(path):
            path = Path(os.path.realpath(path))
            temporary = self._temporary(path.parent, data)
            try:
                self.disk.replace(temporary, path)
            except OSError:
                self._discard(temporary)
                raise
            self.disk.fsync_folder(path.parent)

    def move(self, source: Path, target: Path) -> None:
        """Move a file or folder within a disk; a file that is there already is replaced.

        Raises:
            StudyError: It could not be moved.
        """
        with writing(source):
            self.disk.replace(source, target)
            self.disk.fsync_folder(target.parent)
            self.disk.fsync_folder(source.parent)

    def remove(self, path: Path) -> None:
        """Remove a file; nothing happens where there is none.

        Raises:
            StudyError: It could not be removed.
        """
        with writing(path), suppress(FileNotFoundError):
            self.disk.unlink(path)
            self.disk.fsync_folder(path.parent)

    def remove_folder(self, folder: Path) -> None:
        """Remove an empty folder; nothing happens where there is none.

        Raises:
            StudyError: It is not empty or could not be removed.
        """
        with writing(folder), suppress(FileNotFoundError):
            self.disk.remove_folder(folder)
            self.disk.fsync_folder(folder.parent)

    def try_writing(self, folder: Path) -> None:
        """Write into a folder for a try.

        Raises:
            StudyError: It cannot be written.
        """
        with writing(folder):
            self.disk.unlink(self._temporary(folder, b"?", durable=False))

    def write_all(self, descriptor: int, data: bytes) -> None:
        """Write all bytes, since the system may take only some of them without saying why.

        Raises:
            OSError: Some could not be written.
        """
        written = taken = self.disk.write(descriptor, data)
        while written < len(data):
            if not taken:  # or this would go on for ever
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            taken = self.disk.write(descriptor, memoryview(data)[written:])
            written += taken

    def _pieces(self, descriptor: int, start: int, size: int | None) -> bytes:
        if start:
            self.disk.seek(descriptor, start)
        pieces: list[bytes] = []
        left = size
        while left != 0:
            piece = self.disk.read(descriptor, CHUNK if left is None else min(left, CHUNK))
            if not piece:
                break
            pieces.append(piece)
            left = None if left is None else left - len(piece)
        return b"".join(pieces)

    def _temporary(self, folder: Path, data: bytes, *, durable: bool = True) -> Path:
        """Write a new file with a name that nobody else uses; gone again where that fails."""
        temporary = folder / f".{os.urandom(8).hex()}{TEMPORARY}"
        descriptor = self.disk.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            try:
                self.write_all(descriptor, data)
                if durable:
                    self.disk.fsync(descriptor)
            finally:
                self.disk.close(descriptor)
        except OSError:
            self._discard(temporary)
            raise
        return temporary

    def _discard(self, temporary: Path) -> None:
        """Remove what was not finished, as far as that goes: the first failure is the one to be told."""
        with suppress(OSError):
            self.disk.unlink(temporary)
