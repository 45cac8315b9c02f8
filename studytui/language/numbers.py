"""Numbers inside a text, however they are written: 3 and 三, 2026 and 二〇二六, 5% and 百分之五."""

import re
from typing import Final

DIGITS: Final = {d: n for n, d in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_RUN: Final = "".join((*DIGITS, *_SMALL, *_LARGE))
_ONES: Final = "".join(DIGITS)
_WHOLE = rf"[{_RUN}]+(?:点[{_ONES}]+)?|\d[\d,]*(?:\.\d+)?"

NUMBER: Final = re.compile(rf"百分之(?P<share>{_WHOLE})|(?P<number>{_WHOLE})(?P<percent>%)?")
"""A number; ``share`` or ``number`` is the number itself."""

_SAID_IN_ROW = 3
"""So many digits side by side are one number (一九四九); two are rather two of them (三四个)."""


def value(number: str) -> str:
    """The number in Arabic digits; empty where the characters make no single number."""
    whole, dot, rest = number.replace("点", ".").partition(".")
    plain = whole.replace(",", "")
    if plain.isdecimal():
        return str(int(plain)) + dot + rest if plain[0] != "0" else plain + dot + rest
    if all(c in DIGITS for c in plain):
        alone = len(plain) == 1 or len(plain) >= _SAID_IN_ROW or bool(dot)
        made = "".join(str(DIGITS[c]) for c in plain) if alone else ""
    else:
        made = _counted(plain)
    return made + dot + "".join(str(DIGITS.get(c, c)) for c in rest) if made else ""


def _counted(text: str) -> str:
    """The value of 二十三 and 一万二千; empty where a digit follows a digit or a unit a greater one."""
    total = part = digit = 0
    last, since = 10**9, 10**9
    pending = False
    for c in text:
        if c in DIGITS:
            if pending and digit:
                return ""
            digit, pending = DIGITS[c], True
        elif c in _SMALL:
            if _SMALL[c] >= since:
                return ""
            part += (digit if pending else 1) * _SMALL[c]
            since, digit, pending = _SMALL[c], 0, False
        else:
            if _LARGE[c] >= last:
                return ""
            total += (part + digit or 1) * _LARGE[c]
            last, since, part, digit, pending = _LARGE[c], 10**9, 0, 0, False
    return str(total + part + digit)
