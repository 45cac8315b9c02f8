"""What stands in the margins of each page, such as a running title and the page's number: no part of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from studytui.exchange.pdf.rows import Row

_MARGIN: Final = 0.13
"""Share of a page's height that a margin takes at most."""
_NEAR: Final = 6  # points that a running title may stand higher or lower
_DIGITS = re.compile(r"\d+|[ivxlc]+\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"[-—–―－·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})(?:\s*页)?"
    r"(?:\s*[/／,，|共]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―－·•~\s]*|page\s*\d+(?:\s*of\s*\d+)?",
    re.IGNORECASE,
)
_PLAINLY = re.compile(r"\d{1,2}|[-—–―－·•~]\s*\d+\s*[-—–―－·•~]|第\s*\d+\s*页.*|page\s*\d+.*", re.IGNORECASE)


def without_margins(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of each page without running titles and page numbers."""
    seen: Counter[tuple[str, int]] = Counter()
    for rows in pages:
        seen.update({place for row in rows if _in_margin(row) for place in _places(row)[:1]})
    least = max(2, len(pages) // 3)
    number = _NUMBER if len(pages) > 1 else _PLAINLY
    return [
        [
            row
            for at, row in enumerate(rows)
            if not _is_marginal(row, at, len(rows), number) and _times(row, seen) < least
        ]
        for rows in pages
    ]


def _is_marginal(row: Row, at: int, count: int, number: re.Pattern[str]) -> bool:
    """Whether a row is the number of its page."""
    edge = at in (0, count - 1) or row.base < row.height * _MARGIN / 2
    return _in_margin(row) and edge and number.fullmatch(row.text) is not None


def _times(row: Row, seen: Counter[tuple[str, int]]) -> int:
    """How many pages have this row in their margin."""
    return sum(seen[place] for place in _places(row)) if _in_margin(row) else 0


def _in_margin(row: Row) -> bool:
    return not row.height * _MARGIN < row.base < row.height * (1 - _MARGIN)


def _places(row: Row) -> list[tuple[str, int]]:
    """A row's text without its numbers, and where it stands; also a little higher and lower."""
    text = _DIGITS.sub("#", "".join(row.text.split()))
    place = round(row.base / _NEAR)
    return [(text, place), (text, place + 1), (text, place - 1)]
