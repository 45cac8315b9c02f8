"""Numbers as Word writes them in lists: 一, 甲, 壹, ①, IV, aa.

Where the standard (ECMA-376, 17.18.59) is silent, Word's own habit counts: behind the end of its own signs a format
goes on in plain digits.
"""

from collections.abc import Callable, Mapping
from typing import Final

from studytui.outline.numerals import HIGHEST_ROMAN, roman

_UNITS: Final = ((10**8, "亿"), (10**4, "万"))
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_LARGEST: Final = 10**12 - 1


def formatted(value: int, form: str) -> str:
    """A number in one of Word's formats; in plain digits where the format is not known or has no sign for it."""
    written = FORMATS.get(form)
    return (written(value) if written and 0 < value <= _LARGEST else None) or str(value)


def _spelled(digits: str, tens: str, zero: str, *, one_ten: bool = False, bare: str = "") -> Callable[[int], str]:
    """Writes numbers with the names of tens, hundreds and thousands.

    Args:
        digits: The ten digits from 0.
        tens: The names of ten, hundred and thousand.
        zero: What stands for a gap, as in 一百零一.
        one_ten: Ten is 壹拾, not 拾, at the beginning as well.
        bare: Names of units before which a one is left out: 百一, not 一百一.
    """

    def part(n: int) -> str:
        made, gap = "", False
        for power, name in ((3, tens[2]), (2, tens[1]), (1, tens[0]), (0, "")):
            digit = n // 10**power % 10
            if not digit:
                gap = bool(made)
                continue
            one = digit == 1 and name and name in bare
            made += (zero if gap and made else "") + ("" if one else digits[digit]) + name
            gap = False
        return made

    def written(n: int) -> str:
        made = ""
        for unit, name in _UNITS:
            if n >= unit:
                high, n = divmod(n, unit)
                made += part(high) + name + (zero if n and n < unit // 10 else "")
        made += part(n) if n else ""
        return made[1:] if not one_ten and made.startswith(digits[1] + tens[0]) else made

    return written


def _digits(signs: str) -> Callable[[int], str]:
    """Writes each digit with a sign of its own, from 0."""
    return lambda n: "".join(signs[int(digit)] for digit in str(n))


def _counting(n: int) -> str:
    """十一, 九十九, but 一〇一: above a hundred Word puts the digits side by side."""
    return _thousand(n) if n < 100 else _digits("〇一二三四五六七八九")(n)


def _signs(signs: str) -> Callable[[int], str]:
    """Takes one sign for each number, from 1."""
    return lambda n: signs[n - 1] if n <= len(signs) else ""


def _range(first: str, count: int) -> str:
    return "".join(chr(ord(first) + i) for i in range(count))


def _letters(first: str) -> Callable[[int], str]:
    """A to Z, then AA, BB, CC: the letter is said again, as Word does it."""
    return lambda n: chr(ord(first) + (n - 1) % 26) * ((n - 1) // 26 + 1) if n <= 26 * 20 else ""


def _roman(n: int) -> str:
    return roman(n) if n <= HIGHEST_ROMAN else ""


def _ordinal(n: int) -> str:
    ending = "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


_thousand = _spelled("〇一二三四五六七八九", "十百千", "〇")
_CIRCLED: Final = _range("①", 20) + _range("㉑", 15) + _range("㊱", 15)

FORMATS: Final[Mapping[str, Callable[[int], str]]] = {
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousand,
    "chineseLegalSimplified": _spelled("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "零", one_ten=True),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "ideographLegalTraditional": _spelled("零壹貳參肆伍陸柒捌玖", "拾佰仟", "零", one_ten=True),
    "ideographTraditional": _signs(_STEMS),
    "ideographZodiac": _signs(_BRANCHES),
    "ideographZodiacTraditional": lambda n: _STEMS[(n - 1) % 10] + _BRANCHES[(n - 1) % 12] if n <= 60 else "",
    "ideographEnclosedCircle": _signs(_range("㊀", 10)),
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _spelled("零一二三四五六七八九", "十百千", "零"),
    "taiwaneseDigital": _digits("〇一二三四五六七八九"),
    "japaneseCounting": _spelled("〇一二三四五六七八九", "十百千", "", bare="十百千"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "japaneseLegal": _spelled("〇壱弐参四伍六七八九", "拾百阡", "", one_ten=True),
    "koreanDigital2": _digits("〇一二三四五六七八九"),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalHalfWidth": str,
    "decimalZero": lambda n: f"{n:02}",
    "decimalEnclosedCircle": _signs(_CIRCLED),
    "decimalEnclosedCircleChinese": _signs(_CIRCLED),
    "decimalEnclosedParen": _signs(_range("⑴", 20)),
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "numberInDash": lambda n: f"- {n} -",
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "ordinal": _ordinal,
    "hex": lambda n: f"{n:X}",
}
"""All formats but the plain decimal one, by their names in numbering.xml."""
