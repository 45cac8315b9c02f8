"""One writer a library: a lock that the system lets go when its holder dies, and a note of who that is."""

from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.reasons import writing


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to a library.

    Attributes:
        pid: Number of the process; 0 where it is not known.
        device: Id of the device.
        since: When it began, as a person reads it.
    """

    pid: int
    device: str
    since: str


class WriterLock:
    """The right to write to a library.

    The lock is one of the system's, so that a crash leaves nothing to clear away. Who holds it is noted in a file
    beside it: elsewhere than on POSIX nobody else could read the locked one.
    """

    def __init__(self, lock: Path, note: Path, files: Files) -> None:
        self._path, self._note, self._files = lock, note, files
        # Whoever only reads never waits for this import.
        from filelock import FileLock

        # Not one lock a thread: the app may end in another thread than it began in.
        self._lock = FileLock(lock, timeout=0, mode=0o600, thread_local=False)

    def take(self, me: Holder) -> None:
        """Become the one writer, until `release` or the end of the process.

        Raises:
            StudyError: Somebody else is, and the sentence says who; or the file may not be written.
        """
        if not self._try():
            other = self._noted()
            raise StudyError(
                "The library is in use by process {pid} on device {device} since {since}. Close it there first.",
                pid=other.pid or "?",
                device=other.device or "?",
                since=other.since or "?",
            )
        try:
            self._files.replace_durably(self._note, orjson.dumps(asdict(me)))
        except StudyError:
            self._lock.release()
            raise

    def release(self) -> None:
        """Let others write; nothing happens where the lock is not held."""
        if self._lock.is_locked:
            try:
                self._files.remove(self._note)
            finally:
                self._lock.release()

    def holder(self) -> Holder | None:
        """Who holds the lock now, this program or another; None where nobody does."""
        if self._lock.is_locked:
            return self._noted()
        if not self._files.exists(self._path) or self._try():
            self._lock.release()
            return None
        return self._noted()

    def _try(self) -> bool:
        from filelock import Timeout

        with writing(self._path):
            try:
                self._lock.acquire()
            except Timeout:
                return False
            except NotImplementedError as error:
                raise StudyError(
                    "{path} is on a disk that knows no locks. Choose another folder with --library.", path=self._path
                ) from error
        return True

    def _noted(self) -> Holder:
        """Who is noted; unknown where the note is missing or unreadable, since its writer may be just beginning."""
        try:
            note = orjson.loads(self._files.read_bytes(self._note))
        except (StudyError, orjson.JSONDecodeError):
            return Holder(0, "", "")
        if not isinstance(note, dict):
            return Holder(0, "", "")
        pid = note.get("pid")
        return Holder(pid if isinstance(pid, int) else 0, str(note.get("device", "")), str(note.get("since", "")))
