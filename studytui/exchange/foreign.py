"""Files that are not text, told by their first bytes whatever their suffix says, and what to do with them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from studytui.messages import Message, message

_HEAD: Final = 4096
_ZIP: Final = b"PK\x03\x04"
_ZIP_END: Final = b"PK\x05\x06"
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file that is known, but not read.

    Attributes:
        found: Whether some bytes are of this kind.
        refusal: What is said about it; the file's name goes into ``{name}``.
    """

    found: Callable[[bytes], bool]
    refusal: Message


def _starts(*beginnings: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(beginnings)


def head(data: bytes) -> bytes:
    """The beginning of a file, in which it says what it is."""
    # Without NUL bytes, so that the signs of UTF-16 stand side by side as they do in the other encodings.
    return data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def _holds(beginning: bytes, *signs: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(beginning) and any(sign in data for sign in signs)


def _wide(text: str) -> bytes:
    """A name as the old binary kind of document writes the names of its streams."""
    return text.encode("utf-16-le")


FOREIGN: Final = (
    Foreign(_starts(b"\x89PNG\r\n\x1a\n"), message("{name} is a picture (PNG), not text: give a text file.")),
    Foreign(_starts(b"\xff\xd8\xff"), message("{name} is a picture (JPEG), not text: give a text file.")),
    Foreign(_starts(b"GIF87a", b"GIF89a"), message("{name} is a picture (GIF), not text: give a text file.")),
    Foreign(
        lambda data: data.startswith(_ZIP) and _ZIP_END not in data,
        message("{name} is damaged: a ZIP file, perhaps a Word document, whose end is missing. Get it once more."),
    ),
    Foreign(
        _holds(_ZIP, b"xl/workbook", b"ppt/presentation", b"opendocument.spreadsheet", b"opendocument.presentation"),
        message("{name} is a table or a presentation, which are not read: copy its text and paste it."),
    ),
    Foreign(_starts(_ZIP, _ZIP_END), message("{name} is a ZIP archive, not text: unpack it first.")),
    Foreign(
        _holds(_OLD, _wide("EncryptedPackage")),
        message("{name} is protected by a password: save it without one."),
    ),
    Foreign(
        _holds(_OLD, _wide("Workbook"), _wide("PowerPoint Document")),
        message("{name} is a table or a presentation, which are not read: copy its text and paste it."),
    ),
    Foreign(
        _starts(_OLD),
        message(
            "{name} is a document of the old binary kind (.doc, .wps), not read here: open it in Word, WPS or "
            "LibreOffice, choose Save As, and there the type .docx; then bring that in."
        ),
    ),
    Foreign(
        lambda data: head(data).startswith(b"<?xml"),
        message(
            "{name} is an XML file, not text: open it in its program and save it as .docx, "
            "or copy its text and paste it."
        ),
    ),
)
"""All kinds that are told by name; of those that overlap, the closer one stands first."""


def refusal(data: bytes) -> Message | None:
    """Tell what is to be said about bytes of a kind that is not read; None where no such kind is recognised."""
    return next((kind.refusal for kind in FOREIGN if kind.found(data)), None)
