"""The day's backup, as a program of its own: ``python -P -m studytui.study.backing_up ROOT NOW DAY``.

A large library takes seconds to be packed and read back, during which nobody shall wait for a key or for the end of
the app. The program says nothing, or on its standard output, as JSON, what could not be done.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import orjson

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.rolling import daily

PROGRAM = ("-P", "-m", "studytui.study.backing_up")
_GO_ON: list[subprocess.Popen[bytes]] = []
"""Processes that nobody waits for; Python warns of one that is forgotten."""
LOOKS_EVERY = 0.2
"""Seconds after which it is asked again whether anybody waits."""


def backed_up_apart(
    folders: Folders, now: datetime, day: date, stopped: Callable[[], bool], program: Sequence[str] = PROGRAM
) -> None:
    """Have the day's backup written, and wait for that unless stopped; it is written to its end all the same.

    Raises:
        StudyError: It could not be written; everything else is as it was.
    """
    command = [sys.executable, *program, str(folders.root), now.isoformat(), day.isoformat()]
    try:
        process = subprocess.Popen(  # noqa: S603 - this Python, a module of ours
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:  # no room for another process
        daily(folders, day, now, Files())
        return
    while True:
        try:
            said, _ = process.communicate(timeout=LOOKS_EVERY)
        except subprocess.TimeoutExpired:
            if stopped():
                _GO_ON.append(process)
                return
        else:
            break
    if process.returncode:
        raise _told(said)


def _told(said: bytes) -> StudyError:
    try:
        error = orjson.loads(said)
        return StudyError(error["id"], **error["arguments"])
    except (orjson.JSONDecodeError, LookupError, TypeError):
        return StudyError("The day's backup was not written.")


def main(root: str, now: str, day: str) -> int:
    """Do what the command line says; gives the exit code."""
    try:
        daily(Folders(Path(root)), date.fromisoformat(day), datetime.fromisoformat(now), Files())
    except StudyError as error:
        arguments = {name: str(value) for name, value in error.message.arguments.items()}
        sys.stdout.buffer.write(orjson.dumps({"id": error.message.id, "arguments": arguments}))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
