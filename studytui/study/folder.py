"""What a path that is being typed may become: the folders and documents that begin like that, and recent folders."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import orjson

MOST = 5_000
"""So many entries of a folder are looked at."""
RECENT = 5
"""So many folders are remembered."""
LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A folder or a document.

    Attributes:
        path: What is typed to name it; a folder's ends with a separator.
        name: What it is called.
        folder: Whether it is a folder.
    """

    path: str
    name: str
    folder: bool


def suffixes() -> frozenset[str]:
    """The suffixes of documents that can be read."""
    from studytui.exchange.readers.all import READERS  # only where a document is looked for

    return frozenset(suffix for reader in READERS for suffix in reader.suffixes)


def beginning_with(typed: str, known: Iterable[str]) -> list[Entry]:
    """The folders and readable documents whose path begins as is typed, folders first.

    What cannot be looked at is left out. It may wait for a slow disk.

    Args:
        typed: A path, or its beginning; ``~`` is the person's own folder, nothing the folder at hand.
        known: The suffixes of documents that can be read.
    """
    head, _, start = typed.rpartition(os.sep)
    head = head + os.sep if os.sep in typed else ""
    folder = Path(os.path.expanduser(head) or ".")  # noqa: PTH111 - what names no home stays as it is
    wanted = frozenset(known)
    found = [Entry(head + name + (os.sep if is_folder else ""), name, is_folder) for name, is_folder in _in(folder)]
    fitting = [
        entry
        for entry in found
        if entry.name.casefold().startswith(start.casefold())
        and (start or not entry.name.startswith("."))
        and (entry.folder or Path(entry.name).suffix.lower() in wanted)
    ]
    return sorted(fitting, key=lambda entry: (not entry.folder, entry.name.casefold()))


def _in(folder: Path) -> Iterator[tuple[str, bool]]:
    """Names of what is in a folder, and whether each is a folder; devices and pipes left out."""
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, MOST):
                mode = _mode(entry)
                if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
                    yield entry.name, stat.S_ISDIR(mode)
    except (OSError, ValueError, RuntimeError):
        return


def _mode(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_mode
    except OSError:
        return 0


def completed(typed: str, entries: Iterable[Entry]) -> str:
    """What is typed, as far as all entries go on in the same way."""
    paths = [entry.path for entry in entries]
    if not paths:
        return typed
    common = 0
    while len({path[common : common + 1].casefold() for path in paths}) == 1 and common < len(paths[0]):
        common += 1
    return paths[0][:common] if common > len(typed) or len(paths) == 1 else typed


def remembered(kept: str) -> list[Entry]:
    """The folders that documents were brought in from, the last one first; those that are gone are left out.

    Args:
        kept: What `remembering` gave.
    """
    try:
        paths = orjson.loads(kept) if kept else []
    except orjson.JSONDecodeError:
        paths = []
    known = [path for path in paths if isinstance(path, str)] if isinstance(paths, list) else []
    return [Entry(_ended(path), _ended(path), folder=True) for path in known if _is_folder(path)][:RECENT]


def remembering(kept: str, document: str) -> str:
    """What is kept once a document was brought in by its path."""
    folder = os.path.dirname(os.path.abspath(os.path.expanduser(document)))  # noqa: PTH100,PTH111,PTH120 - text, as typed
    before = [entry.path for entry in remembered(kept)]
    paths = [folder, *(path for path in before if _ended(folder) != path)]
    try:
        return orjson.dumps([path for path in paths if len(path) < LONGEST][:RECENT]).decode()
    except orjson.JSONEncodeError:  # a name that is no UTF-8
        return kept


def _ended(path: str) -> str:
    return path if path.endswith(os.sep) else path + os.sep


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
