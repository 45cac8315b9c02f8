"""Answers saved in another folder, since the disk of the library failed: journals that `merge` brings back."""

import os
from contextlib import suppress
from pathlib import Path

import orjson

from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.storage.device import DEVICE_ID, new_id
from studytui.storage.files import Files
from studytui.storage.folders import Folders, path_of

NAME = "studytui answers"


def begun(folder: str, folders: Folders, files: Files) -> tuple[Folders, str]:
    """Make a place for answers in a folder; gives its layout, and the device id under which they are written.

    The id is a new one: what the failing disk holds of this device's journal nobody knows. The library notes where the
    answers are, where it still can.

    Raises:
        StudyError: It cannot be written either, or is within the library.
    """
    path = path_of(folder)
    # Not `resolve`, which stumbles over a link that leads to itself.
    root, target = (Path(os.path.realpath(one)) for one in (folders.root, path))
    if root in (target, *target.parents):
        raise StudyError("{path} is within the library, whose disk has failed. Choose a folder elsewhere.", path=path)
    there = Folders(path / NAME)
    files.make_folder(there.reviews)
    files.try_writing(there.reviews)
    note(there.root.resolve(), folders, files)
    return there, new_id(DEVICE_ID)


def note(path: Path, folders: Folders, files: Files) -> None:
    """Note where answers are, as far as the disk of the library takes that: the person is told too."""
    known = [str(one) for one in elsewhere(folders, files)]
    if str(path) not in known:
        with suppress(StudyError):
            files.replace_durably(folders.elsewhere, orjson.dumps([*known, str(path)]))


def elsewhere(folders: Folders, files: Files) -> list[Path]:
    """The folders in which answers wait to be brought back, as they were noted."""
    try:
        noted = orjson.loads(files.read_bytes(folders.elsewhere))
    except (StudyError, orjson.JSONDecodeError):
        return []
    return [Path(path) for path in noted if isinstance(path, str)] if isinstance(noted, list) else []


def brought_back(path: Path, folders: Folders, files: Files) -> None:
    """What waited in a folder is here now.

    Raises:
        StudyError: That could not be noted; to bring it back again does no harm.
    """
    waiting = elsewhere(folders, files)
    left = [one for one in waiting if one.resolve() != path.resolve()]
    if left:
        files.replace_durably(folders.elsewhere, orjson.dumps([str(one) for one in left]))
    elif waiting:
        files.remove(folders.elsewhere)


def waits(path: Path) -> Message:
    """What is said of answers that are elsewhere."""
    return message('Answers wait in another folder: studytui merge "{path}" brings them here.', path=path)
