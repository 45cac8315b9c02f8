"""The punctuation of Chinese as it is printed: signs of half a width behind a character become full-width ones."""

import re

from studytui.language.script import HAN

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_BEHIND = rf"[{HAN}”’』」》）】％%]"
_SIGN = re.compile(rf"(?<={_BEHIND})[,;:?!]+(?![\d/A-Za-z])")
_STOP = re.compile(rf"(?<={_BEHIND})\.(?=$|\s|[{HAN}])", re.MULTILINE)
_BRACKET = re.compile("[()]")
_CHARACTER = re.compile(f"[{HAN}]")
_SIGNS = re.compile("[,;:?!.(]")


def printed(text: str) -> str:
    """The text with full-width punctuation where Chinese stands before it, or in the brackets; figures stay.

    It is how a text is shown; what is stored, compared and written back stays as its author wrote it.
    """
    if not _SIGNS.search(text):
        return text
    text = _bracketed(text) if "(" in text else text
    return _STOP.sub("。", _SIGN.sub(lambda found: found[0].translate(_FULL), text))


def _bracketed(text: str) -> str:
    """The text with full-width brackets where a character stands in them, brackets within brackets too."""
    pairs, open_, before, last = list[int](), list[int](), 0, -1
    for found in _BRACKET.finditer(text):
        at = found.start()
        if open_ and text.find("\n", before, at) >= 0:
            open_.clear()
        elif open_ and _CHARACTER.search(text, before, at):
            last = at
        if found[0] == "(":
            open_.append(at)
        elif open_ and (begin := open_.pop()) < last:
            pairs += (begin, at)
        before = at
    pairs.sort()
    ends = zip([0, *(at + 1 for at in pairs)], [*pairs, len(text)], strict=True)
    pieces = (text[begin:end] + text[end : end + 1].translate(_FULL) for begin, end in ends)
    return "".join(pieces)
