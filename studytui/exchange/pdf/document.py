"""A whole PDF: read by one library, or by another where the first one fails, as lines."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import pypdfium2

from studytui.errors import StudyError
from studytui.exchange.limits import limited
from studytui.exchange.pdf import with_pdfium, with_pypdf
from studytui.exchange.pdf.margins import without_margins
from studytui.exchange.pdf.paragraphs import Paragraph, paragraphs_of
from studytui.exchange.pdf.piece import Page
from studytui.exchange.pdf.rows import rows_of
from studytui.exchange.pdf.with_pypdf import Bookmarks
from studytui.exchange.reading import Line, Reading
from studytui.exchange.zipped import damaged
from studytui.messages import message
from studytui.outline.numbering import starts_with_marker

_LOST = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|\(cid:\d+\)")
_FEW: Final = 10  # characters on a page of pictures that has no text of its own
_TOP: Final = 6
_SOME: Final = 0.01
_MANY: Final = 0.3


def read_pdf(data: bytes, name: str) -> Reading:
    """Read a PDF; ``name`` is what it is called in an error.

    Raises:
        StudyError: It is damaged, protected, a scan, or its characters cannot be known.
    """
    pages, bookmarks = _pages(data, name)
    letters = sum(len(piece.text.strip()) for page in pages for piece in page.pieces)
    if letters == 0 or (letters < _FEW * len(pages) and any(page.pictures for page in pages)):
        raise StudyError(
            "{name} is a scan: its pages are pictures without text. Have a program read it (OCR), and import the text.",
            name=name,
        )
    lost = _lost(pages)
    if lost > _MANY:
        raise StudyError(
            "{name} does not say which characters it shows: copy its text from a PDF viewer and paste it.", name=name
        )
    rows = without_margins([rows_of(page, number) for number, page in enumerate(pages, 1)])
    lines = limited(_lines(tuple(paragraphs_of(rows)), bookmarks), name)
    notes = (message("some characters of this PDF cannot be read: compare with the original"),) if lost > _SOME else ()
    return Reading(lines, whole=True, notes=notes)


def _lines(paragraphs: Sequence[Paragraph], bookmarks: Bookmarks) -> Iterator[Line]:
    """The lines: the largest one at the top is the title, others that are large are headings."""
    first = next((at for at, each in enumerate(paragraphs) if starts_with_marker(each.text)), len(paragraphs))
    title = max(range(min(first, _TOP)), key=lambda at: paragraphs[at].size, default=None)
    if title is not None and paragraphs[title].size == 1.0:
        title = None
    sizes = sorted({each.size for at, each in enumerate(paragraphs) if at != title and each.size > 1}, reverse=True)
    for at, each in enumerate(paragraphs):
        heading = bookmarks.get("".join(each.text.split()), 0) or (
            sizes.index(each.size) + 1 if each.size in sizes else 0
        )
        yield Line(each.text, each.page, heading=0 if at == title else heading, title=at == title, bold=each.bold)


def _pages(data: bytes, name: str) -> tuple[Sequence[Page], Bookmarks]:
    """The pages as the first library reads them that can make sense of the file."""
    pages: Sequence[Page] = ()
    bookmarks: Bookmarks = {}
    try:
        pages, bookmarks = with_pypdf.read_pages(data)
    except (with_pypdf.LockedError, *with_pypdf.MISTAKES):
        pages = ()
    if pages and _is_good(pages):
        return pages, bookmarks
    try:
        others = with_pdfium.read_pages(data)
    except with_pypdf.LockedError as error:
        raise StudyError(
            "{name} is protected by a password: print or save it as a PDF without one.", name=name
        ) from error
    except pypdfium2.PdfiumError as error:
        if not pages:
            raise damaged(name) from error
        others = []
    if others and (not pages or _lost(others) < _lost(pages) or _letters(others) > _letters(pages)):
        return others, bookmarks
    return pages, bookmarks


def _is_good(pages: Sequence[Page]) -> bool:
    return _letters(pages) > 0 and _lost(pages) <= _SOME


def _letters(pages: Sequence[Page]) -> int:
    return sum(len(piece.text) for page in pages for piece in page.pieces)


def _lost(pages: Sequence[Page]) -> float:
    """Share of the characters of which the file does not say what they are."""
    lost = sum(len(_LOST.findall(piece.text)) for page in pages for piece in page.pieces)
    return lost / max(_letters(pages), 1)
