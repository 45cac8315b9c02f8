"""The state files: each sound, of its deck, no further than the journals, and what the journals say."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from studytui.errors import StudyError
from studytui.memory.replay import replay
from studytui.messages import Message, message
from studytui.outline.deck import Deck
from studytui.storage import state
from studytui.storage.aside import put_aside
from studytui.storage.journal import SUFFIX
from studytui.storage.mending import mended
from studytui.storage.state import State
from studytui.study.checks.finding import Finding, Ground
from studytui.study.history import History
from studytui.study.progress import numbers


def states(ground: Ground) -> Iterator[Finding]:
    """Look at the state files; a deck that has none gets one by itself."""
    for name in ground.shelf.names():
        path = ground.folders.state_of(name)
        if ground.files.exists(path):
            try:
                yield from _state(ground, ground.shelf.read(name), path)
            except StudyError:
                continue  # its deck or a journal cannot be read, and that is told elsewhere


def _state(ground: Ground, deck: Deck, path: Path) -> Iterator[Finding]:
    kept = state.load(path, ground.files)
    again = partial(_again, ground, path)
    if kept is None:
        yield Finding("state", path, message("{path} is damaged, or of another version.", path=path), again)
        return
    if kept.meta.get("deck") != deck.id:
        yield Finding("state", path, message("{path} is of another deck.", path=path), again)
        return
    short = list(_short(ground, deck, kept))
    yield from short
    reviews = ground.folders.reviews_of(deck.id)
    history = History(deck.id, reviews, path, None, ground.files, lambda: ground.now, ground.settings)
    if not short and history.progress != replay(history.units(), ground.settings.retention):
        yield Finding("state", path, message("{path} is not what the answers add up to.", path=path), again)


def _short(ground: Ground, deck: Deck, kept: State) -> Iterator[Finding]:
    """Journals that are shorter than they were when the state was written: some of them is lost."""
    ends = kept.meta.get("ends")
    try:
        known: Mapping[str, int] = numbers(ends)
    except TypeError:
        known = {}
    for device, end in known.items():
        path = ground.folders.reviews_of(deck.id) / f"{device}{SUFFIX}"
        size = ground.files.stat(path).st_size if ground.files.exists(path) else 0
        if size < end:
            yield Finding(
                "short",
                path,
                message("{path} is shorter than it was: answers are missing.", path=path),
                partial(_filled, ground, path, ground.folders.state_of(ground.shelf.ids()[deck.id])),
            )


def _filled(ground: Ground, path: Path, kept: Path) -> Message:
    done = mended(path, ground.folders, ground.files)
    if ground.files.exists(kept):
        put_aside(kept, ground.folders, ground.files)
    return message("Lines that came back from backups: {back}. What is left counts.", back=done.back)


def _again(ground: Ground, path: Path) -> Message:
    put_aside(path, ground.folders, ground.files)
    return message("It was set aside, and is made again from the answers.")
