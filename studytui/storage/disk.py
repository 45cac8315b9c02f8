"""The calls of the operating system that storage makes, one method each, so that a test can make any of them fail."""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
_FILE_MODE, _FOLDER_MODE = 0o600, 0o700
_HELD_ON_WINDOWS = (0.02, 0.05, 0.1, 0.2, 0.5)
"""Pauses in seconds while a virus scanner or an indexer holds a file that is to be replaced."""


class Disk:
    """The operating system. Nothing here loops, retries or decides; `Files` does.

    The two exceptions are peculiarities of a system that the callers shall not know about: what `fsync` means on
    macOS, and how long a file stays busy on Windows.
    """

    def open(self, path: Path, flags: int) -> int:
        """Open a file; one that may be made is for its owner only, whatever the process masks or others copied in."""
        descriptor = os.open(path, flags | _BINARY, _FILE_MODE)
        if flags & os.O_CREAT and sys.platform != "win32":
            with suppress(OSError):  # somebody else's file
                os.fchmod(descriptor, _FILE_MODE)
        return descriptor

    def read(self, descriptor: int, size: int) -> bytes:
        """Read at most so many bytes."""
        return os.read(descriptor, size)

    def seek(self, descriptor: int, offset: int) -> int:
        """Go to a place in a file."""
        return os.lseek(descriptor, offset, os.SEEK_SET)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write, and say how many bytes were taken: that can be fewer than were given."""
        return os.write(descriptor, data)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut a file."""
        os.ftruncate(descriptor, size)

    def fsync(self, descriptor: int) -> None:
        """Have everything of a file on the medium before this returns."""
        _sync(descriptor)

    def fsync_folder(self, path: Path) -> None:
        """Have the names in a folder on the medium; Windows does that by itself and offers no call."""
        if sys.platform == "win32":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            _sync(descriptor)
        finally:
            os.close(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a file."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file, over another one if there is one."""
        for pause in _HELD_ON_WINDOWS if sys.platform == "win32" else ():
            try:
                source.replace(target)
            except PermissionError:
                time.sleep(pause)
            else:
                return
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def make_folder(self, path: Path) -> None:
        """Make one folder, for its owner only."""
        path.mkdir(_FOLDER_MODE)
        path.chmod(_FOLDER_MODE)

    def close_to_others(self, path: Path, *, folder: bool) -> None:
        """Make a file or folder one for its owner only."""
        path.chmod(_FOLDER_MODE if folder else _FILE_MODE)

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, in no order."""
        return os.listdir(folder)  # noqa: PTH208 - `iterdir` makes a path of each name and takes many times as long

    def stat(self, path: Path | str) -> os.stat_result:
        """What the system knows about a path."""
        return os.stat(path)  # noqa: PTH116 - an answer looks once, and what a path adds takes longer than that

    def fstat(self, descriptor: int) -> os.stat_result:
        """What the system knows about an open file."""
        return os.fstat(descriptor)


if sys.platform == "darwin":

    def _sync(descriptor: int) -> None:
        """Sync; the system leaves data in the cache of the drive, and another call empties it where the drive can."""
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in {errno.ENOTSUP, errno.ENOTTY, errno.EINVAL}:
                raise  # a medium that failed, not one that does not know the call
            os.fsync(descriptor)

else:
    _sync = os.fsync
