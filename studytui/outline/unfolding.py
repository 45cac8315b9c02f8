"""A whole page that came as one line: cut where blanks stand for its line ends."""

import re

from studytui.outline.candidates import at_start
from studytui.outline.lines import Line, Lines, Warnings, whole

# Chinese writes no blanks between words; what follows one is a new line, or the text after a marker.
_BLANK = re.compile(r"(?<=[^\x00-\x7f])[ \u3000\t]+(?=[^\x00-\x7f]|\d{1,2}[.、．)）])")
_LEAST = 100
_MARKERS = 3  # so many pieces that begin with a marker show that blanks are line ends


def unfolded(lines: Lines) -> tuple[Lines, Warnings]:
    """The lines with such pages cut into theirs; they keep the number of the source's line."""
    made: list[Line] = []
    done = 0
    long = [at for at, text in enumerate(whole(lines).texts) if len(text) >= _LEAST]
    if not long:
        return lines, ()
    for at in long:
        made += (*lines[done:at], *_cut(lines[at]))
        done = at + 1
    return (*made, *lines[done:]), ()


def _cut(line: Line) -> list[Line]:
    pieces: list[str] = []
    for piece in _BLANK.split(line.text):
        if pieces and _is_bare(pieces[-1]):
            pieces[-1] += " " + piece
        else:
            pieces.append(piece)
    if sum(at_start(piece) is not None for piece in pieces) < _MARKERS:
        return [line]
    return [line._replace(blank_before=True).with_text(piece) for piece in pieces]


def _is_bare(piece: str) -> bool:
    mark = at_start(piece)
    return mark is not None and mark.end >= len(piece)
