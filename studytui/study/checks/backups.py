"""The backups: each can be read, every byte of it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.storage.aside import put_aside
from studytui.storage.zips import Unzipped
from studytui.study.checks.finding import Finding, Ground


def backups(ground: Ground) -> Iterator[Finding]:
    """Read the backups."""
    for name in ground.files.names(ground.folders.backups):
        path = ground.folders.backups / name
        if name.endswith(".zip"):
            try:
                Unzipped(path, ground.files)
            except StudyError as error:
                yield Finding("backup", path, error.message, partial(_aside, ground, path))


def _aside(ground: Ground, path: Path) -> Message:
    return message("It was moved to {path}.", path=put_aside(path, ground.folders, ground.files))
