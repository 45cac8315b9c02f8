"""A whole web page: its text without what stands around it."""

import re
from typing import Final

from studytui.errors import StudyError
from studytui.exchange.limits import limited
from studytui.exchange.lines import with_plain_lines
from studytui.exchange.page.charset import decoded_page
from studytui.exchange.page.lines import Lines
from studytui.exchange.page.main import heading_above, main_part
from studytui.exchange.page.tree import title_of, tree_of
from studytui.exchange.reading import Line, Reading
from studytui.language.script import letters
from studytui.outline.clean import visible

_WORDS = re.compile(r"\w")
_LEAST: Final = 2
_LONGEST: Final = 60
_TOP: Final = 5


def read_page(data: bytes, name: str, text: str | None = None, encoding: str = "") -> Reading:
    """Read a web page.

    Args:
        data: Its bytes.
        name: What it is called in an error.
        text: Its text where the encoding was given, else found out.
        encoding: The encoding that was given.

    Raises:
        StudyError: It is no text, or nested too deeply.
    """
    guessed = False
    if text is None:
        found = decoded_page(data)
        if found is None:
            raise StudyError("{name} is not text, or in an unknown encoding: open it and save it anew.", name=name)
        text, encoding, guessed = found.text, found.encoding, found.guessed
    seen = visible(with_plain_lines(text))  # a parser of pages makes signs of what is none
    root = tree_of(seen, name)
    if root is None:
        return Reading((), encoding)
    dropped = len(text) - len(seen) - text.count("\r\n")
    part = main_part(root)
    lines = limited((line for line in Lines().each(part) if _WORDS.search(line.text)), name)
    lines = _titled(lines, heading_above(root, part) or title_of(text))
    return Reading(lines, encoding, guessed, whole=True, dropped=dropped)


def _titled(lines: tuple[Line, ...], title: str) -> tuple[Line, ...]:
    """The lines, with the title before them where it does not stand there anyway."""
    wanted = letters(title)
    for at, line in enumerate(lines[:_TOP]):
        if line.heading == 1 or letters(line.text) == wanted:
            return (*lines[:at], line._replace(title=True), *lines[at + 1 :])
    if len(wanted) < _LEAST or len(title) > _LONGEST:
        return lines
    return (Line(title, 0, title=True), *lines)
