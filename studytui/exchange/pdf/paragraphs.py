"""Rows joined to paragraphs: a row goes on with the one above it where that one is full and this one not indented."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from studytui.exchange.pdf.layout import Layout, layout_of, region
from studytui.exchange.pdf.rows import Row
from studytui.outline.candidates import at_start
from studytui.outline.numbering import starts_with_marker

_ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)】》\"]*$")
_SENTENCE = re.compile("[。！？；]")
_HAN: Final = "\u2e80-\u9fff\uf900-\ufaff，。、；：？！（）《》“”"
_BEFORE_DIGITS = re.compile(rf"(?<=[{_HAN}]) (?=[0-9])")
_BEHIND_DIGITS = re.compile(rf"(?<=[0-9%]) (?=[{_HAN}])")
_BROKEN: Final = "，、,第其至和与及（("
_LONGEST_TITLE: Final = 60
_OTHER_SIZE: Final = 0.15  # share by which characters of another size are higher or lower
_LARGE: Final = 1.15  # so many times the usual height a title has
_APART: Final = 1.6  # so many times the usual distance paragraphs are apart


class Paragraph(NamedTuple):
    """A paragraph.

    Attributes:
        text: Its text.
        page: The page it begins on.
        bold: All of it is bold.
        size: Height of its characters; 1 for those of the text, more for headings.
    """

    text: str
    page: int
    bold: bool
    size: float


def paragraphs_of(pages: Sequence[Sequence[Row]]) -> Iterator[Paragraph]:
    """The paragraphs of all pages in order; one may go on over the end of a page."""
    rows = [row for page in pages for row in page]
    if not rows:
        return
    layout = layout_of(rows)
    gathered = [rows[0]]
    for before, row in pairwise(rows):
        if _goes_on(before, row, gathered, layout):
            gathered.append(row)
        else:
            yield _paragraph(gathered, layout)
            gathered = [row]
    yield _paragraph(gathered, layout)


def _goes_on(before: Row, row: Row, gathered: Sequence[Row], layout: Layout) -> bool:
    if abs(before.size - row.size) > _OTHER_SIZE * max(before.size, row.size):
        return False
    if before.size > _LARGE * layout.size:
        return _is_same_title(before, row, gathered)
    beside = region(before) == region(row)
    if beside and not 0 < before.base - row.base <= _APART * layout.leading:
        return False
    if before.bold and not row.bold and len(gathered) == 1 and not _SENTENCE.search(before.text):
        return False  # a bold heading that fills its row
    if not layout.is_full(before, row):
        return False
    indented = layout.is_indented(row)
    if layout.indents:
        return not indented
    ended = _ENDED.search(before.text) is not None
    mark = at_start(row.text)
    if mark and not mark.family.runs:  # the number of a point, unless the row was broken inside an enumeration
        return not indented and before.text[-1] in _BROKEN
    # Rows that hang below the first one of their paragraph are indented alike; a new paragraph is further than these.
    return not (indented and (ended or (beside and len(gathered) > 1 and row.left - before.left > row.size)))


def _is_same_title(before: Row, row: Row, gathered: Sequence[Row]) -> bool:
    """Whether a title goes on in the next row."""
    if before.page != row.page or starts_with_marker(row.text) or before.base - row.base > 2.6 * before.size:
        return False
    return sum(len(each.text) for each in gathered) + len(row.text) <= _LONGEST_TITLE and not _ENDED.search(before.text)


def _paragraph(rows: Sequence[Row], layout: Layout) -> Paragraph:
    text = ""
    for row in rows:
        blank = bool(text) and text[-1].isascii() and row.text[0].isascii() and text[-1] not in "-/"
        text += (" " if blank else "") + row.text
    size = rows[0].size / layout.size
    return Paragraph(_without_gaps(text), rows[0].page, all(row.bold for row in rows), size if size > _LARGE else 1.0)


def _without_gaps(text: str) -> str:
    """The text without the gaps that programs leave between Chinese and digits, but for one behind a point's number."""
    blank = text.find(" ")
    begins = blank + 1 if 0 < blank < 6 and starts_with_marker(text) else 0
    return text[:begins] + _BEHIND_DIGITS.sub("", _BEFORE_DIGITS.sub("", text[begins:]))
