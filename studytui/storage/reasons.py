"""Why the system refused, as a sentence that names the file and says what to do."""

import errno
import os
from pathlib import Path
from types import TracebackType

from studytui.errors import StudyError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM}
_MISPLACED = {errno.ENOTDIR, errno.EISDIR, errno.EEXIST}


class reading:  # noqa: N801 - it is used like a function, and a generator would cost more than what it guards
    """What the system refuses in here was an attempt to read."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if kind is None:
            return
        if isinstance(error, OSError):
            raise self._told(error, self._path) from error
        if isinstance(error, UnicodeEncodeError):
            raise _unnameable(self._path) from error

    def _told(self, error: OSError, path: Path) -> StudyError:
        return unreadable(error, path)


class writing(reading):  # noqa: N801
    """What the system refuses in here was an attempt to write."""

    __slots__ = ()

    def _told(self, error: OSError, path: Path) -> StudyError:
        return unwritable(error, path)


def unwritable(error: OSError, path: Path) -> StudyError:
    """Why a file or folder could not be written, moved or removed."""
    code = error.errno
    if code in _FULL:
        return StudyError("No space is left for {path}. Free some space and try again.", path=path)
    if code in _DENIED:
        return StudyError("{path} may not be written: permission is denied. Change its permissions.", path=path)
    if code == errno.EROFS:
        return StudyError("{path} is on a disk that can only be read. Choose another folder with --library.", path=path)
    if code == errno.EIO:
        return StudyError("The disk failed while {path} was written. Save a copy of the library elsewhere.", path=path)
    if code in _MISPLACED:
        return StudyError("{path} is in the way: a file where a folder should be, or the reverse. Move it.", path=path)
    return StudyError("{path} could not be written ({reason}).", path=path, reason=_words(error))


def unreadable(error: OSError, path: Path) -> StudyError:
    """Why a file or folder could not be read."""
    code = error.errno
    if code == errno.ENOENT:
        return StudyError("{path} does not exist.", path=path)
    if code in _DENIED:
        return StudyError("{path} may not be read: permission is denied. Change its permissions.", path=path)
    if code == errno.EIO:
        return StudyError("The disk failed while {path} was read. Restore it from a backup.", path=path)
    if code in _MISPLACED:
        return StudyError("{path} is in the way: a file where a folder should be, or the reverse. Move it.", path=path)
    return StudyError("{path} could not be read ({reason}).", path=path, reason=_words(error))


def _unnameable(path: Path) -> StudyError:
    """Why a name that the locale has no letters for could not be used."""
    return StudyError(
        "The system's locale cannot write the name {path}. Set a UTF-8 one, such as LC_ALL=C.UTF-8.", path=path
    )


def _words(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else type(error).__name__
