"""The points of an OPML outline as lines: the nesting is the outline itself."""

import re
from collections.abc import Iterator
from itertools import chain

from studytui.exchange.elements import Element, child, children
from studytui.exchange.limits import limited
from studytui.exchange.markup import mended
from studytui.exchange.reading import Line, Reading
from studytui.messages import message

_GENERIC = re.compile(
    ".{0,4}(?:提纲|大纲|纲要|目录|提綱|大綱|綱要|目錄)|(?:untitled|outline|contents).{0,9}", re.IGNORECASE
)


def read_opml(data: bytes, name: str) -> Reading:
    """Read an outline; ``name`` is what it is called in an error.

    Raises:
        StudyError: It is damaged, cut off, or declares entities.
    """
    root, mistake = mended(data, name)
    title = child(root, "head", "title")
    said = " ".join((title.text or "").split()) if title is not None else ""
    # A heading 提纲 would announce a contents list.
    titled = (Line(said, 0, title=True),) if said and not _GENERIC.fullmatch(said) else ()
    body = child(root, "body")
    lines = chain(titled, () if body is None else _points(body))
    notes = [message("the file has a mistake in line {line}: please check that nothing is missing there", line=mistake)]
    return Reading(limited(lines, name), whole=True, exact=True, notes=tuple(notes if mistake else ()))


def _points(body: Element) -> Iterator[Line]:
    """All points with their notes, without recursion: an outline may be nested thousands of levels deep."""
    stack = [(1, each) for each in reversed([*children(body, "outline")])]
    place = 0
    while stack:
        depth, element = stack.pop()
        place += 1
        first, *more = (element.get("text") or element.get("title") or "").splitlines() or [""]
        yield Line(first, place, heading=depth, level=depth - 1)
        for text in (*more, *(element.get("_note") or "").splitlines()):
            yield Line(text, place, level=depth - 1, continued=True)
        stack += [(depth + 1, each) for each in reversed([*children(element, "outline")])]
