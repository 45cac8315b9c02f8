"""Notices by which a site says that it left text out: 省略701字, 未完, 以下内容会员可见, or a line of dots."""

import re
from dataclasses import replace

from studytui.language.either import any_of, either
from studytui.language.script import letters
from studytui.outline.lines import Line, Lines, Warnings, hits
from studytui.outline.numbering import starts_with_marker
from studytui.outline.numerals import ordinal_of
from studytui.outline.tree import OutlineWarning

_COUNT = r"[0-9０-９一二三四五六七八九十百千万]+"

# What such notices say, each on a line of its own.
_WORDS = "|".join(
    (
        either(rf"(?:省略|略去|删去)了?约?\s*{_COUNT}\s*[余多]?字"),
        either(r"(?:此处|以下|下文|中间|后文|部分|内容)(?:内容|部分)?已?(?:省略|从略|略去)"),
        either(r"未完(?![成善工结全备整毕])|(?<!不)待续(?=[^\w]|$)"),
        either(rf"全文共?[约计]?\s*{_COUNT}\s*字"),
        either(rf"(?:[仅只]能?|目前|当前)(?:显示|预览|阅读|提供)了?前?\s*{_COUNT}"),
        either(r"会员.{0,8}(?:可[见读]|完整|阅读|查看|浏览|下载)"),
        either(r"(?:登[录陆]|注册|付费|购买|开通|扫码).{0,12}(?:阅读|查看|全文|完整|余下|剩余)"),
        either(rf"(?:余下|剩余|其余|还[有剩]).{{0,4}}?{_COUNT}\s*(?:字|%|页)"),
        either(r"(?:阅读|查看|[展点][开击])(?:更多|全文|原文|剩余|余下)"),
        either(r"以[下上]内容.{0,10}(?:可见|隐藏|会员)|内容[已被]隐藏"),
        either(r"(?:试读|预览)已?结束|余下全文|(?:此处|以下)有删节|(?:内容|细节)略[，,）)]"),
        either(
            r"回复后.{0,6}(?:看到|可见|查看)|(?:VIP|会员)专[享属]内容|本[节章文].{0,6}(?:VIP|会员)专享|付费内容|订阅专栏"
        ),
        either(rf"只能(?:看|浏览)前?\s*{_COUNT}|仅展示\s*{_COUNT}|试读部分"),
        either(r"(?<=[（(【\[])(?:以下|下文?|后文?|中间|内容)?[从省]?略(?=[）)】\]])"),
    )
)
_DOTS = r"(?:…|\.{3}|。{3}|⋯)"

# A notice stands in brackets (the closing one may be lost), between dots, or is a short line by itself.
_BRACKETED = re.compile(
    rf"[\s….⋯]*[（(【\[〔][^（()）【】\[\]]{{0,80}}?(?:{_WORDS})[^）)】\]〕]*(?P<close>[）)】\]〕]|$)[\s….⋯]*"
)
_DOTTED = re.compile(rf"{_DOTS}[^…。]{{0,60}}?(?:{_WORDS})(?:[^…。]{{0,60}}?(?:{_DOTS}+[\s….⋯]*|[。]?$))")
_SHORT = re.compile(rf".{{0,40}}?(?:{_WORDS}).{{0,40}}")
_ONLY_DOTS = re.compile(rf"{_DOTS}[….。⋯\s]*")
_SAID = re.compile(f"{_WORDS}|^{_DOTS}")
# One of these stands in each notice: what a whole text is searched for.
_LIKELY = re.compile(
    any_of(
        "略|删去|未完|待续|全文|显示|预览|阅读|提供|会员|查看|完整|余下|剩余|其余|还有|还剩|更多|原文|可见|隐藏|试读"
        "|删节|回复后|专享|专属|付费|订阅|浏览|展示|…|...|。。。|⋯"
    )
)
_CLOSING = re.compile(r"[）)】\]〕]")

