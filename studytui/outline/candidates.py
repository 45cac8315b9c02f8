"""What may be a marker: at the start of a paragraph and, after a sentence or clause, inside it."""

import re
from bisect import bisect_right
from functools import lru_cache

from studytui.language.either import any_of, either
from studytui.outline.numbering import BEGINNING_WITH, FAMILIES, Family, Inline, Mark, family, marker_at, pattern
from studytui.outline.numerals import ordinal_of

_WORD = re.compile("[A-Za-z]{3,}")
_NUMBER = re.compile(r"[\s\d第一二三四五六七八九十百零〇廿卅:：，,、.．【】\[\]（）()]")
_CLOSING = re.compile("最|Final|Last")
_HASHES = re.compile(r"(#{1,6})\s+")

# Markers of all inline families may follow what ends a sentence (or stands for a line end in a page that came as one
# line), and those that need only a clause may follow a comma too.
_STRONG = "。；！？：:;!?…”’）)】 \u3000\t"
_AFTER_SENTENCE = re.compile(rf"(?P<edge>[{_STRONG}]\s*)(?:{pattern(Inline.AFTER_SENTENCE).pattern})")
_AFTER_COMMA = re.compile(rf"(?P<edge>[，,、]\s*)(?:{pattern(Inline.AFTER_CLAUSE).pattern})")

# A first 一是 may follow a word that leads up to it.
_LEADING = "其中|主要|原因|就是|分别|具体|重点|关键|表现在|体现在|在于|包括|做到|要求|里面"
_LED = re.compile(rf"(?P<edge>{either(_LEADING)})(?P<particle>{either(family('particle').marker)})")

# A number in brackets needs no sign before it, but may be that of a picture.
_BRACKETED = ("cn_paren", "paren", "half", "circled", "paren_letter")
_BRACKETS = "|".join(f"(?P<{name}>{family(name).marker})" for name in ("cn_paren", "paren", "circled"))
_AFTER_WORD = re.compile(rf"(?P<edge>(?<![图表式件见条款项第])[\u4e00-\u9fff])(?:{_BRACKETS})")
_EDGES = ((_AFTER_SENTENCE, True), (_AFTER_COMMA, False), (_LED, True), (_AFTER_WORD, False))

# One of these stands before each marker inside: an edge with what a number begins with behind it, or such a word.
_BEGINNINGS = f"[{''.join(each.begins for each in FAMILIES if each.inline)}]"
_EDGE_SIGNS = f"{_STRONG}，,、"
_BRACKET_SIGNS = "（(⑴-⒇㈠-㈩①-⑳"
LIKELY = (
    re.compile(
        rf"[{_EDGE_SIGNS}{_BRACKET_SIGNS}]"
        rf"(?:(?<=[{_EDGE_SIGNS}])[^\S\n]*{_BEGINNINGS}|(?<=[\u4e00-\u9fff][{_BRACKET_SIGNS}]))"
    ),
    re.compile(any_of(_LEADING)),
)

_QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", "‘": "’"}
_QUOTE_SIGN = re.compile("[“”「」『』《》‘’]")
_COUNTED = re.compile(either("(?:年级|季度|月份|号线|[组户班楼层期等级类])"))  # behind 二、三, which are two of them
_NUMERAL_NEXT = re.compile(r"[\d一二三四五六七八九十百千两兩几幾]+")


def at_start(text: str) -> Mark | None:
    """The marker that a paragraph begins with; a Markdown heading may hold another one."""
    able = BEGINNING_WITH[text[0]] if text else None
    found = able.match(text) if able else None
    if found is None or found.lastgroup is None:
        hashes = _HASHES.match(text) if text[:1] == "#" else None
        return _heading(text, hashes) if hashes else None
    return _first(found.lastgroup, found[0])


