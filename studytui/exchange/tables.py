"""Tables: of data, which stay tables, and such as only put text in its place on the page."""

from collections.abc import Iterator, Sequence

from studytui.exchange.reading import Line
from studytui.outline.numbering import starts_with_marker

Cell = Sequence[Line]
_LONG = 120
"""A cell with more characters holds text, not data."""


def lines_of_table(rows: Sequence[Sequence[Cell]]) -> Iterator[Line]:
    """The lines of a table: a line a row where it holds data, else the text of its cells one after the other."""
    rows = [row for row in rows if any(line.text.strip() or line.marker for cell in row for line in cell)]
    if _is_layout(rows):
        for row in rows:
            for cell in row:
                yield from cell
        return
    for row in rows:
        first = next(line for cell in row for line in cell)
        cells = (" ".join(" ".join((line.marker + line.text).split()) for line in cell) for cell in row)
        yield Line("| " + " | ".join(each.replace("|", "/") for each in cells) + " |", first.place)


def _is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table has one column, or a cell with headings or much text in it."""
    if all(sum(bool(cell) for cell in row) <= 1 for row in rows):
        return True
    return any(_holds_text([line for line in cell if line.text.strip()]) for row in rows for cell in row)


def _holds_text(cell: Cell) -> bool:
    if sum(len(line.text) for line in cell) > _LONG:
        return True
    return len(cell) > 1 and any(line.marker or line.heading or starts_with_marker(line.text.strip()) for line in cell)
