"""A document that came in: its text and what is known about where it came from."""

import unicodedata
from dataclasses import dataclass
from pathlib import PurePath

from studytui.messages import Message


@dataclass(frozen=True, slots=True)
class Document:
    r"""The text of a document, ready for the outline engine.

    Attributes:
        text: All of it, with ``\n`` line ends and without a byte order mark.
        name: A label proposed for the deck; empty for pasted text.
        encoding: How the bytes were read, in a word that can be given back to the reader; empty for pasted text.
        source: Where it came from, safe to be shown.
        format: The format, in a word; empty for pasted text.
        notes: What a person should know about how it was read.
    """

    text: str
    name: str
    encoding: str
    source: str
    format: str = ""
    notes: tuple[Message, ...] = ()


def label(path: str) -> str:
    """Propose a label for the deck made from this path: the file's stem without anything invisible."""
    return "".join(sign for sign in PurePath(path).stem if _visible(sign)).strip()


def shown(path: str) -> str:
    """Make a path safe for a terminal: what cannot be seen, or is not text at all, is written as an escape."""
    return "".join(sign if _visible(sign) else _escaped(sign) for sign in path)


def _visible(sign: str) -> bool:
    # The full-width space of Chinese names is a space like any other, though Python calls it unprintable.
    return sign.isprintable() or unicodedata.category(sign) == "Zs"


def _escaped(sign: str) -> str:
    # A byte that the file system's encoding could not read arrives as a lone surrogate, U+DC80 to U+DCFF.
    if "\udc80" <= sign <= "\udcff":
        return f"\\x{ord(sign) - 0xDC00:02x}"
    return sign.encode("unicode_escape", "backslashreplace").decode("ascii")
