"""The journals: every line a unit, no journal without its deck, none in two versions."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from studytui.errors import StudyError
from studytui.memory.unit import Unit
from studytui.messages import Message, message
from studytui.storage.aside import put_aside
from studytui.storage.journal import SUFFIX, Journal
from studytui.storage.mending import in_backups, mended
from studytui.storage.reading import Damage, Harm, read
from studytui.storage.union import lacking
from studytui.study.checks.finding import Finding, Ground
from studytui.study.day import when

_CONFLICT = re.compile(r"([a-z2-7]{10})\.sync-conflict-.*")
_DAY_MS = 86_400_000
_HARMS = {Harm.TORN: "torn", Harm.DAMAGED: "damaged", Harm.NEWER: "newer"}


def journals(ground: Ground) -> Iterator[Finding]:
    """Look at the journals."""
    ids = ground.shelf.ids()
    for deck in ground.files.names(ground.folders.reviews):
        folder = ground.folders.reviews / deck
        if not ground.files.is_folder(folder):
            continue
        found = [folder / name for name in ground.files.names(folder) if name.endswith(SUFFIX)]
        if found and deck not in ids:
            yield _orphaned(ground, deck, folder)
        for path in found:
            yield from _journal(ground, path)


def _journal(ground: Ground, path: Path) -> Iterator[Finding]:
    conflict = _CONFLICT.fullmatch(path.stem)
    if conflict:
        yield Finding(
            "conflict",
            path,
            message("{path} is a second version of a journal, left by a program that syncs.", path=path),
            partial(_joined, ground, path, conflict[1]),
        )
        return
    try:
        found = read(path, ground.files)
    except StudyError as error:
        yield Finding("unreadable", path, error.message)
        return
    for harm in found.damage:
        yield _harmed(ground, harm)
    yield from _clock(ground, path, found.units)


def _harmed(ground: Ground, harm: Damage) -> Finding:
    mend = {Harm.TORN: _tidied, Harm.DAMAGED: _mended}.get(harm.harm)
    # A unit that is just being written looks torn.
    passing = ground.busy and harm.harm is Harm.TORN
    return Finding(
        _HARMS[harm.harm],
        harm.path,
        harm.message,
        partial(mend, ground, harm.path) if mend and not passing else None,
        wrong=harm.harm is not Harm.NEWER and not passing,
    )


def _tidied(ground: Ground, path: Path) -> Message:
    journal = Journal(path.parent, path.stem, ground.files)
    try:
        journal.tidy()
    finally:
        journal.close()
    return message("What stood there was set aside in a file beside it.")


def _mended(ground: Ground, path: Path) -> Message:
    done = mended(path, ground.folders, ground.files)
    return message(
        "Damaged lines set aside in a file beside it: {aside}. Lines that came back from backups: {back}.",
        aside=done.aside,
        back=done.back,
    )


def _joined(ground: Ground, path: Path, device: str) -> Message:
    """Bring what a second version has more into the journal, and put it aside."""
    own = path.with_name(f"{device}{SUFFIX}")
    ours = ground.files.read_bytes(own) if ground.files.exists(own) else b""
    lines = lacking(ours, ground.files.read_bytes(path), device)
    journal = Journal(own.parent, device, ground.files)
    try:
        if lines:
            journal.add(b"".join(line + b"\n" for line in lines))
    finally:
        journal.close()
    put_aside(path, ground.folders, ground.files)
    n = len(lines)
    return message("{n} line came in from it.", plural="{n} lines came in from it.", n=n)


def _orphaned(ground: Ground, deck: str, folder: Path) -> Finding:
    said = message("There are answers in {path}, but the deck that they belong to is gone.", path=folder)
    for backup in in_backups(ground.folders, ground.files):
        for name in backup.sums:
            if name.startswith("decks/") and f"id: {deck}".encode() in backup.read(name).splitlines()[:12]:
                return Finding("orphan", folder, said, partial(_brought_back, ground, name, backup.read(name)))
    return Finding("orphan", folder, said)


def _brought_back(ground: Ground, name: str, text: bytes) -> Message:
    parts = name.removesuffix(".md").split("/")
    kept = ground.shelf.bring(parts[-1], text, aside=len(parts) > 2)
    return message("{name} came back from a backup.", name=kept)


def _clock(ground: Ground, path: Path, units: tuple[Unit, ...]) -> Iterator[Finding]:
    ahead = [unit for unit in units if unit.at > when(ground.now).at + _DAY_MS]
    if ahead:
        yield Finding(
            "clock",
            path,
            message(
                "{n} line of {path} was written when the clock was ahead; it counts all the same.",
                plural="{n} lines of {path} were written when the clock was ahead; they count all the same.",
                n=len(ahead),
                path=path,
            ),
            wrong=False,
        )
