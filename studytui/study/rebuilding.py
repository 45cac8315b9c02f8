"""Has the state of many decks made again by processes of their own: keys are obeyed meanwhile, and no core is idle."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from subprocess import DEVNULL, PIPE, Popen
from sys import executable
from threading import Thread

PROGRAM = ("-P", "-m", "studytui.study.rebuilt")
PROCESSES = 8
"""No more are started, however many cores there are: they share one disk."""

Said = SimpleQueue[str | None]
"""The names of decks, and None from each process that has ended."""


def processes() -> int:
    """How many processes make state again."""
    return min(PROCESSES, os.cpu_count() or 1)


def kept_again(
    root: Path, device: str, now: datetime, retention: float, names: Sequence[str], program: Sequence[str] = PROGRAM
) -> Iterator[str]:
    """Have state made and kept; gives each deck when that was tried, in no order.

    Nothing depends on it: a deck whose state is not there afterwards is opened by whoever asks for it.

    Args:
        root: The library's folder.
        device: Id of the device that keeps state there.
        now: The moment.
        retention: The retrievability at which cards come back.
        names: The decks.
        program: What Python runs.
    """
    command = [executable, *program, str(root), device, now.isoformat(), str(retention)]
    count = processes()
    said, started = Said(), list[Popen[bytes]]()
    try:
        with suppress(OSError):  # where no more can be started, there are fewer
            for first in range(count):
                started.append(Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL))  # noqa: S603 - this Python
                Thread(target=_listen, args=(started[-1], names[first::count], said), daemon=True).start()
        yield from _heard(said, len(started), names)
    finally:
        for process in started:
            process.kill()
            process.wait()


def _heard(said: Said, speakers: int, names: Sequence[str]) -> Iterator[str]:
    """What is heard until all have ended, then the names that nobody spoke of."""
    left = dict.fromkeys(names)
    while speakers:
        name = said.get()
        if name is None:
            speakers -= 1
        else:
            del left[name]
            yield name
    yield from left


def _listen(process: Popen[bytes], share: Sequence[str], said: Said) -> None:
    """Give a process the names of some decks, and pass each on when the process is through with it."""
    with suppress(OSError), process:
        if process.stdin is not None and process.stdout is not None:
            process.stdin.write(b"\0".join(map(os.fsencode, share)))
            process.stdin.close()
            for name, _ in zip(share, process.stdout, strict=False):  # a line a deck
                said.put(name)
    said.put(None)
