"""Files that are not text, told by their first bytes whatever their suffix says, and what to do with them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from studytui.messages import Message, message

_HEAD: Final = 4096
_ZIP: Final = b"PK\x03\x04"
_ZIP_END: Final = b"PK\x05\x06"
_PAGE: Final = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b|mime-version:.{0,999}text/html",
    re.IGNORECASE | re.DOTALL,
)


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


def _head(data: bytes) -> bytes:
    # Without NUL bytes, so that the signs of UTF-16 stand side by side as they do in the other encodings.
    return data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


def _is_zip_with(*members: bytes) -> Callable[[bytes], bool]:
    # The members' names stand in the file as they are; reading its directory would trust what it says about itself.
    return lambda data: data.startswith(_ZIP) and _ZIP_END in data and any(member in data for member in members)


FOREIGN: Final = (
    Foreign(_starts(b"\x89PNG\r\n\x1a\n"), message("{name} is a picture (PNG), not text: give a text file.")),
    Foreign(_starts(b"\xff\xd8\xff"), message("{name} is a picture (JPEG), not text: give a text file.")),
    Foreign(_starts(b"GIF87a", b"GIF89a"), message("{name} is a picture (GIF), not text: give a text file.")),
    Foreign(
        _starts(b"%PDF-"),
        message("{name} is a PDF, not read yet: copy its text and paste it, or save it as a .txt file."),
    ),
    Foreign(
        _is_zip_with(b"mimetypeapplication/vnd.oasis.opendocument.text"),
        message(
            "{name} is an OpenDocument text, which cannot be read yet: "
            "copy its text and paste it, or save it as a .txt file."
        ),
    ),
    Foreign(
        lambda data: data.startswith(_ZIP) and _ZIP_END not in data,
        message("{name} is damaged: a ZIP file, perhaps a Word document, whose end is missing. Get it once more."),
    ),
    Foreign(_starts(b"PK\x03\x04", b"PK\x05\x06"), message("{name} is a ZIP archive, not text: unpack it first.")),
    Foreign(
        _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        message(
            "{name} is a document of the old binary kind (.doc, .wps), not read here: "
            "copy its text and paste it, or save it as a .txt file."
        ),
    ),
    Foreign(
        lambda data: _head(data).startswith(b"{\\rtf"),
        message("{name} is an RTF document, not read yet: copy its text and paste it, or save it as plain text."),
    ),
    Foreign(
        lambda data: _PAGE.match(_head(data)) is not None,
        message("{name} is a saved web page, not read yet: copy its text and paste it, or save it as plain text."),
    ),
    Foreign(
        lambda data: _head(data).startswith(b"<?xml"),
        message("{name} is an XML file, not text: copy what is in it and paste it, or save it as plain text."),
    ),
)
"""All kinds that are told by name; of those that overlap, the closer one stands first."""


def refusal(data: bytes) -> Message | None:
    """Tell what is to be said about bytes of a kind that is not read; None where no such kind is recognised."""
    return next((kind.refusal for kind in FOREIGN if kind.found(data)), None)
