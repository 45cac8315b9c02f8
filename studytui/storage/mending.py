"""A journal with lines that are no units, made sound: what is no unit goes beside it, what a backup has comes back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from studytui.errors import StudyError
from studytui.storage.aside import keep_aside
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.line import BadLineError, NewerLineError, decode
from studytui.storage.union import lacking
from studytui.storage.zips import Unzipped


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a journal.

    Attributes:
        aside: How many lines were set aside.
        back: How many came back from backups.
    """

    aside: int
    back: int


def mended(journal: Path, folders: Folders, files: Files) -> Mended:
    """Set aside the damaged lines of a journal, and bring in what backups of it have more.

    The damaged lines are on the medium, in a file beside the journal, before it is written without them.

    Raises:
        StudyError: It could not be written; nothing is lost.
    """
    lines = files.read_bytes(journal).split(b"\n") if files.exists(journal) else [b""]
    bad = [line for line in lines[:-1] if not _whole(line, journal.stem)]
    good = [line for line in lines[:-1] if _whole(line, journal.stem)]
    back = _in_backups(journal, good, folders, files)
    if bad:
        keep_aside(journal, "damaged", b"\n".join(bad) + b"\n", files)
    if bad or back:
        files.make_folder(journal.parent)
        files.replace_durably(journal, b"".join(line + b"\n" for line in (*good, *back)) + lines[-1])
    return Mended(len(bad), len(back))


def in_backups(folders: Folders, files: Files) -> Iterator[Unzipped]:
    """The backups that can be read, the latest first."""
    zips = [folders.backups / name for name in files.names(folders.backups) if name.endswith(".zip")]
    for path in sorted(zips, key=lambda path: files.stat(path).st_mtime_ns, reverse=True):
        try:
            yield Unzipped(path, files)
        except StudyError:
            continue


def _in_backups(journal: Path, good: Iterable[bytes], folders: Folders, files: Files) -> list[bytes]:
    name = journal.relative_to(folders.root).as_posix()
    known, found = b"".join(line + b"\n" for line in good), list[bytes]()
    for backup in in_backups(folders, files):
        if name in backup.sums:
            more = lacking(known, backup.read(name), journal.stem)
            known += b"".join(line + b"\n" for line in more)
            found += more
    return found


def _whole(line: bytes, device: str) -> bool:
    try:
        decode(line, device)
    except NewerLineError:
        return True
    except BadLineError:
        return False
    return True
