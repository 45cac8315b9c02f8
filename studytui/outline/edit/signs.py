"""How the number in a marker is written, and the same writing with another number."""

import re
from collections.abc import Callable
from typing import Final

from studytui.outline.numerals import HIGHEST_ROMAN, numeral, roman

_ROWS: Final = (
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟",
    "❶❷❸❹❺❻❼❽❾❿",
    "➀➁➂➃➄➅➆➇➈➉",
    "➊➋➌➍➎➏➐➑➒➓",
    "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
    "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
    "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ",
    "甲乙丙丁戊己庚辛壬癸",
)
"""Signs that are a number each."""

_SPOKEN: Final = (
    ("首先", "其次", "再次"),
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    ("firstly", "secondly", "thirdly", "fourthly", "fifthly", "sixthly", "seventhly", "eighthly", "ninthly", "tenthly"),
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
)
"""Words that are a number each; of two that begin alike the longer row stands first."""

_SIGN = re.compile("[" + "".join(_ROWS) + "]")
_WORD = re.compile(
    "首要(?:任务|任務)?|再其次|再者|" + "|".join(word for row in _SPOKEN for word in row) + r"(?![a-z])", re.IGNORECASE
)
_DIGITS = re.compile(r"[0-9]+|[０-９]+")
_HAN = re.compile("[零一二三四五六七八九十百千〇廿卅]+")
_FORMAL = re.compile("[壹贰叁肆伍陆柒捌玖拾貳參叄陸]+")
_LETTERS = re.compile("[A-Za-z]+")
_ALPHABET: Final = 26
_TO_FORMAL = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def written(marker: str, n: int, *, alphabet: bool) -> str | None:
    """A marker with another number in the place of its own; None where it has none, or none of that kind is so high.

    Args:
        marker: As it is written.
        n: From 1 to 9999.
        alphabet: Whether a letter is a letter, not a Roman numeral.
    """
    ways = (*_WAYS, (_last(_LETTERS), _letter if alphabet else _roman))
    for found, write in ways:
        place = found(marker)
        if place is not None:
            text = write(place[0], n)
            return text and marker[: place.start()] + text + marker[place.end() :]
    return None


def _last(pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """Finds the last place, which is what counts in 2.3 and in Part One."""
    return lambda marker: next(iter(reversed([*pattern.finditer(marker)])), None)


def _sign(sample: str, n: int) -> str | None:
    row = next(row for row in _ROWS if sample in row)
    return row[n - 1] if n <= len(row) else None


def _word(sample: str, n: int) -> str | None:
    row = next((row for row in _SPOKEN if sample.lower() in row), _SPOKEN[0])
    return _cased(row[n - 1], sample) if n <= len(row) else None


def _cased(word: str, sample: str) -> str:
    return word.upper() if sample.isupper() else word.capitalize() if sample[0].isupper() else word


def _digits(sample: str, n: int) -> str:
    return str(n) if sample[0].isascii() else str(n).translate(_WIDE)


def _han(sample: str, n: int) -> str:
    return numeral(n).translate(_TO_FORMAL) if _FORMAL.match(sample) else numeral(n)


def _letter(sample: str, n: int) -> str | None:
    return chr(ord("A" if sample.isupper() else "a") + n - 1) if n <= _ALPHABET else None


def _roman(sample: str, n: int) -> str | None:
    if n > HIGHEST_ROMAN:
        return None
    return roman(n) if sample.isupper() else roman(n).lower()


_WAYS: Final[tuple[tuple[Callable[[str], re.Match[str] | None], Callable[[str, int], str | None]], ...]] = (
    (_SIGN.search, _sign),
    (_last(_WORD), _word),
    (_last(_DIGITS), _digits),
    (_HAN.search, _han),
    (_FORMAL.search, _han),
)
"""Words go before letters: Section One has both."""
