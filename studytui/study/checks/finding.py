"""What a check found, and what it looks at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from studytui.messages import Message
from studytui.settings import Settings
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.study.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Ground:
    """What the checks look at.

    Attributes:
        folders: The library.
        files: The door to the disk.
        shelf: Its deck files.
        settings: What due dates depend on.
        now: The moment.
        busy: Whether somebody else writes to it meanwhile.
    """

    folders: Folders
    files: Files
    shelf: Shelf
    settings: Settings
    now: datetime
    busy: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was promised, or that a person should know.

    Attributes:
        kind: A short name that scripts can rely on.
        path: The file or folder it is about.
        said: What it is, in words.
        mend: Mends it, and says how; None where that cannot be.
        wrong: Whether a promise is broken; a mere note does not count.
    """

    kind: str
    path: Path
    said: Message
    mend: Callable[[], Message] | None = None
    wrong: bool = True


Check = Callable[[Ground], Iterator[Finding]]
