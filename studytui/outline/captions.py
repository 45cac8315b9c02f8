"""Captions: lines that head a part of a document without any number, 【教学目标】 or a few words above a list.

What a line may be, the document has to show: one such line is none, and numbers tell whether it stands around them or
inside one of them (see ``nesting``).
"""

import re
from collections.abc import Iterator

from studytui.language.either import either
from studytui.language.script import letters
from studytui.outline.candidates import at_start
from studytui.outline.lines import Line, Lines, have
from studytui.outline.numbering import Mark, family

BRACKETED, BOLD, PLAIN = "caption【】", "bullet**", "caption"
CAPTIONS = (BRACKETED, BOLD, PLAIN)
"""The keys of marks that head a part without a number, the outermost first."""

_BRACKETS = re.compile("【([^【】:：。]{1,24})】[:：]?")
# What is heard between the words of a speech, or written below a text, heads nothing.
_NO_HEAD = re.compile(either("掌声.*|鼓掌.*|笑声.*|音乐.*|.{0,2}完|.{0,2}结束"))
_STOPS = "。；：:，,、！!？?….;—-"
_INSIDE = re.compile("[。；：:！？|]")
_LEADS_ON = re.compile(
    either("(?:如下|以下.{0,6}|下列.{0,6}|几[点个条项方种].{0,4}|包括|做到|[为是有])$")
    + "|(?i:\\b(?:following|follows|are|is|includes?|to))$"
)
_LONGEST, _LONGEST_IN_LATIN = 20, 48


def captioned(lines: Lines) -> Lines:
    """The lines with a mark for each that heads a part without a number."""
    bracketed = [*_bracketed(lines)] if have(lines, "【") else []
    plain = [*_above_bullets(lines)]
    heads = {at: BRACKETED for at in bracketed if len(bracketed) > 1} | {at: PLAIN for at in plain if len(plain) > 1}
    if not heads:
        return lines
    return tuple(_marked(line, heads[at]) if at in heads else line for at, line in enumerate(lines))


def _marked(line: Line, key: str) -> Line:
    """The line as a caption, without the brackets that it may stand in; a number inside these is its own."""
    found = _BRACKETS.fullmatch(line.text)
    text = found[1].strip() if found else line.text
    return line._replace(text=text, mark=at_start(text) or Mark(family("bullet"), key, "", None, 0, 0))


def _bracketed(lines: Lines) -> Iterator[int]:
    """Indices of the lines that are wholly in brackets, the first and the last of the document left out."""
    for at, line in enumerate(lines[1:-1], 1):
        found = _BRACKETS.fullmatch(line.text) if line.mark is None and not line.literal else None
        if found and letters(found[1]) and not _NO_HEAD.fullmatch(found[1]):
            yield at


def _above_bullets(lines: Lines) -> Iterator[int]:
    """Indices of short lines right above a list of at least two bullets, the first of the document left out."""
    unmarked = [at for at, line in enumerate(lines[:-2]) if line.mark is None and len(line.text) <= _LONGEST_IN_LATIN]
    for at in unmarked:
        line, first, second = lines[at : at + 3]
        if at and _is_bullet(first) and _is_bullet(second) and first.indent >= line.indent and _is_short(line):
            yield at


def _is_bullet(line: Line) -> bool:
    return line.mark is not None and line.mark.family.name == "bullet" and line.mark.key[0] != "#"


def _is_short(line: Line) -> bool:
    """Whether a line reads like a heading: no sentence, no table, and no words that lead on to what stands below."""
    text = line.text
    if line.gap or line.literal or text[-1] in _STOPS or not letters(text):
        return False
    longest = _LONGEST_IN_LATIN if text.isascii() else _LONGEST
    return len(text) <= longest and not _INSIDE.search(text) and not _LEADS_ON.search(text)
