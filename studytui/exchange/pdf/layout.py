"""How the text of a PDF stands on its pages: margins, columns, indents, found out from its rows."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from studytui.exchange.pdf.piece import width_of
from studytui.exchange.pdf.rows import Row
from studytui.outline.numbering import starts_with_marker

_FEW: Final = 3
_INDENTED: Final = 0.6  # share of the paragraphs that are indented, where indents show where one begins
_WORD = re.compile(r"[!-~]+")
_STOPS: Final = "，。、；：？！）》”」』"

Region = tuple[int, int]
"""A page and a column on it."""


class Layout(NamedTuple):
    """What all pages have in common.

    Attributes:
        size: Height of most characters.
        leading: From one row to the next.
        left: By region where rows begin that are not indented.
        right: By region where full rows end.
        indents: Each paragraph is indented.
    """

    size: float
    leading: float
    left: Mapping[Region, float]
    right: Mapping[Region, float]
    indents: bool = False

    def is_indented(self, row: Row) -> bool:
        """Whether a row begins further inside than most."""
        return row.left - self.left[region(row)] > row.size

    def is_full(self, before: Row, row: Row) -> bool:
        """Whether what a row begins with had no room in the row before it."""
        word = _WORD.match(row.text)
        begins = word[0] if word else row.text[:2] if row.text[1:2] in _STOPS else row.text[:1]
        return before.right + width_of(begins, before.size) > self.right[region(before)] - 0.6 * before.size


def region(row: Row) -> Region:
    """The page and column that a row stands in."""
    return row.page, row.column


def layout_of(rows: Sequence[Row]) -> Layout:
    """The layout of a document; it has to have a row."""
    sizes: Counter[float] = Counter()
    leadings: Counter[int] = Counter()
    regions: defaultdict[Region, list[Row]] = defaultdict(list)
    for row in rows:
        sizes[row.size] += len(row.text)
        regions[region(row)].append(row)
    for before, row in pairwise(rows):
        if region(before) == region(row) and before.base > row.base:
            leadings[round(before.base - row.base)] += 1
    size = sizes.most_common(1)[0][0]
    leading = leadings.most_common(1)[0][0] if leadings else size * 1.5
    left = {here: min(row.left for row in _of_size(inside, size)) for here, inside in regions.items()}
    right = {here: _right(_of_size(inside, size), left[here]) for here, inside in regions.items()}
    for here, end in right.items():  # a page with a few short rows has the margins of the others
        right[here] = max((other for there, other in right.items() if there[1] == here[1]), default=end)
    layout = Layout(size, leading, left, right)
    return layout._replace(indents=_indents(rows, layout))


def _of_size(rows: Sequence[Row], size: float) -> Sequence[Row]:
    """The rows of the usual height, or all where none is."""
    return [row for row in rows if abs(row.size - size) <= 0.1 * size] or rows


def _right(rows: Sequence[Row], left: float) -> float:
    """Where full rows end: where many do that go on below, else as far from the page's edge as rows begin."""
    ends = sorted((row.right for row in rows), reverse=True)
    end = ends[len(ends) // 20]
    going_on = sum(
        abs(row.right - end) < row.size and not starts_with_marker(after.text) for row, after in pairwise(rows)
    )
    return end if going_on >= _FEW or rows[0].column else max(end, rows[0].width - left)


def _indents(rows: Sequence[Row], layout: Layout) -> bool:
    """Whether paragraphs are indented: of the rows that surely begin one, most are."""
    begins = [
        row
        for before, row in pairwise(rows)
        if row.size == layout.size and region(before) == region(row) and not layout.is_full(before, row)
    ]
    indented = sum(layout.is_indented(row) for row in begins)
    return indented >= _FEW and indented >= _INDENTED * len(begins)
