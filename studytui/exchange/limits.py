"""What a process that reads a document may use up and do, set by itself before it looks at the document."""

import os
import sys
from collections.abc import Iterable
from typing import Final

from studytui.errors import StudyError
from studytui.exchange.reading import Line

MAX_MEMORY: Final = 1_500_000_000
"""Bytes of address space: a document of the largest size takes half of it."""
MAX_SECONDS: Final = 40
"""Seconds of work, and a little more of waiting."""
MAX_LINES: Final = 300_000
"""Paragraphs that a document may have which is no plain text: more than points can be brought in."""
_MAX_FILES: Final = 64

_WRITES: Final = ("w", "a", "x", "+")
_FORBIDDEN: Final = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "os.utime",
    "pty.",
    "shutil.",
    "tempfile.",
    "urllib.",
    "webbrowser.",
    "ftplib.",
    "smtplib.",
)


def limited(lines: Iterable[Line], name: str) -> tuple[Line, ...]:
    """All lines of a document, gathered one by one; ``name`` is what it is called in an error.

    Raises:
        StudyError: There are too many.
    """
    made: list[Line] = []
    for line in lines:
        made.append(line)
        if len(made) > MAX_LINES:
            raise StudyError(
                "{name} has too many paragraphs: the limit is {limit}. Cut it into parts and import each.",
                name=name,
                limit=MAX_LINES,
            )
    return tuple(made)


def confine(memory: int = MAX_MEMORY, seconds: int = MAX_SECONDS) -> None:
    """Limit this process: memory, time, open files; from now on it starts, fetches and writes nothing."""
    sys.dont_write_bytecode = True
    _limit_resources(memory, seconds)
    sys.addaudithook(_refuse)


def _limit_resources(memory: int, seconds: int) -> None:
    if sys.platform == "win32":
        return  # there the parent's clock is the only limit
    import resource

    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, _MAX_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (allowed, allowed))
        except (OSError, ValueError):  # macOS does not know all of them
            continue


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Stop what a reader never does: an audit hook, which no library that is fooled by a document can take off."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and _writes(*arguments[1:3]):
        raise PermissionError(event)


def _writes(mode: object = None, flags: object = 0) -> bool:
    """Whether a file is opened for more than reading, as ``open`` or as the system calls it."""
    if isinstance(mode, str):
        return any(sign in mode for sign in _WRITES)
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND))
