"""Heads and feet of printed pages, which stand wherever a page ended, inside a sentence too."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from studytui.outline.lines import Lines

_LEAST, _MOST = 8, 80
_FEWEST = 2
_STOPS = "。！？；：:;!?"
_CLAUSE = re.compile("[，,。；]")
_BROKEN = 16  # characters that a line of a broken paragraph has at the least


def heads_beside(lines: Lines, pages: Collection[int]) -> set[int]:
    """Indices of short lines that stand again and again, and each time right beside the number of a page."""
    beside = {near for at in pages for near in (at - 1, at + 1) if 0 <= near < len(lines)} - {*pages}
    found = _again(lines, beside)
    texts = {lines[at].text for at in found}
    elsewhere = {line.text for at, line in enumerate(lines) if line.text in texts and at not in beside}
    return {at for at in found if lines[at].text not in elsewhere}


def heads_inside(lines: Lines) -> set[int]:
    """Indices of short lines that stand again and again, and at two places at the least inside a broken sentence.

    It is for a text that is known to be broken at one width: elsewhere a line above may be whole without a stop. The
    first line of all stays, for it is the title.
    """
    inside = _again(lines, (at for at in range(1, len(lines) - 1) if _is_inside(lines, at)))
    texts = {lines[at].text for at in inside}
    return {at for at, line in enumerate(lines) if at and line.text in texts} if texts else set()


def _again(lines: Lines, places: Iterable[int]) -> set[int]:
    """Those of the places at which lines of one text stand that may be the head of a page."""
    by_text: defaultdict[str, set[int]] = defaultdict(set)
    for at in places:
        if _may_be_head(lines[at].text) and lines[at].mark is None:
            by_text[lines[at].text].add(at)
    return {at for found in by_text.values() if len(found) >= _FEWEST for at in found}


def _may_be_head(text: str) -> bool:
    return _LEAST <= len(text) <= _MOST and text[-1] not in _STOPS and _CLAUSE.search(text) is None


def _is_inside(lines: Lines, at: int) -> bool:
    """Whether the line above has begun a sentence that the line below may end."""
    above, below = lines[at - 1], lines[at + 1]
    begun = len(above.text) >= _BROKEN and above.text[-1] not in _STOPS and _CLAUSE.search(above.text) is not None
    return begun and below.mark is None and not below.gap
