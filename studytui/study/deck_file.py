"""One deck's file, read."""

import stat
from pathlib import Path

from studytui.errors import StudyError
from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.storage.files import Files


def read_deck(path: Path, files: Files) -> Deck:
    """Read a deck's file.

    Raises:
        StudyError: It cannot be read, or is not in the deck file's grammar.
    """
    if not stat.S_ISREG(files.stat(path).st_mode):
        raise StudyError(
            "{file} is a folder, a pipe or a device, not a deck file. Move it out of decks/.", file=path.name
        )
    try:
        text = files.read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StudyError(
            "{file} is not UTF-8 text (byte {place}). Save it as UTF-8 and try again.",
            file=path.name,
            place=error.start,
        ) from error
    return read(text, path.name)
