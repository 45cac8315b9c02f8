"""One writer a library: a lock that the system lets go when its holder dies, and a note of who that is."""

from pathlib import Path
from typing import NamedTuple

import orjson

from studytui.errors import StudyError
from studytui.messages import message
from studytui.storage.files import Files
from studytui.storage.locked_file import is_locked, locked_file
from studytui.storage.reasons import writing


class Holder(NamedTuple):
    """Who writes to a library.

    Attributes:
        pid: Number of the process; 0 where it is not known.
        device: Id of the device.
        since: When it began, as a person reads it.
    """

    pid: int
    device: str
    since: str


class InUseError(StudyError):
    """Somebody else writes to the library.

    Attributes:
        holder: Who it is.
    """

    def __init__(self, holder: Holder) -> None:
        said = message(
            "The library is in use by process {pid} on device {device} since {since}. Close it there first.",
            pid=holder.pid or "?",
            device=holder.device or "?",
            since=holder.since or "?",
        )
        super().__init__(said.id, **said.arguments)
        self.holder = holder


class WriterLock:
    """The right to write to a library.

    The lock is one of the system's, so that a crash leaves nothing to clear away. Who holds it is noted in a file
    beside it: elsewhere than on POSIX nobody else could read the locked one.
    """

    def __init__(self, lock: Path, note: Path, files: Files) -> None:
        self._path, self._note, self._files = lock, note, files
        self._lock = locked_file(lock, files)

    def take(self, me: Holder) -> None:
        """Become the one writer, until `release` or the end of the process.

        Raises:
            StudyError: Somebody else is, and the sentence says who; or the file may not be written.
        """
        # Asked first: to try the lock changes the time of its file, and who is refused shall have written nothing.
        other = self.holder() or (None if self._try() else _noted(self._note, self._files))
        if other is not None:
            raise InUseError(other)
        try:
            self._files.replace_durably(self._note, orjson.dumps(me._asdict()))
        except StudyError:
            self._lock.release()
            raise

    def release(self) -> None:
        """Let others write; nothing happens where the lock is not held."""
        if self._lock.held:
            try:
                self._files.remove(self._note)
            finally:
                self._lock.release()

    def holder(self) -> Holder | None:
        """Who holds the lock now, this program or another; None where nobody does."""
        return _noted(self._note, self._files) if self._lock.held else self._other()

    def _other(self) -> Holder | None:
        return holder_of(self._path, self._note, self._files)

    def _try(self) -> bool:
        with writing(self._path):
            try:
                return self._lock.acquire()
            except NotImplementedError as error:
                raise StudyError(
                    "{path} is on a disk that knows no locks. Choose another folder with --library.", path=self._path
                ) from error


def holder_of(lock: Path, note: Path, files: Files) -> Holder | None:
    """Who writes to a library, this program or another; None where nobody does. Nothing is written.

    Args:
        lock: The file that is locked.
        note: The file that says who locks it.
        files: The door to the disk.

    Raises:
        StudyError: The file may not be looked at.
    """
    if not files.exists(lock) or not is_locked(lock):
        return None
    return _noted(note, files)


def _noted(note: Path, files: Files) -> Holder:
    """Who is noted; unknown where the note is missing or unreadable, since its writer may be just beginning."""
    try:
        noted = orjson.loads(files.read_bytes(note))
    except (StudyError, orjson.JSONDecodeError):
        return Holder(0, "", "")
    if not isinstance(noted, dict):
        return Holder(0, "", "")
    pid = noted.get("pid")
    return Holder(pid if isinstance(pid, int) else 0, str(noted.get("device", "")), str(noted.get("since", "")))
