"""A file that is locked by the system for as long as a program holds it; a program that dies lets go of it."""

import errno
import os
import sys
from pathlib import Path
from typing import Protocol

from studytui.storage.files import Files
from studytui.storage.reasons import reading

_UNKNOWN = {errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK}
"""What a disk says that knows no locks."""


class LockedFile(Protocol):
    """A file that can be locked."""

    @property
    def held(self) -> bool:
        """Whether it is locked by this one."""

    def acquire(self) -> bool:
        """Lock it; False where somebody else has, in this program or in another.

        Raises:
            OSError: It may not be opened.
            NotImplementedError: Its disk knows no locks.
        """

    def release(self) -> None:
        """Let go of it; nothing happens where it is not held."""


def locked_file(path: Path, files: Files) -> LockedFile:
    """A file to be locked, in the way of this system."""
    # As filelock does it on POSIX, but without all that it loads, which would take a tenth of a start of the app.
    return _OnWindows(path) if sys.platform == "win32" else _OnPosix(path, files)


def is_locked(path: Path) -> bool:
    """Whether a file is locked; the lock itself is tried only where the system knows no way to ask.

    Raises:
        StudyError: It may not be looked at.
    """
    if sys.platform == "win32":
        lock = _OnWindows(path)
        free = lock.acquire()
        lock.release()
        return not free
    import fcntl

    with reading(path):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
    return False


class _OnPosix:
    def __init__(self, path: Path, files: Files) -> None:
        self._path, self._disk = path, files.disk
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        return self._descriptor is not None

    def acquire(self) -> bool:
        import fcntl

        descriptor = self._disk.open(self._path, os.O_RDWR | os.O_CREAT)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._disk.close(descriptor)
            if isinstance(error, BlockingIOError):
                return False
            if error.errno in _UNKNOWN:
                raise NotImplementedError from error
            raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            self._disk.close(descriptor)


class _OnWindows:
    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        # Not one lock a thread: the app may end in another thread than it began in.
        self._lock = FileLock(path, timeout=0, mode=0o600, thread_local=False)

    @property
    def held(self) -> bool:
        return self._lock.is_locked

    def acquire(self) -> bool:
        from filelock import Timeout

        try:
            self._lock.acquire()
        except Timeout:
            return False
        return True

    def release(self) -> None:
        self._lock.release()
