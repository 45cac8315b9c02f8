"""Saved web pages (.html, .htm, .mht, .mhtml), and what calls itself a Word document but is such a page."""

import re
from typing import Final

from studytui.exchange.foreign import head
from studytui.exchange.readers.plain import decoded_as
from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Reading

_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL)
_ARCHIVE = re.compile(
    rb"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,30}?content-type:\s*(?:multipart/related|text/html)", re.I
)
_TAG = re.compile(rb"<(?:p|div|h[1-6]|table|span|br|meta|ul|ol|section|article)\b", re.I)
_SUFFIXES: Final = (".html", ".htm", ".xhtml", ".shtml")


def _takes(source: Source) -> bool:
    beginning = head(source.data)
    if _PAGE.match(beginning) or _is_archive(beginning):
        return True
    return source.suffix in _SUFFIXES and _TAG.search(beginning) is not None


def _is_archive(beginning: bytes) -> bool:
    return b"mime-version:" in beginning[:1000].lower() and _ARCHIVE.match(beginning) is not None


def _read(source: Source) -> Reading:
    from studytui.exchange.page.archive import page_in  # only where such a document is read
    from studytui.exchange.page.document import read_page

    if source.encoding is not None:
        given = decoded_as(source, source.encoding)
        return read_page(source.data, source.name, given.text, given.encoding)
    data = page_in(source.data, source.name) if _is_archive(head(source.data)) else source.data
    return read_page(data, source.name)


HTML: Final = Reader("html", (*_SUFFIXES, ".mht", ".mhtml"), _takes, _read, guarded=True)