def inside(text: str, start: int) -> list[Mark]:
    """All that may be markers in mid-paragraph, in order, quotations left out."""
    edge = max(start - 1, 0)
    if not any(likely.search(text, edge) for likely in LIKELY):
        return []
    found = [
        _mark(each.lastgroup, each[each.lastgroup], each.start(each.lastgroup), each.end(), inline=True, strong=strong)
        for search, strong in _EDGES
        for each in search.finditer(text, edge)
        if each.lastgroup and not _is_in_a_phrase(text, each.lastgroup, each.start(each.lastgroup))
    ]
    if not found:
        return []
    quoted = _quoted(text)
    once = {mark.start: mark for mark in found if mark.start >= start and not _within(mark.start, quoted)}
    return [once[at] for at in sorted(once)]


def _is_in_a_phrase(text: str, name: str, at: int) -> bool:
    """Whether a number stands behind a word of a language that writes blanks: when 1. FC Köln plays, of Rule 5."""
    before = text[:at].rstrip()[-1:]
    return (
        name not in _BRACKETED and text[at - 1].isspace() and before.isascii() and (before.isalnum() or before == ",")
    )


def is_amount(text: str, mark: Mark) -> bool:
    """Whether 二、三年级 says how many there are of something, however short the line is."""
    following = _NUMERAL_NEXT.match(text, mark.end)
    return following is not None and _COUNTED.match(text, following.end()) is not None


def is_counting(text: str, mark: Mark) -> bool:
    """Whether 三、 is no number of a point but the first of two: 三、四组."""
    if mark.family.name not in ("cn", "arabic") or mark.marker[-1] != "、":
        return False
    following = _NUMERAL_NEXT.match(text, mark.end)
    return following is not None and _adjoining(mark, following[0])


def _adjoining(mark: Mark, numeral: str) -> bool:
    """Whether the numeral counts on from the marker's: 二、三十 and 十一、二月, but not 一、三年来."""
    value = ordinal_of(numeral if numeral.isdecimal() else numeral[0])
    return value is not None and mark.ordinal is not None and value == mark.ordinal % 10 + 1


def _heading(text: str, hashes: re.Match[str]) -> Mark:
    level = len(hashes[1])
    inner = marker_at(text, hashes.end())
    if inner is None or inner.lastgroup in (None, "bullet"):
        return Mark(family("bullet"), f"#{level}", hashes[1], None, 0, hashes.end())
    return Mark(family(inner.lastgroup or ""), f"#{level}", inner[0].strip(), ordinal_of(inner[0]), 0, inner.end())


@lru_cache(maxsize=4096)  # the same few markers head nearly all points
def _first(name: str, marker: str) -> Mark:
    """The mark of a paragraph that begins with this marker, white space behind it included."""
    return _mark(name, marker, 0, len(marker))


def _mark(name: str, marker: str, start: int, end: int, *, inline: bool = False, strong: bool = True) -> Mark:
    return Mark(*_understood(name, marker.strip()), start, end, inline, strong)


@lru_cache(maxsize=4096)
def _understood(name: str, marker: str) -> tuple[Family, str, str, int | None]:
    """What a marker of a family says wherever it stands: the first four of a mark's values."""
    found = family(name)
    key = name + (_sort(marker) if found.keyed or name == "bullet" else "")
    ordinal = None if name == "bullet" or _CLOSING.match(marker) else _last_number(name, marker)
    return found, key, marker, ordinal


def _sort(marker: str) -> str:
    """What tells families of one kind apart: 是, 要, 讲, part."""
    word = _WORD.match(marker)
    return word[0].lower() if word else _NUMBER.sub("", marker) or marker[-1]


def _last_number(name: str, marker: str) -> int | None:
    """The number that a marker gives; of 2.3.1 the last part."""
    if name.startswith("decimal"):
        return ordinal_of(re.split("[.．]", marker.strip(".．、"))[-1])
    return ordinal_of(marker)


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where quotations stand that are opened and closed, outermost ones only."""
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for sign in _QUOTE_SIGN.finditer(text):
        if sign[0] in _QUOTES:
            opened.append((_QUOTES[sign[0]], sign.start()))
        elif opened and opened[-1][0] == sign[0]:
            _, start = opened.pop()
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, sign.end()))
    return spans


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(spans, (at, at)) - 1
    return before >= 0 and spans[before][0] < at < spans[before][1]
