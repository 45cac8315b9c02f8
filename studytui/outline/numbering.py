"""How points are numbered: one ordered table of marker families, from the outermost that authors use inward.

A family is a way to write a number, such as 一、 or （一） or 一是. The order of the table is what custom says about
nesting; what the document itself shows counts more (see ``levels``). A new way to number is one more entry.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from studytui.language.either import either
from studytui.outline.english import FIRST, ONE, SEQUEL, SPOKEN, unit

_HAN = "一二三四五六七八九十百零〇廿卅"
_DIGITS = "0-9０-９"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾貳參叄陸"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLED = "①-⑳❶-❿➀-➉➊-➓㉑-㉟㊀-㊉"
_BRACKETS = "(（"
_BULLETS = "•●○■□◆◇▪▫►▶➢➤✓√★☆◎·*+–—-"
_N = f"[{_HAN}]{{1,5}}"
_D = f"[{_DIGITS}]"
_S = "[ \u3000]?"
_NTH = f"第{_S}(?:{_N}|{_D}+){_S}"
# 第一章 stands alone, is set off, or heads a short line.
_SET_OFF = r"(?=[\s:：、，,．.—-]|$|[^。；]{1,30}$)[:：、，,．.]?"
# Behind a letter 2:1, 3% and 2008年 are the text's first figure; A.1 is the number of a section.
_FIGURE = r"(?<=[.．])\d+(?:[:：]\d|[.．]?\d*[%％年月日元万亿倍])"
_LETTER_END = rf"(?=\s|[^\x00-\x7f]|(?<=、)\d|{_FIGURE})"
_TOPIC = "[方层]面|事情?|问题|任务|体会|意见|建议|原因|措施|经验"
_MEASURED = f"[个件点条项类种步方层大]?(?:{_TOPIC})?"
# 3.2公里 and 2.5 km are measures, no numbers of sections; 2.4日常考勤 and 2.1 人员 are.
_IN_A_WORD = "[员才事民力性体常程度终级外籍称词例款序要素]"  # 人员, 日常, 年度, 条例
_NAMED = "篇|案例|案由|考点|分论点|论点|专题|主题|问题?|任务|活动|知识点|议题|课题|步骤|观点|材料|要点|例题?|题型"
_UNIT = rf"[%％‰℃°万亿千百十]|公[里斤顷]|[米克吨亩倍元年月日个人次户件名条](?!{_IN_A_WORD})"
_LATIN_UNIT = (
    r"(?:[kKmMcCgGnNW]?[mgblLhVWtT]|[kMGT][bB]|Nm|Hz|min|seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b"
)
_DECIMAL_END = rf"(?:[.．、](?!{_D})|(?![.．]?{_D}))(?!{_UNIT}|\s?(?:[%％‰℃°]|{_LATIN_UNIT}))"


class Inline(IntEnum):
    """Where in mid-paragraph a marker may begin."""

    NEVER = 0
    AFTER_SENTENCE = 1
    AFTER_CLAUSE = 2


@dataclass(frozen=True, slots=True)
class Family:
    """One way to write a number.

    Attributes:
        name: Its name, which is also a group's name in the regular expression.
        begins: The characters that it can begin with, as the inside of an expression's brackets.
        marker: What the marker looks like, as a regular expression in simplified characters.
        kin: Families of one kin are taken for each other where an author mixes them, 1. and 1、.
        inline: Where it may begin inside a paragraph.
        runs: It counts only as one of a run: 一是 without 二是 is a sentence.
        keyed: Markers with different last characters are different families: 一是, 一要.
    """

    name: str
    begins: str
    marker: str
    kin: str = ""
    inline: Inline = Inline.NEVER
    runs: bool = False
    keyed: bool = False


FAMILIES: tuple[Family, ...] = (
    Family("volume", "第VvBb", rf"{_NTH}[编卷]{_SET_OFF}|{unit('volume|book')}", keyed=True),
    Family(
        "part",
        "第PpUuMmLl",
        rf"{_NTH}(?:部分|单元|板块|模块|讲(?!话)|篇){_SET_OFF}|{unit('part|unit|module|lecture')}",
        keyed=True,
    ),
    Family("chapter", "第Cc", rf"{_NTH}[章回]{_SET_OFF}|{unit('chapter')}"),
    Family("appendix", "附Aa", rf"附录\s?(?:{_N}|[A-Z]|{_D}+){_SET_OFF}|{unit('appendix')}"),
    Family("section", "第Ss", rf"{_NTH}节(?![课日能]){_SET_OFF}|{unit('section')}"),
    Family(
        "lesson",
        "第LlSsTtPpWwDd",
        rf"{_NTH}(?:课时?(?![题程堂])|阶段|步骤|环节){_SET_OFF}|{unit('lesson|step|stage|phase|topic|week|day')}",
        keyed=True,
    ),
    Family(
        "named",
        r"【\[篇案考分论专主任活知议课步观材要例题问專課議論題問",
        rf"[【\[]?(?:{_NAMED})\s?(?:{_N}|{_D}{{1,2}})(?:[】\]]|[:：、.．]|(?=[\s]|$))",
        runs=True,
        keyed=True,
    ),
    Family("article", "第AaRr", rf"{_NTH}条(?:[:：]|(?=\s|$))|{unit('article|rule')}", inline=Inline.AFTER_SENTENCE),
    Family("formal", _FORMAL, f"[{_FORMAL}]{{1,3}}[、．.:：]"),
    Family(
        "cn",
        _HAN,
        rf"{_N}{_S}(?:[、．.:：]|(?=[ \u3000]\S)(?![ \u3000]?[是要]))",
        kin="cn",
        inline=Inline.AFTER_SENTENCE,
    ),
    Family("cn_comma", _HAN, rf"{_N}[，,]", kin="cn", runs=True),
    Family("roman", "IVXLCⅠ-Ⅻ", rf"(?:[IVXLC]{{1,7}}|[Ⅰ-Ⅻ])[.、．)）]{_LETTER_END}", runs=True),
    Family(
        "cn_paren",
        f"{_BRACKETS}㈠-㈩",
        rf"[（(]{_S}{_N}{_S}[）)]{_S}[、.．]?|[㈠-㈩]",
        kin="cn_paren",
        inline=Inline.AFTER_CLAUSE,
    ),
    Family("cn_half", _HAN, rf"{_N}{_S}[）)]", kin="cn_paren"),
    Family("stem", _STEMS, "[甲乙丙丁戊己庚辛壬癸][、.．:：]", runs=True, inline=Inline.AFTER_SENTENCE),
    Family("capital", "A-Z", rf"[A-Z][.、．)）]{_LETTER_END}", runs=True),
    Family(
        "arabic",
        _DIGITS,
        rf"{_D}{{1,6}}{_S}(?:[.．、](?!{_D})|、(?={_D}{{1,4}}[^\d０-９、，,.．])|[.．](?={_D}{{4}}年)|．(?={_D}{{4}}))",
        kin="arabic",
        inline=Inline.AFTER_SENTENCE,
    ),
    Family(
        "bare", _DIGITS, rf"{_D}{{1,2}}(?=[ \u3000\t]+[^\s\d])(?!\s*(?:{_UNIT}|{_LATIN_UNIT}))", kin="arabic", runs=True
    ),
    Family("arabic_comma", _DIGITS, rf"{_D}{{1,3}}[，,](?!{_D})", kin="arabic", runs=True),
    Family("keycap", "0-9", "[0-9]\ufe0f?\u20e3", kin="arabic"),
    Family("decimal2", _DIGITS, rf"{_D}{{1,2}}[.．]{_D}{{1,2}}{_DECIMAL_END}"),
    Family("decimal3", _DIGITS, rf"{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{2}}{_DECIMAL_END}"),
    Family("decimal4", _DIGITS, rf"{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{3,5}}{_DECIMAL_END}"),
    Family(
        "paren",
        f"{_BRACKETS}⑴-⒇",
        rf"[（(]{_S}{_D}{{1,3}}{_S}[）)]{_S}[、.．]?|[⑴-⒇]",
        kin="paren",
        inline=Inline.AFTER_CLAUSE,
    ),
    Family("half", _DIGITS, rf"{_D}{{1,3}}{_S}[）)]", kin="paren", inline=Inline.AFTER_CLAUSE),
    Family("circled", _CIRCLED, f"[{_CIRCLED}]", inline=Inline.AFTER_CLAUSE),
    Family("paren_letter", _BRACKETS, "[（(][a-zA-Z][）)]", runs=True, inline=Inline.AFTER_CLAUSE),
    Family("paren_roman", _BRACKETS, "[（(][ivx]{1,5}[）)]", runs=True),
    Family("small_roman", "ivxⅰ-ⅻ", rf"[ivxⅰ-ⅻ]{{1,5}}[.、．)）]{_LETTER_END}", runs=True),
    Family("small", "a-z", rf"[a-z][.、．)）]{_LETTER_END}", runs=True),
    Family(
        "di",
        "第",
        rf"第{_S}(?:{_N}|{_D}{{1,2}}){_MEASURED}(?:[，,:：．.；]|、(?!{_N})|就?是|要(?![务素义件])|(?=[ \u3000]))[，,]?"
        rf"|{_NTH}[^\s，。；：:、]{{1,5}}[：:]",
        kin="di",
        inline=Inline.AFTER_CLAUSE,
        runs=True,
    ),
    Family("qi", "其", rf"其{_N}(?:[，,、:：]|[是曰])?", inline=Inline.AFTER_CLAUSE, runs=True),
    Family(
        "seq",
        "首其再最",
        r"(?:首先|首要的?(?:任务)?(?=[是，,:：])|再其次|其次|再次|再者|最后)(?:[，,、:：]|是(?!否))?",
        kin="di",
        inline=Inline.AFTER_CLAUSE,
        runs=True,
    ),
    Family("first", "FSTENL", FIRST, kin="first", inline=Inline.AFTER_SENTENCE, runs=True),
    Family("sequel", "FTINA", SEQUEL, kin="first", runs=True),
    Family("spoken", "TMO", SPOKEN, runs=True),
    Family("one", "OTFSEN", ONE, inline=Inline.AFTER_SENTENCE, runs=True),
    Family(
        "particle",
        _HAN,
        rf"[一二三四五六七八九十]{{1,2}}个?(?:是(?!{_N}[，,。；;、])|要(?![务素义件])"
        rf"|[曰靠抓讲促保建强管严改带治补盯增优提推]|问(?!{_N}|答))[，,:：]?",
        kin="particle",
        inline=Inline.AFTER_CLAUSE,
        runs=True,
        keyed=True,
    ),
    Family("bullet", "o§Øün" + _BULLETS, r"(?:(?:[-*+–]|\*\*)(?=\s)|[o§Øün](?=\t)|[•●○■□◆◇▪▫►▶➢➤✓√★☆◎·])\s*"),
)
"""All families, outermost first; where two could match, the shape of their markers keeps them apart."""

RANK: dict[str, int] = {family.name: rank for rank, family in enumerate(FAMILIES)}
UNITS: frozenset[str] = frozenset(("volume", "part", "chapter", "appendix", "section", "lesson", "article"))


class Mark(NamedTuple):
    """A marker found in a text.

    Attributes:
        family: Its family.
        key: Family and, where that tells families apart, the particle or the depth of a Markdown heading.
        marker: As written.
        ordinal: Its number; None for bullets, headings and 最后, whose number depends on the run.
        start, end: Where it stands in its paragraph, white space after it included.
        inline: It stands in mid-paragraph.
        strong: What stands before it ends a sentence.
    """

    family: Family
    key: str
    marker: str
    ordinal: int | None
    start: int
    end: int
    inline: bool = False
    strong: bool = True


Marks = tuple[Mark, ...]
"""The markers of one paragraph, in order."""


class _Beginning(dict[str, re.Pattern[str] | None]):
    """By character one expression for the families that can begin with it; most lines of a text begin with none.

    The white space behind a marker is matched, too, so that the match ends where the text begins.
    """

    def __missing__(self, character: str) -> re.Pattern[str] | None:
        names = [each.name for each in FAMILIES if re.match(f"[{each.begins}]", character)]
        self[character] = able = re.compile(rf"(?:{_any_of(names)})\s*") if names else None
        return able


BEGINNING_WITH = _Beginning()
"""For each character that lines begin with, a few thousand at the most, what marker may stand there."""


def family(name: str) -> Family:
    """The family of that name."""
    return FAMILIES[RANK[name]]


def marker_at(text: str, at: int = 0) -> re.Match[str] | None:
    """The match of what may be a marker at a place of a text; the group that matched names the family."""
    able = BEGINNING_WITH[text[at : at + 1]]
    return able.match(text, at) if able else None


def starts_with_marker(text: str) -> bool:
    """Whether a text begins with what may be a marker."""
    return marker_at(text) is not None


@cache
def pattern(inline: Inline) -> re.Pattern[str]:
    """One expression for all families that may begin there; the group that matched names the family."""
    return re.compile(_any_of(each.name for each in FAMILIES if each.inline >= inline))


def _any_of(names: Iterable[str]) -> str:
    return "|".join(f"(?P<{name}>{either(family(name).marker)})" for name in names)
