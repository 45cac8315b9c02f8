"""A deck that is deleted goes to `backups/`: all of it in a zip, which is read back before anything is removed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from studytui.errors import StudyError
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.zips import Unzipped, zipped

_NAME_BYTES = 180
"""How much of a deck's name goes into the name of the zip; file names end at 255 bytes."""


def delete_deck(
    folders: Folders, name: str, deck: str, now: datetime, files: Files, versions: Sequence[str] = ()
) -> Path:
    """Move a deck, its file and all its journals, into a zip in `backups/`.

    Killed at any moment, there is the deck, or the zip with all of it, or both.

    Args:
        folders: The library.
        name: The deck's name, that of its file.
        deck: The deck's id, that of the folder of its journals.
        now: The time that goes into the name of the zip.
        files: The door to the disk.
        versions: Names of other versions of the deck that go with it.

    Returns:
        The zip.

    Raises:
        StudyError: It could not be kept or not be removed; nothing is lost.
    """
    journals = folders.reviews_of(deck)
    texts = [folders.decks / f"{one}.md" for one in (name, *versions)]
    originals = [*texts, *(journals / inside for inside in files.names(journals))]
    contents = {path.relative_to(folders.root).as_posix(): files.read_bytes(path) for path in originals}
    backup = free_name(folders.backups, f"{_shortened(name)} {now:%Y-%m-%d %H%M%S}", files)
    files.make_folder(folders.backups)
    files.replace_durably(backup, zipped(contents.items(), now).data)
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
    found = Unzipped(backup, files)
    return {name: found.read(name) for name in found.sums}


def free_name(folder: Path, name: str, files: Files) -> Path:
    """A name for a zip that is not taken yet: the one wished for, or that with a number."""
    names = chain([f"{name}.zip"], (f"{name} ({n}).zip" for n in count(2)))
    return next(path for path in map(folder.joinpath, names) if not files.exists(path))


def _shortened(name: str) -> str:
    return name.encode()[:_NAME_BYTES].decode(errors="ignore")
