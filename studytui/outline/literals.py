"""Lines of Markdown that are no running text: code between fences, tables, the fields above a document."""

import re
from collections.abc import Iterator
from heapq import merge
from itertools import pairwise

from studytui.outline.lines import Lines, have, hits

_FENCE = re.compile(r"(```|~~~)")
_ROW = re.compile(r"\|.*\|$")
_COLUMNS = re.compile(r"\S[^\t\u3000]*(?:(?:[\t\u3000]+| {2,})\S[^\t\u3000]*?){2,}$")
_FIGURE = re.compile(r"(?:[\t\u3000]| {2,})[\d.,，%％-]+(?=\s|$)")
_FAR = 2
_FIELDS = re.compile("-{3,}")
_FIELD = re.compile(r"[\w-]+\s*:|-\s|#")


def parted(lines: Lines) -> tuple[Lines, Lines]:
    """The running text, and the lines that are left as they stand; what follows those is a new paragraph."""
    if not have(lines, "|", "`", "~", "---", "\t", "\u3000", "  "):
        return lines, ()
    literal = {*_fields(lines), *_fenced(lines), *(at for at, line in enumerate(lines) if _ROW.match(line.text))}
    literal.update(_columns(lines))
    if not literal:
        return lines, ()
    text = tuple(
        line._replace(blank_before=True) if at - 1 in literal else line
        for at, line in enumerate(lines)
        if at not in literal
    )
    return text, tuple(lines[at]._replace(literal=True, mark=None) for at in sorted(literal))


def together(lines: Lines, literal: Lines) -> Lines:
    """All lines in the order of the source again."""
    return tuple(merge(lines, literal, key=lambda line: line.number)) if literal else lines


def _fenced(lines: Lines) -> Iterator[int]:
    """Indices of the lines of each block of code, its fences included; a fence that nothing closes is text."""
    fences = [(at, found[1]) for at, line in enumerate(lines) if (found := _FENCE.match(line.text))]
    opened: tuple[int, str] | None = None
    for at, sign in fences:
        if opened is None:
            opened = at, sign
        elif sign == opened[1]:
            yield from range(opened[0], at + 1)
            opened = None


def _columns(lines: Lines) -> Iterator[int]:
    """Indices of the rows of a table whose columns are set apart by blanks: figures in two rows, and their heads."""
    rows = [at for at in hits(lines, _FIGURE) if _COLUMNS.match(lines[at].text)]
    for above, at in pairwise((-_FAR, *rows)):
        if at - above == 1:
            yield from (above, at)
            head = above - 1
            if head >= 0 and head not in rows and _COLUMNS.match(lines[head].text):
                yield head


def _fields(lines: Lines) -> Iterator[int]:
    """Indices of the fields between two rules at the very top, such as title: and date:."""
    if lines and lines[0].number == 1 and _FIELDS.fullmatch(lines[0].text):
        for at, line in enumerate(lines[1:], 1):
            if _FIELDS.fullmatch(line.text):
                yield from range(at + 1)
            if not _FIELD.match(line.text):
                return
