"""The units in a journal file, from any line on, and what is wrong with it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from studytui.memory.unit import Unit
from studytui.messages import Message, message
from studytui.storage.files import Files
from studytui.storage.line import BadLineError, NewerLineError, decode


class Harm(StrEnum):
    """What can be wrong with a line."""

    TORN = "torn"
    DAMAGED = "damaged"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Damage:
    """A line that does not count.

    Attributes:
        path: The journal file.
        line: The number of the line, from 1.
        harm: What is wrong.
    """

    path: Path
    line: int
    harm: Harm

    @property
    def message(self) -> Message:
        """What a person is told."""
        if self.harm is Harm.TORN:
            return message("The last line of {path} was not written to its end. It does not count.", path=self.path)
        if self.harm is Harm.NEWER:
            return message(
                "Line {line} of {path} was written by a later version and does not count here. Update studytui.",
                line=self.line,
                path=self.path,
            )
        return message(
            "Line {line} of {path} is damaged and does not count; the lines after it do.",
            line=self.line,
            path=self.path,
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one journal file.

    Attributes:
        units: The sound units, in the order of the file.
        end: Where the last whole line ends: where to go on reading later.
        damage: The lines that do not count.
        fits: Whether a line began where reading was to start. If not, this is not the file, or not the state of it,
            that was read before: nothing was read, and everything has to be read anew.
    """

    units: tuple[Unit, ...]
    end: int
    damage: tuple[Damage, ...] = ()
    fits: bool = True


def read(path: Path, files: Files, start: int = 0) -> Reading:
    """Read the whole lines of a journal file from an offset on; a file that is not there is empty.

    Raises:
        StudyError: The file may not be read.
    """
    if start and not _line_begins(path, files, start):
        return Reading((), 0, fits=False)
    if not start and not files.exists(path):
        return Reading((), 0)
    data = files.read_bytes(path, start)
    *lines, rest = data.split(b"\n")
    units, harms = _decoded(lines, path.stem)
    if rest:
        harms.append((len(lines), Harm.TORN))
    before = files.read_bytes(path, 0, start).count(b"\n") if harms and start else 0
    damage = tuple(Damage(path, before + index + 1, harm) for index, harm in harms)
    return Reading(tuple(units), start + len(data) - len(rest), damage)


def _line_begins(path: Path, files: Files, offset: int) -> bool:
    return files.exists(path) and files.read_bytes(path, offset - 1, 1) == b"\n"


def _decoded(lines: list[bytes], device: str) -> tuple[list[Unit], list[tuple[int, Harm]]]:
    units: list[Unit] = []
    harms: list[tuple[int, Harm]] = []
    for index, line in enumerate(lines):
        try:
            units.append(decode(line, device))
        except NewerLineError:
            harms.append((index, Harm.NEWER))
        except BadLineError:
            harms.append((index, Harm.DAMAGED))
    return units, harms
