"""Answers that were saved in another folder when the disk failed: they are to come back."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from studytui.messages import Message, message
from studytui.storage.copies import Copy
from studytui.study.checks.finding import Finding, Ground
from studytui.study.elsewhere import brought_back, elsewhere, waits
from studytui.study.merge import merge


def saved_elsewhere(ground: Ground) -> Iterator[Finding]:
    """Look for answers that wait elsewhere."""
    for path in elsewhere(ground.folders, ground.files):
        mend = partial(_merged, ground, path) if ground.files.exists(path) else None
        yield Finding("elsewhere", path, waits(path), mend)


def _merged(ground: Ground, path: Path) -> Message:
    done = merge(Copy(path, ground.files), ground.folders, ground.shelf, ground.files)
    brought_back(path, ground.folders, ground.files)
    return message("{n} answer or decision came in.", plural="{n} answers and decisions came in.", n=done.units)
