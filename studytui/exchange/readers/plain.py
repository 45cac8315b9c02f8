"""Plain text and Markdown, in whatever encoding."""

from typing import Final

from studytui.errors import StudyError
from studytui.exchange.document import shown
from studytui.exchange.encodings import Decoded, decode, decode_as
from studytui.exchange.foreign import refusal
from studytui.exchange.lines import with_plain_lines
from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Reading, lines_of


def _takes(source: Source) -> bool:
    return refusal(source.data) is None


def _read(source: Source) -> Reading:
    decoded = decoded_text(source)
    guessed = source.encoding is None and decoded.guessed
    return Reading(lines_of(with_plain_lines(decoded.text)), decoded.encoding, guessed)


def decoded_text(source: Source) -> Decoded:
    """The text of a source in the encoding that was given, else in the one that it is found to be in.

    Raises:
        StudyError: It is no text, or not in that encoding.
    """
    if source.encoding is not None:
        return decoded_as(source, source.encoding)
    decoded = decode(source.data)
    if decoded is None:
        raise StudyError(
            "{name} is not text, or in an unknown encoding: save it as plain text in UTF-8, or name its encoding.",
            name=source.name,
        )
    return decoded


def decoded_as(source: Source, encoding: str) -> Decoded:
    """The text of a source in an encoding.

    Raises:
        StudyError: There is no such encoding, or the source is no text in it.
    """
    try:
        decoded = decode_as(source.data, encoding)
    except (LookupError, ValueError) as error:
        raise StudyError(
            "{name} cannot be read as {encoding}: there is no such encoding; try utf-8, gb18030, big5 or utf-16.",
            name=source.name,
            encoding=shown(encoding),
        ) from error
    if decoded is None:
        raise StudyError(
            "{name} is not text in the encoding {encoding}: give another one, or none to have it found out.",
            name=source.name,
            encoding=shown(encoding),
        )
    return decoded


PLAIN: Final = Reader("text", (".txt", ".md", ".markdown", ".text"), _takes, _read)
