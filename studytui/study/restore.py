"""A library put back to what a backup holds; what was there before is in a backup of its own first."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import orjson

from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.rolling import back_up_now, contents
from studytui.storage.zips import Unzipped


def restore(backup: Unzipped, source: Path, folders: Folders, now: datetime, files: Files) -> str:
    """Make decks and reviews what they are in a backup of a whole library.

    Interrupted at any moment, each file is the old one or the new one, all old ones are in the backup made first, and
    `unfinished` tells.

    Args:
        backup: The backup, read in full.
        source: Its file, for what is told of an interruption.
        folders: The library.
        now: The time that goes into the name of the backup made first.
        files: The door to the disk.

    Returns:
        The name of the backup made first; empty where there was nothing to back up.

    Raises:
        StudyError: Something could not be written; nothing is lost.
    """
    there = dict(contents(folders, files))
    before = back_up_now(folders, now, files, "before restore").name if there else ""
    files.replace_durably(folders.restoring, orjson.dumps({"file": str(source.resolve()), "before": before}))
    for name in backup.sums:
        _put(files, folders.root / name, backup.read(name))
    for name in there.keys() - backup.sums.keys():
        files.remove(there[name])
    _forget(folders, files)
    files.remove(folders.restoring)
    return before


def unfinished(folders: Folders, files: Files) -> Message | None:
    """What to say where a restore was interrupted."""
    if not files.exists(folders.restoring):
        return None
    try:
        noted = orjson.loads(files.read_bytes(folders.restoring))
    except (StudyError, orjson.JSONDecodeError):
        noted = {}
    noted = noted if isinstance(noted, Mapping) else {}
    return message(
        "A restore was interrupted. Do it again: studytui restore {file}. What was here before is in backups/{before}",
        file=noted.get("file", "?"),
        before=noted.get("before", "?"),
    )


def _put(files: Files, path: Path, data: bytes) -> None:
    if files.is_file(path) and files.read_bytes(path) == data:
        return
    files.make_folder(path.parent)
    files.replace_durably(path, data)


def _forget(folders: Folders, files: Files) -> None:
    """Forget what is derived, and the device's id.

    A journal that this device goes on with after a part of it was taken away would be another one than the one that
    other devices have.
    """
    for name in files.names(folders.state):
        if name.endswith(".deck.json"):
            files.remove(folders.state / name)
    files.remove(folders.device)
