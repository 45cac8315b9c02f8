"""Rows of text on a page, in reading order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from studytui.exchange.pdf.piece import Page, Piece, width_of

_GAP: Final = 0.25  # em between two words of a language that writes blanks
_WIDE: Final = 1.2  # em between characters of Chinese, where a blank is meant
_NEAR: Final = 2  # em between two pieces that surely stand in one column
_FAR: Final = 12  # em between two pieces of one row
_JUMPS: Final = 3  # so often a page that is drawn in reading order goes up again: columns, a heading drawn last
_COLUMN: Final = 0.1  # share of the rows that each of two columns has at least
_LEAST: Final = 5
_CLEAR: Final = 0.85  # share of the rows that stand on either side of the gutter between them
_BESIDE: Final = 0.5  # share of the shorter column that the other stands beside


@dataclass(slots=True)
class Row:
    """A row of text.

    Attributes:
        pieces: What it is made of, from left to right.
        page: Its page, from 1.
        width, height: Those of that page in points.
        column: Its column on that page, from 0.
    """

    pieces: list[Piece] = field(default_factory=list)
    page: int = 0
    width: float = 1.0
    height: float = 1.0
    column: int = 0

    @property
    def text(self) -> str:
        """Its text."""
        made = ""
        end = 0.0
        for piece in self.pieces:
            made += _blank(made, piece, end) + piece.text
            end = piece.end
        return made.strip()

    @property
    def left(self) -> float:
        """Where it begins; a full-width space at its beginning is an indent."""
        first = self.pieces[0]
        return first.left + width_of(first.text[: len(first.text) - len(first.text.lstrip())], first.size)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(piece.end for piece in self.pieces)

    @property
    def base(self) -> float:
        """Where it stands, from below."""
        return self.pieces[0].base

    @property
    def size(self) -> float:
        """Height of most of its characters."""
        sizes: Counter[float] = Counter()
        for piece in self.pieces:
            sizes[round(piece.size, 1)] += len(piece.text)
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """All of it is bold."""
        return all(piece.bold for piece in self.pieces)


def rows_of(page: Page, number: int) -> list[Row]:
    """The rows of a page in reading order; what is turned against all the rest is a watermark."""
    parts: list[Row] = []
    for piece in _straight(page.pieces):
        if parts and _goes_on(parts[-1], piece, _NEAR):
            parts[-1].pieces.append(piece)
        else:
            parts.append(Row([piece], number, page.width, page.height))
    parts = [part for part in parts if part.text]
    gutter = _gutter(parts)
    rows: list[Row] = []
    for part in parts:
        part.column = int(part.left >= gutter)
        if rows and rows[-1].column == part.column and _goes_on(rows[-1], part.pieces[0], _FAR):
            rows[-1].pieces += part.pieces
        else:
            rows.append(part)
    ups = sum(after.base > before.base + before.size for before, after in pairwise(rows))
    across = sum(after.column < before.column for before, after in pairwise(rows))
    return rows if ups <= _JUMPS and across <= _JUMPS else _sorted(rows)


def _straight(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that stand like most of them, turned upright."""
    turns: Counter[int] = Counter()
    for piece in pieces:
        turns[piece.turned] += len(piece.text)
    del turns[-1]
    usual = turns.most_common(1)[0][0] if turns else 0
    kept = [piece for piece in pieces if piece.turned == usual]
    if usual == 90:
        return [piece._replace(left=piece.base, base=-piece.left, right=0.0) for piece in kept]
    if usual == 270:
        return [piece._replace(left=-piece.base, base=piece.left, right=0.0) for piece in kept]
    if usual == 180:
        return [piece._replace(left=-piece.left, base=-piece.base, right=0.0) for piece in kept]
    return kept


def _goes_on(row: Row, piece: Piece, most: float) -> bool:
    """Whether a piece stands on a row, at most so many em behind it."""
    last = row.pieces[-1]
    level = abs(last.base - piece.base) < max(last.size, piece.size) * 0.5
    return level and piece.left > last.left - last.size * 0.5 and piece.left - last.end < most * last.size


def _blank(before: str, piece: Piece, end: float) -> str:
    """A blank between two pieces that are far enough from each other, or none."""
    if not before or before[-1].isspace() or piece.text[0].isspace():
        return ""
    gap = (piece.left - end) / piece.size
    latin = before[-1].isascii() and piece.text[0].isascii()
    return " " if gap > (_GAP if latin else _WIDE) else ""


def _sorted(rows: list[Row]) -> list[Row]:
    """Rows from top to bottom, one column after the other."""
    ordered: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.column, -row.base, row.left)):
        before = ordered[-1] if ordered and ordered[-1].column == row.column else None
        if before and abs(before.base - row.base) < row.size * 0.5 and before.left < row.left:
            before.pieces += row.pieces
        else:
            ordered.append(row)
    return ordered


def _gutter(rows: Sequence[Row]) -> float:
    """Where the second column begins; behind everything where there is one column only."""
    for left in sorted({round(row.left) for row in rows})[1:]:
        ends = sum(row.right <= left for row in rows)
        begins = sum(row.left >= left - 1 for row in rows)
        if (
            min(ends, begins) >= max(_LEAST, _COLUMN * len(rows))
            and ends + begins >= _CLEAR * len(rows)
            and _side_by_side(rows, left)
        ):
            return left - 1.0
    return float("inf")


def _side_by_side(rows: Sequence[Row], left: float) -> bool:
    """Whether what stands on one side of a line stands for the most part beside what is on the other."""
    one = [row.base for row in rows if row.right <= left]
    other = [row.base for row in rows if row.left >= left - 1]
    both = min(max(one), max(other)) - max(min(one), min(other))
    return both > _BESIDE * min(max(one) - min(one), max(other) - min(other))
