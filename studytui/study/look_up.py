"""Has the words of a deck looked up by a process of its own, which says how far it is and can be stopped."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, Queue
from subprocess import PIPE, Popen, TimeoutExpired
from tempfile import TemporaryFile
from threading import Thread
from time import monotonic
from typing import IO

import orjson

from studytui.errors import StudyError
from studytui.outline.tree import Outline
from studytui.study.waiting import Stopped, Told, never, untold
from studytui.study.words import Words, digest, from_rows

PROGRAM = ("-P", "-m", "studytui.study.looked_up")
SECONDS = 120
"""How long it may take; a deck of a hundred points takes two seconds, most of them to load the dictionary."""
LOOKS = 0.1
"""So many seconds pass at most until it is seen that nobody wants the words any more."""


def look_up(
    outline: Outline,
    folder: Path,
    program: Sequence[str] = PROGRAM,
    seconds: float = SECONDS,
    told: Told = untold,
    stopped: Stopped = never,
    more: Sequence[str] = (),
) -> Words | None:
    """Look up how each text of an outline is spelled and what in it is worth hiding; waits until that is done.

    Args:
        outline: The outline, as it stands in the deck file.
        folder: Where the dictionary is kept in the form that loads fastest.
        program: What Python runs.
        seconds: How long it may take.
        told: Is told how far it is.
        stopped: Asked again and again.
        more: Texts besides those of the nodes, such as sentences that are said word for word.

    Returns:
        The words; None where it was stopped.

    Raises:
        StudyError: It failed or took too long.
    """
    texts = list(dict.fromkeys(_writable(text) for text in (*(node.text for node in outline.nodes), *more)))
    request = orjson.dumps({"texts": texts, "around": [_writable(text) for text in _around(outline)]})
    answer = _answer(request, (*program, str(folder)), seconds, lambda done: told(done, len(texts)), stopped)
    if answer is None:
        return None
    try:
        found = orjson.loads(answer)
        rows = [
            {"text": digest(text), "spelling": one["spelling"], "spans": one["spans"]}
            for text, one in zip(texts, found, strict=True)
        ]
    except (orjson.JSONDecodeError, LookupError, TypeError, ValueError) as error:
        raise _failed("what it gave cannot be read") from error
    return from_rows(rows)


def _answer(
    request: bytes, program: Sequence[str], seconds: float, told: Callable[[int], None], stopped: Stopped
) -> bytes | None:
    """The last line that a program gives; None where it was stopped."""
    # What it says of an error goes to a file: a pipe that nobody reads may fill, and hold it up.
    with TemporaryFile() as errors:
        try:
            process = Popen([sys.executable, *program], stdin=PIPE, stdout=PIPE, stderr=errors)  # noqa: S603 - this Python, a module of ours
        except OSError as error:
            raise _failed(error.strerror or str(error)) from error
        try:
            said = _heard(process, request, seconds, told, stopped)
        finally:
            process.kill()
            code = process.wait()
        if said is None or not code:
            return said
        errors.seek(0)
        last = errors.read().decode("utf-8", "replace").strip().splitlines()
        raise _failed(last[-1] if last else f"exit code {code}")


def _heard(
    process: Popen[bytes], request: bytes, seconds: float, told: Callable[[int], None], stopped: Stopped
) -> bytes | None:
    """The last line that it says before it ends; what stands before tells how far it is."""
    lines: Queue[bytes | None] = Queue()
    talk = Thread(target=_talk, args=(process, request, lines), daemon=True)
    talk.start()
    last, until = b"", monotonic() + seconds
    while not stopped():
        try:
            line = lines.get(timeout=LOOKS)
        except Empty:
            if monotonic() > until:
                raise _failed(f"it took longer than {seconds:g} s") from None
            continue
        if line is None:
            return last if _ended(process, until) else b""
        last = line
        if line.strip().isdigit():
            told(int(line))
    return None


def _ended(process: Popen[bytes], until: float) -> bool:
    """Whether it ends in time after it has said all."""
    try:
        process.wait(max(LOOKS, until - monotonic()))
    except TimeoutExpired:
        return False
    return True


def _talk(process: Popen[bytes], request: bytes, lines: "Queue[bytes | None]") -> None:
    """Give it the request, and pass on what it says, line by line, then nothing."""
    inwards, outwards = _pipe(process.stdin), _pipe(process.stdout)
    try:
        with inwards:
            inwards.write(request)
    except OSError:
        pass  # it has ended already, and its exit code says why
    with outwards:
        for line in outwards:
            lines.put(line)
    lines.put(None)


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError(pipe)
    return pipe


def _failed(reason: str) -> StudyError:
    return StudyError(
        "The words of this deck could not be looked up ({reason}). "
        "Initials and cloze need that; everything else works. Try again.",
        reason=reason,
    )


def _around(outline: Outline) -> list[str]:
    """What else the deck says: there it shows which words stand together again and again."""
    bodies = (text for node in outline.nodes for text in (*node.body, *node.tail))
    groups = (text for group in outline.groups for text in (group.name, group.lead, *group.tail))
    return [outline.title, *outline.opening, *bodies, *groups, *outline.closing]


def _writable(text: str) -> str:
    """Without halves of characters, which JSON does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
