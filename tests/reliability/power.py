"""A disk in memory that knows what is on the medium and what is not yet, and can lose its power."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from studytui.storage.disk import Disk

Change = tuple[int, bytes | None]
"""Bytes at an offset, or a cut there."""
Renaming = tuple[tuple[Path, "Content | None"], ...]
"""What some names lead to from now on; None for names that are gone. All of it happens, or nothing."""
Folder = None


class PowerCutError(BaseException):
    """The machine is off; nobody can catch this but the one who pulled the plug."""


@dataclass(eq=False, slots=True)
class Content:
    """What a name leads to: a file, or a folder.

    Attributes:
        number: Which one it is.
        folder: Whether it is a folder.
        now: The bytes as programs see them.
        safe: The bytes as they are on the medium.
        pending: What was done since to `safe` and may be there or not.
        time: When it was last written.
    """

    number: int
    folder: bool = False
    now: bytearray = field(default_factory=bytearray)
    safe: bytes = b""
    pending: list[Change] = field(default_factory=list)
    time: int = 0


@dataclass(frozen=True, slots=True)
class Cut:
    """What of the pending things is on the medium after a power cut.

    Attributes:
        name: What it is called in a report.
        bytes_: Which of the pending changes of a file are there.
        names: Which of the pending renamings of a folder are there.
    """

    name: str
    bytes_: Callable[[Sequence[Change]], Sequence[Change]]
    names: Callable[[Sequence[Renaming]], Sequence[Renaming]]


def _torn(changes: Sequence[Change]) -> Sequence[Change]:
    *before, (at, data) = changes
    return [*before, (at, data if data is None else data[: len(data) // 2])]


def _zeroed(changes: Sequence[Change]) -> Sequence[Change]:
    *before, (at, data) = changes
    return [*before, (at, data if data is None else bytes(len(data)))]


_BYTES: dict[str, Callable[[Sequence[Change]], Sequence[Change]]] = {
    "nothing": lambda changes: [],
    "everything": lambda changes: changes,
    "torn": _torn,
    "zeroed": _zeroed,
    "the last only": lambda changes: changes[-1:],
}
_NAMES: dict[str, Callable[[Sequence[Renaming]], Sequence[Renaming]]] = {
    "no names": lambda names: [],
    "all names": lambda names: names,
    "the first names": lambda names: names[: len(names) // 2],
    "the last name": lambda names: names[-1:],
}
CUTS = tuple(
    Cut(f"{one}, {other}", keep, keep_names) for one, keep in _BYTES.items() for other, keep_names in _NAMES.items()
)
KILLED = Cut("kill -9", lambda changes: changes, lambda names: names)
"""A process that is killed takes nothing with it that the system has."""


class PowerDisk(Disk):
    """A disk in memory, whose power goes before a chosen call, or which refuses it.

    Attributes:
        calls: The calls so far, by name.
    """

    def __init__(self, at: int = 0, refusal: int = 0, most: int = 1 << 30) -> None:
        """Make an empty disk.

        Args:
            at: The call, from 1, that goes wrong; 0 for none.
            refusal: The error with which it is refused; 0 where the power goes.
            most: How many bytes are taken at once.
        """
        self.calls: list[str] = []
        self._at, self._refusal, self._most = at, refusal, most
        self._numbers, self._descriptors, self._time = count(1), count(100), count(1)
        self._now: dict[Path, Content] = {}
        self._safe: dict[Path, Content] = {}
        self._pending: dict[Path, list[Renaming]] = {}
        self._open: dict[int, tuple[Content, int, int]] = {}
        self._dead = False

    def after(self, cut: Cut, at: int = 0, refusal: int = 0) -> "PowerDisk":
        """The disk as it is found when the power is back."""
        found = PowerDisk(at, refusal)
        found._numbers, found._descriptors, found._time = self._numbers, self._descriptors, self._time
        names = dict(self._safe)
        for pending in self._pending.values():
            for renaming in cut.names(pending) if pending else ():
                _rename(names, renaming)
        kept = {content.number: _settled(content, cut) for content in names.values()}
        found._now = {path: kept[content.number] for path, content in names.items() if _stands(path, names)}
        found._safe = dict(found._now)
        return found

    def revive(self) -> None:
        """Only the program was killed: what the system has not brought to the medium yet is still not there."""
        self._dead, self._at = False, 0
        self._open.clear()

    def image(self) -> tuple[tuple[str, bytes], ...]:
        """Everything that is on it, to tell whether two disks are alike."""
        return tuple(sorted((str(path), bytes(content.now)) for path, content in self._now.items()))

    def stand(self, folder: Path) -> None:
        """Have a folder, and those above it, on the medium before anything begins."""
        for path in (folder, *folder.parents):
            self._now[path] = self._safe[path] = Content(next(self._numbers), folder=True)

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """Each file with its bytes."""
        yield from ((path, bytes(content.now)) for path, content in self._now.items() if not content.folder)

    def put(self, path: Path, data: bytes) -> None:
        """Change a file as somebody else would, on the medium at once."""
        content = self._now.setdefault(path, Content(next(self._numbers)))
        content.now[:], content.safe, content.pending = data, data, []
        content.time = next(self._time)
        self._safe[path] = content

    def drop(self, path: Path) -> None:
        """Take a file away as somebody else would."""
        self._now.pop(path, None)
        self._safe.pop(path, None)

    def refuse(self, ahead: int, code: int) -> None:
        """Have a call that is so far ahead refused."""
        self._at, self._refusal = len(self.calls) + ahead, code

    def open(self, path: Path, flags: int) -> int:
        """Open a file, made where it is asked for."""
        self._call("open")
        if flags & os.O_CREAT and path not in self._now:
            self._parent(path)
            self._renamed(path.parent, ((path, Content(next(self._numbers))),))
        elif flags & os.O_EXCL:
            raise FileExistsError(errno.EEXIST, "", str(path))
        descriptor = next(self._descriptors)
        self._open[descriptor] = (self._at_path(path), 0, flags)
        return descriptor

    def read(self, descriptor: int, size: int) -> bytes:
        """Read from where the descriptor stands."""
        self._call("read")
        content, at, flags = self._open[descriptor]
        data = bytes(content.now[at : at + size])
        self._open[descriptor] = content, at + len(data), flags
        return data

    def seek(self, descriptor: int, offset: int) -> int:
        """Go to a place."""
        self._call("seek")
        content, _, flags = self._open[descriptor]
        self._open[descriptor] = content, offset, flags
        return offset

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write where the descriptor stands, or at the end."""
        self._call("write")
        content, at, flags = self._open[descriptor]
        at = len(content.now) if flags & os.O_APPEND else at
        taken = bytes(data[: self._most])
        self._change(content, (at, taken))
        self._open[descriptor] = content, at + len(taken), flags
        return len(taken)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut a file."""
        self._call("truncate")
        self._change(self._open[descriptor][0], (size, None))

    def fsync(self, descriptor: int) -> None:
        """Bring a file to the medium; after a refusal the system has dropped what it had, and says so only once."""
        content = self._open[descriptor][0]
        try:
            self._call("fsync")
        except OSError:
            content.pending.clear()
            raise
        for change in content.pending:
            content.safe = _changed(content.safe, change)
        content.pending.clear()

    def fsync_folder(self, path: Path) -> None:
        """Bring the names in a folder to the medium."""
        self._call("fsync_folder")
        self._at_path(path)
        for renaming in self._pending.pop(path, ()):
            _rename(self._safe, renaming)

    def close(self, descriptor: int) -> None:
        """Close a file."""
        self._call("close")
        del self._open[descriptor]

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file."""
        self._call("replace")
        self._parent(target)
        self._renamed(target.parent, ((source, None), (target, self._at_path(source))))

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        self._call("unlink")
        self._at_path(path)
        self._renamed(path.parent, ((path, None),))

    def make_folder(self, path: Path) -> None:
        """Make a folder."""
        self._call("make_folder")
        self._parent(path)
        if path in self._now:
            raise FileExistsError(errno.EEXIST, "", str(path))
        self._renamed(path.parent, ((path, Content(next(self._numbers), folder=True)),))

    def remove_folder(self, path: Path) -> None:
        """Remove a folder."""
        self._call("remove_folder")
        self._at_path(path)
        if any(other.parent == path for other in self._now):
            raise OSError(errno.ENOTEMPTY, "", str(path))
        self._renamed(path.parent, ((path, None),))

    def names(self, folder: Path) -> list[str]:
        """The names in a folder."""
        self._call("names")
        if not self._at_path(folder).folder:
            raise NotADirectoryError(errno.ENOTDIR, "", str(folder))
        return [path.name for path in self._now if path.parent == folder and path != folder]

    def stat(self, path: Path | str) -> os.stat_result:
        """What is known about a path."""
        self._call("stat")
        return _stat(self._at_path(Path(path)))

    def fstat(self, descriptor: int) -> os.stat_result:
        """What is known about an open file."""
        self._call("fstat")
        return _stat(self._open[descriptor][0])

    def _call(self, name: str) -> None:
        if self._dead:
            raise PowerCutError
        self.calls.append(name)
        if len(self.calls) == self._at:
            if self._refusal:
                raise OSError(self._refusal, os.strerror(self._refusal))
            self._dead = True
            raise PowerCutError

    def _at_path(self, path: Path) -> Content:
        if path not in self._now:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return self._now[path]

    def _parent(self, path: Path) -> None:
        if not self._at_path(path.parent).folder:
            raise NotADirectoryError(errno.ENOTDIR, "", str(path))

    def _renamed(self, folder: Path, renaming: Renaming) -> None:
        _rename(self._now, renaming)
        self._pending.setdefault(folder, []).append(renaming)

    def _change(self, content: Content, change: Change) -> None:
        content.now[:] = _changed(bytes(content.now), change)
        content.pending.append(change)
        content.time = next(self._time)


def _rename(names: dict[Path, Content], renaming: Renaming) -> None:
    for path, content in renaming:
        if content is None:
            names.pop(path, None)
        else:
            names[path] = content


def _changed(data: bytes, change: Change) -> bytes:
    at, new = change
    if new is None:
        return data[:at].ljust(at, b"\0")
    return data[:at].ljust(at, b"\0") + new + data[at + len(new) :]


def _settled(content: Content, cut: Cut) -> Content:
    data = content.safe
    for change in cut.bytes_(content.pending) if content.pending else ():
        data = _changed(data, change)
    return Content(content.number, content.folder, bytearray(data), data, [], content.time)


def _stands(path: Path, names: dict[Path, Content]) -> bool:
    """Whether all folders on the way to a name are there."""
    return all(above in names for above in path.parents)


def _stat(content: Content) -> os.stat_result:
    mode = stat.S_IFDIR | 0o700 if content.folder else stat.S_IFREG | 0o600
    fields = (mode, content.number, 1, 1, 0, 0, len(content.now), 0, 0, 0)
    return os.stat_result(fields, {"st_mtime_ns": content.time})
