"""Number and text of a heading in a deck file: where one ends and the other begins.

A heading's first word is its number where it looks like one, and a number that cannot be taken for anything else needs
no blank behind it, since nobody who writes Chinese puts one there. These forms are part of the file format: unlike
those by which a document is understood at import they must not change, or the files that exist would read differently.
"""

import re

from studytui.outline.deck_text import BLANKS, escaped, plain, word
from studytui.outline.numerals import ordinal_of

_CN = "[零〇一二两兩三四五六七八九十百千廿卅]{1,7}"
_N = rf"(?:{_CN}|\d{{1,4}})"
_UNIT = "[个個]?方面|[点點项項件步类類层層课課回轮輪期]|[阶階]段|[单單]元|板[块塊]|模[块塊]|[环環][节節]|步[骤驟]"
_TEN = "[一二三四五六七八九十]{1,3}"

_ENDS_ITSELF = re.compile(
    rf"[(（]{_N}[)）][、.．，,]?"
    rf"|{_N}(?:[、，)）]|[.．:：](?!\d))"
    rf"|(?:{_TEN}[个個]?|另一[个個])是[，,：:]?"
    rf"|{_TEN}要(?![素点點义義件领領求])[，,：:]?"
    rf"|第{_N}(?:部分|[编編卷篇章节節条條讲講])[，,、：:]?"
    rf"|第{_N}[，,、：:]"
    r"|(?:首先|其次|再次|其[一二三四五])[，,：:]"
    r"|[甲乙丙丁戊己庚辛壬癸][、．.]"
    r"|[①-⒛㈠-㈩㉑-㉟㊀-㊉㊱-㊿❶-➓]"
    r"|\d\ufe0f?\u20e3"
)
_NEEDS_BLANK = re.compile(
    rf"{_N}"
    r"|\d{1,4}(?:[.．]\d{1,4})+[.．、)）]?"
    rf"|第{_N}(?:{_UNIT})?[，,、：:.．]?"
    rf"|{_TEN}[曰靠抓讲講促建强強管严嚴改带帶治补補盯增优優提推][，,：:]?"
    r"|首先|首要|其次|再次|其[一二三四五]"
    r"|[(（]?[A-Za-z]{1,7}[.．、)）:：]"
)
_TOLD = re.compile(rf"((?:\\[^{BLANKS}]|[^\\{{{BLANKS}])*)\{{(-|-?\d{{1,18}})\}}[{BLANKS}]*")
_WORD = re.compile(rf"([^{BLANKS}]*)[{BLANKS}]*")


def parted(line: str) -> tuple[str, int | None, str]:
    """Marker, ordinal and text of a heading, given what follows its hashes."""
    if told := _TOLD.match(line):
        return plain(told[1]), None if told[2] == "-" else int(told[2]), plain(line[told.end() :])
    found = _WORD.match(line)
    first, after = (found[1], found.end()) if found else (line, len(line))
    marker = plain(first)
    if _is_bullet(marker):
        return marker, ordinal_of(marker), plain(line[after:])
    if _ENDS_ITSELF.fullmatch(first) or _NEEDS_BLANK.fullmatch(first):
        ordinal = ordinal_of(marker)
        if ordinal is not None:
            return marker, ordinal, plain(line[after:])
    if begins := _ENDS_ITSELF.match(first):
        return begins[0], ordinal_of(begins[0]), plain(line[begins.end() :])
    return "", None, plain(line)


def headline(marker: str, ordinal: int | None, text: str) -> str:
    """What follows the hashes of a heading: the plainest writing that `parted` reads as the same."""
    number, rest = word(marker), escaped(text) if text else ""
    told = f"{number}{{{'-' if ordinal is None else ordinal}}} {rest}".rstrip(" ")
    plainer = (rest, f"{number} {rest}".rstrip(" ")) if not marker else (f"{number} {rest}".rstrip(" "),)
    return next((line for line in plainer if line and parted(line) == (marker, ordinal, text)), told)


def _is_bullet(marker: str) -> bool:
    """Whether it is all signs, such as - or ##, or is nothing."""
    return not any(c.isalnum() for c in marker)
