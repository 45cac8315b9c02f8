"""Disks that do what real ones do on a bad day."""

import os
import signal
from collections.abc import Callable

from studytui.storage.disk import Disk

CALLS = frozenset(name for name in vars(Disk) if not name.startswith("_"))

Fault = Callable[[str], None]


class Faulty(Disk):
    """A disk that counts the calls made to it and lets a fault happen at some of them.

    Attributes:
        trace: The names of the calls so far.
    """

    def __init__(self, happens: Callable[[int, str], bool], fault: Fault) -> None:
        self.trace: list[str] = []
        self._happens, self._fault = happens, fault

    def __getattribute__(self, name: str) -> object:
        if name in CALLS:
            self.trace.append(name)
            if self._happens(len(self.trace), name):
                self._fault(name)
        return super().__getattribute__(name)


class Sipping(Disk):
    """A disk that takes a few bytes at a time, without a word."""

    def __init__(self, most: int) -> None:
        self._most = most

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write at most a few bytes."""
        return super().write(descriptor, data[: self._most])


class Filling(Disk):
    """A disk with room for so many bytes, which takes what still fits before it refuses."""

    def __init__(self, room: int, code: int) -> None:
        self.room, self._code = room, code

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write what fits."""
        if not self.room:
            raise OSError(self._code, os.strerror(self._code))
        taken = super().write(descriptor, data[: self.room])
        self.room -= taken
        return taken


def recording() -> Faulty:
    """A sound disk that remembers the calls."""
    return Faulty(lambda *_: False, lambda _: None)


def once(at: int, code: int) -> Faulty:
    """A disk on which one call fails."""
    return Faulty(lambda n, _: n == at, _refuse(code))


def ever_after(at: int, code: int) -> Faulty:
    """A disk on which all calls fail from one on."""
    return Faulty(lambda n, _: n >= at, _refuse(code))


def refusing(names: set[str], code: int) -> Faulty:
    """A disk on which calls of some names fail, as long as they are in the set."""
    return Faulty(lambda _, name: name in names, _refuse(code))


def killed(at: int) -> Faulty:
    """A disk that kills its process before a call."""
    return Faulty(lambda n, _: n == at, lambda _: os.kill(os.getpid(), signal.SIGKILL))


def _refuse(code: int) -> Fault:
    def refuse(_: str) -> None:
        raise OSError(code, os.strerror(code))

    return refuse
