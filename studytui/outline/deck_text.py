"""Texts as they stand in a deck file: nothing in them can be taken for a sign or lost at the end of a line."""

import re

BLANKS = " \t\u3000"
"""What separates words and means nothing at the ends of a line: space, tab, and the wide space of Chinese keyboards."""

SIGNS = "#|/~"
"""What a line begins with that is no paragraph."""

_BREAKS = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_ENDS = {" ": "\\s", "\t": "\\t", "\u3000": "\\w"}
_MEANS = {"n": "\n", "r": "\r", "s": " ", "t": "\t", "w": "\u3000", "e": ""} | {sign: sign for sign in SIGNS + "\\{-"}
_ESCAPE = re.compile(r"\\(.)")
_BREAK = re.compile(r"[\\\n\r]")


def escaped(text: str) -> str:
    """A text on one line, its ends safe; an empty one shows as a sign of its own."""
    if not text:
        return "\\e"
    start = len(text) - len(text.lstrip(BLANKS))
    end = max(start, len(text.rstrip(BLANKS)))
    kept = _BREAK.sub(lambda found: _BREAKS[found[0]], text[start:end])
    return "".join((*(_ENDS[c] for c in text[:start]), kept, *(_ENDS[c] for c in text[end:])))


def paragraph(text: str) -> str:
    """A text that has a line to itself and must not be taken for a sign."""
    line = escaped(text)
    return "\\" + line if line[0] in SIGNS else line


def word(text: str) -> str:
    """A text in which no blank and no brace stands, for a marker."""
    return "".join(_ENDS.get(c, c) for c in escaped(text)).replace("{", "\\{")


def plain(text: str) -> str:
    """What was escaped, as it was; a backslash before anything else is a backslash."""
    return _ESCAPE.sub(lambda found: _MEANS.get(found[1], found[0]), text)
