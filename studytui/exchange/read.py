"""A document's way in: from a file, from standard input or from the clipboard to a Document, or one clear sentence."""

import string
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import IO, Final

from studytui.errors import StudyError
from studytui.exchange.apart import never, read_apart
from studytui.exchange.document import Document, label, shown
from studytui.exchange.foreign import refusal
from studytui.exchange.lines import with_plain_lines
from studytui.exchange.radicals import with_characters
from studytui.exchange.readers.all import READERS
from studytui.exchange.readers.reader import Source
from studytui.exchange.reading import Reading, lines_of
from studytui.exchange.regular_file import at_home, read_regular, require_size, within_limit
from studytui.exchange.written import as_written
from studytui.messages import Message, message
from studytui.outline.clean import visible

MAX_CHARACTERS: Final = 20_000_000
"""The longest text that is taken."""

_BLANK: Final = string.whitespace + "\0\x85\xa0\u2028\u2029\u3000\u200b\ufeff"


def read_file(path: str, encoding: str | None = None, stopped: Callable[[], bool] = never) -> Document:
    """Read a document from a file.

    Args:
        path: The file, as the person gave it.
        encoding: Its encoding; found out where it is not given.
        stopped: Asked again and again, while it is read, whether to stop.

    Raises:
        StudyError: One sentence that names the file, what is wrong with it and what to do.
    """
    path = at_home(path)
    return read_bytes(read_regular(path), path, encoding, stopped)


def read_bytes(data: bytes, name: str, encoding: str | None = None, stopped: Callable[[], bool] = never) -> Document:
    """Read a document from bytes that are already there, as those of standard input.

    Args:
        data: All of them.
        name: Where they come from: a path, or any name; ``-`` or nothing for standard input.
        encoding: Their encoding; found out where it is not given.
        stopped: Asked again and again, while they are read, whether to stop.

    Raises:
        StudyError: One sentence that names the source, what is wrong with it and what to do.
    """
    source = Source(data, shown(name) or "-", PurePath(name).suffix.lower(), encoding)
    require_size(len(data), source.name)
    for reader in READERS:
        if reader.takes(source):
            reading = read_apart(reader, source, stopped) if reader.guarded else reader.read(source)
            return _document(reading, source.name, "" if name == "-" else label(name), reader.name)
    said = refusal(source.data) or message("{name} is of a kind that cannot be read: save it as plain text.")
    raise StudyError(said.id, name=source.name)


def read_stream(stream: IO[bytes], encoding: str | None = None) -> Document:
    """Read a document from standard input, of which no more is taken than a document may have.

    Raises:
        StudyError: As ``read_bytes``.
    """
    return read_bytes(within_limit(stream), "-", encoding)


def read_text(text: str) -> Document:
    """Take a pasted text as a document without a name.

    Raises:
        StudyError: There is nothing in it, or too much.
    """
    # A paste can carry half of a surrogate pair, and a text that holds one could not be saved.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _document(Reading(lines_of(with_plain_lines(whole))), "-", "", "")


def _document(reading: Reading, name: str, called: str, kind: str) -> Document:
    """The document of a reading, if there is something in it and not too much."""
    text = "\n".join([line.text for line in as_written(reading)])
    if not text.strip(_BLANK):
        raise StudyError("{name} is empty: there is no text in it to learn.", name=name)
    if len(text) > MAX_CHARACTERS:
        raise StudyError(
            "{name} is too long: the limit is {limit} million characters. Cut it into parts and import each.",
            name=name,
            limit=MAX_CHARACTERS // 1_000_000,
        )
    clean = visible(text)
    dropped = reading.dropped + len(text) - len(clean)
    return Document(with_characters(clean), called, reading.encoding, name, kind, tuple(_notes(reading, dropped)))


def _notes(reading: Reading, dropped: int) -> Iterator[Message]:
    if reading.guessed:
        yield message("read as {encoding}, which is a guess; --encoding sets another", encoding=reading.encoding)
    if dropped:
        yield message(
            "{n} invisible or control character was dropped",
            plural="{n} invisible or control characters were dropped",
            n=dropped,
        )
    yield from reading.notes