_OMITTED = re.compile(either(rf"(?:省略|略去|删去)了?约?\s*({_COUNT})"))
_TOTAL = re.compile(either(r"(?:[全本]文)?共?[约计]?\s*(?<=[文共约计\s])(\d+)\s*字"))
_SHOWN = re.compile(either(r"(?:显示|预览|阅读|提供|试读部分|浏览|展示)了?前?\s*(\d+)\s*字"))
_ENDING = re.compile(either(r"未完|待续|剩余|余下|试读|预览|阅读全文|[仅只]能?显示"))
_SELLING = re.compile(either(r"https?:|www\.|收藏|会员|扫码"))
_FOOT = 40
_MOST_LINES = 3  # how far down the end of a notice is looked for


def without_notices(lines: Lines) -> tuple[Lines, Warnings]:
    """Put a gap in the place of each notice; warn of what is missing, and of what a notice advertises."""
    likely = {at for at in hits(lines, _LIKELY) if _SAID.search(lines[at].text)}
    if not likely:
        return lines, ()
    kept: list[Line] = []
    told: list[OutlineWarning] = []
    foot = _foot(lines)
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        span = _notice(line.text) if index in likely else None
        if span is None:
            kept.append(line)
            continue
        if kept and kept[-1].gap and _ONLY_DOTS.fullmatch(line.text):
            continue
        start, end, closed = span
        skip = 0 if closed else _rest(lines, index)
        notice = line.text[start:end] + "".join(more.text for more in lines[index + 1 : index + 1 + skip])
        warning = _warning(notice, line.number, lines[index + skip].number, last=index + 1 + skip >= foot)
        told.append(warning)
        if _SELLING.search(notice):
            told.append(replace(warning, kind="advert", chars=None, total=None, shown=None))
        kept += _around(line, start, end, warning.chars)
    return tuple(kept), tuple(told)


def _notice(text: str) -> tuple[int, int, bool] | None:
    """Where a notice stands in a line, and whether it ends there."""
    found = _BRACKETED.search(text)
    if found:
        return found.start(), found.end(), bool(found["close"])
    found = _DOTTED.search(text)
    if found:
        return found.start(), found.end(), True
    if _ONLY_DOTS.fullmatch(text) or (_SHORT.fullmatch(text) and not starts_with_marker(text)):
        return 0, len(text), True
    return None


def _rest(lines: Lines, index: int) -> int:
    """How many further lines an open bracket takes until it is closed; none where it never is."""
    for further, line in enumerate(lines[index + 1 : index + 1 + _MOST_LINES], 1):
        if _CLOSING.search(line.text):
            return further
    return 0


def _foot(lines: Lines) -> int:
    """Index from which all lines may stand below the end of a text: short, no sentence, no point."""
    at = len(lines)
    while at and len(text := lines[at - 1].text) <= _FOOT and not text.endswith("。") and not starts_with_marker(text):
        at -= 1
    return at


def _around(line: Line, start: int, end: int, chars: int | None) -> list[Line]:
    """What a notice leaves of its line: text before, the gap, text after."""
    before, after = line.text[:start].rstrip(), line.text[end:].lstrip()
    made = [line.with_text(before)] if letters(before) else []
    made.append(line.as_gap(chars))
    if letters(after):
        made.append(line.with_text(after))
    return made


def _warning(notice: str, line: int, to: int, *, last: bool) -> OutlineWarning:
    total, shown, omitted = _TOTAL.search(notice), _SHOWN.search(notice), _OMITTED.search(notice)
    cut_off = bool(total or shown or _ENDING.search(notice)) or (
        last and not omitted and not _ONLY_DOTS.fullmatch(notice)
    )
    chars = ordinal_of(omitted[1]) if omitted and not omitted[1].endswith("万") else None
    return OutlineWarning(
        "truncated" if cut_off and not omitted else "gap",
        line,
        to,
        detail=notice.strip()[:80],
        chars=chars,
        total=int(total[1]) if total else None,
        shown=int(shown[1]) if shown else None,
    )
