"""How a reading is written as one text, in the terms of the outline engine: numbers, signs of headings, indents."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from studytui.exchange.headed import signs_of
from studytui.exchange.reading import Line, Reading

_INDENT: Final = "  "
_DEEPEST: Final = 60
_STOPS: Final = "。！？；：:;!?….”’」』）)】》\"'"
_LEAST: Final = 16
_MANY: Final = 4
_SHARE: Final = 0.6
_OVER: Final = 2


def as_written(reading: Reading) -> tuple[Line, ...]:
    """The lines as they stand in the text, each as it is to be read; empty ones set paragraphs apart."""
    if not reading.whole:
        return reading.lines
    lines = [line for line in reading.lines if line.text.strip()]
    apart = not _are_broken(lines)
    made: list[Line] = []
    indent = 0
    for line, sign in zip(lines, signs_of(lines, exact=reading.exact), strict=True):
        if apart and made and not line.continued:
            made.append(Line("", line.place))
        indent = _indent(line, indent, listed=bool(line.marker) or (reading.exact and sign[:1] != "#"))
        made.append(line._replace(text=_INDENT * indent + sign + line.marker + line.text.strip()))
    return tuple(made)


def _indent(line: Line, before: int, *, listed: bool) -> int:
    """How far a line is indented: as deep as it lies in its list; what goes on stays where it is."""
    if line.continued:
        return before
    return min(line.level or 0, _DEEPEST) if listed else 0


def _are_broken(lines: Sequence[Line]) -> bool:
    """Whether what the format calls paragraphs are lines broken at one width, as a page copied from elsewhere has."""
    open_ = [line.text for line in lines if len(line.text) >= _LEAST and line.text.rstrip()[-1] not in _STOPS]
    widths = Counter(len(text) for text in open_)
    if len(open_) < _MANY:
        return False
    common = max(widths, key=lambda width: sum(widths[near] for near in range(width - 1, width + 2)))
    near = sum(widths[near] for near in range(common - 1, common + 2))
    return near >= _SHARE * len(open_) and max(len(line.text) for line in lines) <= common + _OVER
