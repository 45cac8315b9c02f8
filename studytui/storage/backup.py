"""A deck that is deleted goes to `backups/`: all of it in a zip, which is read back before anything is removed."""

import zlib
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from itertools import chain, count
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.folders import Folders

_NAME_BYTES = 180
"""How much of a deck's name goes into the name of the zip; file names end at 255 bytes."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold, for clocks that were set back."""


def delete_deck(folders: Folders, name: str, deck: str, now: datetime, files: Files) -> Path:
    """Move a deck, its file and all its journals, into a zip in `backups/`.

    Killed at any moment, there is the deck, or the zip with all of it, or both.

    Args:
        folders: The library.
        name: The deck's name, that of its file.
        deck: The deck's id, that of the folder of its journals.
        now: The time that goes into the name of the zip.
        files: The door to the disk.

    Returns:
        The zip.

    Raises:
        StudyError: It could not be kept or not be removed; nothing is lost.
    """
    journals = folders.reviews_of(deck)
    originals = [folders.decks / f"{name}.md", *(journals / inside for inside in files.names(journals))]
    contents = {path.relative_to(folders.root).as_posix(): files.read_bytes(path) for path in originals}
    backup = _free_name(folders.backups, f"{_shortened(name)} {now:%Y-%m-%d %H%M%S}", files)
    files.make_folder(folders.backups)
    files.replace_durably(backup, _zipped(contents, now))
    if unzipped(backup, files) != contents:
        raise StudyError(
            "The backup {path} is not what was written: the disk is failing. Nothing was deleted.", path=backup
        )
    for path in originals:
        files.remove(path)
    files.remove_folder(journals)
    return backup


def unzipped(backup: Path, files: Files) -> Mapping[str, bytes]:
    """What a zip holds, by path within the library.

    Raises:
        StudyError: It may not be read or is damaged.
    """
    try:
        with ZipFile(BytesIO(files.read_bytes(backup))) as zipped:
            return {name: zipped.read(name) for name in zipped.namelist()}
    except (BadZipFile, EOFError, RuntimeError, ValueError, zlib.error) as error:
        raise StudyError("The backup {path} is damaged: {reason}.", path=backup, reason=error) from error


def _zipped(contents: Mapping[str, bytes], now: datetime) -> bytes:
    buffer = BytesIO()
    date = max(now.timetuple()[:6], _EARLIEST)
    with ZipFile(buffer, "w") as zipped:
        for name, data in contents.items():
            info = ZipInfo(name, date)
            info.external_attr = 0o600 << 16  # for its owner only, wherever it is unpacked
            zipped.writestr(info, data, ZIP_DEFLATED)
    return buffer.getvalue()


def _free_name(folder: Path, name: str, files: Files) -> Path:
    names = chain([f"{name}.zip"], (f"{name} ({n}).zip" for n in count(2)))
    return next(path for path in map(folder.joinpath, names) if not files.exists(path))


def _shortened(name: str) -> str:
    return name.encode()[:_NAME_BYTES].decode(errors="ignore")
