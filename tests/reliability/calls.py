"""Every call to the disk in turn: the program is killed there, the call is refused, or the power goes."""

import errno
from collections.abc import Iterator
from contextlib import suppress

from studytui.errors import StudyError
from tests.reliability.figure import Tries
from tests.reliability.power import CUTS, KILLED, Cut, PowerCutError, PowerDisk
from tests.reliability.scripted import ROOT, Told, answer_once_more, found, lost, play

REFUSALS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}
SIPS = (1, 3, 7, 64)


def everything(stride: int) -> Iterator[Tries]:
    """All of it, at each call whose number is divisible by the stride."""
    yield killed(stride)
    yield from refused(stride)
    yield sipped()
    yield cut(stride)
    yield cut_twice(stride)
    yield killed_then_cut(stride)


def killed(stride: int = 1) -> Tries:
    """Kill -9 before each call: what the system has, stays."""
    tries = Tries("kill -9 before a call")
    for at in _places(stride):
        disk, told = _played(at)
        _look(tries, at, disk.after(KILLED), told)
    return tries


def refused(stride: int = 1, only: str = "") -> Iterator[Tries]:
    """Each call refused once, and each from which on all of one day fail."""
    for name, code in REFUSALS.items():
        tries = Tries(f"a call refused, {name}")
        for at in _places(stride, only):
            disk, told = _played(at, code)
            # What could not be brought to the medium is dropped by the system: only the power tells.
            _look(tries, at, disk.after(CUTS[0]), told)
        yield tries


def sipped() -> Tries:
    """A disk that takes a few bytes at a time and says nothing."""
    tries = Tries("short writes")
    for most in SIPS:
        disk, told = PowerDisk(most=most), Told()
        disk.stand(ROOT.parent)
        play(disk, told)
        _look(tries, most, disk.after(CUTS[0]), told)
        if len(told.answers) < len(_played(0)[1].answers):  # nothing was refused
            tries.lost.append(f"{tries.kind}, {most}: not everything could be done")
    return tries


def cut(stride: int = 1, only: str = "") -> Tries:
    """The power goes before each call; of what was not yet on the medium there is nothing, all, half, zeros, a part."""
    tries = Tries("power cut")
    for at, _, disk, told in _cuts(stride, only):
        _look(tries, at, disk, told)
    return tries


def cut_twice(stride: int = 1, only: str = "") -> Tries:
    """The power goes, the program starts again, an answer is given, and the power goes again."""
    tries = Tries("power cut, an answer, power cut")
    for at, _, disk, told in _cuts(stride, only):
        try:
            more = answer_once_more(disk)
        except StudyError as error:
            tries.add(at, [f"it does not start: {error}"])
            continue
        for second in (CUTS[0], CUTS[-1]):
            now = found(disk.after(second))
            wrong = [f"{id_} is gone" for id_ in (*told.answers, more) if id_ not in now.answers]
            tries.add((at, second.name), wrong)
    return tries


def killed_then_cut(stride: int = 1, only: str = "") -> Tries:
    """The program is killed, started again, an answer is given, and only then the power goes."""
    tries = Tries("kill -9, an answer, power cut")
    for at in _places(stride, only):
        disk, told = _played(at)
        disk.revive()
        try:
            more = answer_once_more(disk)
        except StudyError as error:
            tries.add(at, [f"it does not start: {error}"])
            continue
        for second in CUTS:
            now = found(disk.after(second))
            tries.add((at, second.name), [f"{id_} is gone" for id_ in (*told.answers, more) if id_ not in now.answers])
    return tries


def _cuts(stride: int, only: str) -> Iterator[tuple[int, Cut, PowerDisk, Told]]:
    """Each disk that can be found after a power cut, once."""
    for at in _places(stride, only):
        disk, told = _played(at)
        seen = set()
        for one in CUTS:
            left = disk.after(one)
            image = left.image()
            if image not in seen:
                seen.add(image)
                yield at, one, left, told


def _played(at: int, refusal: int = 0) -> tuple[PowerDisk, Told]:
    disk, told = PowerDisk(at, refusal), Told()
    disk.stand(ROOT.parent)
    with suppress(PowerCutError):
        play(disk, told)
    return disk, told


def _places(stride: int, only: str = "") -> list[int]:
    """The numbers of the calls of the whole script, or of those of one name, that are tried."""
    names = _played(0)[0].calls
    return [at for at, name in enumerate(names, 1) if only in ("", name)][::stride]


def _look(tries: Tries, where: object, disk: PowerDisk, told: Told) -> None:
    """Open what is left and compare it with what was told."""
    try:
        now = found(disk)
    except StudyError as error:
        tries.add(where, [f"it does not start: {error}"])
    except AssertionError as error:
        tries.add(where, [str(error)])
    else:
        tries.add(where, lost(told, now), told=bool(now.notes or told.refused))
