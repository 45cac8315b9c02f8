"""Plain text and Markdown, in whatever encoding."""

from typing import Final

from studytui.errors import StudyError
from studytui.exchange.document import shown
from studytui.exchange.encodings import decode, decode_as
from studytui.exchange.foreign import refusal
from studytui.exchange.readers.reader import Reader, Source


def _takes(source: Source) -> bool:
    return refusal(source.data) is None


def _read(source: Source) -> tuple[str, str]:
    if source.encoding is not None:
        return _read_as(source, source.encoding)
    decoded = decode(source.data)
    if decoded is None:
        raise StudyError(
            "{name} is not text, or in an unknown encoding: save it as plain text in UTF-8, or name its encoding.",
            name=source.name,
        )
    return decoded.text, decoded.encoding


def _read_as(source: Source, encoding: str) -> tuple[str, str]:
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
    return decoded.text, decoded.encoding


PLAIN: Final = Reader("text", (".txt", ".md", ".markdown", ".text"), _takes, _read)
