"""What a person does in a session, as a script that can be killed or refused at any call.

Run as a program it plays a script again and again in children of its own, killed one call later each time, until one
child comes to its end.
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from studytui.errors import StudyError
from studytui.memory.unit import Unit, review
from studytui.storage.backup import delete_deck
from studytui.storage.device import device_id
from studytui.storage.disk import Disk
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from studytui.storage.journal import Journal
from tests.storage.faults import killed

T = TypeVar("T")
Acknowledge = Callable[[str], None]

DECK = "aaaaaaaaaaaa"
NAME = "讲话"
DEVICE = "bbbbbbbbbb"
TORN = b'{"v":1,"id":"half'
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def unit(seq: int) -> Unit:
    """The unit with a number."""
    return Unit(
        f"unit-{seq}", seq, 1795399200000 + seq, "2026-11-23", (review("point:k", 3, 3, "recall", 900),), DEVICE
    )


def journal_of(library: Path, files: Files) -> Journal:
    """The journal that the scripts write."""
    return Journal(Folders(library).reviews_of(DECK), DEVICE, files)


def study(library: Path, disk: Disk, acknowledge: Acknowledge) -> None:
    """Begin a library, answer, find half a line that a crash left, answer again."""
    files = Files(disk)
    folders = Folders(library)
    again(lambda: prepare(folders, files))
    again(lambda: device_id(library, folders.device, files, "this machine"))
    first = journal_of(library, files)
    for seq in (1, 2):
        record(first, seq, acknowledge)
    first.close()
    first.path.parent.mkdir(parents=True, exist_ok=True)
    with first.path.open("ab") as file:
        file.write(TORN)
    second = journal_of(library, files)
    for seq in (3, 4):
        record(second, seq, acknowledge)
    second.close()


def delete(library: Path, disk: Disk, acknowledge: Acknowledge) -> None:
    """Delete a deck that is there."""
    folders = Folders(library)
    prepare(folders, Files())
    (folders.decks / f"{NAME}.md").write_text("# 讲话\n")
    journal = journal_of(library, Files())
    journal.append(unit(1))
    journal.close()
    delete_deck(folders, NAME, DECK, NOW, Files(disk))
    acknowledge("deleted")


def record(journal: Journal, seq: int, acknowledge: Acknowledge) -> None:
    """Write a unit, a second time where the disk refused it, and acknowledge it if it was written."""
    for _ in range(2):
        try:
            journal.append(unit(seq))
        except StudyError:
            journal.reopen()
        else:
            acknowledge(unit(seq).id)
            return


def again(call: Callable[[], T]) -> None:
    """Do something, a second time where it was refused, as a person would."""
    for _ in range(2):
        try:
            call()
        except StudyError:
            continue
        return


def acknowledgements(folder: Path) -> list[str]:
    """What a child wrote down as acknowledged."""
    return (folder / "acknowledged").read_text().split()


def main(script: Callable[[Path, Disk, Acknowledge], None], folder: Path) -> None:
    """Kill a child at each call in turn; each leaves a numbered folder behind."""
    status, at = 1, 0
    while status:
        at += 1
        place = folder / str(at)
        place.mkdir()
        child = os.fork()
        if not child:
            script(place / "library", killed(at), _written_down(place / "acknowledged"))
            os._exit(0)
        status = os.waitpid(child, 0)[1]


def _written_down(path: Path) -> Acknowledge:
    """Acknowledge by writing at once, so that a killed process has said it."""
    note = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def acknowledge(id_: str) -> None:
        os.write(note, f"{id_}\n".encode())

    return acknowledge


if __name__ == "__main__":
    main({"study": study, "delete": delete}[sys.argv[1]], Path(sys.argv[2]))
