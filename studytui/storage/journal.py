"""What happened to one deck on one device: a file that only grows, a line a unit, on disk when `append` returns."""

from pathlib import Path

from studytui.errors import StudyError
from studytui.memory.unit import Unit
from studytui.messages import message
from studytui.storage.appending import Appending
from studytui.storage.aside import keep_aside
from studytui.storage.files import Files
from studytui.storage.line import encode
from studytui.storage.reading import Damage, Harm, Reading, read
from studytui.storage.reasons import unwritable, writing

__all__ = ["Damage", "Harm", "Journal", "Reading", "UnsavedError", "read"]

SUFFIX = ".jsonl"
_BLOCK = 1 << 16
_UNKNOWN = -1


class UnsavedError(StudyError):
    """What was done could not be written down, and does not count."""

    def __init__(self, reason: StudyError) -> None:
        said = message("What you just did was NOT saved. {reason}", reason=reason.message)
        super().__init__(said.id, **said.arguments)


class Journal:
    """The journal of one deck that this device writes.

    The file is opened by the first unit and stays open. What a crash left behind its last whole line is set aside
    first, in a file beside it, so that nothing is dropped and no unit is ever written behind half a line.

    Where what the disk holds is not known after an error, nothing is written until `reopen` is called.
    """

    def __init__(self, folder: Path, device: str, files: Files) -> None:
        self.path, self.device = folder / f"{device}{SUFFIX}", device
        self._files = files
        self._file: Appending | None = None
        self._written = _UNKNOWN

    def append(self, unit: Unit) -> None:
        """Write a unit; it survives whatever happens after this returns.

        Raises:
            StudyError: It was not saved, and does not count.
        """
        try:
            self.add(encode(unit) + b"\n")
        except StudyError as error:
            raise UnsavedError(error) from error

    def add(self, lines: bytes) -> None:
        """Write whole lines, each with its break, such as another copy of this journal has.

        Raises:
            StudyError: They were not saved.
        """
        file = self._ready()
        try:
            file.append(lines)
        except OSError as error:
            raise unwritable(error, self.path) from error
        self._written += len(lines)

    def tidy(self) -> None:
        """Set aside what stands behind the last whole line.

        Raises:
            StudyError: It could not be.
        """
        self._ready()

    def reopen(self) -> None:
        """Allow writing again after an error; what was not acknowledged is set aside before the next unit."""
        written = self._written
        self.close()
        self._written = written

    def close(self) -> None:
        """Close the file; it is opened again when it is needed, and may be another one by then."""
        if self._file is not None:
            self._file.close()
        self._file, self._written = None, _UNKNOWN

    def _ready(self) -> Appending:
        """The open file, at the end of its last whole line."""
        file = self._file
        if file is not None:
            if file.stands():
                return file
            if file.closed:
                raise StudyError("{path} could not be written before and has to be opened again.", path=self.path)
            self.close()  # somebody replaced it or wrote to it: what it holds now is what counts
        self._files.make_folder(self.path.parent)
        with writing(self.path):
            file = Appending(self.path, self._files)
            try:
                self._set_aside(file)
            except (OSError, StudyError):
                file.close()
                raise
        self._file = file
        return file

    def _set_aside(self, file: Appending) -> None:
        """Copy what follows the last whole line, or the last unit that was acknowledged, to a file; then cut it off."""
        known = self._end_of_lines(file.size) if self._written == _UNKNOWN else self._written
        self._written = min(known, file.size)
        if self._written < file.size:
            keep_aside(self.path, "torn", self._files.read_bytes(self.path, self._written), self._files)
            file.cut(self._written)

    def _end_of_lines(self, size: int) -> int:
        """Where the last whole line ends, looked for from the end of the file."""
        while size:
            start = max(0, size - _BLOCK)
            found = self._files.read_bytes(self.path, start, size - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            size = start
        return 0
