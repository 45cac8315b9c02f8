"""A person who studies, as a script whose program is killed between two lines of the code that keeps the answers.

Run as a program it plays the script once to count the lines, then again and again in children of its own, each killed
at another line, spread evenly over all. Every child leaves a numbered folder: the library, and what it was told.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random
from types import FrameType

from studytui.study import deck, history, session
from studytui.study.session import Session
from tests.study.desk import Desk, act

WATCHED = frozenset(str(module.__file__) for module in (session, deck, history))
"""The files between whose lines the program is killed."""
TOLD = "told"
Tell = Callable[[str], None]


def study(root: Path, tell: Tell) -> None:
    """Study a new deck on two days, with mistakes, with answers taken back, and with state kept now and then."""
    desk, rng = Desk(root), Random(2)
    for _ in range(2):
        library_deck = desk.speech()
        running = desk.today(library_deck)
        for turn in range(24):
            before = len(running.answers)
            act(running, rng)
            if len(running.answers) > before:
                tell(f"answer {_last(running)}")
            if turn % 9 == 8:
                back = _last(running)
                running.undo()
                tell(f"undo {back}")
            if turn == 12:
                library_deck.save()
        library_deck.close()
        desk.clock.pass_days(3)


def told(place: Path) -> list[tuple[str, str]]:
    """What the person was told to be done, with the units' ids, before the program was killed."""
    lines = [line.split() for line in (place / TOLD).read_text().splitlines()]
    return [(what, unit) for what, unit in lines]


def main(folder: Path, children: int) -> None:
    """Count the lines, then kill so many children at lines spread over them."""
    lines = count(1)
    _play(folder / "0", lines, never=True)
    total = next(lines) - 1
    for child in range(1, children + 1):
        at = child * total // children
        process = os.fork()
        if not process:
            _play(folder / str(at), count(1 - at))
            os._exit(0)
        os.waitpid(process, 0)


def _play(place: Path, lines: Iterator[int], *, never: bool = False) -> None:
    """Play the script; where the lines are counted to zero, the program is killed."""
    place.mkdir()
    note = os.open(place / TOLD, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def line(frame: FrameType, event: str, _: object) -> object:
        if event == "line" and next(lines) == 0 and not never:
            os.kill(os.getpid(), signal.SIGKILL)
        return line

    def call(frame: FrameType, event: str, _: object) -> object:
        return line if frame.f_code.co_filename in WATCHED else None

    sys.settrace(call)  # type: ignore[arg-type]
    study(place / "library", lambda what: _write(note, what))
    sys.settrace(None)


def _write(note: int, what: str) -> None:
    """Write at once, so that a killed program has said it."""
    os.write(note, f"{what}\n".encode())


def _last(running: Session) -> str:
    """The id of the last unit that counts."""
    return running._past[-1][2]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
