"""A contents list at the top of a document: where it stands and what it announces."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from studytui.language.either import either
from studytui.language.script import letters
from studytui.outline.candidates import at_start
from studytui.outline.drafts import Draft, walk
from studytui.outline.lines import Line, Lines, have
from studytui.outline.merging import reworded
from studytui.outline.numbering import Marks

_HEADING = re.compile(
    either("目[录次](?:contents)?|提纲|大纲|纲要|内容提要|目[录次][和与]?提纲|(?:发言|讲话|讲课|本[文课讲])提纲")
    + either("|本[文课讲](?:目录|要点|结构)|(?:内容|要点)导读|(?:内容|要点)提示")
    + "|(?:tableof)?contents|outline"
)
_OVER_PAGES = re.compile(either("页[码次]?|page"), re.IGNORECASE)  # stands over the column of page numbers
_LEADER = re.compile(r"(?:[.．·…⋯‧_\-—\s]{3,}|[…⋯\t])[\s.…]*[（(]?\d{1,4}[)）]?$")  # dots or blanks, and a page number
_PAGE = re.compile(r"\s*[（(]\d{1,4}[)）]$")
_LONGEST = 80
_LONGEST_ENTRY = 120  # an entry may carry annotation, or its page number behind many dots
_FEWEST = 2
_FEW = 2  # entries without a page number may stand among those that have one
_MOST = 20  # headings of one number that an entry is compared with
_LONGEST_LIST = 2_000  # entries, more than the contents of any book
_SALUTED = 8  # lines within which the body's first heading stands, below a title, a date and a greeting
_REPEATED = 0.5  # share of a list's entries that must come again, where no heading says that it is a contents list


def contents(lines: Lines) -> tuple[int, int, int] | None:
    """Where a contents list is: index of its heading (or first entry), of its first entry, and behind its last."""
    for index, line in enumerate(lines):
        if len(line.text) <= _LONGEST and _HEADING.fullmatch(letters(line.text)):
            first = index + 1
            if first < len(lines) and _OVER_PAGES.fullmatch(lines[first].text):
                first += 1
            end = _until_body(lines, first)
            led = sum(_LEADER.search(each.text) is not None for each in lines[first:end])
            if end > first + 1 and (2 * led > end - first or any(each.mark for each in lines[end:])):
                return index, first, end
            return None
        if line.mark and line.mark.key != "#1":  # a title of Markdown stands above the contents
            return _unheaded(lines, index)
    return None


def without_leaders(lines: Sequence[Line]) -> Lines:
    """The entries of a contents list without the dots that lead to a page number."""
    kept = [line.with_text(_LEADER.sub("", line.text)) for line in lines if not line.gap]
    if any(line.text != other.text for line, other in zip((line for line in lines if not line.gap), kept, strict=True)):
        kept = [line.with_text(_PAGE.sub("", line.text)) for line in kept]
    return tuple(kept)


def _entries(lines: Lines, start: int) -> int:
    """Index behind the last of the entries that begin here; so many that it is no contents list are none."""
    near = lines[start : start + _LONGEST_LIST]
    for at, line in enumerate(near):
        is_entry = line.mark and len(line.text) <= _LONGEST_ENTRY and "。" not in line.text.rstrip("。")
        if not (is_entry or line.gap):
            return start + at
    return start if len(near) == _LONGEST_LIST else start + len(near)


def _until_body(lines: Lines, start: int) -> int:
    """Index behind the last entry: the body begins where the first comes again, or where dots and pages end."""
    end = _entries(lines, start)
    if start >= end:
        return end
    first = _split(lines[start].text)
    if _LEADER.search(lines[start].text):
        led = [i for i in range(start, end) if lines[i].gap or _LEADER.search(lines[i].text)]
        return next((i + 1 for i, other in pairwise((*led, end + _FEW)) if other - i > _FEW), end)
    if not have(lines, f"\n{first[0]}"):
        return end
    again = (i for i in range(start + _FEWEST, end) if lines[i].text.startswith(first[0]))
    return next((i for i in again if _announces(first, lines[i])), end)


def announced(listed: list[Draft]) -> dict[str, list[str]]:
    """For each marker the letters of the entries that begin with it, by which the body's headings are known."""
    found: dict[str, list[str]] = defaultdict(list)
    for _, entry in walk(listed):
        if len(found[entry.mark.marker]) < _MOST:
            found[entry.mark.marker].append(letters(entry.text))
    return found


def _unheaded(lines: Lines, start: int) -> tuple[int, int, int] | None:
    """A list without a heading: short entries, most of which come again, or which lead to page numbers."""
    first = lines[start].mark
    if first is None or first.ordinal != 1:
        return None
    end = _until_body(lines, start)
    if end < start + _FEWEST or end == len(lines):
        return None
    entries = [_split(line.text) for line in lines[start:end] if not line.gap]
    if sum(_LEADER.search(line.text) is not None for line in lines[start:end]) * 2 > len(entries):
        return start, start, end
    later = _by_marker(lines[end:])
    repeated = sum(any(_comes_again(entry, line) for line in later.get(entry[0], ())) for entry in entries)
    # though the others were cut or are worded otherwise
    body = next((line for line in lines[end : end + _SALUTED] if line.mark), None)
    begins_again = body is not None and _comes_again(entries[0], body)
    return (start, start, end) if begins_again or repeated > _REPEATED * len(entries) else None


def _split(text: str) -> tuple[str, str]:
    """Marker and letters of an entry."""
    mark = at_start(text)
    return (mark.marker, letters(_LEADER.sub("", text[mark.end :]))) if mark else ("", letters(text))


def _announces(entry: tuple[str, str], line: Line) -> bool:
    """Whether an entry of a list is the heading that a line begins with."""
    marker, text = _split(line.text[: 2 * _LONGEST])
    return marker == entry[0] and bool(entry[1]) and reworded(entry[1], _beginning(text, entry[1]))


def _comes_again(entry: tuple[str, str], line: Line) -> bool:
    """Whether a line is an entry to the letter, perhaps with text that runs on."""
    return bool(entry[1]) and _split(line.text[: 2 * _LONGEST])[1].startswith(entry[1])


def _beginning(text: str, entry: str) -> str:
    """As much of a text as an entry could announce."""
    return text[: len(entry) + _LONGEST // 8]


def _by_marker(lines: Lines) -> dict[str, list[Line]]:
    """The first lines that begin with each marker."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.mark and len(found[line.mark.marker]) < _MOST:
            found[line.mark.marker].append(line)
    return found


def without_previews(lines: Lines, marks: list[Marks]) -> list[Marks]:
    """The markers without those of a sentence above the first heading that only announces the headings."""
    first = next((at for at, here in enumerate(marks) if here and not here[0].inline), 0)
    if not any(marks[:first]):
        return marks
    heads = sorted(letters(line.text[line.mark.end :])[:_LONGEST] for line in lines[first:] if line.mark)
    return [() if at < first and _is_preview(lines[at].text, here, heads) else here for at, here in enumerate(marks)]


def _is_preview(text: str, marks: Marks, heads: list[str]) -> bool:
    """Whether most of the points in a paragraph are the beginnings of headings, which are given in order."""
    ends = [*(mark.start for mark in marks[1:]), len(text)]
    points = [letters(text[mark.end : end]) for mark, end in zip(marks, ends, strict=False)]
    places = ((point, bisect_left(heads, point)) for point in points if point)
    found = sum(place < len(heads) and heads[place].startswith(point) for point, place in places)
    return found * 2 > len(points)
