"""What number a marker names, and how a number is written in Chinese and as a Roman numeral."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_DIGITS: Final = {d: n for n, d in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "兩": 2}
_FORMAL: Final = {d: n for n, d in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"貳": 2, "參": 3, "叄": 3, "陸": 6}
_VALUES: Final = _FORMAL | _DIGITS
_TENS: Final = {"廿": 20, "卄": 20, "卅": 30, "卌": 40}
_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_STEMS: Final = {c: n for n, c in enumerate("甲乙丙丁戊己庚辛壬癸", 1)}
_WORDS: Final = {
    "最后": None,
    "最後": None,
    "首先": 1,
    "首要": 1,
    "再其次": 3,
    "其次": 2,
    "再次": 3,
    "另一个": 2,
    "另一個": 2,
    "First of all": 1,
    "To begin with": 1,
    "To start with": 1,
    "In the first place": 1,
}
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_SIGNS: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
HIGHEST_ROMAN: Final = 3999
"""There is no sign for five thousand."""
_ENGLISH: Final = {
    word: n
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "firstly secondly thirdly fourthly fifthly sixthly seventhly eighthly ninthly tenthly",
    )
    for n, word in enumerate(words.split(), 1)
}
_LONGEST: Final = 9  # digits; more are no number of a point

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_CHINESE = re.compile(f"[{''.join((*_VALUES, *_TENS, *_UNITS))}]+")
_LATIN = re.compile(r"[A-Za-z]+")
_ROMAN_FORM = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


@lru_cache(maxsize=1024)  # a library has few different markers, each of them thousands of times
def ordinal_of(marker: str) -> int | None:
    """The number that a marker names; None where it names none.

    Chinese, Arabic (also full-width, circled and in brackets), Roman and letter numerals are read, 甲乙丙, and words
    such as 首先. Of 2.3.1 the last part counts. A single letter is taken for a letter, but for i, v and x, which are
    taken for Roman numerals: who knows the run that a marker stands in may know better. 最后 has no number of its own,
    it is the last of its run.
    """
    plain = unicodedata.normalize("NFKC", marker)
    for word, value in _WORDS.items():
        if word in plain:
            return value
    if found := _NUMBER.search(plain):
        return _whole(found[0].rpartition(".")[2])
    if found := _CHINESE.search(plain):
        return _chinese(found[0])
    for sign in plain:
        if sign in _STEMS:
            return _STEMS[sign]
        if unicodedata.category(sign) == "No":  # ❶ ➉ ⓵, which have no plain form
            return int(unicodedata.numeric(sign))
    words = _LATIN.findall(plain.lower())  # the last of them is the number: Part One, Appendix A
    if not words:
        return None
    return (
        _ENGLISH.get(words[-1])
        or _latin(words[-1])
        or next((_ENGLISH[word] for word in words if word in _ENGLISH), None)
    )


def numeral(n: int) -> str:
    """A number from 1 to 9999 as it is written in Chinese: 十一, 二十三, 一百零五.

    Raises:
        ValueError: It is not from 1 to 9999.
    """
    if not 1 <= n <= 9999:
        raise ValueError(n)
    parts: list[str] = []
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            parts.append("零一二三四五六七八九"[digit] + name)
        elif parts and n and parts[-1] != "零":
            parts.append("零")
    text = "".join(parts)
    return text[1:] if text.startswith("一十") else text


def roman(n: int) -> str:
    """A number from 1 to 3999 as a Roman numeral in capitals.

    Raises:
        ValueError: It is not from 1 to 3999.
    """
    if not 1 <= n <= HIGHEST_ROMAN:
        raise ValueError(n)
    text = ""
    for value, sign in _ROMAN_SIGNS:
        times, n = divmod(n, value)
        text += sign * times
    return text


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST else None


def _chinese(text: str) -> int | None:
    """The value of 二十三, and of 二〇, whose digits stand side by side as in 20."""
    if all(c in _VALUES for c in text):
        return _whole("".join(str(_VALUES[c]) for c in text))
    total = digit = 0
    for c in text:
        if c in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[c], 0
        elif c in _TENS:
            total += _TENS[c]
        else:
            digit = _VALUES[c]
    return total + digit


def _latin(letters: str) -> int | None:
    if len(letters) == 1 and letters not in "ivx":
        return ord(letters) - ord("a") + 1
    if not _ROMAN_FORM.fullmatch(letters):
        return None
    values = [_ROMAN[c] for c in letters]
    return sum(-v if v < after else v for v, after in zip(values, (*values[1:], 0), strict=True))
