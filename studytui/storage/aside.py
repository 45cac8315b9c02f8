"""What cannot be used is put aside, in a folder of its own among the backups; nothing is thrown away."""

from itertools import chain, count
from pathlib import Path

from studytui.storage.files import Files
from studytui.storage.folders import Folders


def put_aside(path: Path, folders: Folders, files: Files) -> Path:
    """Move a file to where nothing reads it; gives where it is now.

    Raises:
        StudyError: It could not be moved.
    """
    target = _free(path, folders, files)
    files.move(path, target)
    return target


def copy_aside(path: Path, folders: Folders, files: Files, name: str = "") -> Path:
    """Keep a copy of a file where nothing reads it, under its own name or another; gives where that is.

    Raises:
        StudyError: It could not be written.
    """
    target = _free(path.with_name(name or path.name), folders, files)
    files.replace_durably(target, files.read_bytes(path))
    return target


def _free(path: Path, folders: Folders, files: Files) -> Path:
    files.make_folder(folders.aside)
    name = path.name.lstrip(".")
    names = chain([name], (f"{name} ({n})" for n in count(2)))
    return next(there for there in map(folders.aside.joinpath, names) if not files.exists(there))


def keep_aside(journal: Path, what: str, data: bytes, files: Files) -> Path:
    """Write what was taken out of a journal to a file beside it, once; gives the file.

    Args:
        journal: The journal.
        what: Why it was taken out: ``torn`` or ``damaged``.
        data: What was taken out.
        files: The door to the disk.

    Raises:
        StudyError: It could not be written.
    """
    for number in count(1):
        aside = journal.with_name(f"{journal.name}.{what}-{number}")
        if not files.exists(aside):
            files.replace_durably(aside, data)
            break
        if files.read_bytes(aside) == data:  # a crash came between this and what follows
            break
    return aside
