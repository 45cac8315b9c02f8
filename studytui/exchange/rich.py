"""The text of rich text: its program has written the numbers of lists into it for programs that know no lists."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from striprtf.striprtf import rtf_to_text

from studytui.exchange.limits import limited
from studytui.exchange.reading import Line, Reading
from studytui.exchange.tables import lines_of_table

_BYTE = re.compile(rb"[\x80-\xff]")
_NUMBER = re.compile(r"\{\\pntext\b")
# A group that begins with what is hidden or deleted becomes one that may be left out, and is.
_UNSEEN = re.compile(r"\{((?:\\[a-z]+-?\d* ?)*?)(?=\\(?:v|deleted)(?![a-z0-9]))")
_CELL: Final = "|"


def read_rtf(data: bytes, name: str) -> Reading:
    """Read rich text; ``name`` is what it is called in an error."""
    # Signs of another code page should be escaped, but not every program does it.
    source = _BYTE.sub(lambda found: b"\\'%02x" % found[0][0], data).decode("ascii")
    source = _UNSEEN.sub(r"{\\*\1", _NUMBER.sub(r"{\\listtext", source))
    text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    return Reading(limited(_lines(text), name), whole=True)


def _lines(text: str) -> Iterator[Line]:
    lines = [Line(line, place) for place, line in enumerate(text.split("\n"), 1)]
    for is_row, rows in groupby(lines, lambda line: line.text.endswith(_CELL)):
        if is_row:
            yield from lines_of_table(
                [[(row._replace(text=cell),) for cell in row.text.split(_CELL)[:-1]] for row in rows]
            )
        else:
            yield from rows
