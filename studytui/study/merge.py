"""Another copy of the library brought in: a union of what happened, and no deck's text changed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from studytui.errors import StudyError
from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.storage.copies import Copy
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.journal import SUFFIX, Journal
from studytui.storage.union import lacking
from studytui.study.shelf import Shelf, mark_of


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in.

    Attributes:
        units: How many answers and decisions.
        decks: The names of the decks that were not here before.
        versions: Decks whose text is another there, and the names under which those texts are kept.
    """

    units: int
    decks: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]


def merge(copy: Copy, folders: Folders, shelf: Shelf, files: Files) -> Merged:
    """Bring in what another copy has and this one lacks; done again, or in another order, it comes to the same.

    Journals come first: interrupted at any moment, what is here is whole, and doing it again brings the rest.

    Raises:
        StudyError: Something could not be written; doing it again brings the rest.
    """
    units = sum(_joined(folders, files, *journal) for journal in copy.journals())
    decks: list[str] = []
    versions: list[tuple[str, str]] = []
    here = shelf.ids()
    for name, aside, text in _ordered(copy):
        theirs = _read(name, text)
        own = here.get(theirs.id) if theirs else name if name in shelf.names() else None
        if own is None:
            decks.append(shelf.bring(name, text, aside=aside))
            here.update({theirs.id: decks[-1]} if theirs else {})
        elif not _same_text(shelf.text(own), text, theirs):
            known = shelf.versions(own)
            version = shelf.keep_version(own, copy.device or mark_of(text), text)
            versions += [] if version in known else [(own, version)]
    return Merged(units, tuple(decks), tuple(versions))


def _joined(folders: Folders, files: Files, deck: str, device: str, theirs: bytes) -> int:
    """Add to the journal of a device what it lacks; gives how many units that is."""
    folder = folders.reviews_of(deck)
    path = folder / f"{device}{SUFFIX}"
    ours = files.read_bytes(path) if files.exists(path) else b""
    lines = lacking(ours, theirs, device)
    if lines:
        with closing(Journal(folder, device, files)) as journal:
            journal.add(b"".join(line + b"\n" for line in lines))
    return len(lines)


def _ordered(copy: Copy) -> Iterator[tuple[str, bool, bytes]]:
    """The deck files, those with shorter names first, so that a deck comes before its other versions."""
    return iter(sorted(copy.decks(), key=lambda deck: (len(deck[0]), deck[0])))


def _same_text(ours: bytes, text: bytes, theirs: Deck | None) -> bool:
    """Whether two files hold one text; in which script it is shown is no part of that."""
    mine = _read("", ours)
    if ours == text or mine is None or theirs is None:
        return ours == text
    return write(replace(mine, show="source")) == write(replace(theirs, show="source"))


def _read(name: str, text: bytes) -> Deck | None:
    try:
        return read(text.decode("utf-8-sig"), name)
    except (StudyError, UnicodeDecodeError):
        return None
