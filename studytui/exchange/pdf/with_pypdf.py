"""The pages of a PDF, read by pypdf: written in Python throughout, with limits against bombs of its own."""

import logging
import math
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, Final

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from studytui.exchange.pdf.piece import Page, Piece

MISTAKES: Final = (
    *(PyPdfError, DependencyError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError),
    *(RecursionError, NotImplementedError, AssertionError),
)
"""What pypdf raises over a file that is not as it should be."""

Bookmarks = dict[str, int]


class LockedError(Exception):
    """A password is needed."""


def read_pages(data: bytes) -> tuple[list[Page], Bookmarks]:
    """All pages, and the levels of the headings that the file's bookmarks name.

    Raises:
        LockedError: A password is needed.
        MISTAKES: It is damaged.
    """
    logging.disable(logging.CRITICAL)  # it tells its worries about every other file
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise LockedError
    return [_page(page) for page in reader.pages], _bookmarks(reader)


def _page(page: PageObject) -> Page:
    pieces: list[Piece] = []
    page.extract_text(visitor_text=_gatherer(pieces))
    box = page.mediabox
    return Page(pieces, float(box.width) or 1.0, float(box.height) or 1.0, _pictures(page))


def _gatherer(pieces: list[Piece]) -> Callable[[str, Sequence[float], Sequence[float], Any, float], None]:
    def gather(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        text = text.replace("\n", "")
        if not text.strip():
            return
        across, up, left, base = _placed(cm, tm)
        angle = math.degrees(math.atan2(up, across)) % 360
        turned = round(angle / 90) * 90 % 360 if abs(angle - round(angle / 90) * 90) < 1 else -1
        name = str((font or {}).get("/BaseFont", ""))
        drawn = abs(size) * math.hypot(across, up)
        pieces.append(
            Piece(text, left, base, drawn or 1.0, "bold" in name.lower() or "simhei" in name.lower(), 0.0, turned)
        )

    return gather


def _placed(cm: Sequence[float], tm: Sequence[float]) -> tuple[float, float, float, float]:
    """The direction of a piece and the place where it begins: the text's own matrix seen through the page's."""
    a, b, _, _, e, f = tm
    p, q, r, s, t, u = cm
    return a * p + b * r, a * q + b * s, e * p + f * r + t, e * q + f * s + u


def _pictures(page: PageObject) -> int:
    try:
        objects = page["/Resources"]["/XObject"]  # type: ignore[index]
        return sum(objects[name].get("/Subtype") == "/Image" for name in objects)
    except MISTAKES:
        return 0


def _bookmarks(reader: PdfReader) -> Bookmarks:
    found: Bookmarks = {}
    try:
        stack: list[tuple[int, Any]] = [(1, item) for item in reversed(reader.outline)]
    except MISTAKES:
        return found
    while stack:
        level, item = stack.pop()
        if isinstance(item, list):
            stack += [(level + 1, each) for each in reversed(item)]
        elif item.title:
            found.setdefault("".join(str(item.title).split()), level)
    return found
