"""The bytes of a regular file; whatever else a path may lead to is refused in words, and nothing ever blocks."""

import errno
import os
import stat
from pathlib import Path
from typing import IO, Final

from studytui.errors import StudyError
from studytui.exchange.document import shown

MAX_BYTES: Final = 50_000_000
"""The largest file that is read."""

# A pipe that takes the file's place between the look and the opening must not block either.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def at_home(path: str) -> str:
    """The path with a ``~`` at its beginning written out; that of a user who does not exist stays as it is."""
    if not path.startswith("~"):
        return path
    try:
        return str(Path(path).expanduser())
    except RuntimeError:  # there is no such user, so a file may be called like that
        return path


def read_regular(path: str) -> bytes:
    """Read a whole regular file.

    Raises:
        StudyError: It does not exist, is something else, is too large, or may not be read.
    """
    if not path:
        raise StudyError("No file is named: give the path of one.")  # the system would take it for this folder
    try:
        # Looked at before it is opened: opening a device can already do something.
        _require_regular(Path(path).stat(), path)
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            _require_regular(os.fstat(descriptor), path)
            data = within_limit(file)
    except OSError as error:
        raise _refusal(error, path) from error
    except ValueError as error:  # a NUL in the path
        raise _missing(path) from error
    require_size(len(data), shown(path))
    return data


def within_limit(stream: IO[bytes]) -> bytes:
    """The bytes of a stream, whatever size it claims to have: one more than allowed at most, to be refused by size."""
    return stream.read(MAX_BYTES + 1)


def require_size(size: int, name: str) -> None:
    """Refuse more bytes than the limit."""
    if size > MAX_BYTES:
        raise StudyError(
            "{name} is too large: the limit is {limit} MB. Cut it into parts and import each.",
            name=name,
            limit=MAX_BYTES // 1_000_000,
        )


def _require_regular(found: os.stat_result, path: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise StudyError("{name} is a folder: give a file inside it.", name=shown(path))
    if not stat.S_ISREG(found.st_mode):
        raise StudyError(
            "{name} is not a regular file but a pipe, a socket or a device: save the text as a file first.",
            name=shown(path),
        )
    require_size(found.st_size, shown(path))


def _refusal(error: OSError, path: str) -> StudyError:
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return _missing(path)
    if error.errno == errno.ELOOP:
        return StudyError("{name} is a symbolic link that leads back to itself: give the real file.", name=shown(path))
    if error.errno in {errno.EACCES, errno.EPERM}:
        return StudyError(
            "{name} may not be read, permission is denied: change its permissions or copy it.", name=shown(path)
        )
    return StudyError(
        "{name} cannot be read ({reason}): check the path, or copy the file elsewhere.",
        name=shown(path),
        reason=os.strerror(error.errno) if error.errno else type(error).__name__,
    )


def _missing(path: str) -> StudyError:
    return StudyError("{name} does not exist: check the path.", name=shown(path))
