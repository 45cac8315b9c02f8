"""The library's folders: for their owner only, what stays here kept from travelling, nothing left half done."""

import stat
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from studytui.messages import Message, message
from studytui.storage.aside import put_aside
from studytui.storage.files import TEMPORARY
from studytui.storage.folders import lacking_lines, list_files, write_list
from studytui.study.checks.finding import Finding, Ground
from studytui.study.restore import unfinished

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def places(ground: Ground) -> Iterator[Finding]:
    """Look at the folders."""
    there = list(_below(ground, ground.folders.root))
    yield from _open_to_others(ground, there)
    for name in list_files():
        if lacking_lines(ground.folders, ground.files, name):
            yield Finding(
                "travels",
                ground.folders.root / name,
                message("{file} does not keep state, backups and the lock from travelling.", file=name),
                partial(_listed, ground, name),
            )
    if not ground.busy:
        for path in there:
            if path.name.endswith(TEMPORARY) and path.name.startswith("."):
                yield Finding(
                    "half_written",
                    path,
                    message("{path} was not written to its end; what it was to become is whole.", path=path),
                    partial(_aside, ground, path),
                )
    left = unfinished(ground.folders, ground.files)
    if left is not None:
        yield Finding("restore", ground.folders.restoring, left)


def _below(ground: Ground, folder: Path) -> Iterator[Path]:
    """What the program made: the library's folder, its own folders and all in them, and its own files."""
    yield folder
    for path in (*ground.folders.all, ground.folders.lock, *(folder / name for name in list_files())):
        if ground.files.exists(path):
            yield from _all(ground, path)


def _all(ground: Ground, path: Path) -> Iterator[Path]:
    yield path
    if ground.files.is_folder(path):
        for name in ground.files.names(path):
            if ground.files.exists(path / name):
                yield from _all(ground, path / name)


def _open_to_others(ground: Ground, there: list[Path]) -> Iterator[Finding]:
    if sys.platform == "win32":
        return
    found = [path for path in there if ground.files.stat(path).st_mode & _OTHERS]
    if found:
        yield Finding(
            "privacy",
            found[0],
            message(
                "{n} file or folder is not for you only: {path}",
                plural="{n} files and folders are not for you only, such as {path}",
                n=len(found),
                path=found[0],
            ),
            partial(_closed, ground, found),
            # Behind a folder that is closed nobody gets at them; a pull or a sync makes such files every day.
            wrong=ground.folders.root in found,
        )


def _closed(ground: Ground, found: list[Path]) -> Message:
    for path in found:
        ground.files.close_to_others(path)
    return message("They are for you only now.")


def _listed(ground: Ground, name: str) -> Message:
    write_list(ground.folders, ground.files, name)
    return message("The lines were added to {file}.", file=name)


def _aside(ground: Ground, path: Path) -> Message:
    aside = put_aside(path, ground.folders, ground.files)
    return message("It was moved to {path}.", path=aside)
