"""The punctuation of Chinese as it is printed: signs of half a width behind a character become full-width ones."""

import re

from studytui.language.script import HAN

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_BEHIND = rf"[{HAN}”’』」》）】％%]"
_SIGN = re.compile(rf"(?<={_BEHIND})[,;:?!]+(?![\d/A-Za-z])")
_STOP = re.compile(rf"(?<={_BEHIND})\.(?=$|\s|[{HAN}])", re.MULTILINE)
_BRACKETS = re.compile(rf"\((?=[^()\n]*[{HAN}])([^()\n]*)\)")
_SIGNS = re.compile("[,;:?!.(]")


def printed(text: str) -> str:
    """The text with full-width punctuation where Chinese stands before it, or in the brackets; figures stay.

    It is how a text is shown; what is stored, compared and written back stays as its author wrote it.
    """
    if not _SIGNS.search(text):
        return text
    text = _BRACKETS.sub(lambda found: f"（{found[1]}）", text)
    return _STOP.sub("。", _SIGN.sub(lambda found: found[0].translate(_FULL), text))
