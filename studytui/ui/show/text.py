"""Text of a document is shown as those characters, never obeyed; widths are terminal cells."""

import re
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells
from textual.content import Content
from textual.style import Style

# Control characters, bidirectional overrides, zero-width signs and lone surrogates never reach the terminal.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)

_NOT_FIRST = frozenset("，。、；：！？”’）》」』】〉…—·,.;:!?)]}%％")
_NOT_LAST = frozenset("“‘（《「『【〈([{")


def clean(text: str) -> str:
    """The text without any character that a terminal might obey."""
    return _UNSEEN.sub("", text)


def plain(text: str, style: str | Style = "") -> Content:
    """A document's text as content: no markup is read in it, no control character passes."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def width(text: str) -> int:
    """How many cells a text takes."""
    return cell_len(text)


def fit(text: str, cells: int) -> str:
    """The text in at most so many cells; a longer one is cut and ends in an ellipsis."""
    text = clean(text)
    if cell_len(text) <= cells:
        return text
    if cells < 1:
        return ""
    return chop_cells(text, cells - 1)[0].rstrip() + "…" if cells > 1 else "…"


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """The text in exactly so many cells, cut or filled with blanks, to the right where wished."""
    text = fit(text, cells)
    gap = " " * (cells - cell_len(text))
    return gap + text if right else text + gap


def wrapped(text: str, cells: int) -> list[str]:
    """Break a text into lines of at most so many cells, words whole, no line beginning with a closing sign."""
    return [line for paragraph in text.split("\n") for line in _wrap(clean(paragraph), max(2, cells))]


def broken(parts: Iterable[tuple[str, str]], cells: int) -> list[Content]:
    """Parts of one text, each with its style, broken into lines as `wrapped` breaks it."""
    pieces = [(clean(text), style) for text, style in parts]
    lines: list[Content] = []
    at = 0
    whole = "".join(text for text, _ in pieces)
    for line in wrapped(whole, cells):
        at = whole.index(line, at)  # blanks at a break are left out
        lines.append(Content.assemble(*_between(pieces, at, at + len(line))))
        at += len(line)
    return lines


def _between(pieces: Iterable[tuple[str, str]], start: int, end: int) -> Iterable[Content]:
    """What of the pieces stands between two places of all of them together."""
    at = 0
    for text, style in pieces:
        cut = text[max(0, start - at) : max(0, end - at)]
        if cut:
            yield plain(cut, style)
        at += len(text)


def _wrap(text: str, cells: int) -> Iterable[str]:
    while len(text) > cells or cell_len(text) > cells:
        cut = _cut(text, cells)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def _cut(text: str, cells: int) -> int:
    """Where to break the first line: back to a blank inside a word, back over signs that must not part."""
    # Only as much is measured as can stand in one line: a paragraph may have a million characters.
    most = cut = len(chop_cells(text[: 2 * cells], cells)[0])
    while cut > 1 and not _may_break(text, cut):
        cut -= 1
    return cut if cut > 1 else most


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before.isspace() or after.isspace() or ord(before) > 0x2E7F or ord(after) > 0x2E7F or before in "-—/"
