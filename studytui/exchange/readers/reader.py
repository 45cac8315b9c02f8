"""What all readers share: what they are given, how they say that it is theirs, and what they hand back."""

from collections.abc import Callable
from dataclasses import dataclass

from studytui.exchange.reading import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document as a reader is given them.

    Attributes:
        data: All of its bytes.
        name: What it is called in an error, safe to be shown.
        suffix: The suffix of its file in small letters, with the dot; it may be wrong or missing.
        encoding: The encoding that the person gave; None where it is to be found out.
    """

    data: bytes
    name: str
    suffix: str = ""
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read one format.

    Attributes:
        name: The format, as it is called on the command line.
        suffixes: The suffixes of such files, for a file picker; what a file is, its bytes decide.
        takes: Whether a document is in this format.
        read: The document's lines; a StudyError where it is damaged.
        guarded: It is read by a process of its own, since a bad document of this format can take a program down.
    """

    name: str
    suffixes: tuple[str, ...]
    takes: Callable[[Source], bool]
    read: Callable[[Source], Reading]
    guarded: bool = False
