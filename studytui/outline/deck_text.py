"""Texts as they stand in a deck file: nothing in them can be taken for a sign or lost at the end of a line."""

import re

SIGNS = "#|/~\\-"
"""Characters that a sign, or the end of the head, begins with."""

_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_ENDS = {" ": "\\s", "\t": "\\t"}
_MEANS = {"n": "\n", "r": "\r", "s": " ", "t": "\t", "e": ""}
_ESCAPE = re.compile(r"\\(.?)")


def escaped(text: str) -> str:
    """A text on one line, its ends safe; an empty one shows as a sign of its own."""
    if not text:
        return "\\e"
    body = text.lstrip(" \t")
    lead = "".join(_ENDS[c] for c in text[: len(text) - len(body)])
    kept = body.rstrip(" \t")
    trail = "".join(_ENDS[c] for c in body[len(kept) :])
    return lead + "".join(_ESCAPED.get(c, c) for c in kept) + trail


def paragraph(text: str) -> str:
    """A text that has a line to itself and must not be taken for a sign."""
    line = escaped(text)
    return "\\" + line if text and line[0] in SIGNS.replace("\\", "") else line


def word(text: str) -> str:
    """A marker: a text without blanks and braces of its own."""
    return escaped(text).replace(" ", "\\s").replace("\t", "\\t").replace("{", "\\{")


def plain(text: str) -> str:
    """What was escaped, as it was."""
    return _ESCAPE.sub(lambda found: _MEANS.get(found[1], found[1]), text)
