"""A document's way in: from a file, from standard input or from the clipboard to a Document, or one clear sentence."""

import string
from pathlib import PurePath
from typing import Final

from studytui.errors import StudyError
from studytui.exchange.document import Document, label, shown
from studytui.exchange.foreign import refusal
from studytui.exchange.lines import with_plain_lines
from studytui.exchange.readers.all import READERS
from studytui.exchange.readers.reader import Source
from studytui.exchange.regular_file import at_home, read_regular, require_size
from studytui.messages import message

MAX_CHARACTERS: Final = 20_000_000
"""The longest text that is taken."""

_BLANK: Final = string.whitespace + "\0\x85\xa0\u2028\u2029\u3000\u200b\ufeff"


def read_file(path: str, encoding: str | None = None) -> Document:
    """Read a document from a file.

    Args:
        path: The file, as the person gave it.
        encoding: Its encoding; found out where it is not given.

    Raises:
        StudyError: One sentence that names the file, what is wrong with it and what to do.
    """
    path = at_home(path)
    return read_bytes(read_regular(path), path, encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a document from bytes that are already there, as those of standard input.

    Args:
        data: All of them.
        name: Where they come from: a path, or any name; ``-`` or nothing for standard input.
        encoding: Their encoding; found out where it is not given.

    Raises:
        StudyError: One sentence that names the source, what is wrong with it and what to do.
    """
    source = Source(data, shown(name) or "-", PurePath(name).suffix.lower(), encoding)
    require_size(len(data), source.name)
    text, found = _read(source)
    return Document(_accepted(text, source.name), "" if name == "-" else label(name), found, source.name)


def read_text(text: str) -> Document:
    """Take a pasted text as a document without a name.

    Raises:
        StudyError: There is nothing in it, or too much.
    """
    # A paste can carry half of a surrogate pair, and a text that holds one could not be saved.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Document(_accepted(whole, "-"), "", "", "-")


def _read(source: Source) -> tuple[str, str]:
    for reader in READERS:
        if reader.takes(source):
            return reader.read(source)
    said = refusal(source.data) or message("{name} is of a kind that cannot be read: save it as plain text.")
    raise StudyError(said.id, name=source.name)


def _accepted(text: str, name: str) -> str:
    """Hand back a text with plain lines, if there is something in it and not too much."""
    if not text.strip(_BLANK):
        raise StudyError("{name} is empty: there is no text in it to learn.", name=name)
    if len(text) > MAX_CHARACTERS:
        raise StudyError(
            "{name} is too long: the limit is {limit} million characters. Cut it into parts and import each.",
            name=name,
            limit=MAX_CHARACTERS // 1_000_000,
        )
    return with_plain_lines(text)
