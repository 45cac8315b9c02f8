"""Each line that makes an answer durable, taken away: something in this folder must notice, or it guards nothing."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

import orjson

from studytui.memory.unit import Unit
from studytui.storage.appending import Appending
from studytui.storage.files import Files
from studytui.storage.journal import Journal
from studytui.storage.line import BadLineError
from tests.reliability import calls, damage
from tests.reliability.figure import Tries
from tests.reliability.power import PowerDisk

Notice = Callable[[], Iterator[Tries]]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program with one line less.

    Attributes:
        name: What it does not do.
        change: Takes the line away.
        notice: The campaigns that must lose something.
    """

    name: str
    change: Callable[[], AbstractContextManager[object]]
    notice: Notice


def _no_fsync(disk: PowerDisk, descriptor: int) -> None:
    disk._call("fsync")


def _no_folder(disk: PowerDisk, path: Path) -> None:
    disk._call("fsync_folder")


def _in_place(files: Files, path: Path, data: bytes) -> None:
    descriptor = files.disk.open(path, os.O_WRONLY | os.O_CREAT)
    files.disk.truncate(descriptor, 0)
    files.write_all(descriptor, data)
    files.disk.fsync(descriptor)
    files.disk.close(descriptor)
    files.disk.fsync_folder(path.parent)


def _renamed_first(files: Files, path: Path, data: bytes) -> None:
    temporary = files._temporary(path.parent, data, durable=False)
    files.disk.replace(temporary, path)
    descriptor = files.disk.open(path, os.O_WRONLY)
    files.disk.fsync(descriptor)
    files.disk.close(descriptor)
    files.disk.fsync_folder(path.parent)


def _written_once(files: Files, descriptor: int, data: bytes) -> None:
    files.disk.write(descriptor, memoryview(data))


def _told_too_early(file: Appending, data: bytes) -> None:
    file._files.write_all(file._descriptor, data)
    file.size += len(data)


def _tried_again(file: Appending, data: bytes) -> None:
    """The system says once that it has lost something; the second fsync succeeds and means nothing."""
    file._files.write_all(file._descriptor, data)
    for last in (False, True):
        try:
            file._disk.fsync(file._descriptor)
        except OSError:
            if last:
                raise
        else:
            break
    file.size += len(data)


def _unchecked(line: bytes, device: str) -> Unit:
    try:
        found = orjson.loads(line)
        return Unit(found["id"], found["seq"], found["at"], found["day"], tuple(found["events"]), device)
    except (orjson.JSONDecodeError, LookupError, TypeError) as error:
        raise BadLineError(crc32(line)) from error


def _glued(journal: Journal, file: Appending) -> None:
    journal._written = file.size


def _aside_untold(path: Path, what: str, torn: bytes, files: Files) -> Path:
    """Nothing is kept of what is cut off."""
    return path


def _cuts() -> Iterator[Tries]:
    yield calls.cut(only="fsync")
    yield calls.killed_then_cut(only="fsync_folder")


def _refusals() -> Iterator[Tries]:
    yield from calls.refused(only="fsync")


def _cuts_twice() -> Iterator[Tries]:
    yield calls.cut_twice(only="fsync")


def _sips() -> Iterator[Tries]:
    yield calls.sipped()


def _flips() -> Iterator[Tries]:
    yield damage.flipped(400)


def _replaced() -> Iterator[Tries]:
    yield damage.journal_replaced()


def _torn() -> Iterator[Tries]:
    yield damage.torn_ends()


def _without(target: type, name: str, other: Callable[..., object]) -> Callable[[], AbstractContextManager[object]]:
    return lambda: patch.object(target, name, other)


MUTANTS = (
    Mutant("no fsync of a file", _without(PowerDisk, "fsync", _no_fsync), _cuts),
    Mutant("no fsync of a folder", _without(PowerDisk, "fsync_folder", _no_folder), _cuts),
    Mutant("a file written in its place", _without(Files, "replace_durably", _in_place), _cuts),
    Mutant("renamed before it is synced", _without(Files, "replace_durably", _renamed_first), _cuts),
    Mutant("no loop on short writes", _without(Files, "write_all", _written_once), _sips),
    Mutant("told before it is synced", _without(Appending, "append", _told_too_early), _cuts),
    Mutant("a failed fsync tried again", _without(Appending, "append", _tried_again), _refusals),
    Mutant("no names of a new journal and its folders", _without(Appending, "_keep_name", lambda _: None), _cuts),
    Mutant("a line added behind half a line", _without(Journal, "_set_aside", _glued), _cuts_twice),
    Mutant("what is cut off is not kept", lambda: patch("studytui.storage.journal.keep_aside", _aside_untold), _torn),
    Mutant("a replaced journal not noticed", _without(Appending, "stands", lambda _: True), _replaced),
    Mutant("folders that exist are not synced", lambda: patch.object(Files, "make_folder", _made_once), _cuts),
    Mutant("decks that exist are not synced", _without(Files, "settle", lambda _, folder: None), _cuts),
    Mutant("no checksum", lambda: patch("studytui.storage.reading.decode", _unchecked), _flips),
)


def _made_once(files: Files, folder: Path) -> None:
    if not files.exists(folder):
        _made_once(files, folder.parent)
        files.disk.make_folder(folder)
        files.disk.fsync_folder(folder.parent)


class NoticedError(Exception):
    """Something was lost, so the mutant need not be tried any further."""


def noticed(mutant: Mutant) -> Tries:
    """Whether a mutant is noticed: the one that survives is what is lost here."""
    tries = Tries(f"mutant: {mutant.name}")
    try:
        with mutant.change(), patch.object(Tries, "add", _stop_at_a_loss):
            losses = any(campaign.lost for campaign in mutant.notice())
    except NoticedError:
        losses = True
    tries.add("survived", [] if losses else ["nothing noticed it"])
    return tries


def _stop_at_a_loss(tries: Tries, where: object, wrong: list[str], *, told: bool = False) -> None:
    if wrong:
        raise NoticedError


def everything() -> Iterator[Tries]:
    """All mutants."""
    yield from map(noticed, MUTANTS)
