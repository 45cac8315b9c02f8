"""Has a document read by a process of its own, which may run out of memory, hang or crash without any harm."""

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import IO, Final

import orjson

from studytui.errors import StudyError
from studytui.exchange.limits import MAX_MEMORY, MAX_SECONDS
from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Line, Reading
from studytui.messages import Message

PROGRAM: Final = ("-P", "-m", "studytui.exchange.inside")
_LOOK: Final = 0.05
"""Seconds between two looks whether it is to be stopped."""
_GRACE: Final = 1.5
"""So many times the seconds of work may go by, on a machine that has other work to do."""


class StoppedError(StudyError):
    """The person did not want to wait any longer."""


def never() -> bool:
    """Nothing stops the reading."""
    return False


def read_apart(
    reader: Reader,
    source: Source,
    stopped: Callable[[], bool] = never,
    *,
    memory: int = MAX_MEMORY,
    seconds: int = MAX_SECONDS,
    program: Sequence[str] = PROGRAM,
) -> Reading:
    """Read a document with limits on memory and time; waits until that is done.

    Args:
        reader: Who reads it.
        source: The document.
        stopped: Asked again and again whether to stop.
        memory: Bytes that the process may take.
        seconds: Seconds that it may work.
        program: What Python runs.

    Raises:
        StudyError: The document is damaged, or takes too much, or reading it was stopped.
    """
    head = orjson.dumps([reader.name, source.name, source.suffix, source.encoding, memory, seconds])
    try:
        process = subprocess.Popen(  # noqa: S603 - this Python, a module of ours
            [sys.executable, *program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise _too_much(source.name) from error
    with process:
        try:
            answer = _answer(process, head + b"\n" + source.data, stopped, time.monotonic() + seconds * _GRACE)
        finally:
            process.kill()
    if answer is None:
        raise StoppedError("Reading {name} was stopped.", name=source.name)
    return _understood(answer, source.name)


def _answer(
    process: "subprocess.Popen[bytes]", request: bytes, stopped: Callable[[], bool], until: float
) -> bytes | None:
    """What the process says; nothing where it takes too long, None where it was stopped."""
    given, process.stdin = process.stdin, None  # the process waits for its answers only
    threading.Thread(target=_give, args=(given, request), daemon=True).start()
    while not stopped():
        try:
            answer, _ = process.communicate(timeout=_LOOK)
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                return b""
        else:
            return answer
    return None


def _give(to: IO[bytes] | None, request: bytes) -> None:
    """Write the document into the pipe, which the process may close before it has read all of it."""
    if to is None:
        return
    with contextlib.suppress(OSError):
        to.write(request)
    with contextlib.suppress(OSError):
        to.close()


def _understood(answer: bytes, name: str) -> Reading:
    try:
        said = orjson.loads(answer)
    except orjson.JSONDecodeError as error:  # it was killed, or crashed
        raise _too_much(name) from error
    if "error" in said:
        id_, arguments, _ = said["error"]
        raise StudyError(id_, **arguments) if id_ else _too_much(name)
    lines, *told, notes = said["read"]
    return Reading._make((tuple(map(Line._make, lines)), *told, tuple(Message(*note) for note in notes)))


def _too_much(name: str) -> StudyError:
    return StudyError(
        "{name} takes too much memory or time to be read, or is damaged: save it as plain text and import that.",
        name=name,
    )
