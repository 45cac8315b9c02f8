"""The pages of a PDF, read by pypdfium2, the library of a browser: it reads some files that pypdf does not."""

import ctypes
from typing import Final

import pypdfium2
from pypdfium2 import raw

from studytui.exchange.pdf.piece import Page, Piece, width_of
from studytui.exchange.pdf.with_pypdf import LockedError

_PASSWORD: Final = "assword"  # noqa: S105 - a word of the library's errors
_PICTURE: Final = 3


def read_pages(data: bytes) -> list[Page]:
    """All pages.

    Raises:
        LockedError: A password is needed.
        pypdfium2.PdfiumError: It is damaged.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error):
            raise LockedError from error
        raise
    return [_page(document[at]) for at in range(len(document))]


def _page(page: pypdfium2.PdfPage) -> Page:
    text = page.get_textpage()
    every = text.get_text_range()
    pieces: list[Piece] = []
    count = text.count_chars()
    if len(every) == count:  # else some character is none, or two, and their places cannot be told
        pieces = _pieces(text, every)
    else:
        lines = every.replace("\r", "").split("\n")
        pieces = [Piece(line, 0.0, -20.0 * at, 10.0) for at, line in enumerate(lines) if line.strip()]
    pictures = sum(1 for _ in page.get_objects(filter=[_PICTURE], max_depth=2))
    return Page(pieces, page.get_width() or 1.0, page.get_height() or 1.0, pictures)


def _pieces(text: pypdfium2.PdfTextPage, every: str) -> list[Piece]:
    """The characters with their places, those that follow each other on one line put together."""
    pieces: list[Piece] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for at, sign in enumerate(every):
        if sign in "\r\n" or raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        size = raw.FPDFText_GetFontSize(text, at) or 1.0
        end = x.value + width_of(sign, size)
        last = pieces[-1] if pieces else None
        if last and last.base == y.value and last.size == size and -size < x.value - last.right < size / 2:
            pieces[-1] = last._replace(text=last.text + sign, right=end)
        else:
            pieces.append(Piece(sign, x.value, y.value, size, right=end))
    return [piece for piece in pieces if piece.text.strip()]
