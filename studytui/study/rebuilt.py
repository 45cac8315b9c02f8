"""Makes state again, as a program of its own: ``python -P -m studytui.study.rebuilt ROOT DEVICE NOW RETENTION``.

It takes the names of decks on its standard input, a zero byte between them, and says a line for each when it is
through with it. It writes state files and nothing else.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from studytui.errors import StudyError
from studytui.settings import Settings
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.journal import Journal
from studytui.study.deck import StudyDeck
from studytui.study.history import History
from studytui.study.shelf import Shelf


def rebuilt(
    folders: Folders, device: str, now: datetime, settings: Settings, names: Iterable[str], say: Callable[[], object]
) -> None:
    """Make and keep the state of decks; one of which something has to be noted or told is left to whoever opens it."""
    files = Files()
    shelf = Shelf(folders.decks, files)
    for name in names:
        with suppress(StudyError):
            stamp = shelf.stamp(name)
            file = shelf.read_here(name)
            reviews = folders.reviews_of(file.id)
            journal = Journal(reviews, device, files)
            history = History(file.id, reviews, folders.state_of(name), journal, files, lambda: now, settings)
            deck = StudyDeck(name, file, history, stamp)
            if not deck.matching.changed and not deck.notes:
                deck.save()
        say()


def main(root: str, device: str, now: str, retention: str) -> None:
    """Do what the command line says."""
    gc.disable()  # it ends before there is much to sweep
    names = [os.fsdecode(name) for name in sys.stdin.buffer.read().split(b"\0")]
    settings = Settings(retention=float(retention))
    rebuilt(Folders(Path(root)), device, datetime.fromisoformat(now), settings, names, _say)


def _say() -> None:
    sys.stdout.write("\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
